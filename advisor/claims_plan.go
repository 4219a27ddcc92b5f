package advisor

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"remit/model"
)

// steps: what counts from the decision is for somebody who is there then. A leader who is
// still to be found cannot have done anything by a day after the decision.
func (p *prover) steps() (list []promise) {
	due := func(name, who string, fit model.Fit) {
		seats := named(p.book, who)
		list = append(list, promise{"in time: " + name, []func(*crew) string{func(d *crew) string {
			if len(seats) == 0 || !d.holds(fit) {
				return ""
			}
			return early(d, seats)
		}}})
	}
	for i := range p.book.Practices {
		if x := &p.book.Practices[i]; x.Clock == model.FromDecision {
			due(fmt.Sprintf("practice %q", x.ID), x.Who, x.Fit)
		}
	}
	for _, way := range p.e.Annex().Transitions {
		fit := model.Fit{For: way.To, Engaged: way.Engaged, When: []model.Condition{{Question: incumbent, In: way.From}}}
		for i, s := range way.Steps {
			if s.Clock == model.FromDecision {
				due(fmt.Sprintf("step %d of transition %q", i+1, way.ID), s.Who, fit)
			}
		}
	}
	return list
}

// early says which of the seats that a step is for nobody holds yet; "" if none.
func early(d *crew, seats []*model.Role) string {
	if d.holds(model.Fit{Engaged: model.AtOnce()}) {
		return ""
	}
	for _, r := range seats {
		today := model.Fit{When: []model.Condition{{Question: incumbent, In: r.Today}}}
		if d.there(r.ID) && (len(r.Today) == 0 || !d.holds(today)) {
			return fmt.Sprintf("%s is still to come, and the days count from the decision", r.Short)
		}
	}
	return ""
}

// leading is the word by which a playbook speaks of whoever leads, whatever the title.
const leading = "leader"

// named are the seats that words on who sees to something are about: those that lead and
// whose names are in it, or all of a company's own where it speaks of the leaders. The
// longest names are looked for first: a virtual CIO is no CIO.
func named(book *model.Playbook, who string) (seats []*model.Role) {
	var all []*model.Role
	for i := range book.Roles {
		if r := &book.Roles[i]; r.Leads {
			all = append(all, r)
		}
	}
	slices.SortStableFunc(all, func(a, b *model.Role) int { return cmp.Compare(len(b.Short), len(a.Short)) })
	for _, r := range all {
		if strings.Contains(who, r.Short) || who == r.ID {
			seats, who = append(seats, r), strings.ReplaceAll(who, r.Short, "")
		}
	}
	if strings.Contains(who, leading) {
		seats = append(seats, slices.DeleteFunc(all, func(r *model.Role) bool { return r.Level == model.Outside })...)
	}
	return seats
}
