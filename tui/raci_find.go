package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"remit/model"
	"remit/report"
)

// raciFilter says which rows of the matrix are shown: those that fit all its parts.
type raciFilter struct {
	role  string // in which this role has a letter; "" for any
	group string // of this topic; "" for any
	words string // that have these words; "" for any
}

func (f raciFilter) on() bool { return f != raciFilter{} }

// rows gives the places of the rows that fit.
func (f raciFilter) rows(of *following, m *model.Matrix) []int {
	column := -1
	for i, role := range m.Columns {
		if role == f.role {
			column = i
		}
	}
	var rows []int
	for i := range m.Rows {
		a := of.book().Activity(m.Rows[i].Activity)
		switch {
		case a == nil:
		case f.group != "" && a.Group != f.group:
		case f.role != "" && (column < 0 || m.Rows[i].Cells[column].Letter == model.NoLetter):
		case !report.HasWords(a.Title+" "+a.What+" "+a.Group+" "+a.ID, f.words):
		default:
			rows = append(rows, i)
		}
	}
	return rows
}

// says describes what is left out; "" for nothing.
func (f raciFilter) says(of *following) string {
	var parts []string
	if f.role != "" {
		parts = append(parts, of.short(f.role))
	}
	if f.group != "" {
		parts = append(parts, f.group)
	}
	if f.words != "" {
		parts = append(parts, "“"+f.words+"”")
	}
	return strings.Join(parts, " "+glyphDot+" ")
}

// filter shows other rows; the cursor stays on its activity where that is among them.
func (c *raciPage) filter(to raciFilter) {
	at := c.here()
	c.only = to
	c.row = 0
	for i, row := range c.only.rows(c.follows, c.matrix()) {
		if row == at {
			c.row = i
		}
	}
	c.lay()
}

// onlyRole shows the rows in which the role under the cursor has a part, or all again.
func (c *raciPage) onlyRole() {
	to := c.only
	if to.role != "" {
		to.role = ""
	} else if m := c.matrix(); c.column < len(m.Columns) {
		to.role = m.Columns[c.column]
	}
	c.filter(to)
}

// nextGroup shows the rows of the next topic; all after the last.
func (c *raciPage) nextGroup() {
	to, groups := c.only, []string{""}
	for i := range c.matrix().Rows {
		a := c.follows.book().Activity(c.matrix().Rows[i].Activity)
		if a != nil && a.Group != groups[len(groups)-1] {
			groups = append(groups, a.Group)
		}
	}
	for i, g := range groups {
		if g == c.only.group {
			to.group = groups[(i+1)%len(groups)]
		}
	}
	c.filter(to)
}

func (c *raciPage) onTyping(k tea.KeyPressMsg) {
	keys, words := c.keys, []rune(c.only.words)
	switch {
	case keys.accept.hit(k):
		c.typing = false
	case keys.clear.hit(k):
		c.typing = false
		c.search("")
	case keys.erase.hit(k) && len(words) == 0:
		c.typing = false
	case keys.erase.hit(k):
		c.search(string(words[:len(words)-1]))
	case keys.typingUp.hit(k):
		c.row = max(c.row-1, 0)
	case keys.typingDown.hit(k):
		c.row = min(c.row+1, max(len(c.rows)-1, 0))
	case k.Text != "":
		c.search(c.only.words + k.Text)
	}
	c.lay()
}

// search shows the rows with these words.
func (c *raciPage) search(words string) {
	to := c.only
	to.words = model.Cut(words, model.MaxName)
	c.filter(to)
}
