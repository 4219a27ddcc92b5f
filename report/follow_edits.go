package report

import (
	"fmt"
	"strings"

	"remit/model"
)

// What people changed in the matrix by hand stays apart from what the advice gives.

// lettered writes a cell of the matrix; a star marks what people chose.
func lettered(c model.Cell) string {
	switch {
	case !c.Edited:
		return string(c.Letter)
	case c.Letter == model.NoLetter:
		return "–*"
	}
	return string(c.Letter) + "*"
}

// chosen reports whether people chose who answers for a row.
func (r Report) chosen(row int) bool {
	for _, c := range r.Follows.Matrix.Rows[row].Cells {
		if c.Letter.Answers() {
			return c.Edited && !c.Was.Answers()
		}
	}
	return false
}

// because says why the accountable role of a row is that. Where people chose another
// one, the reason of the advice speaks for the role from which they took it.
func (r Report) because(row int) string {
	m := &r.Follows.Matrix
	text := m.Rows[row].Because
	if !r.chosen(row) {
		return text
	}
	for i, c := range m.Rows[row].Cells {
		if c.Was.Answers() {
			return fmt.Sprintf("Chosen by hand. The advice gives it to %s: %s", r.roleShort(m.Columns[i]), text)
		}
	}
	return "Chosen by hand. " + text
}

// editedRows says row by row what people changed.
func (r Report) editedRows() []item {
	m := &r.Follows.Matrix
	var items []item
	for _, row := range m.Rows {
		var changes []string
		for i, c := range row.Cells {
			if c.Edited {
				changes = append(changes, fmt.Sprintf("%s %s instead of %s", r.roleShort(m.Columns[i]), letterWord(c.Letter), letterWord(c.Was)))
			}
		}
		if len(changes) > 0 {
			items = append(items, entry(r.activityTitle(row.Activity)+": "+strings.Join(changes, ", ")))
		}
	}
	return items
}

func letterWord(l model.Letter) string {
	if l == model.NoLetter {
		return "nothing"
	}
	return string(l)
}
