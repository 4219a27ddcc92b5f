package advisor

import (
	"context"
	"runtime"
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
//     the other (counter.go); partial sums that agree in the differences between the
//     structures that can still lead are merged, whatever answers they come from, and
//     a structure that can no longer lead is struck out of the sum, which merges more.
//   - Branches often end with the same large group. The sums of all of them wait for
//     it and are merged too, so that it is added once.

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
	if err := e.countable(open); err != nil {
		return Counts{}, err
	}
	const share = 8 // jobs a core: enough to be shared out, and more would fix questions that need not be fixed
	jobs := e.split(e.node(s, open), one, share*runtime.GOMAXPROCS(0))
	var (
		total  Counts
		gaveUp error
		done   int
		mu     sync.Mutex
		wg     sync.WaitGroup
		next   = make(chan job)
	)
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			mine := counter{ctx: ctx, handicap: e.handicaps()}
			for j := range next {
				j.node.count(&mine, j.weight)
				mu.Lock()
				done++
				if progress != nil {
					progress(float64(done) / float64(len(jobs)))
				}
				mu.Unlock()
			}
			mine.end()
			mu.Lock()
			defer mu.Unlock()
			if mine.err != nil {
				gaveUp = mine.err
			}
			for i := range total {
				total[i] = total[i].plus(mine.counts[i])
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
	if err == nil {
		err = gaveUp
	}
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
func (n *node) count(c *counter, weight Count) {
	if c.stopped() {
		return
	}
	if winner, sure := n.certain(); sure {
		c.counts[winner] = c.counts[winner].plus(weight.product(n.size()))
		return
	}
	groups, largest := n.groups()
	if largest == nil {
		c.addUp(n, groups, weight)
		return
	}
	q, _ := n.busiest(largest)
	d := &n.e.domains[q]
	for place, class := range d.distinct {
		n.fix(q, class).count(c, weight.times(d.alike[place]))
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
