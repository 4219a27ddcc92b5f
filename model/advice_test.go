package model_test

import (
	"testing"

	"remit/model"
)

func TestMainReasonsRestOnDifferentAnswers(t *testing.T) {
	reason := func(rule string, s model.Structure, points int, questions ...string) model.Reason {
		return model.Reason{Rule: rule, Structure: s, Points: points, Questions: questions}
	}
	a := model.Advice{Recommendation: model.CIO, Reasons: []model.Reason{ // weightiest first, as advice has them
		reason("size", model.CIO, 4, "headcount"),
		reason("size-and-role", model.CIO, 3, "headcount", "technology"),
		reason("against", model.CIO, -3, "audience"),
		reason("size-again", model.CIO, 2, "headcount"),
		reason("another", model.CTO, 9, "seats"),
		reason("estate", model.CIO, 1, "estate"),
		reason("both-like-it", model.CIO, 5, "regulation"), // but so does the rival
		reason("both-like-it", model.VCIO, 5, "regulation"),
	}, RunnerUp: model.VCIO, Ranking: make([]model.Rank, 5)}
	for _, c := range []struct {
		n    int
		want []string
	}{
		{1, []string{"size"}},
		{3, []string{"size", "size-and-role", "estate"}}, // the third says something new
		{9, []string{"size", "size-and-role", "estate", "both-like-it", "size-again"}},
	} {
		got := a.MainReasons(c.n)
		if len(got) != len(c.want) {
			t.Fatalf("%d: %v", c.n, got)
		}
		for i, r := range got {
			if r.Rule != c.want[i] {
				t.Errorf("%d: reason %d is %s, want %s", c.n, i, r.Rule, c.want[i])
			}
		}
	}
}
