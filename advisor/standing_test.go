package advisor

import (
	"math/rand/v2"
	"strings"
	"testing"

	"remit/model"
)

// Only a runner-up that is near is worth naming: "35 points ahead of X" tells nobody
// anything about X.
func TestASecondChoiceIsNamedOnlyWhereItIsNear(t *testing.T) {
	e := Builtin()
	f := e.Framework()
	random := rand.New(rand.NewPCG(1, 2))
	near, far := 0, 0
	for range 300 {
		as := model.Answers{}
		for _, q := range f.Questions {
			switch {
			case random.IntN(3) == 0:
			case q.Kind == model.NumberQuestion:
				as[q.ID] = model.Count(q.Min + random.IntN(400))
			default:
				as[q.ID] = model.Choose(q.Options[random.IntN(len(q.Options))].ID)
			}
		}
		if f.Check(as) != nil {
			continue
		}
		a := e.Advise(as, 0)
		if a.TooEarly() || a.Ranking[1].Excluded {
			continue
		}
		named := strings.Contains(a.StandingWhy, f.Structure(a.RunnerUp).Title)
		if named != (a.Margin <= nearBy) {
			t.Errorf("%d points: %q", a.Margin, a.StandingWhy)
		}
		if named {
			near++
		} else {
			far++
		}
	}
	if near < 10 || far < 10 {
		t.Errorf("only %d near and %d far ones were tried", near, far)
	}
}
