package cli

import (
	"math/rand/v2"
	"testing"

	"remit/advisor"
	"remit/model"
)

// Whatever two sessions say: the same answers never differ because of the answers,
// the same rules never make a difference, and it does not matter who comes first.
func TestWhereADifferenceComesFrom(t *testing.T) {
	hospital, err := readFramework(hospitalDir)
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(7, 7))
	ours, theirs := advisor.Builtin().Framework().Ref, hospital.Framework().Ref
	told := map[cause]int{}
	pairs := 300
	if testing.Short() {
		pairs = 60
	}
	for range pairs {
		x, y := someAnswers(random, hospital.Framework()), someAnswers(random, hospital.Framework())
		for _, c := range []struct {
			a, b  model.Session
			never []cause
		}{
			{model.Session{Answers: x, Framework: ours}, model.Session{Answers: x, Framework: theirs}, []cause{byAnswers, byBoth, notKnown}},
			{model.Session{Answers: x, Framework: theirs}, model.Session{Answers: y, Framework: theirs}, []cause{byTheRules, byBoth, notKnown}},
			{model.Session{Answers: x, Framework: ours}, model.Session{Answers: y, Framework: ours}, []cause{byTheRules, byBoth, notKnown}},
			{model.Session{Answers: x, Framework: ours}, model.Session{Answers: y, Framework: theirs}, []cause{notKnown}},
		} {
			o := origin{hospital, c.a, c.b}
			got := o.cause()
			told[got]++
			for _, never := range c.never {
				if got == never {
					t.Errorf("%v under %s and %v under %s: %s", c.a.Answers, c.a.Framework.ID, c.b.Answers, c.b.Framework.ID, got)
				}
			}
			if other := (origin{hospital, c.b, c.a}).cause(); other != got {
				t.Errorf("%s, and the other way round %s", got, other)
			}
			if len(o.words(got)) == 0 {
				t.Errorf("%s: nothing is said", got)
			}
		}
	}
	for _, c := range []cause{noDifference, byAnswers, byTheRules, byBoth} {
		if told[c] == 0 {
			t.Errorf("%s never came up", c)
		}
	}
}

// Of rules that are not at hand nothing is claimed; under one framework that is not
// at hand, the answers alone can make the difference.
func TestRulesThatAreNotAtHand(t *testing.T) {
	gone := model.Ref{ID: "gone", Version: "1", Hash: "0000"}
	alike, other := model.Answers{"headcount": model.Count(4)}, model.Answers{"headcount": model.Count(4000), "technology": model.Choose("product")}
	ours := advisor.Builtin().Framework().Ref
	for _, c := range []struct {
		what string
		a, b model.Session
		want cause
	}{
		{"one is gone", model.Session{Answers: alike, Framework: gone}, model.Session{Answers: other, Framework: ours}, notKnown},
		{"one is gone, the answers are the same", model.Session{Answers: alike, Framework: gone}, model.Session{Answers: alike, Framework: ours}, notKnown},
		{"one was never noted", model.Session{Answers: alike}, model.Session{Answers: other, Framework: ours}, notKnown},
		{"both are of the one that is gone", model.Session{Answers: alike, Framework: gone}, model.Session{Answers: other, Framework: gone}, byAnswers},
	} {
		o := origin{advisor.Builtin(), c.a, c.b}
		if got := o.cause(); got != c.want {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
		if said := o.words(c.want); len(said) < 2 {
			t.Errorf("%s: only %q is said", c.what, said)
		}
	}
}

// someAnswers answers about half of the questions.
func someAnswers(random *rand.Rand, f *model.Framework) model.Answers {
	as := model.Answers{}
	for _, q := range f.Questions {
		switch {
		case random.IntN(2) == 0:
		case q.Kind == model.NumberQuestion:
			as[q.ID] = model.Count(min(q.Max, q.Min+random.IntN(500)))
		default:
			as[q.ID] = model.Choose(q.Options[random.IntN(len(q.Options))].ID)
		}
	}
	return as
}
