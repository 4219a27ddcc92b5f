package advisor

import (
	"slices"

	"remit/model"
)

// options puts the structures side by side for one company: how each would be engaged
// there, and what its seats cost.
func (e *Engine) options(a *model.Advice) []model.Contender {
	p, s := e.Playbook(), e.sheetOf(a.Answers)
	list := make([]model.Contender, 0, len(a.Ranking))
	for _, rank := range a.Ranking {
		as := e.advisedAs(rank.Structure, s)
		o := model.Contender{Structure: as.Structure, Engagement: as.Engagement}
		if i := slices.IndexFunc(p.Tradeoffs, func(t model.Tradeoff) bool { return t.Structure == rank.Structure }); i >= 0 {
			o.Tradeoff = &p.Tradeoffs[i]
		}
		in := model.Situation{Structure: as.Structure, Engagement: as.Engagement, Reporting: as.Reporting, Answers: a.Answers}
		there, _ := posts(p, in)
		o.Costs = newStaffed(p, in, presence(there)).costs(seats(there))
		list = append(list, o)
	}
	return list
}

// seats are the posts that lead; where none does, those under contract.
func seats(list []model.Post) []model.Post {
	only := func(keep func(model.Post) bool) []model.Post {
		return slices.DeleteFunc(slices.Clone(list), func(p model.Post) bool { return !keep(p) })
	}
	if lead := only(func(p model.Post) bool { return p.Leads }); len(lead) > 0 {
		return lead
	}
	return only(func(p model.Post) bool { return p.Contract })
}
