package advisor

import "remit/model"

// Whether a sheet of some kind exists is asked in two places: for one structure against
// its rivals (possible.go) and for two worlds at once (contest.go). Both add up a few
// numbers over the questions and want none of them to end below its threshold. Here is
// what they share: how the offers of independent groups of questions are added up
// without trying every combination.

// vector is numbers that add up over the questions, each with a threshold to reach.
type vector interface {
	~[model.NumStructures - 1]int32 | ~[numDims]int32
}

// added adds number by number.
func added[V vector](a, b V) V {
	for i := range len(a) {
		a[i] += b[i]
	}
	return a
}

// higher takes the greater of each pair of numbers.
func higher[V vector](a, b V) V {
	for i := range len(a) {
		a[i] = max(a[i], b[i])
	}
	return a
}

// lower takes the smaller of each pair of numbers.
func lower[V vector](a, b V) V {
	for i := range len(a) {
		a[i] = min(a[i], b[i])
	}
	return a
}

// reaches reports whether v with what the rest adds meets every threshold.
func reaches[V vector](v, rest, need V) bool {
	for i := range len(v) {
		if v[i]+rest[i] < need[i] {
			return false
		}
	}
	return true
}

// keep adds v to a front unless something in it is at least as good everywhere, and
// drops what v beats.
func keep[V vector](front []V, v V) []V {
	for i := range front {
		if higher(front[i], v) == front[i] {
			return front
		}
	}
	kept := front[:0]
	for i := range front {
		if higher(front[i], v) != v {
			kept = append(kept, front[i])
		}
	}
	return append(kept, v)
}

// addUp reports whether one offer from each front, added to start, meets every
// threshold. The sums are followed front by front as long as the best of the rest can
// still lift them; what even the worst of the rest leaves high enough ends the search.
// spend is asked before each round; where it says no the answer is no.
func addUp[V vector](start, need V, fronts [][]V, spend func(work int) bool) bool {
	best, worst := make([]V, len(fronts)+1), make([]V, len(fronts)+1) // of everything from front i on
	for i := len(fronts) - 1; i >= 0; i-- {
		hi, lo := fronts[i][0], fronts[i][0]
		for _, v := range fronts[i][1:] {
			hi, lo = higher(hi, v), lower(lo, v)
		}
		best[i], worst[i] = added(best[i+1], hi), added(worst[i+1], lo)
	}
	if !reaches(start, best[0], need) {
		return false
	}
	sums := []V{start}
	for i, front := range fronts {
		var next []V
		for _, sum := range sums {
			if !spend(len(front) * (1 + len(next))) {
				return false
			}
			for k := range front {
				v := added(sum, front[k])
				if !reaches(v, best[i+1], need) {
					continue
				}
				if reaches(v, worst[i+1], need) {
					return true
				}
				for d := range len(v) { // more than enough is as good as enough
					v[d] = min(v[d], need[d]-worst[i+1][d])
				}
				next = keep(next, v)
			}
		}
		sums = next
	}
	return len(sums) > 0
}
