package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"remit/model"
	"remit/report"
)

// proposal is what choosing a letter for a cell would do.
type proposal struct {
	letter  model.Letter
	same    bool          // it has this letter already
	events  []model.Event // that save it; none if it may not be
	refused []string      // the laws that it would break, in words
	effects []string      // what else changes in the row
}

// propose works out what a letter for the cell under the cursor would do. A letter that
// the answers give anyway takes the choice of people back, if that is enough.
func (c *raciPage) propose(letter model.Letter) proposal {
	row, role, cell, ok := c.cell()
	p := proposal{letter: letter}
	if !ok || letter == cell.Letter {
		p.same = true
		return p
	}
	now := model.Session{Edits: c.follows.edits}
	takeBack := model.Event{Kind: model.EventEdited, Activity: row.Activity, Role: role}
	anew := model.CellEdit{Activity: row.Activity, Role: role, Letter: letter}.Event()
	for _, event := range []model.Event{takeBack, anew} {
		m, refused := c.after(now.Apply(event).Edits)
		after := m.Rows[c.here()]
		if after.Cells[c.column].Letter != letter {
			continue
		}
		p.refused, p.effects, p.events = refused, c.changes(row, &after), nil
		if len(refused) == 0 {
			p.events = []model.Event{event}
			return p
		}
	}
	return p
}

// after gives the matrix with edits, and what laws it breaks that hold now.
func (c *raciPage) after(edits []model.CellEdit) (m model.Matrix, refused []string) {
	m, _, broken := c.follows.revised(edits)
	for _, b := range broken {
		known := slices.ContainsFunc(c.follows.broken, func(old model.Breach) bool {
			return old.Law == b.Law && old.Activity == b.Activity && old.Role == b.Role
		})
		if !known {
			refused = append(refused, b.Text)
		}
	}
	return m, refused
}

// changes tells what happens to the other cells of a row.
func (c *raciPage) changes(before, after *model.MatrixRow) []string {
	var list []string
	for i, role := range c.matrix().Columns {
		if was, is := before.Cells[i].Letter, after.Cells[i].Letter; i != c.column && was != is {
			list = append(list, c.follows.short(role)+" had "+lettered(was)+" and then "+report.LetterMeans(is)+".")
		}
	}
	return list
}

// lettered names a letter in a sentence.
func lettered(l model.Letter) string {
	if l == model.NoLetter {
		return "no letter"
	}
	return string(l)
}

// choose opens the letters of the cell under the cursor.
func (c *raciPage) choose() tea.Cmd {
	if _, _, _, ok := c.cell(); !ok {
		return nil
	}
	over := newLetterPick(c)
	return func() tea.Msg { return overlayMsg{over} }
}
