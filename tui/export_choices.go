package tui

import (
	"strconv"
	"strings"

	"remit/report"
)

// exportFormat is a kind of file that a report can become.
type exportFormat struct {
	id    string // as the commands call it
	title string
	says  string
	ends  string // how the file's name ends
	cuts  bool   // it can tell less than everything
}

// exportFormats lists the kinds, those that people ask for most first.
func exportFormats() []exportFormat {
	return []exportFormat{
		{"pdf", "PDF", "to print, to sign and to send", ".pdf", true},
		{"html", "HTML", "one page for a browser; needs nothing else", ".html", true},
		{"markdown", "Markdown", "to go on writing, for a wiki or a repository", ".md", true},
		{"text", "Text", "plain text, to read anywhere", ".txt", true},
		{"xlsx", "Excel", "a workbook: answers, points, who answers for what, the plan", ".xlsx", false},
		{"csv", "CSV", "who answers for what, as a table for any spreadsheet", ".csv", false},
		{"json", "JSON", "everything, for another program", ".json", false},
		{"svg", "SVG", "the org chart as a picture", ".svg", false},
		{"mermaid", "Mermaid", "the org chart as text that a wiki draws", ".mmd", false},
	}
}

// exportCut is how much of the report is told.
type exportCut struct {
	cut   report.Cut
	title string
	says  string
}

func exportCuts() []exportCut {
	return []exportCut{
		{report.Full, "Full", "everything, with all reasons and sources"},
		{report.Board, "Board", "one page to decide on"},
		{report.Agenda, "Agenda", "what a meeting has to talk about, with minutes"},
	}
}

// nextName gives the next name to try where one is taken: "a.pdf" becomes "a-2.pdf",
// "a-2.pdf" becomes "a-3.pdf".
func nextName(path, ends string) string {
	const most = 1000 // a larger number is part of the name, such as a year
	stem := strings.TrimSuffix(path, ends)
	if stem == path {
		ends = ""
	}
	n := 2
	if i := strings.LastIndexByte(stem, '-'); i > 0 {
		if was, err := strconv.Atoi(stem[i+1:]); err == nil && was > 1 && was < most {
			stem, n = stem[:i], was+1
		}
	}
	return stem + "-" + strconv.Itoa(n) + ends
}
