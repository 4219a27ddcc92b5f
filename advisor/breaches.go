package advisor

import (
	"fmt"
	"slices"
	"strings"

	"remit/model"
)

// The laws that every matrix keeps, derived or edited.
const (
	OneAnswers     = "one-answers"     // exactly one role answers for a row: a second one cancels the first
	SomebodyWorks  = "somebody-works"  // at least one role does the work, also where it is bought
	OutsideAnswers = "outside-answers" // who is under contract never answers for a row
)

// Breaches lists the laws that a matrix breaks, row by row; in a situation, because
// some duties are kept apart only there.
func (e *Engine) Breaches(m *model.Matrix, s model.Situation) []model.Breach {
	return breaches(e.Playbook(), m, s)
}

func breaches(p *model.Playbook, m *model.Matrix, s model.Situation) []model.Breach {
	crew := newStaffed(p, s, nil)
	var list []model.Breach
	for i := range m.Rows {
		list = append(list, crew.rowBreaches(m, i)...)
	}
	for _, x := range p.Separations {
		if (model.Fit{When: x.When}).Holds(s) {
			list = append(list, metDuties(p, m, &x)...)
		}
	}
	return list
}

func (d *crew) rowBreaches(m *model.Matrix, row int) (list []model.Breach) {
	activity := m.Rows[row].Activity
	add := func(law, role, text string) {
		list = append(list, model.Breach{Law: law, Activity: activity, Role: role, Text: text})
	}
	answering := m.Holding(row, model.Letter.Answers)
	switch {
	case len(answering) == 0:
		add(OneAnswers, "", "Nobody answers for it. Give one role an A.")
	case len(answering) > 1:
		add(OneAnswers, "", fmt.Sprintf("%s all answer for it, so each leaves it to the others. Keep one A.", strings.Join(shorts(d.book, answering), ", ")))
	}
	if len(m.Holding(row, model.Letter.Works)) == 0 {
		add(SomebodyWorks, "", "Nobody does the work. Give at least one role an R; A/R both answers and works.")
	}
	for _, role := range answering {
		if !d.mayAnswer(d.book.Role(role)) {
			add(OutsideAnswers, role, fmt.Sprintf("%s is under contract and may do the work, but somebody inside has to answer for it.", d.book.Role(role).Short))
		}
	}
	return list
}

// metDuties reports the roles in which duties meet that are kept apart.
func metDuties(p *model.Playbook, m *model.Matrix, x *model.Separation) (list []model.Breach) {
	for _, role := range holders(m, x.One) {
		if slices.ContainsFunc(x.Others, func(other model.Duty) bool { return slices.Contains(holders(m, other), role) }) {
			list = append(list, model.Breach{Law: x.ID, Activity: x.One.Activity, Role: role,
				Text: fmt.Sprintf("%s would hold two duties that are kept apart: %s. %s", p.Role(role).Short, x.Title, x.Because)})
		}
	}
	return list
}

// holders are the roles with a duty; none where the row is not needed.
func holders(m *model.Matrix, duty model.Duty) []string {
	if duty.Role != "" {
		return []string{duty.Role}
	}
	has := model.Letter.Works
	if duty.Letter == model.LetterA {
		has = model.Letter.Answers
	}
	for i := range m.Rows {
		if m.Rows[i].Activity == duty.Activity {
			return m.Holding(i, has)
		}
	}
	return nil
}

func shorts(p *model.Playbook, roles []string) []string {
	words := make([]string, len(roles))
	for i, id := range roles {
		words[i] = p.Role(id).Short
	}
	return words
}
