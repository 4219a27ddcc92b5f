package cli

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"remit/model"
	"remit/report"
	"remit/store"
)

// newDemo is remit demo.
func newDemo(a *app) *cobra.Command {
	var brief bool
	cmd := &cobra.Command{
		Use:   "demo",
		Short: "A sample company and its report; nothing is saved",
		Args:  arguments(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			engine, err := a.engineToLook()
			if err != nil {
				return err
			}
			ref := engine.Framework().Ref
			created := model.Event{Kind: model.EventCreated, Name: "Sample", Client: "Harbour Parcel (a sample)", SessionKind: model.Interview, Framework: &ref}
			var events []model.Event
			for _, q := range engine.Framework().Questions {
				if answer, ok := sample()[q.ID]; ok {
					events = append(events, model.Event{Kind: model.EventAnswered, Question: q.ID, Answer: &answer})
				}
			}
			s, err := store.NewMemory(a.env.Now).Create(cmd.Context(), created, events...) // nothing of the sample touches the disk
			if err != nil {
				return err
			}
			write, err := a.reportWriter(cmd, form{"text", brief})
			if err != nil {
				return err
			}
			fmt.Fprintln(a.out, "A delivery company of 180 people that sells tracking software to shops.")
			if !brief {
				fmt.Fprintln(a.out, "It answered:")
				fmt.Fprintln(a.out)
				sayAnswers(a.out, engine.Framework(), s)
			}
			fmt.Fprintln(a.out)
			if err := write(a.out, reportOn(engine, s)); err != nil {
				return err
			}
			if !brief {
				fmt.Fprintln(a.out)
				whole := deliver(engine, subject{answers: engine.Framework().Usable(s.Answers), session: &s})
				if err := report.PieceText(a.out, whole, report.PieceGlance, a.wideText()); err != nil {
					return err
				}
			}
			_, err = io.WriteString(a.out, "\nThis was a sample; nothing was saved. To start your own: remit\nThe reasons for all of it, for a session or a file: remit report, chart, raci and plan\n")
			return err
		},
	}
	briefFlag(cmd, &brief)
	return cmd
}

// sample is what the company of the demo says. One question is left open and one
// is a to-do, because real sheets look like that.
func sample() model.Answers {
	return model.Answers{
		"headcount":        model.Count(180),
		"technology":       model.Choose("part"),
		"custom_software":  model.Choose("heavy"),
		"engineers":        model.Count(22),
		"it_staff":         model.Count(4),
		"estate":           model.Choose("moderate"),
		"regulation":       model.Choose("moderate"),
		"strategy":         model.Choose("differentiation"),
		"priority":         model.Choose("revenue"),
		"audience":         model.Choose("both"),
		"change":           model.Choose("improving"),
		"seats":            model.Count(1),
		"incumbent":        model.Choose("manager"),
		"versatile_leader": {Kind: model.Later},
		"outsourcing":      model.Choose("some"),
	}
}
