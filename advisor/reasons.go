package advisor

import (
	"cmp"
	"slices"

	"remit/model"
)

// reasons lists every contribution of every rule that fired: by structure in the
// order of the ranking, the weightiest first. Among equals comes first what
// separates the structure most from the others, for that is what people ask.
func (c *consideration) reasons(ranking []model.Rank) []model.Reason {
	all := make([]model.Reason, 0, 4*len(c.fired))
	for _, rank := range ranking {
		from := len(all)
		for _, i := range c.fired {
			if r := &c.f.Rules[i]; r.Effect == model.Scores && r.Points[rank.Structure] != 0 {
				all = append(all, c.reason(i, rank.Structure))
			}
		}
		slices.SortStableFunc(all[from:], func(a, b model.Reason) int {
			return cmp.Or(cmp.Compare(abs(b.Points), abs(a.Points)), cmp.Compare(abs(c.apart(b)), abs(c.apart(a))))
		})
	}
	return all
}

// apart is five times what a reason gives its structure above the average of all.
func (c *consideration) apart(r model.Reason) int {
	sum := 0
	points := &c.f.Rules[c.ruleIndex[r.Rule]].Points
	for _, p := range points {
		sum += p
	}
	return model.NumStructures*r.Points - sum
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
		lead := func(i int) int { return c.f.Rules[i].Points[best] - c.f.Rules[i].Points[other] }
		var top [most]int
		found := 0
		for _, i := range c.fired { // a short list of the greatest, in order
			if lead(i) <= 0 {
				continue
			}
			k := found
			for k > 0 && lead(top[k-1]) < lead(i) {
				k--
			}
			if k == most {
				continue
			}
			found = min(found+1, most)
			copy(top[k+1:found], top[k:found-1])
			top[k] = i
		}
		for _, i := range top[:found] {
			s := other
			if c.f.Rules[i].Points[other] >= 0 {
				s = best
			}
			w.Decisive = append(w.Decisive, c.reason(i, s))
		}
		list = append(list, w)
	}
	return list
}
