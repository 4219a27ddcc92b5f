package advisor

import (
	"math/bits"

	"remit/model"
)

// variants says who would be recommended if one question had another answer, for
// every question and every class that rules can tell apart: won[q][place in
// domain.distinct]. Sheets that differ in one class share nearly all of the work:
// what the other questions add and which combos they let live is gathered once.
type variants struct {
	won    [][]model.Structure
	before []effect // by question: unary effects of the questions before it
	after  []effect
	alive  [][]uint64 // by question: the combos that all other questions let live
}

func (e *Engine) newVariants() *variants {
	n := len(e.domains)
	v := &variants{won: make([][]model.Structure, n), before: make([]effect, n+1), after: make([]effect, n+1),
		alive: make([][]uint64, n)}
	for q := range e.domains {
		v.won[q] = make([]model.Structure, len(e.domains[q].distinct))
		v.alive[q] = make([]uint64, e.words)
	}
	return v
}

// fill works out the variants of a sheet.
func (v *variants) fill(e *Engine, s sheet) {
	v.before[0], v.after[len(s)] = effect{}, effect{}
	for q, class := range s {
		v.before[q+1] = v.before[q]
		v.before[q+1].add(&e.unary[q][class])
	}
	for q := len(s) - 1; q >= 0; q-- {
		v.after[q] = v.after[q+1]
		v.after[q].add(&e.unary[q][s[q]])
	}
	for w := range e.words {
		mask := ^uint64(0)
		if rest := len(e.combos) - w*64; rest < 64 {
			mask = 1<<rest - 1
		}
		left := mask
		for q, class := range s {
			v.alive[q][w] = left
			left &= e.alive[q][int(class)*e.words+w]
		}
		right := mask
		for q := len(s) - 1; q >= 0; q-- {
			v.alive[q][w] &= right
			right &= e.alive[q][int(s[q])*e.words+w]
		}
	}
	for q := range s {
		others := v.before[q]
		others.add(&v.after[q+1])
		for place, class := range e.domains[q].distinct {
			t := others
			t.add(&e.unary[q][class])
			for w := range e.words {
				for fired := v.alive[q][w] & e.alive[q][int(class)*e.words+w]; fired != 0; fired &= fired - 1 {
					t.add(&e.combos[w*64+bits.TrailingZeros64(fired)].effect)
				}
			}
			v.won[q][place] = e.winner(&t)
		}
	}
}
