package advisor

import (
	"context"
	"math"
	"runtime"
	"slices"
	"sync"

	"remit/model"
)

// Counting over every sheet. Walking all sheets of the built-in framework would take
// hours; counting them takes a moment, because most sheets are alike:
//
//   - Questions that many rules join are fixed first, class by class (node.fix). A
//     branch on which only one structure can still lead is counted at once, as the
//     product of what is left open.
//   - What remains splits into groups that no rule joins. They are added one after
//     the other; partial sums that agree in the differences between the structures
//     that can still lead are merged, whatever answers they come from, and a
//     structure that can no longer lead is struck out of the sum, which merges more.

// Counts is how many sheets lead to each structure. A sheet is one class for each
// question, silence included; the three non-answers count as silence.
type Counts [model.NumStructures]Count

// Total is the number of all sheets.
func (c Counts) Total() (sum Count) {
	for _, n := range c {
		sum = sum.plus(n)
	}
	return sum
}

// Count counts the sheets by recommendation, exactly, on all cores. It ends early
// with ctx's error. progress, if not nil, is called from time to time with the share
// that is done, from 0 to 1.
func (e *Engine) Count(ctx context.Context, progress func(done float64)) (Counts, error) {
	blank := make(sheet, len(e.domains))
	open := make([]bool, len(e.domains))
	for q := range open {
		open[q] = true
	}
	return e.countFrom(ctx, blank, open, progress)
}

// countFrom counts the completions of a sheet.
func (e *Engine) countFrom(ctx context.Context, s sheet, open []bool, progress func(float64)) (Counts, error) {
	jobs := e.split(e.node(s, open), one, 64*runtime.GOMAXPROCS(0))
	var (
		total Counts
		done  int
		mu    sync.Mutex
		wg    sync.WaitGroup
		next  = make(chan job)
	)
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			var mine Counts
			for j := range next {
				j.node.count(&mine, j.weight)
				mu.Lock()
				done++
				if progress != nil {
					progress(float64(done) / float64(len(jobs)))
				}
				mu.Unlock()
			}
			mu.Lock()
			defer mu.Unlock()
			for i := range total {
				total[i] = total[i].plus(mine[i])
			}
		})
	}
	var err error
	for _, j := range jobs {
		select {
		case next <- j:
			continue
		case <-ctx.Done():
			err = context.Cause(ctx)
		}
		break
	}
	close(next)
	wg.Wait()
	return total, err
}

// job is a part of the space, and how many sheets each of its sheets stands for.
type job struct {
	node   *node
	weight Count
}

// split cuts a node into at least so many jobs, by fixing the busiest questions.
func (e *Engine) split(n *node, weight Count, least int) []job {
	jobs := []job{{n, weight}}
	for len(jobs) < least {
		var finer []job
		cut := false
		for _, j := range jobs {
			if len(j.node.joint) == 0 {
				finer = append(finer, j)
				continue
			}
			cut = true
			q, _ := j.node.busiest(j.node.open)
			for place, class := range e.domains[q].distinct {
				finer = append(finer, job{j.node.fix(q, class), j.weight.times(e.domains[q].alike[place])})
			}
		}
		if jobs = finer; !cut {
			break
		}
	}
	return jobs
}

// count adds the completions of a node to the counts.
func (n *node) count(counts *Counts, weight Count) {
	if winner, sure := n.certain(); sure {
		counts[winner] = counts[winner].plus(weight.product(n.size()))
		return
	}
	groups, largest := n.groups()
	if largest == nil {
		n.addUpCounts(groups, counts, weight)
		return
	}
	q, _ := n.busiest(largest)
	d := &n.e.domains[q]
	for place, class := range d.distinct {
		n.fix(q, class).count(counts, weight.times(d.alike[place]))
	}
}

// certain reports the structure that leads on every completion, if the quick bounds
// show that there is only one.
func (n *node) certain() (winner model.Structure, sure bool) {
	found := false
	for _, s := range model.Structures() {
		if !n.mayLead(s) {
			continue
		}
		if found {
			return 0, false
		}
		winner, found = s, true
	}
	return winner, found
}

// size is how many completions a node has.
func (n *node) size() Count {
	size := one
	for _, q := range n.open {
		size = size.times(uint64(n.e.domains[q].classes()))
	}
	return size
}

