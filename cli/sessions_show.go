package cli

import (
	"context"
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"remit/advisor"
	"remit/model"
)

// newSessionsShow is remit sessions show.
func newSessionsShow(a *app) *cobra.Command {
	var as form
	cmd := &cobra.Command{
		Use:   "show SESSION",
		Short: "What a session says, and what is recommended",
		Long: `Shows what was answered and what is recommended. With --format markdown it is the
whole report as a page to send on, with --brief what fits one page; both carry the
session's name, its client and the day of its last change.`,
		Example: "  remit sessions show acme\n  remit sessions show acme --brief\n  remit sessions show acme --format markdown > acme.md",
		Args:    arguments(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			write, err := a.reportWriter(cmd, as)
			if err != nil {
				return err
			}
			_, s, err := a.find(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			switch {
			case as.format == "json":
				return writeJSON(a.out, s)
			case as == form{format: "text"}:
				return a.showSession(cmd, s)
			}
			engine, err := a.engineToLook()
			if err != nil {
				return err
			}
			for _, note := range since(engine, s) {
				fmt.Fprintln(a.err, model.Clean("remit: "+note))
			}
			return write(a.out, reportOn(engine, s))
		},
	}
	cmd.Flags().StringVar(&as.format, "format", "text", "`text`, json or markdown")
	briefFlag(cmd, &as.brief)
	return cmd
}

func (a *app) showSession(cmd *cobra.Command, s model.Session) error {
	engine, err := a.engineToLook()
	if err != nil {
		return err
	}
	f := engine.Framework()
	a.report("%s (%s%s)", s.Name, s.Kind, mark(s))
	for _, line := range []struct{ label, text string }{
		{"Client", s.Client},
		{"Asked", s.Asked},
		{"Id", s.ID},
		{"Created", day(s.Created)},
		{"Changed", day(s.Updated)},
		{"Framework", s.Framework.ID + " " + s.Framework.Version},
		{"Branched from", a.parentWords(cmd.Context(), s)},
		{"Answers", f.Tally(s.Answers).String()},
		{"Matrix", editsTold(s)},
		{"Costs", costsTold(s)},
	} {
		if line.text != "" {
			a.report("%s: %s", line.label, line.text)
		}
	}
	for _, note := range since(engine, s) {
		a.report("Note: %s", note)
	}
	fmt.Fprintln(a.out)
	sayAnswers(a.out, f, s)
	fmt.Fprintln(a.out)
	a.report("%s", verdict(engine, s.Answers))
	return nil
}

// editsTold says how much of the matrix people changed; "" for nothing.
func editsTold(s model.Session) string {
	if len(s.Edits) == 0 {
		return ""
	}
	return counted(len(s.Edits), "cell") + " set by hand; remit raci shows the matrix"
}

// newSessionsHistory is remit sessions history.
func newSessionsHistory(a *app) *cobra.Command {
	format := ""
	cmd := &cobra.Command{
		Use:   "history SESSION",
		Short: "Everything that happened to a session, oldest first",
		Long: `Lists every change of a session with its number, when it was made and by whom. The
first says under which framework the session was begun. A number, or a day, is a
point that sessions compare and sessions branch take, as SESSION@12.`,
		Args: arguments(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := oneOf(cmd, "format", format, "text", "json"); err != nil {
				return err
			}
			keep, s, err := a.find(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			events, err := keep.History(cmd.Context(), s.ID)
			if err != nil {
				return err
			}
			if format == "json" {
				return writeJSON(a.out, events)
			}
			engine, err := a.engineToLook()
			if err != nil {
				return err
			}
			wide := len(strconv.Itoa(len(events)))
			for _, e := range events {
				said := happened(engine, e)
				switch e.Kind {
				case model.EventEdited:
					said = editTold(engine.Playbook(), e)
				case model.EventPriced:
					said = priceTold(engine.Playbook(), e)
				}
				a.report("%*d  %s  %s  %s", wide, e.Seq, day(e.At), e.By, said)
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "text or json")
	return cmd
}

// begun says under which framework a session was created, and from which other
// session.
func begun(present *advisor.Engine, e model.Event) string {
	f := present.Framework()
	said := ""
	switch ref := e.Framework; {
	case ref == nil || *ref == (model.Ref{}):
		said = ", under a framework that nobody noted"
	case ref.Hash == f.Hash, sameContent(present, *ref):
		said = fmt.Sprintf(", under %s %s", ref.ID, ref.Version)
	case ref.ID == f.ID && ref.Version == f.Version:
		said = fmt.Sprintf(", under %s %s with other content than the one in use (%s, now %s)", ref.ID, ref.Version, ref.Hash, f.Hash)
	default:
		said = fmt.Sprintf(", under %s %s, not the framework in use (%s %s)", ref.ID, ref.Version, f.ID, f.Version)
	}
	if e.Parent != "" {
		said += ", branched from " + e.Parent
	}
	return said
}

// parentWords names the session that s branched from; its id alone if it is not
// here.
func (a *app) parentWords(ctx context.Context, s model.Session) string {
	if s.Parent == "" {
		return ""
	}
	keep, err := a.sessions()
	if err != nil {
		return s.Parent
	}
	parent, err := keep.Get(ctx, s.Parent)
	if err != nil {
		return s.Parent + " (not here)"
	}
	return fmt.Sprintf("%s (%s%s)", parent.Called(), parent.ID, mark(parent))
}

// happened says an event in words.
func happened(present *advisor.Engine, e model.Event) string {
	f := present.Framework()
	short := e.Question
	q := f.Question(e.Question)
	if q != nil {
		short = q.Short
	}
	switch e.Kind {
	case model.EventCreated:
		return fmt.Sprintf("created %s (%s)%s", inQuotes(e.Name), e.SessionKind, begun(present, e))
	case model.EventAnswered:
		if e.Answer == nil || e.Answer.Kind == model.Unanswered {
			return fmt.Sprintf("took back the answer to %s", short)
		}
		return fmt.Sprintf("answered %s: %s", short, answerWords(q, *e.Answer))
	case model.EventNoted:
		if e.Text == "" {
			return fmt.Sprintf("took away the note on %s", short)
		}
		return fmt.Sprintf("noted on %s: %s", short, model.Cut(e.Text, 200))
	case model.EventMoved:
		return fmt.Sprintf("went to %s", short)
	case model.EventRenamed:
		return "renamed to " + inQuotes(e.Name)
	}
	return string(e.Kind)
}

// activityTitle names an activity; by its id where the framework has none of it.
func activityTitle(p *model.Playbook, id string) string {
	if x := p.Activity(id); x != nil {
		return x.Title
	}
	return id
}

// editTold says a change of the matrix in words.
func editTold(p *model.Playbook, e model.Event) string {
	if e.Activity == "" {
		return "took all changes of the matrix back"
	}
	title := activityTitle(p, e.Activity)
	if e.Letter == nil {
		return fmt.Sprintf("took back the change of %s in %s", roleName(p, e.Role), inQuotes(title))
	}
	return fmt.Sprintf("gave %s %s in %s", roleName(p, e.Role), letterName(*e.Letter), inQuotes(title))
}
