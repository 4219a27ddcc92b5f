package cli

import (
	"io"

	"github.com/spf13/cobra"

	"remit/report"
)

// form is how a report is to be written.
type form struct {
	format string // text, json or markdown
	brief  bool   // what fits one page; text and markdown only
}

// briefFlag is the flag that asks for the brief form, worded alike everywhere.
func briefFlag(cmd *cobra.Command, brief *bool) {
	cmd.Flags().BoolVar(brief, "brief", false, "one page: the advice, its reasons, the first step and what could turn it")
}

// reportWriter gives the writer for a form.
func (a *app) reportWriter(cmd *cobra.Command, f form) (func(io.Writer, report.Report) error, error) {
	switch {
	case f.format == "json" && f.brief:
		return nil, misused(cmd, "Leave one of them out: programs get everything.", "--brief goes with text and markdown, not with json")
	case f.format == "json":
		return report.JSON, nil
	case f.format == "markdown":
		return func(w io.Writer, r report.Report) error { return report.Markdown(w, r, f.cut()) }, nil
	case f.format == "text":
		return func(w io.Writer, r report.Report) error { return report.Text(w, r, f.cut(), a.textOptions()) }, nil
	}
	return nil, unknownFormat(cmd, f.format, "text", "json", "markdown")
}

// cut is how much of the report the form tells.
func (f form) cut() report.Cut {
	if f.brief {
		return report.Board
	}
	return report.Full
}
