package cli

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"remit/advisor"
	"remit/model"
	"remit/report"
)

// verifyOptions are the inputs of remit verify.
type verifyOptions struct {
	dir    string // as named on the command line or in the variable; "" if it is in use anyway
	format string
}

// newVerify is remit verify, and remit framework verify, which is the same.
func newVerify(a *app) *cobra.Command {
	o := &verifyOptions{}
	cmd := &cobra.Command{
		Use:   "verify [DIR]",
		Short: "Prove what holds for every company that could answer",
		Long: `Looks at every answer sheet that the framework in DIR, or the one in use, allows: not
at a sample but at all of them. It counts how many lead to each structure and says
whether every structure can be reached, whether each rule, question, table row and
open dispute makes a difference to somebody, and whether the laws that the framework
declares hold. A broken law comes with a smallest sheet that breaks it.

Then it proves the playbook: for every company the chart is one tree, somebody inside
answers for every row of the responsibility matrix, duties that must stay apart do,
every seat has a charter without gaps or lines that nobody reads, every post has
something to do, and whoever a step is for is there. What does not hold comes with
a sheet too, where one can show it.

A sheet gives each question one of its answers, or none; numbers that no rule tells
apart count as one answer. The exit code is 4 if anything does not hold.`,
		Example: `  remit verify
  remit framework new mine
  remit framework verify mine`,
		Args: arguments(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.dir = a.framework
			if len(args) > 0 {
				o.dir = args[0]
			}
			if o.format != "text" && o.format != "json" {
				return unknownFormat(cmd, o.format, "text", "json")
			}
			return o.run(cmd.Context(), a, args)
		},
	}
	cmd.Flags().StringVar(&o.format, "format", "text", "`text` or json")
	return cmd
}

func (o *verifyOptions) run(ctx context.Context, a *app, args []string) error {
	engine, err := a.readNamed(args)
	if err != nil {
		return err
	}
	p, err := a.proveAll(ctx, engine)
	if err != nil {
		return err
	}
	p.Try = o.try()
	if o.format == "json" {
		err = report.ProofJSON(a.out, p)
	} else {
		err = report.ProofText(a.out, p, a.textOptions())
	}
	if wrong := p.Wrong(); err == nil && len(wrong) > 0 {
		return &model.Error{Kind: model.KindLaw, What: "the framework does not hold: " + strings.Join(wrong, ", "),
			Cure: "The report says where. Mend the rules or the playbook, or the law if it asks too much, and prove again."}
	}
	return err
}

// try is the command that judges by this framework.
func (o *verifyOptions) try() string {
	if o.dir == "" {
		return "remit advise"
	}
	return "remit advise --framework " + shellWord(o.dir)
}

// textOptions are those of every text that this run writes.
func (a *app) textOptions() report.TextOptions {
	return report.TextOptions{Width: a.width(), Color: a.color && a.env.OutTerminal, ASCII: a.ascii}
}

// proveAll proves the judgement, then the playbook.
func (a *app) proveAll(ctx context.Context, engine *advisor.Engine) (report.Proof, error) {
	const judgement = 0.9 // of the time, about
	bar := a.newBar("proving")
	defer bar.stop()
	v, err := engine.Verify(ctx, func(done float64) { bar.set(judgement * done) })
	if err != nil {
		return report.Proof{}, err
	}
	book, err := engine.VerifyPlaybook(ctx, func(done float64) { bar.set(judgement + (1-judgement)*done) })
	if err != nil {
		return report.Proof{}, err
	}
	p := proof(engine.Framework(), v)
	p.Playbook = report.BookProof{Claims: book.Claims, About: book.About, Situations: book.Situations, Unproven: book.Unproven}
	for _, b := range book.Broken {
		p.Playbook.Broken = append(p.Playbook.Broken, report.BookBreach{Claim: b.Claim, Text: b.Text,
			Example: b.Situation.Answers, Advised: b.Situation.Structure})
	}
	return p, nil
}

// proof hands a verification to its writers.
func proof(f *model.Framework, v *advisor.Verification) report.Proof {
	p := report.Proof{Framework: f, Sheets: v.Sheets.Big(), Examples: v.Examples}
	for s, n := range v.Counts {
		p.Counts[s] = n.Big()
	}
	for _, t := range v.Ties {
		p.Ties = append(p.Ties, report.Tie(t))
	}
	p.Idle = slices.Concat(idle(report.RulePart, v.Rules), idle(report.QuestionPart, v.Questions),
		idle(report.RowPart, v.Rows), idle(report.DissentPart, v.Dissents))
	for _, l := range v.Laws {
		p.Laws = append(p.Laws, report.LawProof(l))
	}
	return p
}

func idle(part report.Part, list []advisor.Idle) []report.Idle {
	parts := make([]report.Idle, len(list))
	for i, idle := range list {
		parts[i] = report.Idle{Part: part, ID: idle.ID, Why: idle.Why}
	}
	return parts
}
