package advisor

import (
	"math/rand/v2"
	"testing"

	"remit/model"
)

func TestRobustnessIsACountOfDraws(t *testing.T) {
	forRandomAnswers(t, 60, func(t *testing.T, e *Engine, as model.Answers, _ *rand.Rand) {
		a, won := e.Advise(as, 0), e.Robustness(as)
		sum := 0
		for s, n := range won {
			sum += n
			if n > 0 && a.Outlook.Bars[s].Excluded {
				t.Errorf("%v is excluded and won %d draws", model.Structure(s), n)
			}
		}
		if sum != Reweightings {
			t.Errorf("%d draws, want %d", sum, Reweightings)
		}
		if won != e.Robustness(as) {
			t.Error("the same answers give another robustness")
		}
		c := e.consider(as)
		if drawn := c.drawn(); drawn != won {
			t.Errorf("%v, but the draws give %v, on %v", won, drawn, as)
		}
		e.release(c)
		if a.Standing == model.Clear && won[a.Recommendation] != Reweightings {
			t.Errorf("clear for %v, which stands in %d of %d draws", a.Recommendation, won[a.Recommendation], sum)
		}
	})
}

// Steady is a proof over all re-weightings, so the worst ones are tried: everything
// that speaks for the recommendation weighs a quarter less, all else a quarter more.
func TestSteadyStandsTheWorstReweighting(t *testing.T) {
	steady := 0
	forRandomAnswers(t, 1000, func(t *testing.T, e *Engine, as model.Answers, _ *rand.Rand) {
		c := e.consider(as)
		best := e.winner(&c.now)
		stands := true
		for _, rival := range model.Structures() {
			if rival == best || c.now.excluded>>rival&1 == 1 {
				continue
			}
			lead := 0
			for i, r := range e.f.Rules {
				if r.Effect == model.Scores && c.fired[i] {
					d := r.Points[best] - r.Points[rival]
					if d > 0 {
						lead += 75 * d
					} else {
						lead += 125 * d
					}
				}
			}
			stands = stands && lead > 0
		}
		if got := c.steady(best); got != stands {
			t.Errorf("steady says %v, the worst re-weighting %v, on %v", got, stands, as)
		}
		if stands {
			steady++
		}
	})
	if steady == 0 {
		t.Error("nothing was steady, so the law was not tried")
	}
}

func TestPhaseMapAndPathSayWhatAdviceSays(t *testing.T) {
	forRandomAnswers(t, 40, func(t *testing.T, e *Engine, as model.Answers, r *rand.Rand) {
		x, y := e.f.Questions[r.IntN(8)].ID, e.f.Questions[8+r.IntN(8)].ID
		m, err := e.PhaseMap(as, x, y)
		if err != nil {
			t.Fatal(err)
		}
		for cy, row := range m.Cells {
			for cx, s := range row {
				for _, at := range []func(Class) model.Answer{func(c Class) model.Answer { return c.From }, func(c Class) model.Answer { return c.To }} {
					there := as.With(x, at(m.X.Classes[cx])).With(y, at(m.Y.Classes[cy]))
					if _, best := fit(e.f, there); best != s {
						t.Errorf("the map has %v at %v, advice says %v", s, there, best)
					}
				}
			}
		}
		if now := e.Advise(as, 0).Recommendation; m.HereX >= 0 && m.HereY >= 0 && m.Cells[m.HereY][m.HereX] != now {
			t.Errorf("you are here shows %v, advice says %v", m.Cells[m.HereY][m.HereX], now)
		}
		here := 0
		for i, stretch := range e.Path(as, x) {
			for _, a := range []model.Answer{stretch.From, stretch.To} {
				if _, best := fit(e.f, as.With(x, a)); best != stretch.Structure {
					t.Errorf("the path along %s has %v at %v, advice says %v", x, stretch.Structure, a, best)
				}
			}
			if i > 0 && e.Path(as, x)[i-1].Structure == stretch.Structure {
				t.Error("two stretches of a path that are one")
			}
			if stretch.Here {
				here++
			}
		}
		if answered := as[x].Real(); answered != (here == 1) {
			t.Errorf("answered %v, here %d times", answered, here)
		}
	})
	e := loadedEngine(t)
	for _, axes := range [][2]string{{"headcount", "headcount"}, {"headcount", "weather"}} {
		if _, err := e.PhaseMap(nil, axes[0], axes[1]); model.KindOf(err) != model.KindUsage {
			t.Errorf("map over %v: %v", axes, err)
		}
	}
}

func BenchmarkRobustness(b *testing.B) {
	e := loadedEngine(b)
	as := randomAnswers(e.f, rand.New(rand.NewPCG(1, 2)), 100)
	for b.Loop() {
		e.Robustness(as)
	}
}

func BenchmarkPhaseMap(b *testing.B) {
	e := loadedEngine(b)
	as := randomAnswers(e.f, rand.New(rand.NewPCG(1, 2)), 100)
	for b.Loop() {
		if _, err := e.PhaseMap(as, "incumbent", "technology"); err != nil {
			b.Fatal(err)
		}
	}
}
