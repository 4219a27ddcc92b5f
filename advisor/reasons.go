package advisor

import (
	"cmp"
	"slices"

	"remit/model"
)

// compileOrders sorts the rules once, so that advice has only to pick those that
// fired.
func (e *Engine) compileOrders() {
	for s := range model.NumStructures {
		e.weight[s] = e.ordered(func(p *[model.NumStructures]int) (int, int) {
			// Among equal weights comes first what separates the structure most from the
			// others, for that is what people ask about.
			sum := 0
			for _, points := range p {
				sum += points
			}
			return abs(p[s]), abs(model.NumStructures*p[s] - sum)
		})
		for other := range model.NumStructures {
			e.lead[s][other] = e.ordered(func(p *[model.NumStructures]int) (int, int) {
				return max(0, p[s]-p[other]), 0
			})
		}
	}
}

// ordered lists the scoring rules whose first measure is not 0, greatest first; the
// second measure breaks ties, then the order of the framework.
func (e *Engine) ordered(measure func(*[model.NumStructures]int) (int, int)) []int {
	var list []int
	for i := range e.f.Rules {
		if first, _ := measure(&e.f.Rules[i].Points); first != 0 && e.f.Rules[i].Effect == model.Scores {
			list = append(list, i)
		}
	}
	slices.SortStableFunc(list, func(a, b int) int {
		a1, a2 := measure(&e.f.Rules[a].Points)
		b1, b2 := measure(&e.f.Rules[b].Points)
		return cmp.Or(cmp.Compare(b1, a1), cmp.Compare(b2, a2))
	})
	return list
}

// reasons lists every contribution of every rule that fired: by structure in the
// order of the ranking, the weightiest first.
func (c *consideration) reasons(list []model.Reason, ranking []model.Rank) []model.Reason {
	for _, rank := range ranking {
		for _, i := range c.weight[rank.Structure] {
			if c.fired[i] {
				list = append(list, c.reason(i, rank.Structure))
			}
		}
	}
	return list
}

// reason is what rule number i contributed to a structure.
func (c *consideration) reason(i int, s model.Structure) model.Reason {
	r := &c.f.Rules[i]
	return model.Reason{Rule: r.ID, Structure: s, Points: r.Points[s], Because: r.Because,
		Questions: c.rules[i].questions, Strength: r.Strength, Sources: r.Sources}
}

func abs(n int) int { return max(n, -n) }

// whyNot sets each other structure beside the recommendation: the rules that put
// most between the two.
func (c *consideration) whyNot(ranking []model.Rank) []model.WhyNot {
	const most = 3
	best := ranking[0].Structure
	list := make([]model.WhyNot, 0, model.NumStructures-1)
	for _, rank := range ranking[1:] {
		other := rank.Structure
		w := model.WhyNot{Structure: other, Gap: ranking[0].Points - rank.Points, Excluded: rank.Excluded}
		for _, i := range c.lead[best][other] {
			if !c.fired[i] {
				continue
			}
			about := other // its own minus says it best; where it has none, the other's plus
			if c.f.Rules[i].Points[other] >= 0 {
				about = best
			}
			if w.Decisive = append(w.Decisive, c.reason(i, about)); len(w.Decisive) == most {
				break
			}
		}
		list = append(list, w)
	}
	return list
}
