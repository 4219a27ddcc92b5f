package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

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
	fmt.Fprintf(a.out, "%s: %s\n", q.ID, q.Ask)
	if next.Reason != "" {
		fmt.Fprintf(a.out, "  why now: %s\n", next.Reason)
	}
	if q.Why != "" {
		fmt.Fprintf(a.out, "  why at all: %s\n", q.Why)
	}
	if q.Help != "" {
		fmt.Fprintf(a.out, "  help: %s\n", strings.ReplaceAll(q.Help, "\n", "\n    "))
	}
	fmt.Fprintf(a.out, "  answer: %s\n", q.Legal())
	for _, o := range q.Options {
		fmt.Fprintf(a.out, "    %-12s %s\n", o.ID, o.Label)
	}
}
