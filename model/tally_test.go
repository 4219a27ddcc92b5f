package model_test

import (
	"testing"

	"remit/model"
)

func TestANonAnswerIsCountedApart(t *testing.T) {
	f := &model.Framework{}
	for _, id := range []string{"headcount", "technology", "estate", "change", "friction", "seats"} {
		q := model.Question{ID: id, Kind: model.NumberQuestion, Max: 10}
		if id == "technology" {
			q = model.Question{ID: id, Kind: model.ChoiceQuestion, Options: []model.OptionInfo{{ID: "part"}}}
		}
		f.Questions = append(f.Questions, q)
	}
	unsure, later, apart := model.Answer{Kind: model.Unsure}, model.Answer{Kind: model.Later}, model.Answer{Kind: model.NotApplicable}
	for want, as := range map[string]model.Answers{
		"0 of 6 answered": nil,
		"1 of 6 answered": {"headcount": model.Count(0), "of another framework": unsure},
		"1 of 6 answered, 2 to find out, 1 does not apply": {"technology": model.Choose("part"), "estate": unsure, "change": later, "friction": apart},
		"0 of 6 answered, 2 do not apply":                  {"friction": apart, "change": apart, "seats": {}},
	} {
		got := f.Tally(as)
		if got.String() != want {
			t.Errorf("%v: %q, want %q", as, got, want)
		}
		if got.Left()+got.Closed()+got.ToFindOut != got.Questions {
			t.Errorf("%v: the parts do not make the whole: %+v", as, got)
		}
	}
}

// What was said under another framework is still said, but this one cannot use it.
func TestUsableAnswersAreThoseThatTheFrameworkAccepts(t *testing.T) {
	f := twoQuestions()
	as := model.Answers{"headcount": model.Count(7), "technology": model.Choose("no option any more"), "weather": model.Choose("fine")}
	fit := f.Usable(as)
	if len(fit) != 1 || fit["headcount"] != model.Count(7) || len(as) != 3 {
		t.Errorf("usable of %v: %v", as, fit)
	}
	if said, used := f.Tally(as).Answered, f.Tally(fit).Answered; said != 2 || used != 1 {
		t.Errorf("%d said and %d used, want 2 and 1", said, used)
	}
}
