package advisor

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"remit/model"
)

// No case is nearer to a case than itself, but for those that say all the same and
// come before it.
func TestCaseIsNearestToItself(t *testing.T) {
	e := loadedEngine(t)
	for _, c := range e.Annex().Cases {
		near := e.Nearest(c.Facts, 1)
		if len(near) != 1 {
			t.Fatalf("%s has no neighbour, not even itself", c.ID)
		}
		n := near[0]
		if n.Case.ID != c.ID && (len(n.Differs) > 0 || len(n.Shared) < len(c.Facts)) {
			t.Errorf("%s is nearer to %s than itself: shared %v, differs %v", n.Case.ID, c.ID, n.Shared, n.Differs)
		}
		if n.Case.ID == c.ID && (len(n.Differs) > 0 || len(n.Shared) != len(c.Facts)) {
			t.Errorf("%s differs from itself in %v and shares %v", c.ID, n.Differs, n.Shared)
		}
	}
}

// What a company does not say is no difference: silence in every form leaves the
// neighbours as they are.
func TestUnknownIsNoDifference(t *testing.T) {
	forRandomAnswers(t, 100, func(t *testing.T, e *Engine, as model.Answers, r *rand.Rand) {
		want := e.Nearest(as, 5)
		said := as.Clone()
		for q := range e.domains {
			id := e.domains[q].id
			if !as[id].Real() {
				said[id] = model.Say([]string{model.WordUnsure, model.WordNotApplicable, model.WordLater}[r.IntN(3)])
			}
		}
		if got := e.Nearest(said, 5); !reflect.DeepEqual(got, want) {
			t.Errorf("other neighbours once the unknown is said to be unknown: %v and %v", got, want)
		}
		for _, n := range want {
			for _, q := range slices.Concat(n.Shared, n.Differs) {
				if !as[q].Real() || !n.Case.Facts[q].Real() {
					t.Errorf("%s: %s counts, although one of the two does not say", n.Case.ID, q)
				}
			}
			if len(n.Shared) < fewestShared {
				t.Errorf("%s is shown for %v alone", n.Case.ID, n.Shared)
			}
		}
	})
}

// One more answer in common never moves a case behind one that it led.
func TestCommonAnswersBringCasesNearer(t *testing.T) {
	forRandomAnswers(t, 100, func(t *testing.T, e *Engine, as model.Answers, _ *rand.Rand) {
		a := e.annex()
		before := e.sheetOf(as)
		for i, c := range a.Cases {
			for q, there := range a.sheets[i] {
				if before[q] != silent || there == silent {
					continue
				}
				after := slices.Clone(before)
				after[q] = there
				same := make([]bool, len(before))
				if e.compare(after, a.sheets[i], same, a.weight).compare(e.compare(before, a.sheets[i], same, a.weight)) < 0 {
					t.Errorf("%s moves away as %s is answered alike", c.ID, e.domains[q].id)
				}
			}
		}
	})
}

// Agrees is about the advice for the company, not about the case's own.
func TestNeighbourAgreesWithTheAdvice(t *testing.T) {
	forRandomAnswers(t, 50, func(t *testing.T, e *Engine, as model.Answers, _ *rand.Rand) {
		advised := e.Advise(as, 0).Recommendation
		for _, n := range e.Nearest(as, 10) {
			if n.Agrees != slices.Contains(n.Case.Expect, advised) {
				t.Errorf("%s: agrees is %v, advised is %v, accepted %v", n.Case.ID, n.Agrees, advised, n.Case.Expect)
			}
		}
	})
}

// Nearest gives no more than it is asked for, and nobody to those who say nothing.
func TestNearestIsBounded(t *testing.T) {
	e := Builtin()
	facts := e.Annex().Cases[0].Facts
	for _, n := range []int{-1, 0, 1, 3} {
		if got := len(e.Nearest(facts, n)); got != max(n, 0) {
			t.Errorf("asked for %d, got %d", n, got)
		}
	}
	if got := e.Nearest(nil, 3); len(got) != 0 {
		t.Errorf("a company that says nothing has neighbours: %v", got)
	}
	bare, err := New(&model.Framework{Structures: e.f.Structures})
	if err != nil {
		t.Fatal(err)
	}
	if got := bare.Nearest(facts, 3); len(got) != 0 {
		t.Errorf("a framework without cases gives %v", got)
	}
}

// The nearer of two numbers is nearer, and half of what is said is not forgotten.
func TestNumbersAreGraded(t *testing.T) {
	e := Builtin()
	d := &e.domains[e.index["headcount"]]
	last := uint16(d.classes() - 1)
	if d.gap(2, 3) <= 0 || d.gap(2, 3) >= d.gap(2, 5) || d.gap(1, last) != whole {
		t.Errorf("gaps %d, %d, %d", d.gap(2, 3), d.gap(2, 5), d.gap(1, last))
	}
}

func BenchmarkNearest(b *testing.B) {
	benchmarkPercentiles(b, func(e *Engine, as model.Answers) { e.Nearest(as, 3) })
}
