package cli

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"remit/model"
	"remit/report"
)

// newNext is remit next.
func newNext(a *app) *cobra.Command {
	var in answerInput
	var format string
	cmd := &cobra.Command{
		Use:   "next [FILE|-]",
		Short: "Which question to ask next and why, or: decided",
		Long: `Reads answers as remit advise does and names the question that matters most for
what is still open. It says decided when no further answer can change the
recommendation.`,
		Example: `  remit next examples/partial.json
  remit next --set technology=product --format json`,
		Args: arguments(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := in.argument(cmd, args); err != nil {
				return err
			}
			if format != "text" && format != "json" {
				return unknownFormat(cmd, format, "text", "json")
			}
			engine, err := a.engine()
			if err != nil {
				return err
			}
			as, err := in.read(a, cmd, engine.Framework())
			if err != nil {
				return err
			}
			next := engine.Next(as)
			if format == "json" {
				return a.nextJSON(next)
			}
			a.nextText(engine.Framework(), next)
			return nil
		},
	}
	in.flags(cmd)
	cmd.Flags().StringVar(&format, "format", "text", "`text` or json")
	return cmd
}

func (a *app) nextJSON(next model.Next) error {
	var b bytes.Buffer
	if err := json.Indent(&b, report.AppendNext(nil, next), "", "  "); err != nil {
		return err
	}
	b.WriteByte('\n')
	_, err := b.WriteTo(a.out)
	return err
}

func (a *app) nextText(f *model.Framework, next model.Next) {
	if next.Decided {
		fmt.Fprintln(a.out, "decided")
	}
	q := f.Question(next.Question)
	if q == nil {
		if next.Reason != "" {
			fmt.Fprintln(a.out, next.Reason)
		}
		return
	}
	p := printer{w: a.out, width: a.width()}
	p.line("", q.ID+": "+q.Ask)
	for _, told := range [][2]string{{"why now", next.Reason}, {"why at all", q.Why}, {"help", q.Help}, {"answer", q.Legal()}} {
		if told[1] != "" {
			p.line("  ", told[0]+": "+told[1])
		}
	}
	for _, o := range q.Options {
		p.line("    ", fmt.Sprintf("%-12s %s", o.ID, o.Label))
	}
}
