package advisor

import (
	"runtime"
	"sync"

	"remit/model"
)

// The points are a judgement, so advice should not hang on their exact size. Two
// answers to that: Robustness counts in how many re-weightings of all rules the
// recommendation stands, and steady says at once whether it stands in all of them.

const (
	// Reweightings is how many times Robustness weighs all rules anew.
	Reweightings = 10_000

	// reweigh is by how many hundredths a rule may weigh more or less.
	reweigh = 25

	chunk = 1_000 // re-weightings that share a seed
)

// Robustness says how often each structure is recommended when every rule weighs up
// to a quarter more or less, each on its own, in Reweightings draws of a fixed
// sequence. It is a count of draws, not a probability of being right.
func (e *Engine) Robustness(as model.Answers) (won [model.NumStructures]int) {
	c := e.consider(as)
	defer e.release(c)
	if best := e.winner(&c.now); c.steady(best) {
		won[best] = Reweightings // no draw can say anything else
		return won
	}
	return c.drawn()
}

// drawn counts who is recommended in each draw.
func (c *consideration) drawn() (won [model.NumStructures]int) {
	e := c.Engine
	var rules [][model.NumStructures]int32
	for i := range e.f.Rules {
		if c.fired[i] && e.f.Rules[i].Effect == model.Scores {
			rules = append(rules, compileEffect(e.f.Rules[i]).points)
		}
	}
	var (
		mu   sync.Mutex
		wg   sync.WaitGroup
		next = make(chan int)
	)
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			var mine [model.NumStructures]int
			for seed := range next {
				e.reweighed(rules, c.now.excluded, seed, &mine)
			}
			mu.Lock()
			defer mu.Unlock()
			for s := range won {
				won[s] += mine[s]
			}
		})
	}
	for seed := range Reweightings / chunk {
		next <- seed
	}
	close(next)
	wg.Wait()
	return won
}

// reweighed draws one chunk of re-weightings.
func (e *Engine) reweighed(rules [][model.NumStructures]int32, excluded uint8, seed int, won *[model.NumStructures]int) {
	const (
		bits   = 7 // of a draw, for one weight
		draws  = 64 / bits
		spread = 2*reweigh + 1
	)
	r := sequence(seed)
	for range chunk {
		t := effect{excluded: excluded}
		var draw uint64
		for i := range rules {
			if i%draws == 0 {
				draw = r.next()
			}
			weight := int32(100 - reweigh + (draw&(1<<bits-1))*spread>>bits)
			draw >>= bits
			for s := range t.points {
				t.points[s] += rules[i][s] * weight
			}
		}
		won[e.winner(&t)]++
	}
}

// steady reports whether the recommendation stands in every re-weighting, drawn or
// not: against each rival the lead is greater than what a quarter of all that
// separates the two can take away.
func (c *consideration) steady(best model.Structure) bool {
	for _, rival := range model.Structures() {
		if rival == best || c.now.excluded>>rival&1 == 1 {
			continue
		}
		lead, apart := 0, 0
		for i := range c.f.Rules {
			if c.fired[i] && c.f.Rules[i].Effect == model.Scores {
				d := c.f.Rules[i].Points[best] - c.f.Rules[i].Points[rival]
				lead += d
				apart += abs(d)
			}
		}
		if 100*lead <= reweigh*apart {
			return false
		}
	}
	return true
}
