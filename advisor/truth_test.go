package advisor

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"remit/model"
)

// What is handed over has to be true of the company that it is about.

// followed works out what follows for many companies that answered nearly everything.
func followed(t *testing.T, e *Engine, visit func(a *model.Advice, d *model.Deliverables)) {
	t.Helper()
	r := rand.New(rand.NewPCG(7, 11))
	for range 1500 {
		as := randomAnswers(e.f, r, 95)
		for _, none := range []string{"it_staff", "engineers", "seats"} {
			if r.IntN(3) == 0 {
				as[none] = model.Count(0)
			}
		}
		a := e.Advise(as, 0)
		d := e.Deliver(&a)
		visit(&a, &d)
	}
}

// Nobody is taken for granted who was counted, and counted as none.
func TestNobodyIsAssumedWhereTheAnswerIsNone(t *testing.T) {
	e := loadedEngine(t)
	followed(t, e, func(a *model.Advice, d *model.Deliverables) {
		for _, p := range d.Posts {
			counted := e.Playbook().Role(p.Role).Counted
			if counted != "" && a.Answers[counted] == model.Count(0) && p.State == model.PostExpected {
				t.Errorf("%v: %s is assumed, though %s is none", a.Answers, p.Role, counted)
			}
		}
	})
}

// Whom a provider that does most of it spares, nobody is told to hire: the inside owner of a
// company that pays for no executive steers the provider alone.
func TestAProviderThatDoesMostSparesTheITManager(t *testing.T) {
	e := loadedEngine(t)
	for _, headcount := range []int{50, 90, 240} {
		for outsourcing, want := range map[string]bool{"most": false, "some": true, "none": true} {
			a := e.Advise(model.Answers{"headcount": model.Count(headcount), "it_staff": model.Count(0), "engineers": model.Count(0), "seats": model.Count(0),
				"custom_software": model.Choose("none"), "technology": model.Choose("support"), "outsourcing": model.Choose(outsourcing)}, 0)
			d := e.Deliver(&a)
			at := slices.IndexFunc(d.Posts, func(p model.Post) bool { return p.Role == "it-manager" })
			if a.Recommendation != model.VCIO || at >= 0 != want || want && d.Posts[at].State != model.PostNew {
				t.Errorf("%d people, outsourcing %s: %v, the post is %+v", headcount, outsourcing, a.Recommendation, d.Posts[max(at, 0)])
			}
		}
	}
}

// Pay is shown for posts, never for what somebody takes on beside another job; security is a
// post of its own from 500 people on.
func TestNoPayForADuty(t *testing.T) {
	e := loadedEngine(t)
	followed(t, e, func(a *model.Advice, d *model.Deliverables) {
		for _, p := range d.Posts {
			if p.Role == "ciso" && p.Duty != (a.Answers["headcount"].Kind != model.Number || a.Answers["headcount"].Number < 500) {
				t.Errorf("%v people: security is a duty: %v", a.Answers["headcount"], p.Duty)
			}
			if p.Duty && slices.ContainsFunc(d.Costs, func(c model.Cost) bool { return c.Role == p.Role }) {
				t.Errorf("%v: %s is a duty with a price", a.Answers, p.Role)
			}
		}
	})
}

// Options are told in words that hold for the company: what is spoken of as built is built.
func TestEveryOptionIsToldForTheCompany(t *testing.T) {
	e := loadedEngine(t)
	followed(t, e, func(a *model.Advice, d *model.Deliverables) {
		for _, o := range d.Options {
			usual := e.Playbook().Tradeoffs[slices.IndexFunc(e.Playbook().Tradeoffs, func(x model.Tradeoff) bool { return x.Structure == o.Structure })]
			builds := a.Answers["custom_software"] != model.Choose("none") || a.Answers["engineers"] != model.Count(0)
			if o.Structure == model.CIO && builds != (o.Tradeoff.Risk == usual.Risk) {
				t.Errorf("builds: %v, a CIO's risk: %s", builds, o.Tradeoff.Risk)
			}
			if o.Structure == model.VCIO && (o.Engagement == model.Provider) == (o.Tradeoff.Gains == usual.Gains) && o.Engagement != model.Interim {
				t.Errorf("engaged as %s: %s", o.Engagement, o.Tradeoff.Gains)
			}
		}
	})
}

// An engagement that only stands in for another shows that one beside it, with its own
// price; and an option says whose seat it would end.
func TestWhatIsNotYetAndWhatEnds(t *testing.T) {
	e := loadedEngine(t)
	seen := map[model.Engagement]bool{}
	followed(t, e, func(a *model.Advice, d *model.Deliverables) {
		for _, o := range d.Options {
			later := e.f.EngagementTerm(o.Engagement).Before
			if advised := o.Structure == a.Recommendation; advised && later != "" {
				seen[o.Engagement] = true
				// What a CTO costs is published by size alone.
				priced := o.Structure != model.CTO || a.Answers["headcount"].Kind == model.Number
				if o.NotYet == nil || o.NotYet.Engagement != later || priced && len(o.NotYet.Costs) == 0 {
					t.Errorf("%v as %s: not yet is %+v", o.Structure, o.Engagement, o.NotYet)
				}
			} else if o.NotYet != nil {
				t.Errorf("%v as %s is not yet %+v", o.Structure, o.Engagement, o.NotYet)
			}
			today := a.Answers[incumbent].Option
			ends := map[string][]string{"cio": {"cio"}, "cto": {"cto"}, "both": {"cio", "cto"}, "hybrid": {"hybrid"}}[today]
			keeps := map[model.Structure][]string{model.CIO: {"cio"}, model.CTO: {"cto"}, model.Both: {"cio", "cto"}, model.Hybrid: {"hybrid"}}[o.Structure]
			ends = slices.DeleteFunc(slices.Clone(ends), func(id string) bool { return slices.Contains(keeps, id) })
			if fmt.Sprint(ends) != fmt.Sprint(o.Ends) {
				t.Errorf("%s today, %v: ends %v, want %v", today, o.Structure, o.Ends, ends)
			}
		}
	})
	if len(seen) < 2 {
		t.Errorf("only %v were seen", seen)
	}
}

