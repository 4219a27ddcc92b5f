package advisor

import (
	"fmt"

	"remit/model"
)

// steps: what counts from the decision is for somebody who is there then. A leader who is
// still to be found cannot have done anything by a day after the decision.
func (p *prover) steps() (list []promise) {
	due := func(name string, by model.Doer, fit model.Fit) {
		seats := p.book.Doing(by)
		list = append(list, promise{"in time: " + name, []func(*crew) string{func(d *crew) string {
			if len(seats) == 0 || !d.holds(fit) {
				return ""
			}
			return early(d, seats)
		}}})
	}
	for i := range p.book.Practices {
		if x := &p.book.Practices[i]; x.Clock == model.FromDecision {
			due(fmt.Sprintf("practice %q", x.ID), x.By, x.Fit)
		}
	}
	for _, way := range p.e.Annex().Transitions {
		fit := model.Fit{For: way.To, Engaged: way.Engaged, When: []model.Condition{{Question: incumbent, In: way.From}}}
		for i, s := range way.Steps {
			if s.Clock == model.FromDecision {
				due(fmt.Sprintf("step %d of transition %q", i+1, way.ID), s.By, fit)
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
