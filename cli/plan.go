package cli

import (
	"io"

	"github.com/spf13/cobra"

	"remit/report"
)

// newPlan is remit plan.
func newPlan(a *app) *cobra.Command {
	var in answerInput
	var o documentOptions
	var costs costOptions
	cmd := &cobra.Command{
		Use:   "plan [SESSION|FILE|-]",
		Short: "What to do by which day, what to watch for, and what it costs",
		Long: `Writes what to do with the advice and how to get there from today's leader, in one
list by day: from the decision, and from the first day of whoever is still to come. Then
signs that it does not work; events after which to look again, with the numbers of people
at which growth alone would change the advice, how firm it is or the posts; published
costs; and questions for a lawyer.

--cost puts a figure of your own above the published ones, as ROLE=AMOUNT/PERIOD: the
period is month, year, day or hour. The amount is a whole number or a range, 3000 or
3000-4000, and 3,000 and 3k mean 3000 too. It may have a currency, as in
vcio=EUR 3000/month: $, €, £ or a code of three letters; $ is read as USD. There is one
figure for a role and a period: a new one takes its place. A figure by the month is held
against the cost of a full-time seat: your own figure for it (--cost cio=150000/year), or
else published pay. What comes out are ranges: from where to where it is worth comparing
both.

Figures are only shown. With --keep they are saved in SESSION, and from then on its plan
and its report tell them. --take-back vcio/month shows the plan without such a figure,
and with --keep removes it from the session; --take-back-all does so with all.`,
		Example: `  remit plan acme
  remit plan acme --cost 'vcio=EUR 3000-4000/month' --keep
  remit plan acme --take-back vcio/month --keep
  remit plan examples/dental-group.yaml --cost vcio=3000/month --country "united states"
  remit plan acme --format markdown -o plan.md`,
		Args:              arguments(0, 1),
		ValidArgsFunction: a.completeFileOrSession,
	}
	formats := []format{
		{"text", "txt", false, func(w io.Writer, r report.Report) error {
			return report.PieceText(w, r, report.PiecePlan, a.textOptions())
		}},
		{"markdown", "md", false, pieceMarkdown(report.PiecePlan)},
		{"json", "json", false, pieceJSON(report.PiecePlan)},
	}
	in.flags(cmd)
	o.flags(cmd, formats)
	costs.flags(cmd)
	costs.keepFlags(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return a.document(cmd, args, &in, &o, formats, "plan", func(r *report.Report) error { return costs.apply(cmd, a, r) })
	}
	return cmd
}
