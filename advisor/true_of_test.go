package advisor

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"remit/model"
)

// Texts hold for whom they are shown to: large and small, supervised or not, alone or not.

// A founder who is to hand over goes on until the first day of whoever comes, and the plan
// says so in the first week; nothing that lets go counts from the decision.
func TestTheFounderGoesOnUntilTheFirstDayOfTheNext(t *testing.T) {
	ways := map[string]bool{}
	forRandomAnswers(t, 600, func(t *testing.T, e *Engine, as model.Answers, _ *rand.Rand) {
		as[incumbent] = model.Choose("founder")
		a := e.Advise(as, 0)
		d := e.Deliver(&a)
		how := model.Engagement(a.Engagement.Then)
		if how == model.Founder || a.Recommendation == model.VCIO {
			return // the founder keeps it, or is asked to be the inside owner
		}
		ways[string(a.Recommendation)+" "+string(how)] = true
		goesOn := func(s model.PlanStep) bool {
			return slices.Contains([]string{"founder-until-then", "owner-of-the-leader"}, s.Practice) && s.Day <= 7 && s.Clock == model.FromDecision
		}
		if !slices.ContainsFunc(d.Plan, goesOn) {
			t.Errorf("%v: %s, %s: nobody answers until then", as, a.Recommendation, how)
		}
		for _, s := range d.Plan {
			if strings.Contains(s.Title, "lets go") || strings.Contains(s.Title, "letting go") && s.Clock == model.FromDecision {
				t.Errorf("%v: %q comes before anybody is there", as, s.Title)
			}
		}
	})
	if len(ways) < 5 {
		t.Errorf("only %v were seen", ways)
	}
}

// Where the chart says "the founder, or new", the plan lets the founders choose first.
func TestTheFounderWhoMayTakeTheSeatIsAsked(t *testing.T) {
	e := loadedEngine(t)
	for _, to := range []model.Structure{model.CTO, model.CIO, model.Hybrid, model.Both} {
		way, _ := e.Transition(model.Answers{incumbent: model.Choose("founder")}, to, "full-time")
		if len(way.Steps) == 0 || way.Steps[0].Who != "the founders" || way.Steps[0].Day > 7 || way.Steps[0].Clock != model.FromDecision {
			t.Errorf("%s: the first step is not the founders' choice: %+v", to, way.Steps)
		}
	}
}

// What is said of small organisations is not said to large ones, nor of a first audit to
// those who are inspected, nor of part-time leaders where there is none.
func TestNothingIsSaidOfOthersThanTheReader(t *testing.T) {
	told := map[string]int{}
	partial(t, 700, func(t *testing.T, as model.Answers, a *model.Advice, d *model.Deliverables) {
		people := as["headcount"]
		for _, x := range d.LegalPoints {
			if strings.Contains(x.Ask, "small") {
				told["small"]++
				if people.Kind != model.Number || people.Number >= 250 {
					t.Errorf("%v: %q", as, x.Ask)
				}
			}
		}
		for _, x := range d.Triggers {
			if strings.Contains(x.Event, "first audit") {
				told["audit"]++
				if as["regulation"].Option == "heavy" || !as["strategy"].Real() {
					t.Errorf("%v: %q", as, x.Event)
				}
			}
			if strings.Contains(x.Look, "for some hours a week") {
				told["hours"]++
				if how := a.Engagement.Then; how != "fractional" && how != "founder" {
					t.Errorf("%v: %s: %q", as, how, x.Look)
				}
			}
			if strings.HasPrefix(x.Event, "Customers begin to pay") && as["technology"].Option != "support" {
				t.Errorf("%v: %q", as, x.Event)
			}
		}
		if slices.ContainsFunc(d.Plan, func(s model.PlanStep) bool { return s.Title == "A lead developer" }) {
			told["lead"]++
			if own := as["custom_software"].Option; own != "some" && own != "heavy" {
				t.Errorf("%v: a lead developer for no software", as)
			}
		}
	})
	for _, of := range []string{"small", "audit", "hours", "lead"} {
		if told[of] == 0 && !testing.Short() { // few companies may not do
			t.Errorf("nobody is told of %q", of)
		}
	}
}

// Who works alone has no colleague, and no second person to ask.
func TestWhoWorksAloneIsNotSentToColleagues(t *testing.T) {
	e := loadedEngine(t)
	of := func(people int) (model.Deliverables, string) {
		a := e.Advise(model.Answers{
			"technology": model.Choose("product"), "headcount": model.Count(people), "custom_software": model.Choose("heavy"), "engineers": model.Count(1),
			"it_staff": model.Count(0), "outsourcing": model.Choose("none"), incumbent: model.Choose("founder"), "seats": model.Count(0),
		}, 0)
		d := e.Deliver(&a)
		var b strings.Builder
		for _, c := range d.Charters {
			for _, lines := range [][]model.Clause{c.Duties, c.Decides} {
				for _, x := range lines {
					b.WriteString(x.Text + "\n")
				}
			}
			for _, x := range c.First {
				b.WriteString(x.Do + "\n")
			}
		}
		return d, b.String()
	}
	alone, says := of(1)
	if posted(&alone, "it-colleague") != nil || posted(&alone, "outside-help") == nil {
		t.Error("who works alone is given a colleague")
	}
	for _, other := range []string{"second person", "other founders", "to an engineer"} {
		if strings.Contains(says, other) {
			t.Errorf("who works alone reads of %q", other)
		}
	}
	two, says := of(2)
	if posted(&two, "it-colleague") == nil || posted(&two, "outside-help") != nil || !strings.Contains(says, "second person") {
		t.Error("of two the second is no second person")
	}
}

