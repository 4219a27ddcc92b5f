package advisor

import (
	"fmt"
	"slices"
	"strings"

	"remit/model"
)

// checkChart wants the roles of every advice to make up one tree, so that everybody
// stands below the same top in the end.
func (c *bookCheck) checkChart() {
	if !slices.ContainsFunc(c.Roles, charted) || !c.checkTop() {
		return
	}
	for i := range c.Roles {
		c.checkPlace(i)
		c.checkStandIns(i)
		c.checkDeputies(i)
	}
	c.checkCircles()
}

func charted(r model.Role) bool { return len(r.Present) > 0 }

// checkTop wants one role that is always there and below nobody.
func (c *bookCheck) checkTop() bool {
	top, ok := -1, true
	for i, r := range c.Roles {
		switch {
		case !charted(r) || len(r.Under) > 0:
		case top >= 0:
			ok = false
			c.roles[i].fault(fmt.Sprintf("it stands at the top of the chart, and so does %q", c.Roles[top].ID), "Say below whom it stands.")
		default:
			top = i
		}
	}
	if top < 0 {
		c.in.general("no role stands at the top of the chart", "Leave under out for the one that everybody else stands below.")
		return false
	}
	if gap := c.absent(top); !gap.empty() {
		c.roles[top].fault("the top of the chart may be absent: "+c.frames.some(gap).String(), "Let it be present always, or say below whom it stands.")
		return false
	}
	return ok
}

// absent is where a role may be absent.
func (c *bookCheck) absent(role int) frameSet {
	gap := c.frames.every.clone()
	gap.remove(c.sure[role])
	return gap
}

// checkPlace wants a role to stand below somebody wherever it is present: the lines
// end in those that hold without asking, and name a role that is there.
func (c *bookCheck) checkPlace(role int) {
	f, lines := c.roles[role], c.Roles[role].Under
	if len(lines) == 0 {
		return
	}
	open := c.may[role].clone()
	var taken []model.Fit
	for i, line := range lines {
		at := c.item(f, "under", i)
		if !c.onChart(at, line.Role, "so nobody stands below it") {
			return
		}
		upper := c.number[line.Role]
		if caught(line.Fit, taken) {
			at.fault("no advice ever gets to it", "A line before it holds wherever it does. Move it up, or take it out.")
		}
		if c.absent(upper).empty() {
			taken = append(taken, line.Fit)
		}
		place := c.frames.sure(line.Fit)
		place.keep(c.sure[upper])
		open.remove(place)
	}
	if !open.empty() {
		c.item(f, "under", len(lines)-1).fault("it may stand below nobody: "+c.frames.some(open).String(),
			"End the lines with one without when that names a role that is always there.")
	}
}

func (c *bookCheck) checkStandIns(role int) {
	f := c.roles[role]
	for i, id := range c.Roles[role].StandIns {
		at := c.item(f, "stand_ins", i)
		if id == c.Roles[role].ID {
			at.fault("the role stands in for itself", "Name another one.")
		}
		c.onChart(at, id, "so it never stands in")
	}
}

// checkCircles wants no role to stand below itself. It lets every role go whose upper
// ones have gone, frame by frame, until nothing moves: what stays is in a circle or
// below one. Conditions are taken to hold, so it may refuse a chart that no answers
// lead to; it never lets one pass that some do.
func (c *bookCheck) checkCircles() {
	lines := c.possibleLines()
	stay := make([]frameSet, len(c.Roles))
	for i := range stay {
		stay[i] = c.may[i].clone()
	}
	held := c.frames.none()
	for moved := true; moved; {
		moved = false
		for i := range c.Roles {
			clear(held)
			for k, line := range c.Roles[i].Under {
				for w := range held {
					held[w] |= lines[i][k][w] & stay[c.number[line.Role]][w]
				}
			}
			for w := range held {
				moved = moved || stay[i][w]&^held[w] != 0
				stay[i][w] &= held[w]
			}
		}
	}
	for i := range stay {
		if at := stay[i].first(); at >= 0 {
			c.tellCircle(i, at, stay, lines)
			return
		}
	}
}

// possibleLines says where each line of each role may be the one that counts.
func (c *bookCheck) possibleLines() [][]frameSet {
	lines := make([][]frameSet, len(c.Roles))
	for i, r := range c.Roles {
		left := c.may[i].clone()
		for _, line := range r.Under {
			upper := c.number[line.Role]
			set := c.frames.of(line.Fit)
			set.keep(left)
			set.keep(c.may[upper])
			lines[i] = append(lines[i], set)
			if len(line.When) == 0 {
				caught := set.clone()
				caught.keep(c.sure[upper])
				left.remove(caught)
			}
		}
	}
	return lines
}

// tellCircle walks upwards from a role that stays until a role comes again.
func (c *bookCheck) tellCircle(role, at int, stay []frameSet, lines [][]frameSet) {
	var walk, by []int
	for !slices.Contains(walk, role) {
		k, upper := 0, 0
		for ; ; k++ {
			upper = c.number[c.Roles[role].Under[k].Role]
			if lines[role][k].has(at) && stay[upper].has(at) {
				break
			}
		}
		walk, by = append(walk, role), append(by, k)
		role = upper
	}
	begin := slices.Index(walk, role)
	var names []string
	for _, r := range append(walk[begin:], role) {
		names = append(names, c.Roles[r].ID)
	}
	c.item(c.roles[role], "under", by[begin]).fault("the role stands below itself: "+strings.Join(names, " under ")+" for "+c.frames.all[at].String(),
		"Let the lines between them hold for reporting lines of their own.")
}
