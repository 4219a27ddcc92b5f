package advisor

import (
	"fmt"
	"slices"

	"remit/model"
)

// A step that covers a practice stands in the plan for it. It may come sooner than the
// practice would, since the way knows who leads today; if it came later, the way would put
// off what the playbook holds to be due.

// checkCovers wants each step to cover practices that some company on its way is advised,
// and no later than they are due.
func (in *loading) checkCovers(ways *waysRead) {
	for i := range in.f.Annex.Transitions {
		way := &in.f.Annex.Transitions[i]
		for k := range way.Steps {
			in.checkStep(ways, way, &way.Steps[k], ways.steps[i][k])
		}
	}
}

func (in *loading) checkStep(ways *waysRead, way *model.Transition, step *model.Step, at spot) {
	in.checkDoer(ways, way, step, at)
	for _, id := range step.Covers {
		n := slices.IndexFunc(in.f.Playbook.Practices, func(p model.Practice) bool { return p.ID == id })
		if n < 0 {
			continue // told already
		}
		p := &in.f.Playbook.Practices[n]
		switch {
		case !in.meets(ways, way, p.Fit):
			at.fault(fmt.Sprintf("it covers practice %q, which nobody on this way is advised", id), "Take it out of covers.")
		case due(p.Clock, p.Day, step.Clock, step.Day) < 0:
			at.fault(fmt.Sprintf("it is due later than practice %q, which it covers: day %d from the %s", id, p.Day, p.Clock),
				"Give both one day, or the step an earlier one: the plan names one day for one thing.")
		}
	}
}

// meets reports whether some structure, engagement and leader of today that take the way
// fit.
func (in *loading) meets(ways *waysRead, way *model.Transition, fit model.Fit) bool {
	return slices.ContainsFunc(way.From, func(from string) bool {
		leads := func(c model.Condition) bool { return c.Question != incumbent || slices.Contains(c.In, from) }
		return !slices.ContainsFunc(fit.When, func(c model.Condition) bool { return !leads(c) }) &&
			slices.ContainsFunc(way.To, func(to model.Structure) bool {
				return concerns(fit.For, to) && slices.ContainsFunc(in.taking(ways, from, to, way), func(how model.Engagement) bool {
					return len(fit.Engaged) == 0 || slices.Contains(fit.Engaged, how)
				})
			})
	})
}

// taking gives the engagements with which a way is taken from a leader to a structure.
func (in *loading) taking(ways *waysRead, from string, to model.Structure, of *model.Transition) (hows []model.Engagement) {
	for _, row := range in.f.Engagement.Rows {
		how := model.Engagement(row.Then)
		asks := func(c model.Condition) bool { return c.Question == incumbent && !slices.Contains(c.In, from) }
		if !isFor(row, to) || slices.ContainsFunc(row.When, asks) {
			continue
		}
		id, own := ways.by[way{from, to, how}]
		if !own {
			id = ways.by[way{from, to, ""}]
		}
		if id == of.ID {
			hows = append(hows, how)
		}
	}
	return hows
}
