package advisor

import (
	"fmt"
	"slices"
	"strings"

	"remit/model"
)

// steps: what is to be done is for somebody who is there, and what counts from the decision
// for somebody who is there then. A leader who is still to be found cannot have done anything
// by a day after the decision.
func (p *prover) steps() (list []promise) {
	due := func(name string, by model.Doer, clock model.Clock, fit model.Fit) {
		seats := p.book.Doing(by)
		claim := promise{name: "in time: " + name}
		if len(seats) > 0 {
			claim.wrong = append(claim.wrong, func(d *crew) string {
				switch {
				case !d.holds(fit):
					return ""
				case !slices.ContainsFunc(seats, func(r *model.Role) bool { return d.there(r.ID) }):
					return "Nobody is there who could do it: " + seated(seats)
				case clock == model.FromDecision:
					return early(d, seats)
				}
				return ""
			})
		}
		list = append(list, claim)
	}
	for i := range p.book.Practices {
		x := &p.book.Practices[i]
		due(fmt.Sprintf("practice %q", x.ID), x.By, x.Clock, x.Fit)
	}
	for _, way := range p.e.Annex().Transitions {
		fit := model.Fit{For: way.To, Engaged: way.Engaged, When: []model.Condition{{Question: incumbent, In: way.From}}}
		for i, s := range way.Steps {
			due(fmt.Sprintf("step %d of transition %q", i+1, way.ID), s.By, s.Clock, fit)
		}
	}
	return list
}

// seated names those who are meant to do something, of whom none is there.
func seated(seats []*model.Role) string {
	names := make([]string, len(seats))
	for i, r := range seats {
		names[i] = r.Short
	}
	return "there is no " + strings.Join(names, ", no ")
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
