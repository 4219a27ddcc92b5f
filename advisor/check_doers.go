package advisor

import (
	"fmt"
	"slices"

	"remit/model"
)

// Who does a thing must be there for somebody who is told to have it done. Whether they are
// there for everybody hangs on the answers too, and is proven (see claims_plan.go).

// checkDoers wants somebody of those who do a practice to be there where it is advised.
func (c *bookCheck) checkDoers() {
	for i := range c.Practices {
		x := &c.Practices[i]
		seats := c.Doing(x.By)
		there := c.frames.none()
		for _, r := range seats {
			there.add(c.may[c.number[r.ID]])
		}
		if there.keep(c.frames.of(x.Fit)); there.empty() && len(seats) > 0 {
			c.field(c.practices[i], "by").absent(x.By, "no advice with this practice")
		}
	}
}

// checkDoer wants somebody of those who do a step to be there for somebody on its way.
func (in *loading) checkDoer(ways *waysRead, way *model.Transition, step *model.Step, at spot) {
	comes := func(r *model.Role) bool {
		return slices.ContainsFunc(r.Present, func(p model.Presence) bool { return in.meets(ways, way, p.Fit) })
	}
	if seats := in.f.Playbook.Doing(step.By); len(seats) > 0 && !slices.ContainsFunc(seats, comes) {
		at.absent(step.By, "nobody on this way")
	}
}

// absent reports that who does a thing is never there.
func (s spot) absent(by model.Doer, whom string) {
	const cure = "Name who is there: inside, leader, or a role that leads where it is advised."
	if by == model.Leader {
		s.fault("by is leader, but for "+whom+" a role of the company's own leads", cure)
		return
	}
	s.fault(fmt.Sprintf("by names role %q, which is there for %s", by, whom), cure)
}
