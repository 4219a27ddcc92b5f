package cli

import (
	"cmp"
	"slices"
	"strings"

	"remit/advisor"
	"remit/model"
)

// cellChange is a cell of the matrix that people set on one side or both, and in which
// the two sides do not have the same letter in the end.
type cellChange struct {
	Activity string        `json:"activity"`
	Role     string        `json:"role"`
	From     *model.Letter `json:"from"` // what people set; nil where nobody did
	To       *model.Letter `json:"to"`
	Was      *model.Letter `json:"from_letter"` // what stands there; nil where there is no such cell
	Is       *model.Letter `json:"to_letter"`
}

// cellChanges lists what differs, by activity and role. It is the letters in the end
// that count: what people set may be what the advice gives the other side anyhow.
func cellChanges(e *advisor.Engine, from, to model.Session) []cellChange {
	list := []cellChange{}
	was, is := letters(e, from), letters(e, to)
	seen := map[[2]string]bool{}
	for _, c := range slices.Concat(from.Edits, to.Edits) {
		at := [2]string{c.Activity, c.Role}
		if seen[at] {
			continue
		}
		seen[at] = true
		if a, b := was(at), is(at); (a == nil) != (b == nil) || a != nil && *a != *b {
			list = append(list, cellChange{c.Activity, c.Role, setByHand(from.Edits, at), setByHand(to.Edits, at), a, b})
		}
	}
	slices.SortFunc(list, func(x, y cellChange) int {
		return cmp.Or(strings.Compare(x.Activity, y.Activity), strings.Compare(x.Role, y.Role))
	})
	return list
}

// setByHand is what people set a cell to, nil if nobody did.
func setByHand(edits []model.CellEdit, at [2]string) *model.Letter {
	i := slices.IndexFunc(edits, func(x model.CellEdit) bool { return x.Activity == at[0] && x.Role == at[1] })
	if i < 0 {
		return nil
	}
	return &edits[i].Letter
}

// letters tells what stands in a cell of a session's matrix, given by activity and role;
// nil where there is no such cell. Where it is too early for a matrix, what people set
// is all there is.
func letters(e *advisor.Engine, s model.Session) func(at [2]string) *model.Letter {
	there := map[[2]string]*model.Letter{}
	advice := e.Advise(e.Framework().Usable(s.Answers), 0)
	if advice.TooEarly() {
		for i, c := range s.Edits {
			there[[2]string{c.Activity, c.Role}] = &s.Edits[i].Letter
		}
	} else {
		m, _ := advisor.Revise(e.Deliver(&advice).Matrix, s.Edits)
		for _, row := range m.Rows {
			for i, role := range m.Columns {
				there[[2]string{row.Activity, role}] = &row.Cells[i].Letter
			}
		}
	}
	return func(at [2]string) *model.Letter { return there[at] }
}