// No report criticises who does the work in a row that the advice itself drew.
func TestNoRowIsCrowdedAsDrawn(t *testing.T) {
	e := loadedEngine(t)
	followed(t, e, func(a *model.Advice, d *model.Deliverables) {
		for _, x := range d.Remarks {
			if x.Kind == model.Crowded {
				t.Errorf("%v: %s: %s", a.Answers, x.Activity, x.Text)
			}
		}
	})
}

// Where two structures are priced by the pay of the same role, they are priced by the same
// pages: the comparison would else follow from who published what.
func TestAProxyHasThePricesOfItsRole(t *testing.T) {
	e := loadedEngine(t)
	followed(t, e, func(a *model.Advice, d *model.Deliverables) {
		base := map[string][]string{}
		for _, o := range d.Options {
			if o.Structure != model.CIO && o.Structure != model.CTO && o.Structure != model.Hybrid {
				continue
			}
			for _, c := range o.Costs {
				if c.Payment == model.BasePay && c.Currency == "USD" && (c.Proxy == "cio" || c.Role == "cio") {
					base[c.Role] = append(base[c.Role], fmt.Sprint(c.Low, c.High, c.Published))
				}
			}
		}
		for role, prices := range base {
			slices.Sort(prices)
			if slices.Sort(base["cio"]); len(base["cio"]) > 0 && !slices.Equal(prices, base["cio"]) {
				t.Errorf("%v people: %s is priced by %v, a CIO by %v", a.Answers["headcount"], role, prices, base["cio"])
			}
		}
	})
}

// sellers are the phrases in which sales are those of somebody who sells to the company.
var sellers = strings.NewReplacer("sales target", "", "sales visit", "", "reward for sales", "", "Salesforce", "")

// A city has no sales, no market, no profit and no investors, and buys no company: nothing
// that it is handed speaks of them.
func TestABodyWithoutSalesReadsNothingOfSales(t *testing.T) {
	e := loadedEngine(t)
	firms := regexp.MustCompile(`(?i)\b(sales|profits?|profitable|investors?|go public|buy a company|company you buy|market)\b`)
	ids := regexp.MustCompile(`"(ID|Rule|Practice|Way)":"[^"]*"`)
	followed(t, e, func(a *model.Advice, _ *model.Deliverables) {
		as := a.Answers.Clone()
		as["strategy"], as["technology"] = model.Say(model.WordNotApplicable), model.Choose("support")
		as["audience"], as["priority"] = model.Choose("internal"), model.Choose("efficiency")
		city := e.Advise(as, 0)
		d := e.Deliver(&city)
		var tradeoffs []any
		for _, o := range d.Options {
			tradeoffs = append(tradeoffs, o.Tradeoff.Gains, o.Tradeoff.Risk, o.Tradeoff.Takes)
		}
		var rows []string
		for _, r := range d.Matrix.Rows {
			rows = append(rows, e.Playbook().Activity(r.Activity).Title)
		}
		told := map[string]any{"words": e.f.Spoken(city.Situation()), "motion": e.f.Motion(&city), "first": e.f.FirstStep(&city), "warnings": city.Warnings,
			"misfits": city.Misfits, "plan": d.Plan, "charters": d.Charters, "symptoms": d.Symptoms, "triggers": d.Triggers, "options": tradeoffs, "rows": rows}
		for name, part := range told {
			text, err := json.Marshal(part)
			if err != nil {
				t.Fatal(err)
			}
			words := sellers.Replace(ids.ReplaceAllString(string(text), ""))
			if at := firms.FindStringIndex(words); at != nil {
				t.Errorf("%s to %v: …%s…", name, city.Recommendation, words[max(0, at[0]-80):min(len(words), at[1]+60)])
			}
		}
	})
}

// The words for a structure hold for the engagement: where no adviser comes none is spoken
// of, and a founder who stays is not looked for.
func TestTheVerdictHoldsForTheEngagement(t *testing.T) {
	e := loadedEngine(t)
	seen := map[string]bool{}
	followed(t, e, func(a *model.Advice, _ *model.Deliverables) {
		words, motion := e.f.Spoken(a.Situation()), e.f.Motion(a)
		told := strings.ToLower(words.Verdict + " " + words.Means + " " + motion)
		seen[a.Engagement.Then] = true
		switch model.Engagement(a.Engagement.Then) {
		case model.Provider:
			if strings.Contains(words.Verdict+motion, "adviser") || strings.Contains(told, "virtual cio") {
				t.Errorf("no adviser comes: %s %s", words.Verdict, motion)
			}
		case model.Founder:
			if !strings.Contains(words.Verdict, "founder") || !strings.Contains(motion, "founder") {
				t.Errorf("the founder stays: %s %s", words.Verdict, motion)
			}
		}
		if a.Answers["technology"] == model.Choose("support") && strings.Contains(told, "customers") {
			t.Errorf("customers do not meet it: %s", told)
		}
		if strings.Count(motion, ": ") > 0 || !strings.HasSuffix(motion, ".") {
			t.Errorf("no sentence for minutes: %s", motion)
		}
	})
	for _, how := range []string{"provider", "founder", "fractional", "interim", "full-time"} {
		if !seen[how] {
			t.Errorf("nobody was advised %s", how)
		}
	}
}
