package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"remit/model"
	"remit/tui"
)

// interviewOptions are the inputs of remit interview and remit quick.
type interviewOptions struct {
	ref   string // the session to resume; "" for a new one
	kind  model.SessionKind
	about about
	plain bool
}

// newInterview is remit interview.
func newInterview(a *app) *cobra.Command {
	cmd := interviewing(a, model.Interview)
	cmd.Use = "interview [SESSION]"
	cmd.Short = "Start or resume a guided interview"
	cmd.Long = `Asks every question in turn, saving each answer at once, and gives the advice.
With SESSION (its name, its id, or at least the first 4 characters of the id) it
goes on where that session was left; without, it starts a new one.`
	cmd.Example = `  remit interview --name Acme
  remit interview acme
  remit interview --plain --name Acme < replies.txt`
	return cmd
}

// newQuick is remit quick.
func newQuick(a *app) *cobra.Command {
	cmd := interviewing(a, model.Quick)
	cmd.Use = "quick [SESSION]"
	cmd.Short = "The quick check: as few questions as it takes"
	cmd.Long = `Asks the question that matters most, again and again, and stops as soon as no
further answer could change the recommendation. The session is kept and can grow
into a full interview.`
	return cmd
}

func interviewing(a *app, kind model.SessionKind) *cobra.Command {
	o := &interviewOptions{kind: kind}
	cmd := &cobra.Command{
		Args:              arguments(0, 1),
		ValidArgsFunction: a.completeSession,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				o.ref = args[0]
			}
			if o.ref != "" && o.about.given() {
				return misused(cmd, "To change them: remit sessions rename.", "%s: --name, --client and --asked are for a new session", cmd.CommandPath())
			}
			return o.run(cmd.Context(), a)
		},
	}
	o.about.flags(cmd)
	cmd.Flags().BoolVar(&o.plain, "plain", false, "line by line, for screen readers and pipes")
	return cmd
}

func (o *interviewOptions) run(ctx context.Context, a *app) error {
	if !o.plain && !a.canDraw() {
		fmt.Fprintln(a.err, "remit: this is no terminal that can draw, so the interview goes line by line (--plain)")
		o.plain = true
	}
	if _, err := o.about.checked(); err != nil {
		return err
	}
	if o.plain {
		return o.runPlain(ctx, a)
	}
	start := tui.Start{At: tui.AtNew}
	switch {
	case o.ref == "" && o.kind == model.Interview && !o.about.given():
		return a.show(ctx, start)
	default:
		start.At = tui.AtInterview
		if o.kind == model.Quick {
			start.At = tui.AtQuick
		}
	}
	s, err := o.session(ctx, a)
	if err != nil {
		return err
	}
	start.Session = s.ID
	return a.show(ctx, start)
}

func (o *interviewOptions) runPlain(ctx context.Context, a *app) error {
	keep, err := a.sessions()
	if err != nil {
		return err
	}
	engine, err := a.engine()
	if err != nil {
		return err
	}
	d := &dialogue{a: a, keep: keep, engine: engine, f: engine.Framework(), past: map[string]bool{}, follow: guided}
	if o.kind == model.Quick {
		d.quick, d.follow = true, adaptive
	}
	if o.ref != "" {
		_, d.s, err = a.findLive(ctx, o.ref)
	} else {
		err = o.begin(ctx, d)
	}
	if err != nil {
		return err
	}
	d.resume()
	return d.run(ctx)
}

// begin prepares a new session. It is created with the first thing that is said:
// who only looked leaves nothing behind. That the store can be used is seen to
// before anybody says anything.
func (o *interviewOptions) begin(ctx context.Context, d *dialogue) error {
	if _, err := d.keep.List(ctx, model.Query{Limit: 1}); err != nil {
		return err
	}
	if o.about.name == "" && d.a.env.InTerminal && o.kind == model.Interview {
		o.about.name = d.a.askName()
	}
	created, err := d.a.draft(o.kind, o.about)
	if err != nil {
		return err
	}
	d.unborn = &created
	d.s = model.Session{}.Apply(created)
	return nil
}

// session finds the one to resume in the terminal app, or creates a new one.
func (o *interviewOptions) session(ctx context.Context, a *app) (model.Session, error) {
	if o.ref != "" {
		_, s, err := a.findLive(ctx, o.ref)
		return s, err
	}
	if _, _, err := a.engineToTalk(); err != nil {
		return model.Session{}, err
	}
	return a.create(ctx, o.kind, o.about)
}

// askName asks for the name of a new session until it can be kept; no name is an
// answer too. A failure to read shows again at the first question.
func (a *app) askName() string {
	for {
		fmt.Fprint(a.out, "A name for this interview, such as the company's (an empty line names it by the date): ")
		line, cut, err := readLine(a.in)
		name, tooLong := entry("the name", line)
		switch {
		case err != nil:
			return ""
		case cut || tooLong != nil:
			a.report("That is too long for a name: it may have %d bytes.", model.MaxName)
		case blank(name):
			return ""
		default:
			return name
		}
	}
}

// create starts a session.
func (a *app) create(ctx context.Context, kind model.SessionKind, b about) (model.Session, error) {
	keep, err := a.sessions()
	if err != nil {
		return model.Session{}, err
	}
	created, err := a.draft(kind, b)
	if err != nil {
		return model.Session{}, err
	}
	return keep.Create(ctx, created)
}

// draft is the event that will start a session. Without a name it is named by kind
// and time.
func (a *app) draft(kind model.SessionKind, b about) (model.Event, error) {
	engine, err := a.engine()
	if err != nil {
		return model.Event{}, err
	}
	if b, err = b.checked(); err != nil {
		return model.Event{}, err
	}
	if b.name == "" {
		b.name = kind.NameAt(a.env.Now())
	}
	ref := engine.Framework().Ref
	return model.Event{
		Kind:        model.EventCreated,
		Name:        b.name,
		Client:      b.client,
		Asked:       b.asked,
		SessionKind: kind,
		Framework:   &ref,
	}, nil
}
