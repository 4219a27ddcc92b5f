package advisor

import (
	"math/rand/v2"
	"slices"
	"testing"

	"remit/model"
)

// The laws of advice, held over random answer sheets of the built-in framework.

func forRandomAnswers(t *testing.T, n int, law func(t *testing.T, e *Engine, as model.Answers, r *rand.Rand)) {
	t.Helper()
	e := loadedEngine(t)
	if testing.Short() {
		n = min(n, max(n/5, 20))
	}
	r := rand.New(rand.NewPCG(3, 4))
	for range n {
		law(t, e, randomAnswers(e.f, r, r.IntN(101)), r)
		if t.Failed() {
			return
		}
	}
}

func TestReasonsSumToTheFitShown(t *testing.T) {
	forRandomAnswers(t, 500, func(t *testing.T, e *Engine, as model.Answers, _ *rand.Rand) {
		a := e.Advise(as, 0)
		var sum [model.NumStructures]int
		for _, r := range a.Reasons {
			sum[r.Structure] += r.Points
			if r.Points == 0 || r.Because == "" || len(r.Questions) == 0 || len(r.Sources) == 0 {
				t.Errorf("reason without points, words, answers or sources: %+v", r)
			}
			for _, q := range r.Questions {
				if !as[q].Real() {
					t.Errorf("rule %s speaks of %s, which has no answer", r.Rule, q)
				}
			}
		}
		points, best := fit(e.f, as)
		for _, r := range a.Ranking {
			if sum[r.Structure] != r.Points || points[r.Structure] != r.Points {
				t.Errorf("%v: reasons sum to %d, shown %d, by definition %d", r.Structure, sum[r.Structure], r.Points, points[r.Structure])
			}
		}
		if best != a.Recommendation || a.Ranking[0].Structure != best || a.Ranking[0].Excluded {
			t.Errorf("recommended %v, by definition %v, ranking %v", a.Recommendation, best, a.Ranking)
		}
	})
}

// Unknown is not "no": a non-answer changes the points no more than silence does.
func TestNonAnswersFireNothing(t *testing.T) {
	forRandomAnswers(t, 200, func(t *testing.T, e *Engine, as model.Answers, r *rand.Rand) {
		q := e.f.Questions[r.IntN(len(e.f.Questions))].ID
		bare, _ := fit(e.f, as.With(q, model.Answer{}))
		for _, word := range []string{model.WordUnsure, model.WordNotApplicable, model.WordLater} {
			for _, rank := range e.Advise(as.With(q, model.Say(word)), 0).Ranking {
				if rank.Points != bare[rank.Structure] {
					t.Errorf("%s=%s gives %v %d points, silence %d", q, word, rank.Structure, rank.Points, bare[rank.Structure])
				}
			}
		}
	})
}

// What was called impossible never comes, whatever is answered later.
func TestOutlookIsNeverContradicted(t *testing.T) {
	forRandomAnswers(t, 300, func(t *testing.T, e *Engine, as model.Answers, r *rand.Rand) {
		o := e.Outlook(as)
		for range 40 {
			later := as.Clone()
			said := randomAnswers(e.f, r, 100)
			for i := range e.f.Questions { // in their order, so that the dice fall the same every time
				if q := e.f.Questions[i].ID; as[q].Open() && r.IntN(3) > 0 {
					later[q] = said[q]
				}
			}
			points, best := fit(e.f, later)
			if !slices.Contains(o.Possible, best) {
				t.Errorf("%v was called impossible after %v, and came with %v", best, as, later)
			}
			for _, s := range model.Structures() {
				if p := points[s]; p < o.Bars[s].Low || p > o.Bars[s].High {
					t.Errorf("%v has %d points, outside %d..%d", s, p, o.Bars[s].Low, o.Bars[s].High)
				}
			}
		}
	})
}

