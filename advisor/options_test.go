package advisor

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"remit/model"
)

// The five are compared for the company at hand: in the order of the ranking, each with
// what it would cost there; the one that is advised as it is advised.
func TestOptions(t *testing.T) {
	e := loadedEngine(t)
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		a := e.Advise(randomAnswers(e.f, r, 70), 0)
		d := e.Deliver(&a)
		if len(d.Options) != model.NumStructures {
			t.Fatalf("%d options", len(d.Options))
		}
		for i, o := range d.Options {
			if o.Structure != a.Ranking[i].Structure {
				t.Fatalf("option %d is %v, the ranking has %v", i, o.Structure, a.Ranking[i].Structure)
			}
			if o.Tradeoff == nil || o.Tradeoff.Structure != o.Structure {
				t.Errorf("%v is compared by %+v", o.Structure, o.Tradeoff)
			}
		}
		advised := d.Options[slices.IndexFunc(d.Options, func(o model.Contender) bool { return o.Structure == a.Recommendation })]
		if advised.Engagement != model.Engagement(a.Engagement.Then) {
			t.Errorf("the advised option is %s, the advice %s", advised.Engagement, a.Engagement.Then)
		}
		for _, c := range advised.Costs {
			if !slices.ContainsFunc(d.Costs, func(x model.Cost) bool { return x.ID == c.ID }) {
				t.Errorf("the option costs %s, which the plan does not name", c.ID)
			}
		}
	}
}

// Where an interim leader holds the chair for a permanent one, both are there to compare,
// each with its price; where the job ends with the change, nobody follows.
func TestABridgeNamesBothSides(t *testing.T) {
	e := loadedEngine(t)
	base := model.Answers{"technology": model.Choose("support"), "headcount": model.Count(1200), "priority": model.Choose("efficiency"),
		"audience": model.Choose("internal"), "it_staff": model.Count(22), "estate": model.Choose("complex"), "change": model.Choose("transforming"),
		"seats": model.Count(1), "incumbent": model.Choose("nobody")}
	for name, test := range map[string]struct {
		headcount int
		incumbent string
		after     model.Engagement
	}{"an empty chair": {1200, "nobody", model.FullTime}, "a small company's change": {80, "manager", ""}} {
		as := base.Clone()
		as["headcount"], as["incumbent"] = model.Count(test.headcount), model.Choose(test.incumbent)
		a := e.Advise(as, 0)
		if a.Recommendation != model.CIO || a.Engagement.Then != string(model.Interim) || a.Engagement.Before != test.after {
			t.Fatalf("%s: %v, %+v", name, a.Recommendation, a.Engagement)
		}
		d := e.Deliver(&a)
		for i, o := range d.Options {
			switch bridge := i == 0 && test.after != ""; {
			case (o.After != nil) != bridge:
				t.Errorf("%s: after %v comes %+v", name, o.Structure, o.After)
			case bridge && (o.After.Engagement != test.after || len(o.After.Costs) == 0 || len(o.Costs) == 0):
				t.Errorf("%s: %+v is followed by %+v", name, o, o.After)
			}
		}
		searched := slices.ContainsFunc(d.Plan, func(s model.PlanStep) bool { return strings.Contains(s.Title, "search for the permanent leader") })
		if motion := e.Framework().Motion(&a); strings.Contains(motion, "until the permanent one starts") != (test.after != "") || searched != (test.after != "") {
			t.Errorf("%s: the vote is %q; the search is in the plan: %v", name, motion, searched)
		}
	}
}
