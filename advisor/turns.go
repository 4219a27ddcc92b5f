package advisor

import (
	"cmp"
	"slices"

	"remit/model"
)

// Turns says flips of these answers as people ask for them: numbers become thresholds
// and options that do the same stand together, and every combination of what is named
// leads where it says. No turn changes more answers than a flip to the same structure,
// and each flip is within some turn. For each structure, in the order of declaration,
// the cheapest come first: by effort, then by how few of the changed answers had been
// given, then by the order of the questions.
func (e *Engine) Turns(as model.Answers, flips []model.Flip) []model.Turn {
	var turns []model.Turn
	sheet := e.sheetOf(as)
	for _, family := range e.families(flips) {
		w := widener{e: e, to: family[0].To, s: slices.Clone(sheet)}
		turns = append(turns, w.turns(family)...)
	}
	slices.SortStableFunc(turns, func(a, b model.Turn) int {
		return cmp.Or(cmp.Compare(a.To, b.To), cmp.Compare(a.Effort, b.Effort), cmp.Compare(given(a), given(b)))
	})
	return turns
}

// given is how many answers a turn changes that were there before.
func given(t model.Turn) (n int) {
	for _, c := range t.Changes {
		if c.From.Real() {
			n++
		}
	}
	return n
}

// families puts flips together that lead to one structure by answers to the same
// questions; they, and what is in each, come in the order of the flips.
func (e *Engine) families(flips []model.Flip) [][]model.Flip {
	type kind struct {
		to        model.Structure
		questions [MaxFlips]int // each one more than its number; 0 for none
	}
	var families [][]model.Flip
	place := map[kind]int{}
	for _, flip := range flips {
		k := kind{to: flip.To}
		for i, c := range flip.Changes {
			k.questions[i] = e.index[c.Question] + 1
		}
		at, known := place[k]
		if !known {
			at = len(families)
			place[k] = at
			families = append(families, nil)
		}
		families[at] = append(families[at], flip)
	}
	return families
}

// widener makes turns of one family of flips.
type widener struct {
	e         *Engine
	to        model.Structure
	questions []int
	s         sheet // the answers that are tried
}

// box is, for each question of a family, the classes that it may be changed to, in
// order. Every combination of them leads to one structure.
type box [][]uint16

func (b box) holds(classes []uint16) bool {
	for i, class := range classes {
		if !slices.Contains(b[i], class) {
			return false
		}
	}
	return true
}

// turns widens one flip after the other that no turn covers yet.
func (w *widener) turns(flips []model.Flip) []model.Turn {
	first := flips[0]
	for _, c := range first.Changes {
		w.questions = append(w.questions, w.e.index[c.Question])
	}
	var left [][]uint16
	for _, flip := range flips {
		classes := make([]uint16, len(flip.Changes))
		for i, c := range flip.Changes {
			classes[i] = w.e.domains[w.questions[i]].class(c.To)
		}
		left = append(left, classes)
	}
	var turns []model.Turn
	for len(left) > 0 {
		b := w.around(left[0])
		left = slices.DeleteFunc(left, b.holds)
		turns = append(turns, w.turn(first, b))
	}
	return turns
}

// around widens what leads there as far as it goes, one question after the other.
func (w *widener) around(classes []uint16) box {
	b := make(box, len(classes))
	for i, class := range classes {
		b[i] = []uint16{class}
	}
	for i := range b {
		w.widen(b, i)
	}
	return b
}

// widen adds to one question of a box all classes that do the same; to numbers only
// those without a gap between, since thresholds have none.
func (w *widener) widen(b box, i int) {
	d, seed := &w.e.domains[w.questions[i]], b[i][0]
	on := func(class uint16) bool {
		fits := w.lead(b, i, class, 0)
		if fits {
			b[i] = append(b[i], class)
		}
		return fits || !d.number
	}
	for class := seed + 1; int(class) < d.classes() && on(class); class++ {
	}
	for class := seed - 1; class > silent && on(class); class-- {
	}
	slices.Sort(b[i])
}

// lead reports whether all of a box leads to the structure when question i has one
// class; the questions before next are set already.
func (w *widener) lead(b box, i int, class uint16, next int) bool {
	if next == len(b) {
		t := w.e.score(w.s)
		return w.e.winner(&t) == w.to
	}
	tried := b[next]
	if next == i {
		tried = []uint16{class}
	}
	for _, c := range tried {
		w.s[w.questions[next]] = c
		if !w.lead(b, i, class, next+1) {
			return false
		}
	}
	return true
}

// turn says a box as answers.
func (w *widener) turn(flip model.Flip, b box) model.Turn {
	turn := model.Turn{To: flip.To, Effort: flip.Effort, Changes: make([]model.Widened, len(b))}
	for i, classes := range b {
		turn.Changes[i] = w.widened(flip.Changes[i], w.questions[i], classes)
	}
	return turn
}

func (w *widener) widened(c model.Change, question int, classes []uint16) model.Widened {
	d := &w.e.domains[question]
	low := d.answer[classes[0]-1]
	if !d.number {
		c.To = low
		to := model.Widened{Change: c, Within: model.Span{Low: low, High: low}}
		for _, class := range classes[1:] {
			to.Or = append(to.Or, d.answer[class-1])
		}
		return to
	}
	high := w.e.f.Questions[question].Max
	if next := int(classes[len(classes)-1]); next < len(d.answer) {
		high = d.answer[next].Number - 1
	}
	c.To = low
	if c.From.Kind == model.Number {
		c.To = model.Count(min(max(c.From.Number, low.Number), high))
	}
	return model.Widened{Change: c, Within: model.Span{Low: low, High: model.Count(high)}}
}
