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
// answer, also where it has none yet. Nothing is reported for a structure that more
// than most changes away.
func (c *consideration) flips(list []model.Flip, now model.Structure, most int) []model.Flip {
	if most < 1 {
		return list
	}
	f := flipper{flips: list, e: c.Engine, as: c.as, s: slices.Clone(c.sheet), from: c.sheet, now: now}
	f.single(c.turns)
	for size := 2; size <= most && f.missing(); size++ {
		f.settled = f.found
		f.try(size, 0)
	}
	slices.SortStableFunc(f.flips, func(a, b model.Flip) int { return cmp.Compare(a.To, b.To) })
	return f.flips
}

type flipper struct {
	e       *Engine
	as      model.Answers
	s, from sheet
	now     model.Structure
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
		for _, class := range d.targets {
			like := d.same[class]
			if like == d.same[f.from[q]] {
				continue
			}
			f.s[q] = class
			f.note(v.won[q][slices.Index(d.distinct, like)])
		}
		f.s[q] = f.from[q]
	}
}

// note keeps the present change if it turns the recommendation to a structure that
// fewer changes do not reach.
func (f *flipper) note(won model.Structure) {
	if won != f.now && !f.settled[won] {
		f.found[won] = true
		f.flips = append(f.flips, model.Flip{To: won, Changes: f.changes()})
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
		d := &f.e.domains[q]
		for _, class := range d.targets {
			if d.same[class] == d.same[f.from[q]] {
				continue
			}
			f.s[q] = class
			f.try(size-1, q+1)
		}
		f.s[q] = f.from[q]
	}
}

// changes words the difference between the two sheets as answers.
func (f *flipper) changes() []model.Change {
	list := make([]model.Change, 0, MaxFlips)
	for q, class := range f.s {
		if class != f.from[q] {
			d := &f.e.domains[q]
			list = append(list, model.Change{Question: d.id, From: f.as[d.id], To: d.nearest(class, f.from[q])})
		}
	}
	return list
}

// nearest gives the answer of the wanted class, or of one that scores the same, that
// is nearest to the present class: for numbers the first one on the way.
func (d *domain) nearest(wanted, from uint16) model.Answer {
	if !d.number || from == silent {
		return d.answer[wanted-1]
	}
	for step := 1; ; step++ {
		up, down := int(from)+step, int(from)-step
		if up < d.classes() && d.same[up] == d.same[wanted] {
			return d.answer[up-1]
		}
		if down > silent && d.same[down] == d.same[wanted] {
			return model.Count(d.answer[down].Number - 1)
		}
	}
}
