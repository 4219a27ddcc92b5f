package cli

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"remit/model"
	"remit/report"
)

// reportOptions are the inputs of remit report.
type reportOptions struct {
	in    answerInput
	doc   documentOptions
	costs costOptions
	cut   string
	all   bool
}

// newReport is remit report.
func newReport(a *app) *cobra.Command {
	o := &reportOptions{}
	cmd := &cobra.Command{
		Use:   "report [SESSION|FILE|-]",
		Short: "The whole report: the advice, its proof and what follows from it",
		Long: `Writes everything that is known about a company: what to decide, the advice and its
reasons, who reports to whom, who answers for what, charters of the new seats, the
plan, what it costs, what would change the advice, and all sources. SESSION is a saved
session, FILE an answer file, - standard input. Where a file and a session have the
same name, the file is read. Nothing is saved but the file of --output.

--cut board is one page for a board, --cut agenda what a meeting has to talk about, with
minutes. Both come as text, markdown, html and pdf. As xlsx it is a workbook with a
sheet each for advice, ranking, reasons, answers, posts, matrix, plan, costs, sources; csv is
the matrix alone, svg and mermaid are the chart alone. Texts that a spreadsheet could run
as a formula get an apostrophe in csv, and are marked as texts in xlsx.

A file appears whole or not at all and for its owner only. What is there is not
replaced without --force. In a directory the document gets a name from the company's:
harbour-parcel-report.pdf, and with -2 behind it if that is taken, with --force too.

--set tries an answer for this document alone, and the document says so: the session
keeps what it has.

--cost and --country are as with remit plan. A figure that remit plan --keep has saved in
the session is told without them.

--all writes the report of every session that is neither archived nor deleted, in the
order of remit sessions list; words behind it choose sessions as they do there. With
--format json each report is one line, on the terminal, in a pipe or in the file of
--output. Where --output is a directory, each report gets a file of its own there, in any
format. A second time there, nothing is written without --force; with it each new report
takes the place of the one of the same session, also where the company is called otherwise
by now, and what others made or changed there stays. The file .remit-reports there knows
which is which: it holds the names of the files, those of companies where reports beside
it are not anonymous, and nothing else that tells of anybody. A session of which no report
can be made is named, the others go on, and the exit code is 3; 65 if there is none at all.`,
		Example: `  remit report acme
  remit report acme -o acme.pdf
  remit report acme --cut board --format html -o reports/
  remit report examples/dental-group.yaml --format markdown --anonymous
  remit report --all --format pdf -o reports/
  remit report --all --format pdf -o reports/ --force
  remit report --all --format json -o reports.ndjson`,
		Args: func(cmd *cobra.Command, args []string) error {
			if o.all {
				return nil
			}
			return arguments(0, 1)(cmd, args)
		},
		ValidArgsFunction: a.completeFileOrSession,
	}
	formats := a.reportFormats(&o.cut, a.warn)
	o.in.flags(cmd)
	o.doc.flags(cmd, formats)
	o.costs.flags(cmd)
	cmd.Flags().Lookup("force").Usage = "replace the file that --output names, if it exists; with --all in a directory, the reports of an earlier --all"
	cmd.Flags().StringVar(&o.cut, "cut", string(report.Full), "`full`, board (one page) or agenda (for a meeting)")
	cmd.Flags().BoolVar(&o.all, "all", false, "all sessions, or those that the words behind it choose: one a line as JSON, or one a file in a directory")
	_ = cmd.RegisterFlagCompletionFunc("cut", cobra.FixedCompletions([]cobra.Completion{"full", "board", "agenda"}, cobra.ShellCompDirectiveNoFileComp))
	cmd.RunE = func(cmd *cobra.Command, args []string) error { return o.run(cmd, a, formats, args) }
	return cmd
}

// run writes the report of what args name, or of all sessions that they choose.
func (o *reportOptions) run(cmd *cobra.Command, a *app, formats []format, args []string) error {
	if !report.Cut(o.cut).Known() {
		return misused(cmd, "It is full, board or agenda.", "unknown cut %s", model.Quote(o.cut))
	}
	if o.all {
		if err := o.costs.ofOne(cmd); err != nil {
			return err
		}
		if err := o.in.ofOne(cmd); err != nil {
			return err
		}
		return a.reportAll(cmd, o, args)
	}
	if err := o.in.argument(cmd, args); err != nil {
		return err
	}
	f, err := o.doc.choose(cmd, a, formats)
	if err == nil {
		err = o.fits(cmd, f)
	}
	if err != nil {
		return err
	}
	r, err := a.delivered(cmd, &o.in)
	if err == nil {
		err = o.costs.apply(cmd, a, &r)
	}
	if err != nil {
		return err
	}
	return o.doc.put(a, o.kind(), f, r)
}

