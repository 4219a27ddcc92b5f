package model_test

import (
	"testing"

	"remit/model"
)

func TestOneIsSaidInTheSingular(t *testing.T) {
	for unit, want := range map[string]string{
		"people": "1 person", "executives": "1 executive", "branches": "1 branch", "companies": "1 company",
		"ovens": "1 oven", "warehouses": "1 warehouse", "staff": "1 staff", "": "1",
	} {
		q := model.Question{Unit: unit}
		if got := q.Counted(1); got != want {
			t.Errorf("one of %q is %q, want %q", unit, got, want)
		}
	}
	people := model.Question{Unit: "people"}
	for n, want := range map[int]string{0: "0 people", 2: "2 people", -1: "-1 people"} {
		if got := people.Counted(n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

func TestTheFirstStepIsThatOfTheEngagementWhereItHasOne(t *testing.T) {
	f := model.Framework{
		Structures:  []model.StructureInfo{{ID: model.CTO, First: "Write the charter."}},
		Engagements: []model.Term{{ID: "interim", First: "Start the search."}, {ID: "full-time"}},
	}
	for engagement, want := range map[string]string{
		"interim": "Start the search.", "full-time": "Write the charter.", "": "Write the charter.",
	} {
		a := model.Advice{Recommendation: model.CTO, Engagement: model.Decision{Then: engagement}}
		if got := f.FirstStep(&a); got != want {
			t.Errorf("%q: %q, want %q", engagement, got, want)
		}
	}
}
