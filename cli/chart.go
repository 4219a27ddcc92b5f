package cli

import (
	"io"

	"github.com/spf13/cobra"

	"remit/report"
)

// newChart is remit chart.
func newChart(a *app) *cobra.Command {
	var in answerInput
	var o documentOptions
	cmd := &cobra.Command{
		Use:   "chart [SESSION|FILE|-]",
		Short: "Who reports to whom under the advice, and why each post is there",
		Long: `Draws the posts that the company has or gets under the advice: which are new, which are
filled today, which are under contract. --format svg is an image of its own, mermaid the
drawing for a wiki. SESSION, FILE and --output are as with remit report.`,
		Example: `  remit chart acme
  remit chart examples/software-company.yaml --format svg -o chart.svg
  remit chart --set headcount=300 --set technology=product --set engineers=60`,
		Args:              arguments(0, 1),
		ValidArgsFunction: a.completeFileOrSession,
	}
	formats := []format{
		{"text", "txt", false, func(w io.Writer, r report.Report) error {
			return report.PieceText(w, r, report.PieceChart, a.textOptions())
		}},
		{"markdown", "md", false, pieceMarkdown(report.PieceChart)},
		{"svg", "svg", false, drawnChart(report.ChartSVG)},
		{"mermaid", "mmd", false, drawnChart(report.ChartMermaid)},
		{"json", "json", false, pieceJSON(report.PieceChart)},
	}
	in.flags(cmd)
	o.flags(cmd, formats)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return a.document(cmd, args, &in, &o, formats, "chart", nil)
	}
	return cmd
}

// document runs a command that writes one part of a report; change, which may be nil,
// is applied to the report before it is written.
func (a *app) document(cmd *cobra.Command, args []string, in *answerInput, o *documentOptions, formats []format, kind string, change func(*report.Report) error) error {
	if err := in.argument(cmd, args); err != nil {
		return err
	}
	f, err := o.choose(cmd, a, formats)
	if err != nil {
		return err
	}
	r, err := a.delivered(cmd, in)
	if err != nil {
		return err
	}
	if change != nil {
		if err := change(&r); err != nil {
			return err
		}
	}
	return o.put(a, kind, f, r)
}

func pieceMarkdown(p report.Piece) func(io.Writer, report.Report) error {
	return func(w io.Writer, r report.Report) error { return report.PieceMarkdown(w, r, p) }
}

func pieceJSON(p report.Piece) func(io.Writer, report.Report) error {
	return func(w io.Writer, r report.Report) error { return report.PieceJSON(w, r, p) }
}
