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
		if ok && r.reaches(g) {
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

// hopeful reports whether the bound lets the leader reach its thresholds.
func (n *node) hopeful(r *race) bool {
	best, ok := n.bound(r)
	return ok && r.reaches(best)
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
		best = added(best, top)
	}
	for i := range n.joint {
		best = added(best, n.help(r, i))
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
			top = higher(top, g)
		}
	}
	return top, ok
}

// help is what a joint rule adds to the differences if it helps.
func (n *node) help(r *race, rule int) gaps {
	g, _ := r.gaps(&n.joint[rule].effect)
	return higher(g, gaps{})
}

// addUp decides a node whose groups share no rule: each group offers its trade-offs.
func (n *node) addUp(r *race, groups [][]int, w *effort) bool {
	offers := make([][]gaps, 0, len(groups))
	for _, group := range groups {
		front := n.offers(r, group)
		if len(front) == 0 {
			return false
		}
		offers = append(offers, front)
	}
	start, _ := r.gaps(&n.base)
	return addUp(start, r.need, offers, w.spend)
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
