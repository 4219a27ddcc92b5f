package report

import (
	"fmt"
	"slices"

	"remit/model"
)

// What a page for a board tells of what follows from the advice. It has to stay one
// page, so the lists are short.
const (
	toldSteps = 3
	toldCosts = 1 // for each seat
)

// begins is the first step, and the next ones with their days where there is a plan.
func begins(r Report) []block {
	blocks := []block{para(r.Framework.FirstStep(&r.Advice))}
	if !r.follows() {
		return blocks
	}
	var items []item
	for _, p := range r.Follows.Practices[:min(toldSteps, len(r.Follows.Practices))] {
		items = append(items, entry(fmt.Sprintf("%s: %s (%s)", byDay(p.Day), p.Title, p.Who)))
	}
	return append(blocks, list(items...))
}

// seats lists who leads technology, below whom and for how much.
func seats(r Report) block {
	if !r.follows() {
		return block{}
	}
	c := r.chart()
	var items []item
	for _, p := range r.Follows.Posts {
		if !p.Leads {
			continue
		}
		text := c.title(p.Role)
		if note := c.note(p); note != "" {
			text += " (" + note + ")"
		}
		if p.Under != "" {
			text += ", under the " + r.roleShort(p.Under)
		}
		items = append(items, entry(text, ranges(r, p.Role)...))
	}
	return list(items...)
}

// ranges are published prices for a seat, the best founded ones.
func ranges(r Report, role string) []string {
	of := slices.DeleteFunc(slices.Clone(r.Follows.Costs), func(c model.Cost) bool { return c.Role != role })
	slices.SortStableFunc(of, func(a, b model.Cost) int { return weight(b.Strength) - weight(a.Strength) })
	var lines []string
	for _, c := range of[:min(toldCosts, len(of))] {
		lines = append(lines, fmt.Sprintf("%s, %s (%s, %s)", priceRange(&c), c.What, c.Country, c.Published))
	}
	return lines
}

func weight(s model.Strength) int {
	return slices.Index([]model.Strength{model.Weak, model.Medium, model.Strong}, s)
}
