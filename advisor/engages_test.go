package advisor

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"remit/model"
)

// What an open answer could do to the way in which a post is filled is what any answer to
// it does, as long as the structure stays.
func TestOpenAnswersThatChangeTheEngagement(t *testing.T) {
	told := 0
	forRandomAnswers(t, 60, func(t *testing.T, e *Engine, as model.Answers, _ *rand.Rand) {
		a := e.Advise(as, 0)
		for _, u := range a.Unknown {
			if u.Said == model.NotApplicable {
				if len(u.Engages) > 0 {
					t.Errorf("%s does not apply and could change the engagement", u.Question)
				}
				continue
			}
			var want []model.Engagement
			for _, answer := range e.domains[e.index[u.Question]].answer {
				tried := as.Clone()
				tried[u.Question] = answer
				var b model.Advice
				e.Brief(&b, tried, 0)
				then := model.Engagement(b.Engagement.Then)
				if b.Recommendation == a.Recommendation && b.Engagement.Then != a.Engagement.Then && !slices.Contains(want, then) {
					want = append(want, then)
				}
			}
			if !slices.Equal(u.Engages, want) {
				t.Errorf("%s could lead to %v, told are %v", u.Question, want, u.Engages)
			}
			told += len(want)
		}
	})
	if told == 0 {
		t.Error("no open answer ever changes an engagement")
	}
}

// An engagement that rests on what nobody knows yet is never told as settled: where no
// answer turns the structure, the standing says on which answers its form hangs.
func TestAnOpenFormIsSaid(t *testing.T) {
	e := Builtin()
	studio := model.Answers{"headcount": model.Count(35), "technology": model.Choose("product"), "custom_software": model.Choose("heavy"),
		"engineers": model.Count(18), "estate": model.Choose("simple"), "strategy": model.Choose("differentiation"),
		"priority": model.Choose("revenue"), "change": model.Choose("steady"), "seats": {Kind: model.Unsure}, "incumbent": model.Choose("founder")}
	a := e.Advise(studio, 0)
	if !strings.Contains(a.StandingWhy, "“"+e.f.Question("seats").Short+"”") {
		t.Errorf("whether a full-time seat can be paid is open: %s", a.StandingWhy)
	}
	studio["seats"] = model.Count(1)
	if a := e.Advise(studio, 0); strings.Contains(a.StandingWhy, "how the post is filled") {
		t.Errorf("the seat is paid: %s", a.StandingWhy)
	}
}

// Another way is near where one answer that can change leads to it.
func TestNoOtherWayIsNearOnlyIfNoSingleAnswerTurnsIt(t *testing.T) {
	forRandomAnswers(t, 60, func(t *testing.T, e *Engine, as model.Answers, _ *rand.Rand) {
		a := e.Advise(as, 1)
		given := slices.ContainsFunc(a.Flips, func(f model.Flip) bool { return f.Changes[0].From.Real() })
		if given && strings.Contains(a.StandingWhy, "no other way comes near") {
			t.Errorf("%v turns it, but: %s", a.Flips[0].Changes[0], a.StandingWhy)
		}
	})
}

// Those whom a company has counted are there: their post is never only assumed.
func TestWhoWasCountedIsThere(t *testing.T) {
	forRandomAnswers(t, 100, func(t *testing.T, e *Engine, as model.Answers, _ *rand.Rand) {
		a := e.Advise(as, 0)
		for _, p := range e.Deliver(&a).Posts {
			if e.Playbook().Role(p.Role).Hands(as) > 0 && p.State != model.PostKept {
				t.Errorf("%s was counted and is %s", p.Role, p.State)
			}
		}
	})
}

// Numbers are the same only if people would say so: rules that draw no line between 2,200
// and 3,000 do not make 2,200,000 the same.
func TestNumbersInCommonAreNear(t *testing.T) {
	forRandomAnswers(t, 100, func(t *testing.T, e *Engine, as model.Answers, _ *rand.Rand) {
		for _, n := range e.Nearest(as, 5) {
			for _, q := range n.Shared {
				one, other := as[q].Number, n.Case.Facts[q].Number
				if low, high := min(one, other), max(one, other); high > 2*low && high-low > 5 {
					t.Errorf("%s: %s is %d and %d, and told as the same", n.Case.ID, q, low, high)
				}
			}
		}
	})
}
