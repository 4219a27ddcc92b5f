package advisor

import (
	"math/bits"

	"remit/model"
)

// score adds up the effects of all rules that fire on a sheet. It allocates
// nothing: this is the loop that everything else stands on.
func (e *Engine) score(s sheet) (t effect) {
	for q, class := range s {
		t.add(&e.unary[q][class])
	}
	for w := range e.words {
		fired := ^uint64(0)
		for q, class := range s {
			fired &= e.alive[q][int(class)*e.words+w]
		}
		if rest := len(e.combos) - w*64; rest < 64 {
			fired &= 1<<rest - 1
		}
		for ; fired != 0; fired &= fired - 1 {
			t.add(&e.combos[w*64+bits.TrailingZeros64(fired)].effect)
		}
	}
	return t
}

// winner gives the recommendation of a tally: the greatest fit that is not
// excluded, equal fits in the framework's order.
func (e *Engine) winner(t *effect) model.Structure {
	best := -1
	for s := range model.NumStructures {
		if t.excluded>>s&1 == 0 && (best < 0 || e.beats(t, s, best)) {
			best = s
		}
	}
	return model.Structure(best)
}

// beats reports whether a stands before b, exclusions aside.
func (e *Engine) beats(t *effect, a, b int) bool {
	if t.points[a] != t.points[b] {
		return t.points[a] > t.points[b]
	}
	return e.order[a] < e.order[b]
}
