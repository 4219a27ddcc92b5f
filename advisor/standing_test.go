package advisor

import (
	"math/rand/v2"
	"slices"
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

// What cannot change the advice is said once, and only where it is so: of weights
// where something is weighed, of answers where some are missing.
func TestWhatLastsIsSaidOnce(t *testing.T) {
	said := map[string]int{}
	for seed := range 300 {
		r := rand.New(rand.NewPCG(uint64(seed), 19))
		f := smallFramework(r)
		e, err := New(f)
		if err != nil {
			t.Fatal(err)
		}
		a := e.Advise(randomAnswers(f, r, r.IntN(101)), 0)
		if a.TooEarly() {
			continue
		}
		open := slices.ContainsFunc(a.Unknown, func(u model.Unknown) bool { return u.Said != model.NotApplicable })
		for words, fits := range map[string]bool{
			"o further answer can change the structure.": open && a.Outlook.Decided,
			"o missing answer can turn it alone.":        open && !a.Outlook.Decided && a.Standing == model.Clear,
			"a quarter more or less":                     a.Standing == model.Clear && !a.Ranking[1].Excluded,
		} {
			if strings.Contains(a.StandingWhy, words) != fits {
				t.Errorf("%s, decided %v, open %v: %q", a.Standing, a.Outlook.Decided, open, a.StandingWhy)
			}
			if fits {
				said[words]++
			}
		}
	}
	if len(said) < 3 {
		t.Errorf("only these were tried: %v", said)
	}
}