// fits refuses a cut that a format cannot tell.
func (o *reportOptions) fits(cmd *cobra.Command, f format) error {
	if report.Cut(o.cut) == report.Full || cuttable(f.name) {
		return nil
	}
	return misused(cmd, "It goes with text, markdown, html and pdf.", "--cut %s does not go with --format %s", o.cut, f.name)
}

// kind is what a document is called in the name of its file.
func (o *reportOptions) kind() string {
	if report.Cut(o.cut) == report.Full {
		return "report"
	}
	return o.cut
}

// cuttable reports whether a format can tell less than all.
func cuttable(format string) bool {
	return format == "text" || format == "markdown" || format == "html" || format == "pdf"
}

// delivered reads what a command is asked about and puts its report together.
func (a *app) delivered(cmd *cobra.Command, in *answerInput) (report.Report, error) {
	engine, err := a.engineToLook()
	if err != nil {
		return report.Report{}, err
	}
	about, err := a.subject(cmd, in, engine)
	if err != nil {
		return report.Report{}, err
	}
	return deliver(engine, about), nil
}

// reportFormats are the formats of a report. cut is read when one writes; warn is told
// what a PDF could not show as it is.
func (a *app) reportFormats(cut *string, warn func(string)) []format {
	which := func() report.Cut { return report.Cut(*cut) }
	return []format{
		{"text", "txt", false, func(w io.Writer, r report.Report) error { return report.Text(w, r, which(), a.textOptions()) }},
		{"markdown", "md", false, func(w io.Writer, r report.Report) error { return report.Markdown(w, r, which()) }},
		{"html", "html", false, func(w io.Writer, r report.Report) error { return report.HTML(w, r, which()) }},
		{"pdf", "pdf", true, func(w io.Writer, r report.Report) error { return pdf(w, r, which(), warn) }},
		{"xlsx", "xlsx", true, report.XLSX},
		{"csv", "csv", false, withMatrix(report.RACICSV)},
		{"json", "json", false, report.ReportJSON},
		{"svg", "svg", false, drawnChart(report.ChartSVG)},
		{"mermaid", "mmd", false, drawnChart(report.ChartMermaid)},
	}
}

// pdf writes a report as PDF.
func pdf(w io.Writer, r report.Report, cut report.Cut, warn func(string)) error {
	warnings, err := report.PDF(w, r, cut)
	for _, warning := range warnings {
		warn(warning)
	}
	return err
}

// warn tells what is to be known about a document on standard error.
func (a *app) warn(warning string) { fmt.Fprintln(a.err, model.Clean("remit: "+warning)) }

// withMatrix and drawnChart guard writers that have nothing to write where nothing
// follows from the answers yet.
func withMatrix(write func(io.Writer, report.Report) error) func(io.Writer, report.Report) error {
	return func(w io.Writer, r report.Report) error {
		if err := nothingFollows(r); err != nil {
			return err
		}
		return write(w, r)
	}
}

func drawnChart(draw func(io.Writer, *report.Chart) error) func(io.Writer, report.Report) error {
	return func(w io.Writer, r report.Report) error {
		if err := nothingFollows(r); err != nil {
			return err
		}
		return draw(w, &report.Chart{Framework: r.Framework, Book: r.Book, Advice: &r.Advice, Posts: r.Follows.Posts, Dropped: r.Follows.Dropped})
	}
}

// nothingFollows is the error for a document that cannot be made of the answers.
func nothingFollows(r report.Report) error {
	switch {
	case r.Advice.TooEarly():
		e := &model.Error{Kind: model.KindInvalid, What: "it is too early to say who reports to whom and who answers for what",
			Lost: "Nothing was written.", Cure: "Answer more questions first: remit next says which."}
		if q := r.Framework.Question(r.Next.Question); q != nil {
			e.Cure = "Answer first: " + q.Ask
		}
		return e
	case r.Follows == nil || len(r.Follows.Posts) == 0:
		return &model.Error{Kind: model.KindInvalid, What: "this framework says nothing about what follows from its advice",
			Lost: "Nothing was written.", Cure: "Add roles and activities to it, or use the built-in one: --framework builtin"}
	}
	return nil
}
