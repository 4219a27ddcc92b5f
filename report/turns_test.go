package report_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"remit/advisor"
	"remit/model"
	"remit/report"
)

// Numbers are said as people say thresholds, options with all that do the same, and
// what is said now stands behind, if anything is.
func TestConditionsReadAsPeopleSayThem(t *testing.T) {
	f := small()
	people := func(from model.Answer, low, high int) model.Widened {
		return model.Widened{Change: model.Change{Question: "headcount", From: from, To: model.Count(low)},
			Within: model.Span{Low: model.Count(low), High: model.Count(high)}}
	}
	systems := func(from model.Answer, or ...model.Answer) model.Widened {
		to := model.Choose("simple")
		return model.Widened{Change: model.Change{Question: "estate", From: from, To: to}, Within: model.Span{Low: to, High: to}, Or: or}
	}
	forty, most := model.Count(40), f.Question("headcount").Max
	for _, c := range []struct {
		changes []model.Widened
		want    []string
	}{
		{[]model.Widened{people(forty, 1000, most)}, []string{"Headcount: 1,000 people or more (now 40)"}},
		{[]model.Widened{people(forty, 0, 30)}, []string{"Headcount: at most 30 people (now 40)"}},
		{[]model.Widened{people(forty, 50, 99)}, []string{"Headcount: 50 to 99 people (now 40)"}},
		{[]model.Widened{people(forty, 1, 1)}, []string{"Headcount: 1 person (now 40)"}},
		{[]model.Widened{people(model.Answer{}, 0, most)}, []string{"Headcount: any number"}},
		{[]model.Widened{people(model.Answer{Kind: model.Later}, 5, 9)}, []string{"Headcount: 5 to 9 people (now to be found out later)"}},
		{[]model.Widened{people(forty, 50, 99), systems(model.Choose("complex"))},
			[]string{"Headcount: 50 to 99 people (now 40)", "and systems: “Simple” (now “Complex”)"}},
		{[]model.Widened{systems(model.Answer{}, model.Choose("complex"))}, []string{"Systems: “Simple” or “Complex”"}},
		{[]model.Widened{systems(model.Answer{}, model.Choose("b"), model.Choose("c"))}, []string{"Systems: “Simple”, b or c"}},
	} {
		if got := report.Conditions(f, model.Turn{Changes: c.changes}); !slices.Equal(got, c.want) {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

// A page shows the first few ways to each structure and counts the others.
func TestAPageShowsAFewWays(t *testing.T) {
	r := sample()
	r.Turns = nil
	for n := range 7 {
		r.Turns = append(r.Turns, exactly([]model.Flip{{To: model.CIO, Changes: []model.Change{
			{Question: "headcount", To: model.Count(20 + n)}}}})...)
	}
	r.Turns = append(r.Turns, exactly(r.Advice.Flips)...)
	got := text(t, r, report.TextOptions{Width: 200})
	for want, n := range map[string]int{"To CIO only, if\n": report.MostTurns, "There are 4 more ways.": 1, "farther off": 0, "To Virtual CIO, if\n": 1,
		"there is no answer yet": 1} {
		if strings.Count(got, want) != n {
			t.Errorf("%q is there %d times, want %d:\n%s", want, strings.Count(got, want), n, got)
		}
	}
}

// What is within reach and has no room is not called far, and what is far is.
func TestOnlyFarWaysAreCalledFar(t *testing.T) {
	r := sample()
	f := r.Framework
	way := func(n int) model.Turn {
		return exactly([]model.Flip{{To: model.CIO, Changes: []model.Change{{Question: "headcount", From: model.Count(8), To: model.Count(n)}}}})[0]
	}
	near, far := way(9), way(1000)
	if got := report.WithinReach(f, &r.Advice, []model.Turn{near, far}); len(got) != 1 {
		t.Fatalf("%d of a near and a far way are within reach", len(got))
	}
	for name, test := range map[string]struct {
		near, far int
		want      string
	}{
		"all told":     {2, 0, ""},
		"more near":    {report.MostTurns + 1, 0, "There is 1 more way."},
		"only far":     {1, 2, "There are 2 more ways, farther off."},
		"both":         {report.MostTurns + 2, 1, "There are 2 more ways, and 1 farther off."},
		"nothing near": {0, 1, "Nothing within reach would turn it. There is 1 more way, farther off."},
	} {
		r.Turns = append(slices.Repeat([]model.Turn{near}, test.near), slices.Repeat([]model.Turn{far}, test.far)...)
		got := text(t, r, report.TextOptions{Width: 200})
		if !strings.Contains(got, test.want) || test.want == "" && strings.Contains(got, "more way") || test.far == 0 && strings.Contains(got, "farther off") {
			t.Errorf("%s: want %q in\n%s", name, test.want, got)
		}
	}
}

// A turn to a runner-up that is as good as level is told as the nudge that it is; one of a
// lead that is more is not.
func TestANudgeIsCalledOne(t *testing.T) {
	e := advisor.Builtin()
	f := e.Framework()
	random := rand.New(rand.NewPCG(4, 4))
	nudged, firm := 0, 0
	for range 400 {
		as := model.Answers{}
		for _, q := range f.Questions {
			as[q.ID] = model.Count(random.IntN(200))
			if n := len(q.Options); n > 0 {
				as[q.ID] = model.Choose(q.Options[random.IntN(n)].ID)
			}
		}
		a := e.Advise(as, 1)
		r := report.Report{Framework: f, Advice: a, Turns: e.Turns(as, a.Flips)}
		level := a.Margin < 2 && !a.Ranking[1].Excluded && slices.ContainsFunc(report.WithinReach(f, &a, r.Turns), func(t model.Turn) bool { return t.To == a.RunnerUp })
		if got := strings.Contains(text(t, r, report.TextOptions{Width: 400}), "so a nudge is enough"); got != level {
			t.Fatalf("%d points ahead of %s, and a nudge is told: %t", a.Margin, a.RunnerUp, got)
		}
		if level {
			nudged++
		} else {
			firm++
		}
	}
	if nudged == 0 || firm == 0 {
		t.Errorf("%d by a nudge, %d not", nudged, firm)
	}
}
