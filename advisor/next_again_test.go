package advisor

import (
	"math/rand/v2"
	"slices"
	"testing"

	"remit/model"
)

// What is best found out turns the advice by itself wherever anything does that can be found
// out, or is what the engine would ask anyway; nothing is told to ask once more without need.
func TestBestAsksAgainWhatAloneTurns(t *testing.T) {
	again, kept := 0, 0
	forRandomAnswers(t, 600, func(t *testing.T, e *Engine, as model.Answers, _ *rand.Rand) {
		a := e.Advise(as, 0)
		next, best := e.Next(as), e.Best(as, &a)
		alone := func(said ...model.AnswerKind) (list []string) {
			for _, u := range a.Unknown {
				if len(u.Could) > 0 && slices.Contains(said, u.Said) {
					list = append(list, u.Question)
				}
			}
			return list
		}
		fresh, aside := alone(model.Unanswered), alone(model.Unsure, model.Later)
		wanted := !a.TooEarly() && !next.Decided && len(fresh) == 0 && len(aside) > 0
		switch {
		case wanted && !slices.Contains(aside, best.Question):
			t.Errorf("best is %q, while %q alone turn the advice", best.Question, aside)
		case !wanted && best != next:
			t.Errorf("best is %+v, and the next %+v", best, next)
		case best.Reason == "" || best.Left != next.Left || best.Matter != next.Matter:
			t.Errorf("best says %+v, the next %+v", best, next)
		case wanted:
			again++
		default:
			kept++
		}
	})
	if !testing.Short() && again == 0 || kept == 0 { // it is seldom tried: a few companies may not do
		t.Errorf("asked again %d times, kept %d times: the rule was not tried", again, kept)
	}
}

// The interview asks nothing twice, so the seats that nobody knew do not come back there.
func TestSeatsThatNobodyKnewAreAskedAgain(t *testing.T) {
	e := loadedEngine(t)
	as := model.Answers{"technology": model.Choose("support"), "headcount": model.Count(180), "strategy": model.Choose("balanced"),
		"custom_software": model.Choose("none"), "engineers": model.Count(0), "priority": model.Choose("efficiency"),
		"audience": model.Choose("internal"), "it_staff": model.Count(3), "estate": model.Choose("moderate"),
		"change": model.Choose("transforming"), "incumbent": model.Choose("founder"),
		"regulation": {Kind: model.Unsure}, "seats": {Kind: model.Unsure}}
	a := e.Advise(as, 0)
	if got := e.Best(as, &a).Question; got != "seats" {
		t.Errorf("best found out is %q", got)
	}
	if got := e.Next(as).Question; got == "seats" {
		t.Error("the interview asks twice")
	}
}
