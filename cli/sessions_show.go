package cli

import (
	"fmt"

	"github.com/spf13/cobra"

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
				return a.showSession(s)
			}
			engine, err := a.engine()
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

func (a *app) showSession(s model.Session) error {
	engine, err := a.engine()
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
		{"Answers", f.Tally(s.Answers).String()},
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

// newSessionsHistory is remit sessions history.
func newSessionsHistory(a *app) *cobra.Command {
	format := ""
	cmd := &cobra.Command{
		Use:   "history SESSION",
		Short: "Everything that happened to a session, oldest first",
		Args:  arguments(1, 1),
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
			engine, err := a.engine()
			if err != nil {
				return err
			}
			for _, e := range events {
				a.report("%s  %s  %s", day(e.At), e.By, happened(engine.Framework(), e))
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "text or json")
	return cmd
}

// happened says an event in words.
func happened(f *model.Framework, e model.Event) string {
	short := e.Question
	q := f.Question(e.Question)
	if q != nil {
		short = q.Short
	}
	switch e.Kind {
	case model.EventCreated:
		return fmt.Sprintf("created %q (%s)", e.Name, e.SessionKind)
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
		return fmt.Sprintf("renamed to %q", e.Name)
	}
	return string(e.Kind)
}
