package report_test

import (
	"testing"
	"time"

	"remit/advisor"
	"remit/model"
	"remit/report"
)

// Companies that the built-in framework advises, for writers that only show what they
// can do on a whole report.

// dental is a small group that a provider looks after.
func dental() model.Answers {
	return sheetOf(map[string]string{"technology": "support", "custom_software": "none", "estate": "simple", "regulation": "heavy",
		"strategy": "balanced", "priority": "efficiency", "audience": "internal", "change": "steady", "incumbent": "provider",
		"versatile_leader": "no", "friction": "n/a", "outsourcing": "most"}, map[string]int{"headcount": 40, "engineers": 0, "it_staff": 0, "seats": 0})
}

// insurer is a large company that builds and runs a great deal.
func insurer() model.Answers {
	return sheetOf(map[string]string{"technology": "product", "custom_software": "heavy", "estate": "complex", "regulation": "heavy",
		"strategy": "differentiation", "priority": "revenue", "audience": "external", "change": "transforming", "incumbent": "cio",
		"versatile_leader": "no", "friction": "unsure"}, map[string]int{"headcount": 4200, "engineers": 300, "it_staff": 120, "seats": 2})
}

func sheetOf(words map[string]string, numbers map[string]int) model.Answers {
	as := model.Answers{}
	for id, word := range words {
		as[id] = model.Say(word)
	}
	for id, n := range numbers {
		as[id] = model.Count(n)
	}
	return as
}

// whole is everything that is known about a company.
func whole(t testing.TB, as model.Answers) report.Report {
	t.Helper()
	e := advisor.Builtin()
	as = e.Framework().Usable(as)
	a := e.Advise(as, advisor.MaxFlips)
	follows := e.Deliver(&a)
	w := &report.WhatIf{Framework: e.Framework(), Advice: a, Draws: advisor.Reweightings, Stands: e.Robustness(as),
		Turns: e.Turns(as, a.Flips), Most: e.MostFlips(), Near: e.Nearest(as, 3)}
	if way, ok := e.Transition(as, a.Recommendation, model.Engagement(a.Engagement.Then)); ok {
		w.Way = &way
	}
	plan, err := e.PhaseMap(as, "headcount", "technology")
	if err != nil {
		t.Fatal(err)
	}
	w.Map = report.Map{X: axisOf(plan.X), Y: axisOf(plan.Y), Cells: plan.Cells, HereX: plan.HereX, HereY: plan.HereY}
	return report.Report{Framework: e.Framework(), Advice: a, Turns: w.Turns, Next: e.Next(as), Book: e.Playbook(), Follows: &follows, WhatIf: w,
		Session: &model.Session{Name: "First talk", Client: "Łódź & Söhne", Updated: time.Date(2026, 11, 21, 9, 30, 0, 0, time.UTC)}}
}

func axisOf(a advisor.Axis) report.Axis {
	spans := make([]model.Span, len(a.Classes))
	for i, c := range a.Classes {
		spans[i] = model.Span{Low: c.From, High: c.To}
	}
	return report.Axis{Question: a.Question, Spans: spans}
}
