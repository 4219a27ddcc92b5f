package advisor

import "remit/model"

// leads reports whether some completion of the node's questions recommends the
// structure lead. A no is sure. A yes is sure too, but for frameworks far more
// tangled than the built-in one: when the search has taken the work that an answer may
// take, it gives up and says yes, so that nothing is called decided that is not.
//
// The leader must keep at least level with each rival that is not excluded, and
// strictly ahead of those that ties would favour; need holds the four thresholds.
// A completion adds up four differences, one a rival, and no rival's difference
// may stay below its threshold.
func (n *node) leads(lead model.Structure) bool {
	r := n.e.race(lead)
	first := effort{left: shortSearch}
	found := n.search(&r, &first)
	if !first.over {
		return found
	}
	if found, sure := n.weighUp(&r); sure {
		return found
	}
	second := effort{left: longSearch}
	return n.search(&r, &second) || second.over
}

// The work that the two searches for a leader may take, in places looked at. Nearly
// all end within the short one; the long one takes about a tenth of a second.
const (
	shortSearch = 100_000
	longSearch  = 10_000_000
)

// effort is work that may still be done. It is counted and not timed: the same
// answers give the same advice on every machine.
type effort struct {
	left int
	over bool
}

// spend reports whether there is work left to do so much.
func (w *effort) spend(work int) bool {
	w.left -= work
	w.over = w.over || w.left < 0
	return !w.over
}

// search looks at all completions of the node, as far as the effort goes.
func (n *node) search(r *race, w *effort) bool {
	if n.base.excluded>>r.lead&1 == 1 || !w.spend(len(n.open)+len(n.joint)) || !n.hopeful(r) {
		return false
	}
	groups, largest := n.groups()
	if largest == nil {
		return n.addUp(r, groups, w)
	}
	q, _ := n.busiest(largest)
	for _, class := range n.e.domains[q].distinct {
		if n.fix(q, class).search(r, w) {
			return true
		}
	}
	return false
}

// weighUp adds the four differences up, weighs them one against the other, and looks
// for the completion with the greatest sum. If even that one stays below the sum of
// the thresholds no completion leads; if it leads, one does. If it is strong against
// some rivals only, the others weigh more in the next round.
func (n *node) weighUp(r *race) (leads, sure bool) {
	const rounds = 24
	weight := [len(r.need)]int64{1, 1, 1, 1}
	for round := range rounds {
		need := int64(0)
		for i := range weight {
			need += weight[i] * int64(r.need[i])
		}
		most, at := n.unravel(func(e *effect) (sum int64) {
			g, ok := r.gaps(e)
			for i := range g {
				sum += weight[i] * int64(g[i])
				if !ok {
					sum -= weight[i] * outOfRace
				}
			}
			return sum
		})
		if most < need {
			return false, true
		}
		e := n.effectAt(at)
		g, ok := r.gaps(&e)
		if ok && r.reaches(g, gaps{}) {
			return true, true
		}
		if round < len(weight) { // first each rival alone: that refutes most
			weight = [len(r.need)]int64{}
			weight[round] = 1
			continue
		}
		for i := range g {
			if weight[i]++; g[i] < r.need[i] {
				weight[i] += 2
			}
		}
	}
	return false, false
}

// effectAt is what the completion adds up to that takes place at[q] for each open
// question.
func (n *node) effectAt(at []int) effect {
	sum := n.base
	for _, q := range n.open {
		sum.add(&n.choices[q][at[q]])
	}
	for i := range n.joint {
		if n.joint[i].fires(at) {
			sum.add(&n.joint[i].effect)
		}
	}
	return sum
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

// outOfRace is what an excluded rival adds to the leader's difference: more than the
// points of all rules (maxReach), and far from overflow when every rule adds it.
const outOfRace = 2 * maxReach

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

func (g gaps) minus(h gaps) gaps {
	for i := range g {
		g[i] -= h[i]
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

// hopeful reports whether the bound lets the leader reach its thresholds.
func (n *node) hopeful(r *race) bool {
	best, ok := n.bound(r)
	return ok && r.reaches(best, gaps{})
}

// bound bounds the leader's differences from above: every question gives its best to
// each difference on its own, and every rule that helps fires. ok is false if the
// leader is excluded whatever is answered.
func (n *node) bound(r *race) (best gaps, ok bool) {
	best, ok = r.gaps(&n.base)
	if !ok {
		return best, false
	}
	for _, q := range n.open {
		top, ok := n.top(r, q)
		if !ok {
			return best, false
		}
		best = best.plus(top)
	}
	for i := range n.joint {
		best = best.plus(n.help(r, i))
	}
	return best, true
}

// top is the best that a question can give to each difference; ok is false if every
// answer excludes the leader.
func (n *node) top(r *race, q int) (top gaps, ok bool) {
	for i := range n.choices[q] {
		g, possible := r.gaps(&n.choices[q][i])
		switch {
		case !possible:
		case !ok:
			top, ok = g, true
		default:
			top = top.max(g)
		}
	}
	return top, ok
}

// help is what a joint rule adds to the differences if it helps.
func (n *node) help(r *race, rule int) gaps {
	g, _ := r.gaps(&n.joint[rule].effect)
	return g.max(gaps{})
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
func (n *node) addUp(r *race, groups [][]int, w *effort) bool {
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
				if !w.spend(1 + len(next)) {
					return false
				}
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
