package tui

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"remit/model"
)

func (c *raciPage) View() string {
	t, r := c.follows.env.theme, c.room
	lines := c.header()
	if len(c.rows) == 0 {
		lines = append(lines, strings.Split(box(tint(t.muted, wrapped("No row is like that. Press a to show all.", c.w)), c.w, c.body.h), "\n")...)
	} else {
		lines = append(lines, strings.Split(box(c.body.view(t), c.w, c.body.h), "\n")...)
	}
	room := r.told
	if r.head > 1 {
		lines = append(lines, t.faint.Render(strings.Repeat(glyphRule, c.w)))
		room--
	}
	below := c.below(max(c.w-2, 1), room)
	lines = append(lines, below...)
	if r.legend > 0 {
		lines = append(lines, make([]string, max(room-len(below), 0))...)
		lines = append(lines, t.muted.Render(c.legend(max(c.w-2, 1))))
	}
	return clip(strings.Join(lines, "\n"), c.w, c.h)
}

// header names the roles in sight; before them stands what rows are shown.
func (c *raciPage) header() []string {
	t, r, m := c.follows.env.theme, c.room, c.matrix()
	above := c.about()
	lines := make([]string, r.names)
	for n := range lines {
		line := fit(t.muted.Render(above[n]), r.label)
		for i, w := range r.widths {
			name := raciName(c.follows.short(m.Columns[r.from+i]), r.names)
			text := ""
			if at := n - (r.names - len(name)); at >= 0 { // one line of name stands at the bottom
				text = name[at]
			}
			paint := t.muted
			if r.from+i == c.column {
				paint = t.chosen
			}
			line += " " + paint.Render(fit(text, w-1))
		}
		lines[n] = line
	}
	left, right := " ", ""
	if r.from > 0 {
		left = t.accent.Render(glyphLeft)
	}
	if r.more {
		right = t.accent.Render(glyphRight)
	}
	last := r.names - 1
	lines[last] = fit(t.muted.Render(cut(above[last], r.label-2)), r.label-1) + left + strings.TrimPrefix(lines[last], fit(t.muted.Render(above[last]), r.label))
	lines[last] = fit(lines[last], c.w-2) + right
	if r.head > r.names {
		lines = append(lines, c.rule())
	}
	return lines
}

// rule underlines the names, heavily under the cursor.
func (c *raciPage) rule() string {
	t, r := c.follows.env.theme, c.room
	line := t.faint.Render(strings.Repeat(glyphRule, r.label-1)) + " "
	for i, w := range r.widths {
		if r.from+i == c.column {
			line += " " + t.accent.Render(strings.Repeat(glyphHeavy, w-2)) + " "
		} else {
			line += " " + t.faint.Render(strings.Repeat(glyphRule, w-2)) + " "
		}
	}
	return line
}

// prompt shows the words that are typed to find rows; narrow, it is as short as can be.
func (c *raciPage) prompt() string {
	const wide = 20
	before := findPrompt
	if c.room.label < wide {
		before = "/"
	}
	return before + cutLeft(c.only.words, c.room.label-len(before)-3) + glyphRule
}

// about says in two lines which rows are shown and what was changed. Where there is
// only one line, the first goes before the second.
func (c *raciPage) about() []string {
	m := c.matrix()
	count := plural(len(m.Rows), "row", "rows")
	if len(c.rows) < len(m.Rows) {
		count = fmt.Sprintf("%d of %d rows", len(c.rows), len(m.Rows))
	}
	note := ""
	switch {
	case c.typing:
		note = c.prompt()
	case c.only.on():
		note = c.only.says(c.follows)
	case len(c.follows.broken) > 0:
		note = glyphWarn + " " + plural(len(c.follows.broken), "law is broken", "laws are broken")
	case c.follows.lost > 0:
		note = plural(c.follows.lost, "choice", "choices") + " without a place"
	case len(c.follows.edits) > 0:
		note = "* changed by hand"
	}
	if c.room.names < 2 && note != "" {
		return []string{note}
	}
	return []string{count, note}
}

// write writes the rows that the filters leave.
func (c *raciPage) write() {
	t, r, m := c.follows.env.theme, c.room, c.matrix()
	c.body.resize(c.w, max(c.h-r.head-r.told-r.legend, 1))
	c.span = c.span[:0]
	var lines []string
	group, from := "", 0
	for i, at := range c.rows {
		a := c.follows.book().Activity(m.Rows[at].Activity)
		above := len(lines)
		if a.Group != group && c.body.h >= 8 {
			if group != "" {
				lines = append(lines, "")
			}
			lines = append(lines, t.strong.Render(cut(a.Group, r.label-1)))
		}
		group = a.Group
		if i == c.row {
			from = above
		}
		c.span = append(c.span, lineSpan{len(lines), len(lines)})
		lines = append(lines, c.line(&m.Rows[at], a, i == c.row))
	}
	c.body.set(strings.Join(lines, "\n"))
	if len(c.span) > 0 {
		c.body.reveal(from, c.span[c.row].to)
	}
}

// line draws a row.
func (c *raciPage) line(row *model.MatrixRow, a *model.Activity, here bool) string {
	t, r := c.follows.env.theme, c.room
	mark, flag, paint := " ", " ", t.text
	if here {
		mark, paint = t.accent.Render(glyphCursor), t.chosen
	}
	if slices.ContainsFunc(c.follows.broken, func(b model.Breach) bool { return b.Activity == row.Activity }) {
		flag = t.warn.Render(glyphWarn)
	}
	line := mark + flag + paint.Render(fit(a.Title, r.label-3)) + " "
	for i, w := range r.widths {
		line += c.drawn(row.Cells[r.from+i], w, here && r.from+i == c.column)
	}
	return line
}

// drawn draws a cell; what people chose has a star.
func (c *raciPage) drawn(cell model.Cell, w int, here bool) string {
	t := c.follows.env.theme
	text := string(cell.Letter)
	if text == "" {
		text = glyphDot
	}
	if cell.Edited {
		text += "*"
	}
	if here {
		return fit(t.chosen.Render("["+text+"]"), w)
	}
	return " " + fit(c.paint(cell.Letter).Render(text), w-1)
}

// paint gives each letter its weight: who answers stands out, who is only told recedes.
func (c *raciPage) paint(l model.Letter) lipgloss.Style {
	t := c.follows.env.theme
	switch {
	case l.Answers():
		return t.structure(c.follows.advice.Recommendation).Bold(true)
	case l.Works():
		return t.strong
	case l == model.LetterC:
		return t.text
	case l == model.LetterI:
		return t.muted
	}
	return t.faint
}

// spoken is paint for a sentence about a letter, which has to be readable.
func (c *raciPage) spoken(l model.Letter) lipgloss.Style {
	if l == model.NoLetter {
		return c.follows.env.theme.muted
	}
	return c.paint(l)
}
