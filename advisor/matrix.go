package advisor

import (
	"slices"

	"remit/model"
)

// The RACI matrix is worked out row by row. A role that is absent hands its letters
// to the first of its stand-ins that is there, so that every row has somebody who
// answers and somebody who works, however small the company is.

// crew is who is there to take a letter.
type crew struct {
	book  *model.Playbook
	holds func(model.Fit) bool
	there func(role string) bool
}

// staffed is a playbook in one situation.
type staffed struct {
	crew
	in model.Situation
}

func newStaffed(p *model.Playbook, s model.Situation, there present) *staffed {
	return &staffed{crew{p, func(f model.Fit) bool { return f.Holds(s) }, func(role string) bool { return there[role] }}, s}
}

// matrix gives who answers for what among the posts.
func (d *staffed) matrix(list []model.Post) model.Matrix {
	columns := make([]string, len(list))
	for i, post := range list {
		columns[i] = post.Role
	}
	m := model.Matrix{Columns: columns}
	for i := range d.book.Activities {
		a := &d.book.Activities[i]
		if needed, open := d.needs(a); needed {
			row := d.row(a, columns)
			row.Unsettled = open
			m.Rows = append(m.Rows, row)
		}
	}
	return withoutIdle(m)
}

// needs reports whether a row belongs there. What nobody has answered yet is no
// reason to leave it out: then open names the questions on which it depends.
func (d *staffed) needs(a *model.Activity) (needed bool, open []string) {
	for _, fit := range a.Needed {
		if fit.Holds(d.in) {
			return true, nil
		}
		open = append(open, fit.Waits(d.in)...)
	}
	slices.Sort(open)
	open = slices.Compact(open)
	return len(a.Needed) == 0 || len(open) > 0, open
}

func (d *staffed) row(a *model.Activity, columns []string) model.MatrixRow {
	row := model.MatrixRow{Activity: a.ID, Cells: make([]model.Cell, len(columns))}
	letters := map[string]model.Letter{}
	answers := ""
	if by := d.assignment(a); by != nil {
		answers = d.holder(by.Role, d.mayAnswer)
		row.Because, row.Sources = by.Because, union(by.Sources, a.Sources)
		for _, c := range by.When {
			row.Questions = append(row.Questions, c.Question)
		}
		if answers != "" {
			letters[answers] = model.LetterA
		}
		if answers != "" && answers != by.Role && !d.there(by.Role) {
			row.Instead = by.Role
		}
		if passed := d.passedOver(by.Role, answers); passed != nil {
			row.Sources = union(row.Sources, passed.Sources)
			if row.Because = passed.Because; row.Instead != "" {
				row.Because = by.Because + " " + passed.Because
			}
		}
	}
	for _, role := range d.working(a, answers) {
		letters[role] = model.LetterR
		if role == answers {
			letters[role] = model.LetterAR
		}
	}
	d.hear(a.Consulted, model.LetterC, letters)
	d.hear(a.Informed, model.LetterI, letters)
	for i, role := range columns {
		row.Cells[i].Letter = letters[role]
	}
	return row
}

// assignment is the first line that holds; nil if none does, which the check of a
// framework rules out.
func (d *crew) assignment(a *model.Activity) *model.Assignment {
	i := slices.IndexFunc(a.Accountable, func(x model.Assignment) bool { return d.holds(x.Fit) })
	if i < 0 {
		return nil
	}
	return &a.Accountable[i]
}

// answering is who answers for an activity; "" if nobody does.
func (d *crew) answering(a *model.Activity) string {
	if by := d.assignment(a); by != nil {
		return d.holder(by.Role, d.mayAnswer)
	}
	return ""
}

// working are those who do the work. If none of those named is there, the first of
// them has a stand-in; if nobody stands in, who answers does the work.
func (d *crew) working(a *model.Activity, answers string) []string {
	hands := d.parts(a.Responsible)
	if len(hands) == 0 {
		for _, part := range a.Responsible {
			if !d.holds(part.Fit) {
				continue
			}
			if role := d.holder(part.Role, mayWork); role != "" {
				return []string{role}
			}
		}
	}
	if len(hands) == 0 && answers != "" {
		return []string{answers}
	}
	return hands
}

// hear gives out a letter to those named who are there and have none yet.
func (d *staffed) hear(parts []model.Part, letter model.Letter, letters map[string]model.Letter) {
	for _, role := range d.parts(parts) {
		if letters[role] == model.NoLetter {
			letters[role] = letter
		}
	}
}

// parts are the roles named that are there.
func (d *crew) parts(parts []model.Part) []string {
	var roles []string
	for _, part := range parts {
		if d.holds(part.Fit) && d.there(part.Role) && !slices.Contains(roles, part.Role) {
			roles = append(roles, part.Role)
		}
	}
	return roles
}

// holder is the role itself or, where it is absent or may not, its first stand-in
// that is there and may; "" if nobody is.
func (d *crew) holder(role string, may func(*model.Role) bool) string {
	if d.there(role) && may(d.book.Role(role)) {
		return role
	}
	for _, id := range d.book.Role(role).StandIns {
		if d.there(id) && may(d.book.Role(id)) {
			return id
		}
	}
	return ""
}

// mayAnswer holds for everybody inside: who is under contract may do the work, never
// answer for it.
func (d *crew) mayAnswer(r *model.Role) bool { return r.Level != model.Outside && d.bound(r) == nil }

// bound says why whoever holds a role is under contract here; nil for who is on the payroll.
func (d *crew) bound(r *model.Role) *model.Presence {
	i := slices.IndexFunc(r.Contract, func(x model.Presence) bool { return d.holds(x.Fit) })
	if i < 0 {
		return nil
	}
	return &r.Contract[i]
}

// passedOver says why an A went past somebody who is there on its way from a role to who
// answers: the first of them is under contract. It is nil if the A went past nobody.
func (d *crew) passedOver(role, answers string) *model.Presence {
	for _, id := range append([]string{role}, d.book.Role(role).StandIns...) {
		if id == answers {
			return nil
		}
		if d.there(id) {
			return d.bound(d.book.Role(id))
		}
	}
	return nil
}

func mayWork(*model.Role) bool { return true }

// withoutIdle leaves out the columns of roles that no row needs.
func withoutIdle(m model.Matrix) model.Matrix {
	busy := func(column int) bool {
		return slices.ContainsFunc(m.Rows, func(r model.MatrixRow) bool { return r.Cells[column].Letter != model.NoLetter })
	}
	var columns []string
	cells := make([][]model.Cell, len(m.Rows))
	for c, role := range m.Columns {
		if !busy(c) {
			continue
		}
		columns = append(columns, role)
		for i := range m.Rows {
			cells[i] = append(cells[i], m.Rows[i].Cells[c])
		}
	}
	for i := range m.Rows {
		m.Rows[i].Cells = cells[i]
	}
	m.Columns = columns
	return m
}

// union joins two lists without repeating anything.
func union(a, b []string) []string {
	all := slices.Clone(a)
	for _, s := range b {
		if !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	return all
}
