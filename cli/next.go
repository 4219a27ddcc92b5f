package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math/big"
	"time"

	"github.com/spf13/cobra"

	"remit/advisor"
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
recommendation, and too early to say when all that could speak for one was said
not to apply; then it names what to answer after all.`,
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
			shares, err := sharesOf(cmd.Context(), engine, as)
			if err != nil {
				return err
			}
			if format == "json" {
				return a.nextJSON(next, shares)
			}
			a.nextText(engine.Framework(), next)
			if shares != nil {
				a.sharesText(engine.Framework(), shares)
			}
			return nil
		},
	}
	in.flags(cmd)
	cmd.Flags().StringVar(&format, "format", "text", "`text` or json")
	return cmd
}

// patience is how long counting may keep a person waiting. The built-in framework
// takes a fraction of a second at the most; one with many more questions may take
// hours while nothing is answered.
const patience = 5 * time.Second

// sharesOf counts the ways to answer the rest; nil if that takes too long.
func sharesOf(ctx context.Context, engine *advisor.Engine, as model.Answers) (*advisor.Counts, error) {
	limited, stop := context.WithTimeout(ctx, patience)
	defer stop()
	counts, err := engine.Shares(limited, as)
	switch {
	case err == nil:
		return &counts, nil
	case ctx.Err() != nil:
		return nil, err
	}
	return nil, nil
}

// nextJSON writes the next question, with the shares if they were counted.
func (a *app) nextJSON(next model.Next, shares *advisor.Counts) error {
	text := report.AppendNext(nil, next)
	if shares != nil {
		var counts [model.NumStructures]*big.Int
		for s, n := range shares {
			counts[s] = n.Big()
		}
		text = report.AppendNextWithShares(nil, next, counts)
	}
	var b bytes.Buffer
	if err := json.Indent(&b, text, "", "  "); err != nil {
		return err
	}
	b.WriteByte('\n')
	_, err := b.WriteTo(a.out)
	return err
}

func (a *app) nextText(f *model.Framework, next model.Next) {
	q := f.Question(next.Question)
	switch {
	case next.Decided && q != nil:
		fmt.Fprintln(a.out, "too early to say")
	case next.Decided:
		fmt.Fprintln(a.out, "decided")
	}
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

// sharesText tells how many of the ways to answer the rest lead to each structure
// that is still possible; nothing once all lead to one, which is told as decided.
func (a *app) sharesText(f *model.Framework, shares *advisor.Counts) {
	possible := 0
	for _, n := range shares {
		if (n != advisor.Count{}) {
			possible++
		}
	}
	if possible < 2 {
		return
	}
	p := printer{w: a.out, width: a.width()}
	p.line("  ", "still possible, and in how many of all ways to answer the rest (these are not chances):")
	for _, s := range model.Structures() {
		if (shares[s] != advisor.Count{}) {
			p.line("    ", fmt.Sprintf("%-12s %s", s, shares.InWords(s)))
		}
	}
}
