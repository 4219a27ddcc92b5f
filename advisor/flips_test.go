package advisor

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"

	"remit/model"
)

// Nobody is told to have become another company: what a company sells and who leads
// it today change in no flip, unless it has not said so yet.
func TestFlipsLeaveFactsAlone(t *testing.T) {
	tried := 0
	forRandomAnswers(t, 300, func(t *testing.T, e *Engine, as model.Answers, _ *rand.Rand) {
		for _, flip := range e.Advise(as, 2).Flips {
			for _, c := range flip.Changes {
				tried++
				switch m := e.f.Question(c.Question).Moves; {
				case !c.From.Real():
				case m.By == model.ByNobody:
					t.Errorf("%s from %v to %v", c.Question, c.From, c.To)
				case m.By == model.ByGrowth && c.To.Number < c.From.Number && !e.highest(c.Question, c.From):
					t.Errorf("%s shrinks from %v to %v", c.Question, c.From, c.To)
				}
			}
		}
	})
	if tried == 0 {
		t.Error("there was no flip to try")
	}
}

// highest reports whether no rule or table draws a line above a number.
func (e *Engine) highest(question string, n model.Answer) bool {
	d := &e.domains[e.index[question]]
	return int(d.class(n)) == d.classes()-1
}

// The easiest way to each structure comes first.
func TestFlipsComeInOrder(t *testing.T) {
	forRandomAnswers(t, 200, func(t *testing.T, e *Engine, as model.Answers, _ *rand.Rand) {
		flips := e.Advise(as, 2).Flips
		if !slices.IsSortedFunc(flips, func(a, b model.Flip) int {
			return cmp.Or(cmp.Compare(a.To, b.To), cmp.Compare(len(a.Changes), len(b.Changes)),
				cmp.Compare(a.Effort, b.Effort), cmp.Compare(e.index[a.Changes[0].Question], e.index[b.Changes[0].Question]))
		}) {
			t.Errorf("out of order: %v", flips)
		}
	})
}

// A company of 60 grows; it does not shrink, whatever the rules would say then.
func TestGrowthRises(t *testing.T) {
	d := domain{number: true, moves: model.Moves{By: model.ByGrowth}, same: []uint16{0, 1, 2, 1, 4},
		answer: []model.Answer{model.Count(0), model.Count(25), model.Count(50), model.Count(100)}}
	for _, c := range []struct {
		name         string
		by           model.Mover
		wanted, from uint16
		class        uint16
		ok           bool
	}{
		{"up to the next that scores so", model.ByGrowth, 1, 2, 3, true},
		{"not down", model.ByGrowth, 2, 3, 0, false},
		{"down from the top", model.ByGrowth, 2, 4, 2, true},
		{"down by choice", model.ByChoice, 2, 3, 2, true},
		{"where nothing is said", "", 2, 3, 2, true},
		{"not by nobody", model.ByNobody, 2, 1, 0, false},
		{"found out although nobody moves it", model.ByNobody, 2, silent, 2, true},
		{"not to what scores the same", model.ByChoice, 1, 3, 0, false},
	} {
		d.moves.By = c.by
		if class, ok := d.turned(c.wanted, c.from); class != c.class || ok != c.ok {
			t.Errorf("%s: got %d, %v", c.name, class, ok)
		}
	}
}