// Every structure that is called possible has a completion that shows it: the oracle
// test proves this on small frameworks, here the claim is that answering on towards a
// structure keeps it possible until the end.
func TestPossibleStructuresCanBeReached(t *testing.T) {
	forRandomAnswers(t, 25, func(t *testing.T, e *Engine, as model.Answers, _ *rand.Rand) {
		for _, want := range e.Outlook(as).Possible {
			reached := as.Clone()
			for i := range e.domains {
				d := &e.domains[i]
				if !reached[d.id].Open() {
					continue
				}
				options := append([]model.Answer{{Kind: model.NotApplicable}}, d.answer...)
				at := slices.IndexFunc(options, func(a model.Answer) bool {
					return slices.Contains(e.possibleOf(reached.With(d.id, a)), want)
				})
				if at < 0 {
					t.Fatalf("%v is possible with %v, but no answer to %s keeps it so", want, reached, d.id)
				}
				reached[d.id] = options[at]
			}
			if got := e.Advise(reached, 0).Recommendation; got != want {
				t.Errorf("answered towards %v, recommended %v", want, got)
			}
		}
	})
}

func (e *Engine) possibleOf(as model.Answers) []model.Structure {
	c := e.consider(as)
	defer e.release(c)
	return e.possible(nil, c.node, c.sheet, c.open)
}

// "Clear" is a promise: no single further answer turns the recommendation.
func TestClearIsNotTurnedByOneAnswer(t *testing.T) {
	clear := 0
	forRandomAnswers(t, 300, func(t *testing.T, e *Engine, as model.Answers, r *rand.Rand) {
		a := e.Advise(as, 0)
		if a.Standing != model.Clear {
			return
		}
		clear++
		for i := range e.f.Questions {
			q := &e.f.Questions[i]
			if !as[q.ID].Open() {
				continue
			}
			for _, d := range e.domains[i].answer {
				if got := e.Advise(as.With(q.ID, d), 0).Recommendation; got != a.Recommendation {
					t.Errorf("clear for %v with %v, but %s=%v makes it %v", a.Recommendation, as, q.ID, d, got)
				}
			}
		}
	})
	if clear == 0 {
		t.Error("nothing was ever clear, so the law was not tried")
	}
}

// The quick check ends, asks nothing twice, and stops as soon as it is decided.
func TestNextAsksEachQuestionOnce(t *testing.T) {
	forRandomAnswers(t, 60, func(t *testing.T, e *Engine, all model.Answers, _ *rand.Rand) {
		as := model.Answers{}
		for range len(e.f.Questions) + 1 {
			next := e.Next(as)
			if next.Question == "" {
				if o := e.Outlook(as); next.Decided != o.Decided {
					t.Errorf("next says decided=%v, the outlook %v", next.Decided, o.Decided)
				}
				return
			}
			if as[next.Question].Kind != model.Unanswered {
				t.Fatalf("%s is asked again", next.Question)
			}
			a := all[next.Question]
			if a.Kind == model.Unanswered {
				a = model.Say(model.WordUnsure)
			}
			as[next.Question] = a
		}
		t.Error("the quick check does not end")
	})
}

func TestAdviceIsAFunctionOfTheAnswers(t *testing.T) {
	one, two := loadedEngine(t), loadedEngine(t)
	r := rand.New(rand.NewPCG(5, 6))
	for range 50 {
		as := randomAnswers(one.f, r, 60)
		a, b := one.Advise(as, 2), two.Advise(as.Clone(), 2)
		if len(a.Flips) != len(b.Flips) || a.Recommendation != b.Recommendation || a.Margin != b.Margin {
			t.Fatalf("two engines disagree on %v", as)
		}
		if one.Next(as) != two.Next(as) {
			t.Fatalf("two engines ask differently on %v", as)
		}
	}
}

// Two leaders are never advised where two cannot be paid, nor one head for both jobs
// where nobody could be it, nor a full-time CIO where no seat can be paid.
func TestMoneyAndPeopleAreRespected(t *testing.T) {
	forRandomAnswers(t, 2000, func(t *testing.T, e *Engine, as model.Answers, _ *rand.Rand) {
		got := e.Advise(as, 0).Recommendation
		seats := as["seats"]
		switch {
		case seats.Kind == model.Number && seats.Number < 2 && got == model.Both,
			seats.Kind == model.Number && seats.Number < 1 && got == model.CIO,
			as["versatile_leader"] == model.Choose("no") && got == model.Hybrid:
			t.Errorf("advised %v with %v", got, as)
		}
	})
}

func TestEveryStructureIsAdvisedSomewhere(t *testing.T) {
	e := loadedEngine(t)
	if got := e.Outlook(nil).Possible; len(got) != model.NumStructures {
		t.Errorf("only %v can ever be advised", got)
	}
}
