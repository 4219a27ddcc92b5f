package tui

import (
	"cmp"
	"slices"
	"strings"

	"remit/model"
)

// ruleChange is what one rule did when an answer was given: points that it now
// gives, or points that fell away with it.
type ruleChange struct {
	rule    string
	because string
	points  [model.NumStructures]int // what changed, not what stands
	gone    bool                     // the rule spoke before and is silent now
}

// changes compares two pieces of advice rule by rule, the greatest change first.
func changes(before, after model.Advice) []ruleChange {
	byRule := map[string]*ruleChange{}
	add := func(reasons []model.Reason, sign int) {
		for _, r := range reasons {
			c := byRule[r.Rule]
			if c == nil {
				c = &ruleChange{rule: r.Rule, because: r.Because}
				byRule[r.Rule] = c
			}
			c.points[r.Structure] += sign * r.Points
			c.gone = sign < 0
		}
	}
	add(before.Reasons, -1)
	add(after.Reasons, +1)
	var list []ruleChange
	for _, c := range byRule {
		if c.points != [model.NumStructures]int{} {
			list = append(list, *c)
		}
	}
	slices.SortFunc(list, func(a, b ruleChange) int {
		return cmp.Or(cmp.Compare(b.weight(), a.weight()), strings.Compare(a.rule, b.rule))
	})
	return list
}

// weight is how much a change moves in all.
func (c ruleChange) weight() int {
	sum := 0
	for _, p := range c.points {
		sum += max(p, -p)
	}
	return sum
}

// net adds changes up.
func net(list []ruleChange) (points [model.NumStructures]int) {
	for _, c := range list {
		for s, p := range c.points {
			points[s] += p
		}
	}
	return points
}

// pointsInWords says points per structure: "+4 CTO only, -4 CIO only", the
// greatest first; "" if there are none.
func pointsInWords(f *model.Framework, points [model.NumStructures]int) string {
	order := model.Structures()
	slices.SortStableFunc(order, func(a, b model.Structure) int {
		return cmp.Compare(points[b], points[a])
	})
	var words []string
	for _, s := range order {
		if points[s] != 0 {
			words = append(words, signed(points[s])+" "+f.Structure(s).Title)
		}
	}
	return strings.Join(words, ", ")
}
