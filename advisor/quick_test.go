package advisor

import (
	"math/rand/v2"
	"testing"

	"remit/model"
)

// TestQuickCheckAsksFewer plays every published case as an interview in which facts
// that the source does not give are answered with unsure, and counts the questions
// until the recommendation is decided or nothing that matters is left to ask.
func TestQuickCheckAsksFewer(t *testing.T) {
	e := loadedEngine(t)
	adaptive, fixed, early := 0, 0, 0
	cases := e.Annex().Cases
	for _, c := range cases {
		n, decided := interview(c.Facts, func(as model.Answers) string { return e.Next(as).Question }, e)
		adaptive += n
		if decided && n < len(e.f.Questions) {
			early++
		}
		n, _ = interview(c.Facts, func(as model.Answers) string {
			for _, q := range e.f.Questions {
				if as[q.ID].Kind == model.Unanswered {
					return q.ID
				}
			}
			return ""
		}, e)
		fixed += n
	}
	t.Logf("questions until decided or exhausted, mean over %d cases: %.1f adaptive, %.1f in fixed order; decided early in %d",
		len(cases), mean(adaptive, len(cases)), mean(fixed, len(cases)), early)
	if adaptive >= fixed {
		t.Errorf("choosing questions saves nothing: %d against %d in fixed order", adaptive, fixed)
	}
}

// TestQuickCheckOnCompaniesThatKnowThemselves does the same for companies that can answer
// everything, which is when the quick check is quick.
func TestQuickCheckOnCompaniesThatKnowThemselves(t *testing.T) {
	e := loadedEngine(t)
	r := rand.New(rand.NewPCG(8, 9))
	adaptive, fixed := 0, 0
	const n = 100
	for range n {
		all := model.Answers{}
		for i := range e.domains {
			d := &e.domains[i]
			all[d.id] = d.answer[r.IntN(len(d.answer))]
		}
		k, decided := interview(all, func(as model.Answers) string { return e.Next(as).Question }, e)
		if !decided {
			t.Errorf("not decided with every answer given: %v", all)
		}
		adaptive += k
		k, _ = interview(all, func(as model.Answers) string { return e.f.Questions[len(as)].ID }, e)
		fixed += k
	}
	t.Logf("questions until decided, mean over %d random companies: %.1f adaptive, %.1f in fixed order", n, mean(adaptive, n), mean(fixed, n))
	if adaptive >= fixed {
		t.Errorf("choosing questions saves nothing: %d against %d in fixed order", adaptive, fixed)
	}
}

func mean(sum, n int) float64 { return float64(sum) / float64(n) }

// interview answers what choose asks until nothing is asked or all is decided.
func interview(facts model.Answers, choose func(model.Answers) string, e *Engine) (asked int, decided bool) {
	as := model.Answers{}
	for {
		if len(e.possibleOf(as)) == 1 {
			return asked, true
		}
		q := choose(as)
		if q == "" {
			return asked, false
		}
		a, known := facts[q]
		if !known {
			a = model.Say(model.WordUnsure)
		}
		as[q] = a
		asked++
	}
}
