package cli

import (
	"cmp"
	"slices"

	"remit/advisor"
	"remit/model"
	"remit/report"
)

// The engine names the nearest numbers at which the advice turns, one flip for each
// class of numbers. People ask for thresholds: from how many on? So each flip is
// widened to all numbers that do the same, and flips that then say the same are one.

// turns widens flips and puts the cheapest first for each structure: the fewest
// changes, then the least effort, then the fewest of them to something that was
// answered, then the order of the questions.
func turns(e *advisor.Engine, as model.Answers, flips []model.Flip) []report.Turn {
	var list []report.Turn
	for _, flip := range flips {
		turn := widened(e, as, flip)
		same := func(t report.Turn) bool { return t.To == turn.To && slices.Equal(t.Steps, turn.Steps) }
		if !slices.ContainsFunc(list, same) {
			list = append(list, turn)
		}
	}
	given := func(t report.Turn) (n int) {
		for _, s := range t.Steps {
			if s.From.Real() {
				n++
			}
		}
		return n
	}
	slices.SortStableFunc(list, func(a, b report.Turn) int {
		return cmp.Or(cmp.Compare(a.To, b.To), cmp.Compare(len(a.Steps), len(b.Steps)),
			cmp.Compare(a.Effort, b.Effort), cmp.Compare(given(a), given(b)))
	})
	return list
}

// widened gives a flip with every number that does the same. Of three numbers two
// are widened: what is said must hold for every combination.
func widened(e *advisor.Engine, as model.Answers, flip model.Flip) report.Turn {
	turn := report.Turn{To: flip.To, Effort: flip.Effort}
	changed := as.Clone()
	var numbers []int
	for i, c := range flip.Changes {
		changed[c.Question] = c.To
		turn.Steps = append(turn.Steps, report.Step{Change: c, Within: report.Span{Low: c.To, High: c.To}})
		if c.To.Kind == model.Number {
			numbers = append(numbers, i)
		}
	}
	switch len(numbers) {
	case 0:
	case 1:
		turn.Steps[numbers[0]].Within = span(e.Around(changed, turn.Steps[numbers[0]].Question))
	default:
		x, y := &turn.Steps[numbers[0]], &turn.Steps[numbers[1]]
		x.Within, y.Within = across(e, changed, x.Question, y.Question, flip.To)
	}
	for i := range turn.Steps {
		turn.Steps[i].To = nearest(turn.Steps[i])
	}
	return turn
}

// across gives two ranges of numbers around the present ones all of whose pairs have
// the same advice.
func across(e *advisor.Engine, as model.Answers, x, y string, to model.Structure) (report.Span, report.Span) {
	m, err := e.PhaseMap(as, x, y)
	if err != nil {
		return report.Span{Low: as[x], High: as[x]}, report.Span{Low: as[y], High: as[y]}
	}
	other := func(s model.Structure) bool { return s != to }
	row := m.Cells[m.HereY]
	left, right := m.HereX, m.HereX
	for left > 0 && row[left-1] == to {
		left--
	}
	for right+1 < len(row) && row[right+1] == to {
		right++
	}
	fits := func(at int) bool {
		return at >= 0 && at < len(m.Cells) && !slices.ContainsFunc(m.Cells[at][left:right+1], other)
	}
	low, high := m.HereY, m.HereY
	for fits(low - 1) {
		low--
	}
	for fits(high + 1) {
		high++
	}
	return report.Span{Low: m.X.Classes[left].From, High: m.X.Classes[right].To},
		report.Span{Low: m.Y.Classes[low].From, High: m.Y.Classes[high].To}
}

// nearest is the answer of a step that is nearest to the present one.
func nearest(s report.Step) model.Answer {
	if s.To.Kind != model.Number {
		return s.To
	}
	if s.From.Kind != model.Number {
		return s.Within.Low
	}
	return model.Count(min(max(s.From.Number, s.Within.Low.Number), s.Within.High.Number))
}
