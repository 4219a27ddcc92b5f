package report_test

import (
	"slices"
	"strings"
	"testing"

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
	for want, n := range map[string]int{"To CIO only, if\n": report.MostTurns, "There are 4 more ways, farther off.": 1, "To Virtual CIO, if\n": 1,
		"there is no answer yet": 1} {
		if strings.Count(got, want) != n {
			t.Errorf("%q is there %d times, want %d:\n%s", want, strings.Count(got, want), n, got)
		}
	}
}
