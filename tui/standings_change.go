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

// exclusion is what one rule ruled out when an answer was given, or what came back
// with it.
type exclusion struct {
	rule       string
	structures []model.Structure
	back       bool
}

// exclusions compares two pieces of advice by what may be recommended at all. What
// several rules rule out is told by the first of them.
func exclusions(before, after model.Advice) []exclusion {
	was, is := excluders(before), excluders(after)
	var list []exclusion
	add := func(rule string, s model.Structure, back bool) {
		i := slices.IndexFunc(list, func(x exclusion) bool { return x.rule == rule && x.back == back })
		if i < 0 {
			i = len(list)
			list = append(list, exclusion{rule: rule, back: back})
		}
		list[i].structures = append(list[i].structures, s)
	}
	for _, s := range model.Structures() {
		switch {
		case len(was[s]) == 0 && len(is[s]) > 0:
			add(is[s][0], s, false)
		case len(was[s]) > 0 && len(is[s]) == 0:
			add(was[s][0], s, true)
		}
	}
	return list
}

// excluders gives the rules that rule each structure out.
func excluders(a model.Advice) (rules [model.NumStructures][]string) {
	for _, r := range a.Ranking {
		rules[r.Structure] = r.ExcludedBy
	}
	return rules
}

// inWords says it with its reason, in the words of the framework.
func (x exclusion) inWords(f *model.Framework) string {
	verb := "is"
	if len(x.structures) > 1 {
		verb = "are"
	}
	text := listing(titles(f, x.structures), "and") + " " + verb
	if x.back {
		return text + " not ruled out any more."
	}
	text += " ruled out"
	if r := f.Rule(x.rule); r != nil {
		return text + ": " + r.Because
	}
	return text + "."
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
