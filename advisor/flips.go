package advisor

import (
	"cmp"
	"slices"

	"remit/model"
)

// MaxFlips is the greatest number of changes in a flip that Advise looks for.
const MaxFlips = 3

// flips finds, for each structure that is not recommended, all smallest sets of
// changed answers that make it so: every single change, or if none turns the
// recommendation every pair, or every triple. A change gives a question another real
// answer, also where it has none yet; only changes that can happen are tried (see
// domain.turned). Nothing is reported for a structure that is more than most changes
// away, nor beyond MostFlips. Flips come by structure, those of least effort first.
func (c *consideration) flips(list []model.Flip, now model.Structure, most int) []model.Flip {
	if most = min(most, c.MostFlips()); most < 1 {
		return list
	}
	f := flipper{flips: list, e: c.Engine, as: c.as, s: slices.Clone(c.sheet), from: c.sheet, now: now}
	f.single(c.turns)
	for size := 2; size <= most && f.missing(); size++ {
		f.settled = f.found
		f.gather()
		f.try(size, 0)
	}
	slices.SortStableFunc(f.flips, func(a, b model.Flip) int {
		return cmp.Or(cmp.Compare(a.To, b.To), cmp.Compare(a.Effort, b.Effort))
	})
	return f.flips
}

// MostFlips is the greatest number of changes for which every set of changes is tried,
// from 1 to MaxFlips. It is less than MaxFlips only for frameworks several times as
// large as the built-in one, where trying all sets would keep people waiting; no
// structure may be said to be further away than this.
func (e *Engine) MostFlips() int { return e.mostFlips }

// flipWork is how much scoring of changed sheets an advice may take: about a quarter of a
// second.
const flipWork = 200_000_000

// countFlips gives the greatest size of which all sets of changes are few enough.
func (e *Engine) countFlips() int {
	var ways [MaxFlips + 1]int // sets of so many changes among the questions so far
	ways[0] = 1
	for q := range e.domains {
		for size := MaxFlips; size > 0; size-- {
			ways[size] = plus(ways[size], product(ways[size-1], len(e.domains[q].targets)))
		}
	}
	size := 1
	for size < MaxFlips && product(ways[size+1], len(e.domains)*(1+e.words)) <= flipWork {
		size++
	}
	return size
}

type flipper struct {
	e       *Engine
	as      model.Answers
	s, from sheet
	now     model.Structure
	turned  [][]uint16 // by question: the classes that it can be changed to; filled by gather
	flips   []model.Flip
	found   [model.NumStructures]bool
	settled [model.NumStructures]bool // found with fewer changes
}

// missing reports whether some structure has no flip yet.
func (f *flipper) missing() bool {
	for _, s := range model.Structures() {
		if s != f.now && !f.found[s] {
			return true
		}
	}
	return false
}

// single reads the flips of one change off the variants.
func (f *flipper) single(v *variants) {
	for q := range f.s {
		d := &f.e.domains[q]
		for _, target := range d.targets {
			won := v.won[q][slices.Index(d.distinct, d.same[target])]
			if won == f.now {
				continue
			}
			if class, ok := d.turned(target, f.from[q]); ok {
				f.s[q] = class
				f.note(won)
			}
		}
		f.s[q] = f.from[q]
	}
}

// gather lists the changes that can happen, by question.
func (f *flipper) gather() {
	if f.turned != nil {
		return
	}
	f.turned = make([][]uint16, len(f.s))
	for q := range f.s {
		d := &f.e.domains[q]
		for _, target := range d.targets {
			if class, ok := d.turned(target, f.from[q]); ok {
				f.turned[q] = append(f.turned[q], class)
			}
		}
	}
}

// note keeps the present change if it turns the recommendation to a structure that
// fewer changes do not reach.
func (f *flipper) note(won model.Structure) {
	if won != f.now && !f.settled[won] {
		f.found[won] = true
		f.flips = append(f.flips, f.flip(won))
	}
}

// try changes size more questions, from number first on.
func (f *flipper) try(size, first int) {
	if size == 0 {
		t := f.e.score(f.s)
		f.note(f.e.winner(&t))
		return
	}
	for q := first; q <= len(f.s)-size; q++ {
		for _, class := range f.turned[q] {
			f.s[q] = class
			f.try(size-1, q+1)
		}
		f.s[q] = f.from[q]
	}
}

// flip words the difference between the two sheets as answers.
func (f *flipper) flip(to model.Structure) model.Flip {
	flip := model.Flip{To: to, Changes: make([]model.Change, 0, MaxFlips)}
	for q, class := range f.s {
		from := f.from[q]
		if class == from {
			continue
		}
		d := &f.e.domains[q]
		flip.Changes = append(flip.Changes, model.Change{Question: d.id, From: f.as[d.id], To: d.towards(class, from)})
		if from != silent {
			flip.Effort += d.moves.Effort
		}
	}
	return flip
}
