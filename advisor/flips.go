package advisor

import (
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
func (e *Engine) flips(s sheet, now model.Structure, as model.Answers, most int) []model.Flip {
	f := flipper{e: e, s: slices.Clone(s), from: s, now: now}
	for size := 1; size <= most && f.missing(); size++ {
		f.try(size, 0)
		f.settled = f.found
	}
	var list []model.Flip
	for _, to := range model.Structures() {
		for _, changed := range f.flips[to] {
			list = append(list, model.Flip{To: to, Changes: e.changes(changed, s, as)})
		}
	}
	return list
}

type flipper struct {
	e       *Engine
	s, from sheet
	now     model.Structure
	picked  []int
	flips   [model.NumStructures][]sheet
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

// try changes size more questions, from number first on.
func (f *flipper) try(size, first int) {
	if size == 0 {
		t := f.e.score(f.s)
		if w := f.e.winner(&t); w != f.now && !f.settled[w] {
			f.found[w] = true
			f.flips[w] = append(f.flips[w], slices.Clone(f.s))
		}
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

// changes words a changed sheet as answers.
func (e *Engine) changes(changed, from sheet, as model.Answers) []model.Change {
	var list []model.Change
	for q, class := range changed {
		if class != from[q] {
			d := &e.domains[q]
			list = append(list, model.Change{Question: d.id, From: as[d.id], To: d.nearest(class, from[q])})
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
