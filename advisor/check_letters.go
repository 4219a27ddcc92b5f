package advisor

import (
	"fmt"

	"remit/model"
)

// checkLetters wants somebody to answer for every activity and somebody to do it,
// wherever it is needed, and nobody from outside to answer.
func (c *bookCheck) checkLetters() {
	outside := map[[2]string]bool{}
	for i := range c.Activities {
		a, f := &c.Activities[i], c.activities[i]
		needed := c.frames.none()
		for _, fit := range a.Needed {
			needed.add(c.frames.of(fit))
		}
		if len(a.Needed) == 0 {
			needed = c.frames.every
		}
		c.checkAccountable(f, a.Accountable, needed, outside)
		named := map[string][]model.Fit{}
		c.checkResponsible(f, a.Responsible, needed, named)
		c.checkParts(f, "consulted", a.Consulted, named)
		c.checkParts(f, "informed", a.Informed, named)
	}
}

// checkAccountable wants the lines to end in those that hold without asking, and a
// role or stand-in for each that is there.
func (c *bookCheck) checkAccountable(f *form, lines []model.Assignment, needed frameSet, told map[[2]string]bool) {
	open := needed.clone()
	var earlier []model.Fit
	for i, line := range lines {
		at := c.item(f, "accountable", i)
		if !c.onChart(at, line.Role, "so it holds no letter") {
			return
		}
		if caught(line.Fit, earlier) {
			at.fault("no advice ever gets to it", "A line before it holds wherever it does. Move it up, or take it out.")
		}
		gap := c.frames.of(line.Fit)
		gap.keep(open)
		if gap.remove(c.answered(line.Role)); !gap.empty() {
			at.fault(fmt.Sprintf("role %q may be absent or under contract, and so may all who stand in for it: %v", line.Role, c.frames.some(gap)),
				"End the stand_ins of the role with one that is always there.")
		}
		c.checkInside(at, line.Role, told)
		open.remove(c.frames.sure(line.Fit))
		earlier = append(earlier, line.Fit)
	}
	if !open.empty() {
		c.item(f, "accountable", len(lines)-1).fault("nobody may answer for it: "+c.frames.some(open).String(),
			"End the lines with one without when.")
	}
}

// checkInside lets nobody under contract answer for anything. A stand-in is told once,
// whatever the role answers for.
func (c *bookCheck) checkInside(at spot, role string, told map[[2]string]bool) {
	r := &c.Roles[c.number[role]]
	if r.Level == model.Outside {
		at.fault(fmt.Sprintf("role %q is from outside and cannot answer for anything", role), "Let somebody of the company answer; who is from outside may be responsible.")
	}
	for _, id := range r.StandIns {
		pair := [2]string{role, id}
		if c.Roles[c.number[id]].Level == model.Outside && !told[pair] {
			told[pair] = true
			at.fault(fmt.Sprintf("role %q answers for it, and %q, which is from outside, stands in for the role", role, id), "Take it out of the stand_ins of the role.")
		}
	}
}

// checkResponsible wants somebody to do the work.
func (c *bookCheck) checkResponsible(f *form, parts []model.Part, needed frameSet, named map[string][]model.Fit) {
	if !c.checkParts(f, "responsible", parts, named) {
		return
	}
	open := needed.clone()
	for _, p := range parts {
		does := c.frames.sure(p.Fit)
		does.keep(c.filled(p.Role))
		open.remove(does)
	}
	if !open.empty() {
		c.field(f, "responsible").fault("nobody may do the work: "+c.frames.some(open).String(),
			"Name a role that is always there, or one whose stand_ins end with such a role.")
	}
}

// checkParts wants every part to be of a role that is there, and to say something new:
// who does the work is not asked besides, and who is asked not told. named is what is
// known of the activity by now; the parts are added to it.
func (c *bookCheck) checkParts(f *form, key string, parts []model.Part, named map[string][]model.Fit) bool {
	ok := true
	for i, p := range parts {
		at := c.item(f, key, i)
		if !c.onChart(at, p.Role, "so it holds no letter") {
			ok = false
			continue
		}
		if caught(p.Fit, named[p.Role]) {
			at.fault(fmt.Sprintf("role %q is named for it before", p.Role), "Take it out.")
		}
		named[p.Role] = append(named[p.Role], p.Fit)
	}
	return ok
}
