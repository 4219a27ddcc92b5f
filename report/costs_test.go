package report_test

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"remit/advisor"
	"remit/model"
	"remit/report"
)

// Whatever the outcome and the form: no published cost is told as one number.
func TestNoPublishedCostIsOneNumber(t *testing.T) {
	const sum = `\d[\d,.]*\d`
	price := regexp.MustCompile(`\b(USD|GBP|EUR|AUD) ` + sum + `( to ` + sum + `)?`)
	outcomes, prices := map[string]bool{}, 0
	partly(t, 200, func(as model.Answers, r report.Report) {
		outcomes[r.Advice.Recommendation.String()], outcomes[r.Advice.Engagement.Then] = true, true
		for name, text := range toldCosts(t, r) {
			for _, found := range price.FindAllString(text, -1) {
				if prices++; !strings.Contains(found, " to ") {
					t.Errorf("%v: %s says %q", as, name, found)
				}
			}
		}
		for _, c := range jsonOf(t, r).Follows.Costs {
			if c.Low >= c.High || c.Country == "" || c.Published == "" {
				t.Errorf("%v: %s is %+v", as, "json", c)
			}
		}
	})
	if len(outcomes) < 10 || prices < 1000 { // five structures, five engagements
		t.Errorf("only %d prices of %v were looked at", prices, outcomes)
	}
}

// toldCosts is a report in the forms that tell costs as text, each on one line.
func toldCosts(t *testing.T, r report.Report) map[string]string {
	t.Helper()
	told := map[string]string{}
	var b bytes.Buffer
	say := func(name string, err error) {
		if err != nil {
			t.Fatal(err)
		}
		told[name] = strings.Join(strings.Fields(b.String()), " ")
		b.Reset()
	}
	for _, cut := range report.Cuts() {
		say("text "+string(cut), report.Text(&b, r, cut, report.TextOptions{}))
		say("markdown "+string(cut), report.Markdown(&b, r, cut))
		say("html "+string(cut), report.HTML(&b, r, cut))
	}
	say("plan", report.PieceText(&b, r, report.PiecePlan, report.TextOptions{}))
	return told
}

// told is what the tests here read of a report as JSON.
type told struct {
	Date    *string
	Follows struct {
		Costs    []toldCost
		OwnCosts []toldCost `json:"own_costs"`
	}
}

type toldCost struct {
	Low, High                int
	Country, Published, From string
}

func jsonOf(t *testing.T, r report.Report) (got told) {
	t.Helper()
	var b bytes.Buffer
	if err := report.ReportJSON(&b, r); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	return got
}

// Programs are told the day that people read in the other forms.
func TestTheDateIsTheSameInEveryForm(t *testing.T) {
	day := time.Date(2026, 3, 31, 23, 30, 0, 0, time.FixedZone("UTC+2", 2*60*60))
	of := func(session *model.Session, dated time.Time) report.Report {
		r := whole(t, dental())
		r.Session, r.Dated = session, dated
		return r
	}
	for name, test := range map[string]struct {
		r    report.Report
		want string
	}{
		"a session": {of(&model.Session{Name: "Acme", Updated: day}, time.Time{}), "2026-03-31"},
		"a file":    {of(nil, day), "2026-03-31"},
		"nobody":    {of(nil, time.Time{}), ""},
		"anonymous": {of(&model.Session{}, time.Time{}), ""},
	} {
		date := ""
		if got := jsonOf(t, test.r).Date; got != nil {
			date = *got
		}
		inText := strings.Contains(text(t, test.r, report.TextOptions{}), "31 March 2026")
		if date != test.want || inText != (test.want != "") {
			t.Errorf("%s: the date is %q, and in text %v; want %q", name, date, inText, test.want)
		}
	}
}

// Each figure says where it is from: published, kept with the session, or given for this
// document alone.
func TestFiguresSayWhereTheyAreFrom(t *testing.T) {
	kept := model.OwnCost{Role: "vcio", Per: model.Month, Amount: model.Amount{Low: 3000, High: 4000, Currency: "EUR"}}
	given := model.OwnCost{Role: "cio", Per: model.Year, Amount: model.Amount{Low: 150_000, High: 170_000, Currency: "EUR"}}
	instead := kept
	instead.High = 5000
	const alone = "your own figure, given for this document alone"
	for name, test := range map[string]struct {
		session *model.Session
		own     []model.OwnCost
		from    []string
	}{
		"both":              {&model.Session{Costs: []model.OwnCost{kept}}, []model.OwnCost{kept, given}, []string{"session", "run"}},
		"in place of one":   {&model.Session{Costs: []model.OwnCost{kept}}, []model.OwnCost{instead}, []string{"run"}},
		"all of a session":  {&model.Session{Costs: []model.OwnCost{given, kept}}, []model.OwnCost{given, kept}, []string{"session", "session"}},
		"beside a file":     {nil, []model.OwnCost{kept}, []string{"run"}},
		"none of their own": {&model.Session{}, nil, nil},
	} {
		r := whole(t, dental())
		r.Session, r.Own = test.session, model.Session{Costs: test.own}.OwnCosts()
		got := jsonOf(t, r)
		var from []string
		for _, c := range got.Follows.OwnCosts {
			from = append(from, c.From)
		}
		if !slices.Equal(from, test.from) {
			t.Errorf("%s: they are from %v, want %v", name, from, test.from)
		}
		if slices.ContainsFunc(got.Follows.Costs, func(c toldCost) bool { return c.From != "framework" }) {
			t.Errorf("%s: published figures are from %+v", name, got.Follows.Costs)
		}
		if said := strings.Contains(toldCosts(t, r)["text full"], alone); said != slices.Contains(from, "run") {
			t.Errorf("%s: the text says %q: %v", name, alone, said)
		}
	}
}

// Where no range is from companies like this one, that is said, and no single number.
func TestThatNothingFitsIsSaid(t *testing.T) {
	e := advisor.Builtin()
	a := e.Advise(model.Answers{"technology": model.Choose("product"), "custom_software": model.Choose("heavy"), "engineers": model.Count(30), "seats": model.Count(1)}, 0)
	follows := e.Deliver(&a)
	r := report.Report{Framework: e.Framework(), Advice: a, Book: e.Playbook(), Follows: &follows}
	const none = "No published range fits a company like yours."
	if a.Recommendation != model.CTO || report.NoCosts(r) != none {
		t.Errorf("of a %s it says %q", a.Recommendation, report.NoCosts(r))
	}
	for name, text := range toldCosts(t, r) {
		if strings.Contains(name, "agenda") {
			continue // it tells no costs
		}
		if !strings.Contains(text, none) {
			t.Errorf("%s does not say that nothing fits", name)
		}
	}
	if got := report.NoCosts(whole(t, dental())); got != "" {
		t.Errorf("where something fits it says %q", got)
	}
}
