package advisor

import (
	"slices"

	"remit/model"
)

// Revise gives a matrix with the letters that people chose, in the order in which
// they chose them, and what of them found no place: rows and columns that the present
// advice does not have. A role that is given an A takes it from the one that had it,
// who keeps the work or else is asked. m is left as it is.
func Revise(m model.Matrix, edits []model.CellEdit) (revised model.Matrix, idle []model.CellEdit) {
	revised = model.Matrix{Columns: m.Columns, Rows: slices.Clone(m.Rows)}
	for _, edit := range edits {
		row := slices.IndexFunc(revised.Rows, func(r model.MatrixRow) bool { return r.Activity == edit.Activity })
		column := slices.Index(m.Columns, edit.Role)
		if row < 0 || column < 0 {
			idle = append(idle, edit)
			continue
		}
		cells := slices.Clone(revised.Rows[row].Cells)
		if edit.Letter.Answers() {
			for i := range cells {
				if i != column && cells[i].Letter.Answers() {
					cells[i].Letter = withoutA(cells[i].Letter)
				}
			}
		}
		cells[column].Letter = edit.Letter
		for i := range cells {
			cells[i].Was = m.Rows[row].Cells[i].Letter
			cells[i].Edited = cells[i].Letter != cells[i].Was
		}
		revised.Rows[row].Cells = cells
		revised.Rows[row].Instead = m.Rows[row].Instead
		if revised.Accountable(row) != m.Accountable(row) {
			revised.Rows[row].Instead = "" // who was chosen stands in for nobody
		}
	}
	return revised, idle
}

// withoutA is what stays with who no longer answers.
func withoutA(l model.Letter) model.Letter {
	if l.Works() {
		return model.LetterR
	}
	return model.LetterC
}

// Remarks says what to look at in a matrix that people changed, as Deliver does for
// the derived one.
func (e *Engine) Remarks(m *model.Matrix, s model.Situation) []model.Remark {
	crew := newStaffed(e.Playbook(), s, nil)
	return crew.remarks(m)
}
