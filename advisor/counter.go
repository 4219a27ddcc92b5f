package advisor

import (
	"context"
	"slices"

	"remit/model"
)

// counter counts one node after the other, in memory that it keeps. It is used by one
// worker alone, and has counted all only after end.
type counter struct {
	ctx      context.Context
	err      error // why it stopped, nil if it did not
	counts   Counts
	handicap footing

	now, next sums
	offers    []sums  // what the groups of a node add
	order     []*sums // offers as they are added up
	rests     []rest  // beside order, and one more
	finales   []*finale
}

// finale is a last group that several nodes have in common, and the sums that wait
// for it. They are merged before it is added: what differs between nodes is mostly
// what came before.
type finale struct {
	offers []sum
	sums   sums
}

const (
	mostFinales = 16      // that wait at a time
	mostWaiting = 1 << 14 // sums of one finale; the memory is a megabyte
	mostBefore  = 1 << 10 // ways before the largest group up to which it is added last
)

// addUp counts the completions of a node whose groups share no rule. Each stands for
// so many sheets.
func (c *counter) addUp(n *node, groups [][]int, weight Count) {
	c.arrange(n, groups)
	c.bound()
	base := n.base.footing()
	c.now.empty()
	c.file(&c.now, base.plus(&c.handicap), weight, &c.rests[0])
	last := len(c.order) - 1
	for i, offers := range c.order[:last] {
		c.next.empty()
		for k := range c.now.list {
			if c.stopped() {
				return
			}
			have := &c.now.list[k]
			for j := range offers.list {
				more := &offers.list[j]
				c.file(&c.next, have.at.plus(&more.at), have.count.times(more.count.lo), &c.rests[i+1])
			}
		}
		c.now, c.next = c.next, c.now
	}
	c.wait(c.order[last])
}

// arrange lists what each group adds, the largest list first: many sums merge early.
// If the other groups are few ways in all, the largest comes last instead, where it
// has to be added only once for many nodes.
func (c *counter) arrange(n *node, groups [][]int) {
	for len(c.offers) < len(groups) {
		c.offers = append(c.offers, sums{})
	}
	c.order = c.order[:0]
	for i, g := range groups {
		n.offersOf(g, &c.offers[i])
		c.order = append(c.order, &c.offers[i])
	}
	slices.SortStableFunc(c.order, func(a, b *sums) int { return len(b.list) - len(a.list) })
	ways := 1
	for _, o := range c.order[1:] {
		ways = min(ways*len(o.list), mostBefore+1)
	}
	if ways <= mostBefore {
		c.order = append(c.order[1:], c.order[0])
	}
}

// offersOf lists what the ways to answer a group add, equal ones merged; a count
// says how many sheets add the same.
func (n *node) offersOf(group []int, offers *sums) {
	offers.empty()
	n.assignments(group, func(at []int, e *effect) {
		weight := one
		for _, q := range group {
			weight = weight.times(n.e.domains[q].alike[at[q]])
		}
		f := e.footing()
		f.level()
		offers.add(&f, weight)
	})
}

// file strikes out who can no longer lead, and adds the sum to a table, or counts it
// if only one structure is left. It compares with the best of those that surely may
// be recommended in the end.
func (c *counter) file(into *sums, at footing, count Count, rest *rest) {
	best, top := 0, int32(behind)
	for s := range at {
		if p := at[s] + rest.unsure[s]; p > top {
			best, top = s, p
		}
	}
	left, lead := 0, 0
	for s := range at {
		if at[s] < behind || at[s]+rest.most[best][s] < top {
			at[s] = struck
			continue
		}
		left++
		lead = s
	}
	if left == 1 {
		c.counts[lead] = c.counts[lead].plus(count.product(rest.size))
		return
	}
	at.level()
	into.add(&at, count)
}

// wait lets the sums of a node wait for its last group.
func (c *counter) wait(offers *sums) {
	i := slices.IndexFunc(c.finales, func(f *finale) bool { return slices.Equal(f.offers, offers.list) })
	if i < 0 {
		f := &finale{}
		if len(c.finales) == mostFinales {
			f = c.finales[0]
			c.finish(f)
			c.finales = slices.Delete(c.finales, 0, 1)
		}
		f.offers = append(f.offers[:0], offers.list...)
		i = len(c.finales)
		c.finales = append(c.finales, f)
	}
	f := c.finales[i]
	for k := range c.now.list {
		f.sums.add(&c.now.list[k].at, c.now.list[k].count)
	}
	if len(f.sums.list) > mostWaiting {
		c.finish(f)
	}
}

// finish adds the last group: who is in front then leads.
func (c *counter) finish(f *finale) {
	for k := range f.sums.list {
		have := &f.sums.list[k]
		var led [perPoint]uint64 // by handicap
		for j := range f.offers {
			at := have.at.plus(&f.offers[j].at)
			led[max(at[0], at[1], at[2], at[3], at[4])&(perPoint-1)] += f.offers[j].count.lo
		}
		for s := range c.counts {
			if n := led[c.handicap[s]]; n > 0 {
				c.counts[s] = c.counts[s].plus(have.count.times(n))
			}
		}
	}
	f.sums.empty()
}

// end counts what still waits.
func (c *counter) end() {
	for _, f := range c.finales {
		c.finish(f)
	}
}

// rest bounds what the groups that are still to be added can do.
type rest struct {
	most   [model.NumStructures]footing // the most that the second can gain on the first
	unsure footing                      // struck where some group can exclude the structure
	size   Count                        // the sheets of the groups
}

// bound works out the rests before and after each group.
func (c *counter) bound() {
	c.rests = append(c.rests[:0], make([]rest, len(c.order)+1)...)
	c.rests[len(c.order)].size = one
	for i := len(c.order) - 1; i >= 0; i-- {
		r := &c.rests[i]
		*r = c.rests[i+1]
		r.before(c.order[i].list)
	}
}

// before makes r the rest before one more group is added.
func (r *rest) before(offers []sum) {
	sheets := uint64(0)
	var most [model.NumStructures]footing
	for on := range most {
		most[on] = footing{struck, struck, struck, struck, struck}
	}
	for k := range offers {
		sheets += offers[k].count.lo
		for on, p := range offers[k].at {
			if p < behind {
				r.unsure[on] = struck
			}
			for s := range most[on] {
				most[on][s] = max(most[on][s], offers[k].at[s]-p)
			}
		}
	}
	for on := range most {
		for s := range most[on] {
			r.most[on][s] = min(max(r.most[on][s]+most[on][s], struck), -struck)
		}
	}
	r.size = r.size.times(sheets)
}
