package advisor

import (
	"math/bits"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// What a quick check could be at best: one order for all companies, found by search,
// and for each company the fewest answers that decide.

// The best orders that BenchmarkBestFixedOrder found, each in sight of the very
// companies that it is measured on.
const (
	foundForRandom = `seats technology audience custom_software headcount incumbent engineers priority
		estate it_staff outsourcing change versatile_leader friction strategy regulation`
	foundForTold = `audience seats technology headcount estate priority incumbent change
		custom_software outsourcing versatile_leader engineers friction it_staff strategy regulation`
	foundForUnsure = `audience seats technology headcount estate custom_software priority engineers
		regulation it_staff strategy change incumbent outsourcing versatile_leader friction`
)

func orderOf(e *Engine, found string) (o order) {
	for id := range strings.FieldsSeq(found) {
		o = append(o, e.index[id])
	}
	return o
}

// BenchmarkBestFixedOrder searches the orders and prints them. A step moves one
// question to another place; what saves questions is kept, until no step does. It
// starts from the interview's order and from four shuffled ones.
func BenchmarkBestFixedOrder(b *testing.B) {
	e := loadedEngine(b)
	for b.Loop() {
		for _, s := range quickSamples(e) {
			list := courses(e, s.companies)
			best, least := order(nil), 0
			r := rand.New(rand.NewPCG(1, 1))
			for start := range 5 {
				o := ofInterview(e)
				if start > 0 {
					r.Shuffle(len(o), func(i, k int) { o[i], o[k] = o[k], o[i] })
				}
				o, sum := improved(list, o)
				if best == nil || sum < least {
					best, least = o, sum
				}
			}
			ids := make([]string, len(best))
			for i, q := range best {
				ids[i] = e.domains[q].id
			}
			b.Logf("%s: %d questions in the order %s", s.name, least, strings.Join(ids, " "))
		}
	}
}

// improved moves questions as long as that saves any.
func improved(list []*course, o order) (order, int) {
	least := counted(list, o.passing).sum()
	for again := true; again; {
		again = false
		for from := range o {
			for to := range o {
				try := slices.Insert(slices.Delete(slices.Clone(o), from, from+1), to, o[from])
				if sum := counted(list, try.passing).sum(); sum < least {
					o, least, again = try, sum, true
				}
			}
		}
	}
	return o, least
}

// fewest is the size of the smallest set of questions whose answers decide: no way of
// asking that ends in a decision can do with less.
//
// A set that does not decide is widened until any more would; what is left out of it
// is a set of which every deciding one must hold some question. Sets are tried by
// size, those that miss such a set without a look.
func (c *course) fewest() int {
	all := everything(c.e)
	var musts []asked
	for size := 0; ; size++ {
		for a := asked(0); a <= all; a++ {
			if bits.OnesCount32(uint32(a)) != size || slices.ContainsFunc(musts, a.without) {
				continue
			}
			if c.decided(a) {
				return size
			}
			wide := a
			for q := range c.e.domains {
				if !c.decided(wide.with(q)) {
					wide = wide.with(q)
				}
			}
			musts = append(musts, all&^wide)
		}
	}
}

func (c *course) decided(a asked) bool { return len(c.e.possibleOf(c.answers(a))) == 1 }

// lookAhead is a quick check that looks two questions ahead and keeps to no topic:
// what a costlier choice would gain.
func lookAhead(c *course) int {
	return c.play(func(a, left asked) int {
		best := prospect{-1, -1}
		for _, p := range c.prospects(a, left) {
			best = best.or(prospect{p.question, p.gain + c.then(a, left, p.question)})
		}
		return best.question
	})
}

func (c *course) prospects(a, left asked) []prospect {
	of := c.e.consider(c.answers(a))
	defer c.e.release(of)
	return of.node.prospects(c.e.possible(nil, of.node, of.sheet, of.open), left.questions())
}

// decision is what an end is worth: more than any gain.
const decision = 100 * grain

// then is the greatest gain after q, on average over its answers.
func (c *course) then(a, left asked, q int) (sum int) {
	d := &c.e.domains[q]
	for _, answer := range d.answer {
		of := c.e.consider(c.answers(a).With(d.id, answer))
		best := prospect{-1, -1}
		if possible := c.e.possible(nil, of.node, of.sheet, of.open); len(possible) == 1 {
			best.gain = decision
		} else {
			for _, p := range of.node.prospects(possible, (left &^ (1 << q)).questions()) {
				best = best.or(p)
			}
		}
		c.e.release(of)
		sum += best.gain
	}
	return sum / len(d.answer)
}
