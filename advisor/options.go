package advisor

import (
	"slices"

	"remit/model"
)

// options puts the structures side by side for one company: how each would be engaged
// there, what its seats cost, and whose seat would end.
func (e *Engine) options(a *model.Advice) []model.Contender {
	s := e.sheetOf(a.Answers)
	list := make([]model.Contender, 0, len(a.Ranking))
	for _, rank := range a.Ranking {
		as := e.advisedAs(rank.Structure, s)
		o := e.contender(a, as)
		if rank.Structure == a.Recommendation {
			o.NotYet = e.engagedAs(a, as, e.f.EngagementTerm(as.Engagement).Before)
			o.After = e.engagedAs(a, as, a.Engagement.Before)
		}
		list = append(list, o)
	}
	return list
}

// engagedAs is a structure as the company would have it under another engagement; nil for
// none.
func (e *Engine) engagedAs(a *model.Advice, as model.Advised, how model.Engagement) *model.Contender {
	if how == "" {
		return nil
	}
	as.Engagement = how
	o := e.contender(a, as)
	return &o
}

// contender is a structure as the company would have it.
func (e *Engine) contender(a *model.Advice, as model.Advised) model.Contender {
	p := e.Playbook()
	in := model.Situation{Structure: as.Structure, Engagement: as.Engagement, Reporting: as.Reporting, Answers: a.Answers}
	o := model.Contender{Structure: as.Structure, Engagement: as.Engagement}
	if i := slices.IndexFunc(p.Tradeoffs, func(t model.Tradeoff) bool { return t.Structure == as.Structure }); i >= 0 {
		o.Tradeoff = p.Tradeoffs[i].At(in)
	}
	list, _ := posts(p, in)
	there := presence(list)
	o.Costs = newStaffed(p, in, there).costs(seats(list))
	o.Ends = slices.DeleteFunc(dropped(p, a.Answers, there), func(id string) bool { return !p.Role(id).Leads })
	return o
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
