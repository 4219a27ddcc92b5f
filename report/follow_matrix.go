package report

import (
	"slices"
	"strings"

	"remit/model"
)

// A matrix of two dozen columns is read by nobody. In a report those who answer for
// something have columns, and each of the others a list of its own.

// raciShort is the matrix as the main part of a report has it.
func raciShort(r Report) []block {
	if !r.follows() || len(r.Follows.Matrix.Rows) == 0 {
		return nil
	}
	columns, others := r.heads()
	blocks := []block{para(raciLegend), matrixOf(r, columns)}
	if changed := r.editedRows(); len(changed) > 0 {
		blocks = append(blocks, para("* changed by hand, against what the advice gives:"), list(changed...))
	}
	var items []item
	for _, id := range others {
		items = append(items, entry(r.roleTitle(id), r.holdings(id)...))
	}
	if len(items) == 0 {
		return blocks
	}
	return append(blocks, para("The others, each with its part:"), list(items...))
}

// raciReasons say why each accountable role is that, and what to look at.
func raciReasons(r Report) []block {
	if !r.follows() || len(r.Follows.Matrix.Rows) == 0 {
		return nil
	}
	blocks := []block{para(r.consulting()), whyAccountable(r)}
	if look := r.worthALook(); len(look.list) > 0 {
		blocks = append(blocks, para("Worth a look:"), look)
	}
	return blocks
}

// heads divides the columns into those who answer for a row or sit with the CEO, and the
// others.
func (r Report) heads() (heads, others []string) {
	m := &r.Follows.Matrix
	for i, id := range m.Columns {
		answers := slices.ContainsFunc(m.Rows, func(row model.MatrixRow) bool { return row.Cells[i].Letter.Answers() })
		role := r.Book.Role(id)
		if answers || role != nil && role.Level == model.Executive {
			heads = append(heads, id)
		} else {
			others = append(others, id)
		}
	}
	return heads, others
}

// toldAfter lists what those without a column are told after.
func toldAfter(r Report) block {
	var items []item
	_, others := r.heads()
	for _, id := range others {
		if rows := r.holding(id, model.LetterI); len(rows) > 0 {
			items = append(items, entry(r.roleTitle(id)+": "+strings.Join(rows, "; ")))
		}
	}
	return list(items...)
}

// holdings say on which rows a role works and before which it is asked, a line each.
func (r Report) holdings(role string) []string {
	var lines []string
	for _, letter := range []model.Letter{model.LetterR, model.LetterC} {
		if rows := r.holding(role, letter); len(rows) > 0 {
			lines = append(lines, string(letter)+": "+strings.Join(rows, "; "))
		}
	}
	return lines
}

// holding names the rows in which a role has a letter; a star marks what people chose.
func (r Report) holding(role string, letter model.Letter) []string {
	m := &r.Follows.Matrix
	at := slices.Index(m.Columns, role)
	var rows []string
	for _, row := range m.Rows {
		if c := row.Cells[at]; c.Letter == letter {
			rows = append(rows, r.activityTitle(row.Activity)+strings.TrimPrefix(lettered(c), string(letter)))
		}
	}
	return rows
}
