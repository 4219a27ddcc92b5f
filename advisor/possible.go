package advisor

import "remit/model"

// leads reports whether some completion of the node's questions recommends the
// structure lead. It is exact.
//
// The leader must keep at least level with each rival that is not excluded, and
// strictly ahead of those that ties would favour; need holds the four thresholds.
// A completion adds up four differences, one a rival, and no rival's difference
// may stay below its threshold.
func (n *node) leads(lead model.Structure) bool {
	if n.base.excluded>>lead&1 == 1 {
		return false
	}
	r := n.e.race(lead)
	if !n.hopeful(&r) {
		return false
	}
	groups, largest := n.groups()
	if largest == nil {
		return n.addUp(&r, groups)
	}
	q, _ := n.busiest(largest)
	for _, class := range n.e.domains[q].distinct {
		if n.fix(q, class).leads(lead) {
			return true
		}
	}
	return false
}

// race is one structure against the other four.
type race struct {
	lead   int
	rivals [model.NumStructures - 1]int
	need   [model.NumStructures - 1]int32 // the difference that keeps the leader in front
}

func (e *Engine) race(lead model.Structure) race {
	r := race{lead: int(lead)}
	i := 0
	for s := range model.NumStructures {
		if s == int(lead) {
			continue
		}
		r.rivals[i] = s
		if e.order[s] < e.order[lead] {
			r.need[i] = 1
		}
		i++
	}
	return r
}

// gaps are the leader's differences to its rivals.
type gaps [model.NumStructures - 1]int32

// outOfRace is what an excluded rival adds to the leader's difference: more than
// any points, yet far from overflow when added up over all questions.
const outOfRace = 1 << 22

// gaps turns an effect into differences; ok is false if it excludes the leader.
func (r *race) gaps(e *effect) (g gaps, ok bool) {
	for i, s := range r.rivals {
		g[i] = e.points[r.lead] - e.points[s]
		if e.excluded>>s&1 == 1 {
			g[i] += outOfRace
		}
	}
	return g, e.excluded>>r.lead&1 == 0
}

func (g gaps) plus(h gaps) gaps {
	for i := range g {
		g[i] += h[i]
	}
	return g
}

// reaches reports whether g with the best of the rest meets every threshold.
func (r *race) reaches(g, rest gaps) bool {
	for i := range g {
		if g[i]+rest[i] < r.need[i] {
			return false
		}
	}
	return true
}

// hopeful bounds the node from above: every question gives its best to each
// difference on its own, and every rule that helps fires.
func (n *node) hopeful(r *race) bool {
	best, _ := r.gaps(&n.base)
	for _, q := range n.open {
		top := gaps{}
		seen := false
		for i := range n.choices[q] {
			g, ok := r.gaps(&n.choices[q][i])
			if !ok {
				continue
			}
			if !seen {
				top, seen = g, true
				continue
			}
			top = top.max(g)
		}
		if !seen {
			return false
		}
		best = best.plus(top)
	}
	for i := range n.joint {
		g, _ := r.gaps(&n.joint[i].effect)
		best = best.plus(g.max(gaps{}))
	}
	return r.reaches(best, gaps{})
}

func (g gaps) max(h gaps) gaps {
	for i := range g {
		g[i] = max(g[i], h[i])
	}
	return g
}

func (g gaps) min(h gaps) gaps {
	for i := range g {
		g[i] = min(g[i], h[i])
	}
	return g
}

// addUp decides a node whose groups share no rule: each group offers its
// trade-offs, and the sums of one from each are followed as long as they can still
// reach the thresholds.
func (n *node) addUp(r *race, groups [][]int) bool {
	offers := make([][]gaps, 0, len(groups))
	for _, group := range groups {
		front := n.offers(r, group)
		if len(front) == 0 {
			return false
		}
		offers = append(offers, front)
	}
	// best and worst of everything from group i on
	best, worst := make([]gaps, len(offers)+1), make([]gaps, len(offers)+1)
	for i := len(offers) - 1; i >= 0; i-- {
		hi, lo := offers[i][0], offers[i][0]
		for _, g := range offers[i][1:] {
			hi, lo = hi.max(g), lo.min(g)
		}
		best[i], worst[i] = best[i+1].plus(hi), worst[i+1].plus(lo)
	}
	start, _ := r.gaps(&n.base)
	if !r.reaches(start, best[0]) {
		return false
	}
	sums := []gaps{start}
	for i, front := range offers {
		var next []gaps
		for _, s := range sums {
			for _, g := range front {
				t := s.plus(g)
				if !r.reaches(t, best[i+1]) {
					continue
				}
				if r.reaches(t, worst[i+1]) {
					return true
				}
				for d := range t { // more than enough is as good as enough
					t[d] = min(t[d], r.need[d]-worst[i+1][d])
				}
				next = keep(next, t)
			}
		}
		sums = next
	}
	return len(sums) > 0
}

// offers lists the differences that the assignments of one group can add, without
// those that another one beats everywhere.
func (n *node) offers(r *race, group []int) []gaps {
	var front []gaps
	n.assignments(group, func(_ []int, e *effect) {
		if g, ok := r.gaps(e); ok {
			front = keep(front, g)
		}
	})
	return front
}

// keep adds g to a front unless something in it is at least as good everywhere, and
// drops what g beats.
func keep(front []gaps, g gaps) []gaps {
	for _, f := range front {
		if f.max(g) == f {
			return front
		}
	}
	kept := front[:0]
	for _, f := range front {
		if g.max(f) != g {
			kept = append(kept, f)
		}
	}
	return append(kept, g)
}