// standingsOf is a partial sum: the points of the structures that can still lead,
// less those of the first of them; out marks the others.
type standingsOf [model.NumStructures]int16

const out = math.MinInt16

// offer is what one assignment of a group adds, and how many sheets add the same.
type offer struct {
	effect
	weight uint64
}

// addUpCounts counts the completions of a node whose groups share no rule.
func (n *node) addUpCounts(groups [][]int, counts *Counts, weight Count) {
	lists := make([][]offer, len(groups))
	for i, g := range groups {
		lists[i] = n.weighedOffers(g)
	}
	slices.SortFunc(lists, func(a, b []offer) int { return len(b) - len(a) })
	rests := n.e.rests(lists)
	sums := map[standingsOf]Count{}
	n.add(sums, standingsOf{}, &n.base, weight, &rests[0], counts)
	for i, list := range lists {
		next := make(map[standingsOf]Count, 2*len(sums))
		for sum, count := range sums {
			for k := range list {
				n.add(next, sum, &list[k].effect, count.times(list[k].weight), &rests[i+1], counts)
			}
		}
		sums = next
	}
}

// add adds an effect to a partial sum, strikes out who can no longer lead, and files
// the sum, or counts it if only one structure is left.
func (n *node) add(sums map[standingsOf]Count, sum standingsOf, e *effect, count Count, rest *rest, counts *Counts) {
	for s := range sum {
		switch {
		case sum[s] == out:
		case e.excluded>>s&1 == 1:
			sum[s] = out
		default:
			sum[s] += int16(e.points[s])
		}
	}
	leader, left := 0, 0
	for s := range sum {
		if sum[s] == out {
			continue
		}
		for other := range sum {
			if other != s && sum[other] != out && rest.surely[other] &&
				!n.e.canPass(s, other, int32(sum[s])-int32(sum[other])+rest.most[s][other]) {
				sum[s] = out
				break
			}
		}
		if sum[s] != out {
			leader = s
			left++
		}
	}
	if left == 1 {
		counts[leader] = counts[leader].plus(count.product(rest.size))
		return
	}
	base := int16(0)
	for s := len(sum) - 1; s >= 0; s-- {
		if sum[s] != out {
			base = sum[s]
		}
	}
	for s := range sum {
		if sum[s] != out {
			sum[s] -= base
		}
	}
	sums[sum] = sums[sum].plus(count)
}

// canPass reports whether s can stand before other if it is ahead by at most so many
// points.
func (e *Engine) canPass(s, other int, ahead int32) bool {
	return ahead > 0 || ahead == 0 && e.order[s] < e.order[other]
}

// rest bounds what the groups that are still to be added can do.
type rest struct {
	most   [model.NumStructures][model.NumStructures]int32 // the most that s can gain on other
	surely [model.NumStructures]bool                       // no group excludes it
	size   Count                                           // their assignments
}

func (e *Engine) rests(lists [][]offer) []rest {
	rests := make([]rest, len(lists)+1)
	last := &rests[len(lists)]
	last.size = one
	for s := range last.surely {
		last.surely[s] = true
	}
	for i := len(lists) - 1; i >= 0; i-- {
		r := rests[i+1]
		sheets := uint64(0)
		for s := range r.most {
			for other := range r.most {
				top := int32(math.MinInt32)
				for k := range lists[i] {
					top = max(top, lists[i][k].points[s]-lists[i][k].points[other])
				}
				r.most[s][other] += top
			}
		}
		for k := range lists[i] {
			sheets += lists[i][k].weight
			for s := range r.surely {
				r.surely[s] = r.surely[s] && lists[i][k].excluded>>s&1 == 0
			}
		}
		r.size = r.size.times(sheets)
		rests[i] = r
	}
	return rests
}

// weighedOffers lists what the assignments of a group add, equal ones merged.
func (n *node) weighedOffers(group []int) []offer {
	index := map[effect]int{}
	var list []offer
	n.assignments(group, func(at []int, e *effect) {
		weight := uint64(1)
		for _, q := range group {
			weight *= n.e.domains[q].alike[at[q]]
		}
		i, seen := index[*e]
		if !seen {
			i = len(list)
			index[*e] = i
			list = append(list, offer{effect: *e})
		}
		list[i].weight += weight
	})
	return list
}
