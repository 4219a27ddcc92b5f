package advisor

import (
	"fmt"
	"slices"

	"remit/model"
)

// bookCheck judges a playbook whose parts are sound, by what lies between them.
type bookCheck struct {
	*bookRead
	*model.Playbook
	frames *frames
	number map[string]int // of a role, by id
	may    []frameSet     // by role: where it may be present
	sure   []frameSet     // by role: where it is, whatever is answered
}

func (b *bookRead) check() {
	if len(b.in.f.Engagement.Rows) == 0 || len(b.in.f.Reporting.Rows) == 0 {
		return
	}
	c := &bookCheck{bookRead: b, Playbook: &b.in.f.Playbook, frames: newFrames(b.in.f), number: map[string]int{}}
	for i, r := range c.Roles {
		c.number[r.ID] = i
		may, sure := c.frames.none(), c.frames.none()
		for _, p := range r.Present {
			may.add(c.frames.of(p.Fit))
			if len(p.Without) == 0 {
				sure.add(c.frames.sure(p.Fit))
			}
		}
		c.may, c.sure = append(c.may, may), append(c.sure, sure)
	}
	// Each asks for what the one before has found sound.
	for _, check := range []func(){c.checkFits, c.checkShorts, c.checkNames, c.checkWithout, c.checkChart, c.checkLetters, c.checkCharters, c.checkDoers} {
		faults := b.in.said.count()
		if check(); b.in.said.count() > faults {
			return
		}
	}
}

// checkFits wants everything to hold somewhere.
func (c *bookCheck) checkFits() {
	for _, f := range c.fits {
		if c.frames.of(f.fit).empty() {
			f.of.fault("there is no advice for which it holds", "The tables engagement and reporting never give these together with such a structure.")
		}
	}
}

// checkWithout wants a role that must be absent to be there or not by answers alone: so
// nobody's presence waits for itself.
func (c *bookCheck) checkWithout() {
	for i, r := range c.Roles {
		for k, x := range r.Present {
			for _, id := range x.Without {
				switch at := c.item(c.roles[i], "present", k); {
				case !c.onChart(at, id, "so it is absent always"):
				case slices.ContainsFunc(c.Roles[c.number[id]].Present, func(p model.Presence) bool { return len(p.Without) > 0 }):
					at.fault(fmt.Sprintf("role %q has a without too", id), "Name only roles that are there or not by answers alone.")
				}
			}
			left := c.frames.of(x.Fit)
			for _, id := range x.Without {
				left.remove(c.sure[c.number[id]])
			}
			if left.empty() {
				c.item(c.roles[i], "present", k).fault("it never holds: somebody of without is always there", "Name others in without, or take the reason out.")
			}
		}
	}
}

// checkShorts wants the columns of a matrix to be told apart.
func (c *bookCheck) checkShorts() {
	first := map[string]string{}
	for i, r := range c.Roles {
		if other, taken := first[r.Short]; taken {
			c.field(c.roles[i], "short").fault(fmt.Sprintf("%q is also the short name of %q", r.Short, other), "Give each its own.")
			continue
		}
		first[r.Short] = r.ID
	}
}

// caught tells whether one of the earlier fits holds wherever fit does.
func caught(fit model.Fit, earlier []model.Fit) bool {
	return slices.ContainsFunc(earlier, func(wide model.Fit) bool {
		return among(fit.For, wide.For) && among(fit.Engaged, wide.Engaged) && among(fit.Reporting, wide.Reporting) &&
			implies(fit.When, wide.When)
	})
}

// among tells whether all of narrow are in wide; none means all.
func among[T comparable](narrow, wide []T) bool {
	if len(wide) == 0 || len(narrow) == 0 {
		return len(wide) == 0
	}
	return !slices.ContainsFunc(narrow, func(v T) bool { return !slices.Contains(wide, v) })
}

// onChart wants the role that s names to be there for some advice.
func (c *bookCheck) onChart(s spot, role, so string) bool {
	if charted(c.Roles[c.number[role]]) {
		return true
	}
	s.fault(fmt.Sprintf("role %q is on no chart, %s", role, so), "Say when it is present, or name another role.")
	return false
}

// field and item give the spots of what has been read.
func (c *bookCheck) field(f *form, key string) spot {
	s, _ := f.get(key)
	return s
}

func (c *bookCheck) item(f *form, key string, i int) spot {
	s := c.field(f, key).list()[i]
	s.of = fmt.Sprintf("%s: %s %d", s.of, key, i+1)
	return s
}

// answered is where a role or somebody who stands in for it is present, whatever is
// answered, and on the payroll.
func (c *bookCheck) answered(role string) frameSet {
	set := c.frames.none()
	for _, id := range append([]string{role}, c.Roles[c.number[role]].StandIns...) {
		there := c.sure[c.number[id]].clone()
		for _, x := range c.Roles[c.number[id]].Contract {
			there.remove(c.frames.of(x.Fit))
		}
		set.add(there)
	}
	return set
}

// filled is where a role or somebody who stands in for it is present, whatever is
// answered.
func (c *bookCheck) filled(role string) frameSet {
	i := c.number[role]
	set := c.sure[i].clone()
	for _, id := range c.Roles[i].StandIns {
		set.add(c.sure[c.number[id]])
	}
	return set
}
