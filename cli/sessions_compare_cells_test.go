package cli

import (
	"testing"

	"remit/advisor"
	"remit/model"
)

// A cell that somebody set is told only where the two matrices have different letters
// in it in the end.
func TestCellsDifferByWhatStandsInThemInTheEnd(t *testing.T) {
	engine := advisor.Builtin()
	product := model.Answers{"headcount": model.Count(90), "technology": model.Choose("product"), "custom_software": model.Choose("heavy"),
		"engineers": model.Count(40), "seats": model.Count(1)}
	advice := engine.Advise(product, 0)
	matrix := engine.Deliver(&advice).Matrix
	activity, role, given := matrix.Rows[0].Activity, matrix.Columns[0], matrix.Rows[0].Cells[0].Letter
	other := model.LetterC
	if given == other {
		other = model.LetterI
	}
	set := func(l model.Letter) []model.CellEdit {
		return []model.CellEdit{{Activity: activity, Role: role, Letter: l}}
	}
	advised := model.Session{Answers: product}
	for name, test := range map[string]struct {
		from, to model.Session
		differ   int
	}{
		"nobody set anything":             {advised, advised, 0},
		"set to what the advice gives":    {advised, model.Session{Answers: product, Edits: set(given)}, 0},
		"set to something else":           {advised, model.Session{Answers: product, Edits: set(other)}, 1},
		"set alike on both sides":         {model.Session{Answers: product, Edits: set(other)}, model.Session{Answers: product, Edits: set(other)}, 0},
		"set where it is too early":       {model.Session{}, model.Session{Edits: set(other)}, 1},
		"set alike where it is too early": {model.Session{Edits: set(other)}, model.Session{Edits: set(other)}, 0},
		"no such cell on either side": {advised, model.Session{Answers: product, Edits: []model.CellEdit{
			{Activity: "gone", Role: role, Letter: other}}}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			if got := cellChanges(engine, test.from, test.to); len(got) != test.differ {
				t.Errorf("%d cells differ, want %d: %v", len(got), test.differ, got)
			}
		})
	}
}
