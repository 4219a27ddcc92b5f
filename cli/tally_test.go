package cli

import (
	"testing"

	"remit/advisor"
	"remit/model"
)

func TestANonAnswerIsCountedApart(t *testing.T) {
	f := advisor.Builtin().Framework()
	unsure, later, apart := model.Answer{Kind: model.Unsure}, model.Answer{Kind: model.Later}, model.Answer{Kind: model.NotApplicable}
	for want, as := range map[string]model.Answers{
		"0 of 16 answered": nil,
		"1 of 16 answered": {"headcount": model.Count(0), "of another framework": unsure},
		"1 of 16 answered, 2 to find out, 1 does not apply": {"technology": model.Choose("part"), "estate": unsure, "change": later, "friction": apart},
		"0 of 16 answered, 2 do not apply":                  {"friction": apart, "change": apart, "seats": {}},
	} {
		if got := tallyOf(f, as).String(); got != want {
			t.Errorf("%v: %q, want %q", as, got, want)
		}
	}
}