// From 250 people somebody other than the head of the company works for privacy, whatever
// was said of regulation.
func TestLargeCompaniesNameSomebodyForPrivacy(t *testing.T) {
	large := 0
	partial(t, 400, func(t *testing.T, as model.Answers, _ *model.Advice, d *model.Deliverables) {
		if n := as["headcount"]; n.Kind != model.Number || n.Number < 250 {
			return
		}
		large++
		i := slices.IndexFunc(d.Matrix.Rows, func(r model.MatrixRow) bool { return r.Activity == "privacy" })
		if got := d.Matrix.Holding(i, model.Letter.Works); !slices.Equal(got, []string{"dpo"}) || !posted(d, "dpo").Duty {
			t.Errorf("%v: %q work for privacy", as, got)
		}
	})
	if large == 0 {
		t.Error("no company is large")
	}
}

// A company without software of its own that named nobody who builds has no row for it, and
// no post that waits for builders.
func TestNoRowsOnSoftwareThatIsNotThere(t *testing.T) {
	e := loadedEngine(t)
	seen := 0
	partial(t, 700, func(t *testing.T, as model.Answers, a *model.Advice, d *model.Deliverables) {
		if as["custom_software"].Option != "none" || as["engineers"].Real() {
			return
		}
		for _, x := range d.Unsure {
			if slices.Contains(x.Questions, "engineers") {
				t.Errorf("%v: %s waits for builders", as, x.Role)
			}
		}
		if a.Recommendation != model.CIO && a.Recommendation != model.VCIO {
			return // whoever leads building answers for what is to come
		}
		seen++
		for _, row := range d.Matrix.Rows {
			if slices.Contains([]string{"product-technology", "engineering-budget", "build-pipeline", "release-approval", "engineering-people"}, row.Activity) {
				t.Errorf("%v: %s", as, e.Playbook().Activity(row.Activity).Title)
			}
		}
	})
	if seen == 0 {
		t.Error("no such company was seen")
	}
}

// A provider that runs most of IT leaves nobody to be head of it below a CIO, unless somebody
// was counted or the company is very large.
func TestNoHeadOfWhatTheProviderRuns(t *testing.T) {
	e := loadedEngine(t)
	as := model.Answers{"technology": model.Choose("support"), "headcount": model.Count(300), "custom_software": model.Choose("none"),
		"outsourcing": model.Choose("most"), incumbent: model.Choose("nobody")}
	for _, c := range []struct {
		staff  model.Answer
		people int
		there  bool
	}{{model.Answer{Kind: model.Unsure}, 300, false}, {model.Count(8), 300, true}, {model.Answer{Kind: model.Unsure}, 5000, true}} {
		as["it_staff"], as["headcount"] = c.staff, model.Count(c.people)
		d := deliver(e.Playbook(), model.Situation{Structure: model.CIO, Engagement: "full-time", Reporting: "to_ceo", Answers: as})
		if got := posted(&d, "it-director") != nil; got != c.there {
			t.Errorf("%d people, IT staff %v: an IT director: %t", c.people, c.staff, got)
		}
	}
}

// Where an inside owner decides, nobody of whom only the size of the company tells takes the
// money from the owner.
func TestTheInsideOwnerAnswersForTheMoney(t *testing.T) {
	seen := 0
	partial(t, 400, func(t *testing.T, as model.Answers, a *model.Advice, d *model.Deliverables) {
		if a.Recommendation != model.VCIO {
			return
		}
		for i, row := range d.Matrix.Rows {
			if !slices.Contains([]string{"it-budget", "it-contracts", "cloud-cost"}, row.Activity) {
				continue
			}
			if seen++; d.Matrix.Accountable(i) != "owner" {
				t.Errorf("%v: %s answers for %s", as, d.Matrix.Accountable(i), row.Activity)
			}
		}
	})
	if seen == 0 {
		t.Error("no virtual CIO was advised")
	}
}

// What the advice or the answers ask for is told apart from what the size of a company alone
// says that it mostly has.
func TestWhatIsAskedForIsNotAssumed(t *testing.T) {
	e := loadedEngine(t)
	as := model.Answers{"technology": model.Choose("product"), "headcount": model.Count(120), "engineers": model.Count(18), "custom_software": model.Choose("heavy"),
		"change": model.Choose("transforming"), "regulation": model.Choose("light"), incumbent: model.Choose("manager")}
	d := deliver(e.Playbook(), model.Situation{Structure: model.CTO, Engagement: "full-time", Reporting: "to_ceo", Answers: as})
	for role, want := range map[string]bool{"programme-director": true, "vp-engineering": true, "product-head": true, "engineering-manager": true, "cfo": false, "hr": false} {
		if p := posted(&d, role); p == nil || p.State != model.PostExpected || p.Asked != want {
			t.Errorf("%s: %+v", role, p)
		}
	}
}
