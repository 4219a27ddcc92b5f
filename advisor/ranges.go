package advisor

import "math"

// greatest gives the greatest value that a weighing of the effect takes over all
// completions of the node. It is exact: the same reduction as for possible
// structures, with one number in place of four. A greedy climb sets the mark first,
// so that the search has only to refute what could be better.
func (n *node) greatest(value func(*effect) int32) int32 {
	at := make([]int, len(n.choices))
	best := n.valueAt(at, value)
	for before := best - 1; best > before; {
		before = best
		for _, q := range n.open {
			top := at[q]
			for at[q] = range n.choices[q] {
				if v := n.valueAt(at, value); v > best {
					best, top = v, at[q]
				}
			}
			at[q] = top
		}
	}
	n.climbTo(value, &best)
	return best
}

// valueAt weighs the completion that takes place at[q] for each open question.
func (n *node) valueAt(at []int, value func(*effect) int32) int32 {
	v := value(&n.base)
	for _, q := range n.open {
		v += value(&n.choices[q][at[q]])
	}
	for i := range n.joint {
		if n.joint[i].fires(at) {
			v += value(&n.joint[i].effect)
		}
	}
	return v
}

func (n *node) climbTo(value func(*effect) int32, best *int32) {
	bound := value(&n.base)
	for _, q := range n.open {
		top := value(&n.choices[q][0])
		for i := range n.choices[q][1:] {
			top = max(top, value(&n.choices[q][i+1]))
		}
		bound += top
	}
	for i := range n.joint {
		bound += max(0, value(&n.joint[i].effect))
	}
	if bound <= *best {
		return
	}
	groups, largest := n.groups()
	if largest != nil {
		q, _ := n.busiest(largest)
		for _, class := range n.e.domains[q].distinct {
			n.fix(q, class).climbTo(value, best)
		}
		return
	}
	sum := value(&n.base)
	for _, group := range groups {
		top := int32(math.MinInt32)
		n.assignments(group, func(_ []int, e *effect) { top = max(top, value(e)) })
		sum += top
	}
	*best = max(*best, sum)
}
