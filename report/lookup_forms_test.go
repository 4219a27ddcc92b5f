package report_test

import (
	"io"

	"remit/model"
	"remit/report"
)

// lookUpForms are the forms of what commands show beside a report: pieces and what-if as
// JSON, the advice alone, and the pages of the catalogue, all of them one behind the other.
func lookUpForms() []form {
	all := []form{
		{"whatif text", func(w io.Writer, r report.Report) error { return report.WhatIfText(w, *r.WhatIf, report.TextOptions{}) }, readText},
		{"whatif json", func(w io.Writer, r report.Report) error { return report.WhatIfJSON(w, *r.WhatIf) }, readJSON},
		{"advice json", report.JSON, readJSON},
		{"chart text", func(w io.Writer, r report.Report) error {
			return eachLine(w, report.ChartLines(chartIn(r), true))
		}, readText},
	}
	for _, p := range []report.Piece{report.PieceMatrix, report.PieceChart, report.PiecePlan} {
		all = append(all, form{string(p) + " json", func(w io.Writer, r report.Report) error { return report.PieceJSON(w, r, p) }, readJSON})
	}
	for name, pages := range map[string]func(report.Catalogue) []report.Page{"roles": rolePages, "explain": topicPages} {
		all = append(all,
			form{name + " text", eachPage(pages, func(w io.Writer, p report.Page) error { return p.Text(w, report.TextOptions{}) }), readText},
			form{name + " markdown", eachPage(pages, func(w io.Writer, p report.Page) error { return p.Markdown(w) }), readMarkdown})
	}
	return all
}

func eachLine(w io.Writer, lines []string) error {
	for _, line := range lines {
		if _, err := io.WriteString(w, line+"\n"); err != nil {
			return err
		}
	}
	return nil
}

// eachPage writes all pages of the catalogue that a report is made with.
func eachPage(pages func(report.Catalogue) []report.Page, write func(io.Writer, report.Page) error) func(io.Writer, report.Report) error {
	return func(w io.Writer, r report.Report) error {
		for _, p := range pages(report.Catalogue{Framework: r.Framework, Book: r.Book}) {
			if err := write(w, p); err != nil {
				return err
			}
		}
		return nil
	}
}

// rolePages are the list of all roles, and three of them found, side by side and each by itself.
func rolePages(c report.Catalogue) []report.Page {
	var roles []*model.Role
	for i := range c.Book.Roles {
		roles = append(roles, &c.Book.Roles[i])
	}
	const each = 3
	pages := []report.Page{c.RoleList(roles), c.RolesFound(c.Book.Roles[0].Title, roles[:each]), c.RolesBeside(roles[:each])}
	for _, r := range roles[:each] {
		pages = append(pages, c.Role(r, report.RoleOptions{Charters: true}))
	}
	return pages
}

// topicPages are the list of all topics, one of each kind explained, and what may be meant.
func topicPages(c report.Catalogue) []report.Page {
	topics, done := c.Topics(), map[report.Kind]bool{}
	pages := []report.Page{c.Explanations(), c.Candidates(topics[0].Title, []report.Match{{Topic: topics[0]}, {Topic: topics[1]}})}
	for _, topic := range topics {
		if !done[topic.Kind] {
			done[topic.Kind] = true
			pages = append(pages, c.Page(c.Explain(topic)))
		}
	}
	return pages
}
