package report

import (
	"slices"
	"strings"

	"remit/model"
)

// What the terminal app borrows, so that a screen and a page say the same thing in the
// same words.

// ChartRow is one post of a chart drawn in text.
type ChartRow struct {
	Post   model.Post
	Branch string // the lines of the tree before the title, dotted for a contract
	Title  string
	Note   string // "new, full-time"; may be empty
}

// ChartRows gives the rows of a chart from the root down; plain uses no characters
// beyond ASCII. All texts are clean.
func ChartRows(c *Chart, plain bool) []ChartRow {
	g := chartGlyphs{"├─ ", "└─ ", "│  ", "   ", "├┄ ", "└┄ "}
	if plain {
		g = chartGlyphs{"|- ", "`- ", "|  ", "   ", "|. ", "`. "}
	}
	boxes := c.boxes()
	rows := make([]ChartRow, len(boxes))
	for i, b := range boxes {
		var branch strings.Builder
		for level, last := range b.last {
			branch.WriteString(g.branch(last, level == len(b.last)-1, b.post.Contract))
		}
		rows[i] = ChartRow{b.post, branch.String(), b.title, b.note}
	}
	return rows
}

// FirstStep is the one thing to do first: who holds a screen and a page must not find two.
func FirstStep(r Report) string { return model.Clean(r.firstStep()) }

// LetterMeans says what who holds a letter does: "A" "answers for it and has the last
// word".
func LetterMeans(l model.Letter) string {
	switch l {
	case model.LetterA:
		return "answers for it and has the last word"
	case model.LetterAR:
		return "answers for it, has the last word and does the work"
	case model.LetterR:
		return "does the work"
	case model.LetterC:
		return "is asked before"
	case model.LetterI:
		return "is told after"
	}
	return "has no part in it"
}

// CharterPart is a list of a charter below its heading.
type CharterPart struct {
	Title string // ends in a colon
	Texts []string
}

// CharterParts gives the lists of a charter that are not empty, in the order in which
// they are read. A charter without measures has those of its role.
func CharterParts(book *model.Playbook, c *model.Charter) []CharterPart {
	return charterParts(Report{Book: book}, c)
}

// Lines gives lines of a charter. A catalogue has them for all companies: there each says
// beside whom it is read, if that is not everybody.
func Lines(book *model.Playbook, list []model.Clause) []string {
	lines := make([]string, len(list))
	for i, x := range list {
		lines[i] = x.Text + besideWhom(book, x.Beside)
	}
	return lines
}

// besideWhom is empty for a line that is read everywhere.
func besideWhom(book *model.Playbook, b model.Beside) string {
	var parts []string
	for _, x := range []struct {
		how   string
		roles []string
	}{{"beside ", b.With}, {"without ", b.Without}} {
		if len(x.roles) == 0 {
			continue
		}
		names := slices.Clone(x.roles)
		for i, id := range names {
			if role := book.Role(id); role != nil {
				names[i] = role.Named()
			}
		}
		parts = append(parts, x.how+strings.Join(names, ", "))
	}
	if len(parts) == 0 {
		return ""
	}
	return " (" + strings.Join(parts, "; ") + ")"
}

// Consents say who agrees to what a charter leaves to others, a line each, by what
// sentences call the roles.
func Consents(book *model.Playbook, c *model.Charter) []string {
	lines := make([]string, len(c.Asks))
	for i, x := range c.Asks {
		lines[i] = x.Text
		if role := book.Role(x.Role); role != nil {
			lines[i] = capital(role.Named()) + " " + x.Text
		}
	}
	return lines
}

// WhyAccountable says why the accountable role of a row is that, also where people chose
// it.
func WhyAccountable(book *model.Playbook, m *model.Matrix, row int) string {
	return Report{Book: book, Follows: &model.Deliverables{Matrix: *m}}.because(row)
}

// PriceRange writes "USD 2,500 to 8,000 a month".
func PriceRange(c *model.Cost) string { return priceRange(c) }
