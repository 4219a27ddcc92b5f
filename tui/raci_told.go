package tui

import (
	"strings"

	"remit/model"
	"remit/report"
)

// told says all there is to say about the cell under the cursor: what its letter means,
// why who answers for the row does, and what experts dispute.
func (c *raciPage) told(w int) string {
	_, _, cell, _ := c.cell()
	return c.toldWith(cell, w)
}

// toldWith is told of the cell as it could be.
func (c *raciPage) toldWith(cell model.Cell, w int) string {
	row, role, _, ok := c.cell()
	if !ok {
		return ""
	}
	t, f := c.follows.env.theme, c.follows
	a := f.book().Activity(row.Activity)
	blocks := []string{
		c.tellCell(a, role, cell, w),
		c.tellBroken(row.Activity, w),
		c.tellWhy(row, w),
		tint(t.muted, wrapped("It means: "+a.What, w)),
	}
	if a.Dispute != "" {
		blocks = append(blocks, wrapped("Where experts disagree: "+a.Dispute, w))
	}
	blocks = append(blocks, c.tellRemarks(row, role, w))
	if c.proofs {
		blocks = append(blocks, f.proof(a.Strength, row.Sources, w))
	}
	return pile(blocks...)
}

// below is told in the lines below the rows, as far as it goes there.
func (c *raciPage) below(w, h int) []string {
	row, role, cell, ok := c.cell()
	if !ok {
		return nil
	}
	t, title := c.follows.env.theme, c.follows.book().Activity(row.Activity).Title
	if h <= 2 {
		meaning, _, _ := strings.Cut(c.tellCell(c.follows.book().Activity(row.Activity), role, cell, 1<<10), "\n")
		return []string{t.strong.Render(cut(title, w)), cut(meaning, w)}
	}
	lines := append(strings.Split(tint(t.strong, wrapped(title, w)), "\n"), strings.Split(c.told(w), "\n")...)
	if len(lines) > h {
		lines = append(lines[:h-1], t.muted.Render(cut(glyphEllipse+" enter tells the rest", w)))
	}
	return lines
}

// tellCell says what the letter under the cursor means in its row.
func (c *raciPage) tellCell(activity *model.Activity, role string, cell model.Cell, w int) string {
	letter := string(cell.Letter)
	if letter == "" {
		letter = glyphDot
	}
	text := letter + "  " + c.follows.title(role) + " " + report.LetterMeans(cell.Letter)
	if cell.Letter == model.LetterC {
		text += " and " + report.AskedHow(activity.Asked)
	}
	text += "."
	if cell.Edited {
		text += " Changed by hand; by the answers it would be " + lettered(cell.Was) + "."
	}
	return tint(c.spoken(cell.Letter), wrapped(text, w))
}

// tellBroken names the laws that a row breaks, which only letters from elsewhere can.
func (c *raciPage) tellBroken(activity string, w int) string {
	var lines []string
	for _, b := range c.follows.broken {
		if b.Activity == activity {
			lines = append(lines, tint(c.follows.env.theme.warn, hang(glyphWarn+" ", b.Text, w)))
		}
	}
	return pile(lines...)
}

// tellWhy says who answers for a row, and what put the A there.
func (c *raciPage) tellWhy(row *model.MatrixRow, w int) string {
	f, m, at := c.follows, c.matrix(), c.here()
	parts := []string{"Why " + f.short(m.Accountable(at)) + ": " + report.WhyAccountable(f.book(), m, at)}
	if row.Instead != "" {
		parts = append(parts, "There is no "+f.short(row.Instead)+" here, so "+f.short(f.set.Matrix.Accountable(at))+" stands in.")
	}
	if len(row.Unsettled) > 0 {
		parts = append(parts, "Whether the row is needed depends on "+f.asked(row.Unsettled)+".")
	}
	said := ""
	if len(row.Questions) > 0 {
		said = tint(f.env.theme.muted, wrapped("Because you said: "+quotes(f.framework(), row.Questions, f.advice.Answers), w))
	}
	return pile(wrapped(strings.Join(parts, " "), w), said)
}

// tellRemarks says what to look at in a row and in a role, with the letters that people
// chose.
func (c *raciPage) tellRemarks(row *model.MatrixRow, role string, w int) string {
	var lines []string
	for _, r := range c.follows.remarks {
		about := r.Activity == row.Activity || r.Activity == "" && r.Role == role
		if about && r.Kind != model.StandIn && r.Kind != model.Disputed {
			lines = append(lines, tint(c.follows.env.theme.warn, hang(glyphWarn+" ", r.Text, w)))
		}
	}
	return pile(lines...)
}
