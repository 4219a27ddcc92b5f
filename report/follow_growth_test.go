package report_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"testing"

	"remit/model"
	"remit/report"
)

// startup is a product company with a part-time CTO, shortly before it has to grow up.
func startup() model.Answers {
	return sheetOf(map[string]string{"technology": "product", "custom_software": "heavy", "regulation": "light", "estate": "simple",
		"strategy": "balanced", "priority": "revenue", "audience": "external", "change": "steady", "incumbent": "founder",
		"friction": "low", "outsourcing": "none"}, map[string]int{"headcount": 30, "engineers": 7, "it_staff": 0})
}

// What growth alone would change stands in the plan and in the report, with the number.
func TestTheGrowthPathIsTold(t *testing.T) {
	r := whole(t, startup())
	var plan bytes.Buffer
	if err := report.PieceText(&plan, r, report.PiecePlan, report.TextOptions{Width: 400}); err != nil {
		t.Fatal(err)
	}
	for name, got := range map[string]string{"plan": plan.String(), "report": cutText(t, r, report.Full)} {
		for _, want := range []string{"Software builders, 7 people today", "From 9 people: no longer “part-time from outside” but “full-time”", "VP Engineering"} {
			if !strings.Contains(got, want) {
				t.Errorf("%s: %q is missing", name, want)
			}
		}
	}
}

// Up to ten times today's number nothing that turns the advice is cut short and no number
// is left unsaid. Beyond it the path says that it stops.
func TestTheGrowthPathLeavesNoNumberOut(t *testing.T) {
	for name, as := range map[string]model.Answers{"startup": startup(), "insurer": insurer(), "dental": dental()} {
		r := whole(t, as)
		text := ""
		for _, p := range report.Growth(r.Framework, r.Book, as, r.Follows.Growth) {
			text += strings.Join(p.Lines, "\n") + "\n"
		}
		for _, x := range r.Follows.Growth {
			number := model.Thousands(x.At)
			if end := 10 * as[x.Question].Number; x.At > max(end, 25) {
				if strings.Contains(text, "From "+number+" ") || !strings.Contains(text, "We stop at") && !strings.Contains(text, "We look no further") {
					t.Errorf("%s: %s is beyond the end of\n%s", name, number, text)
				}
				continue
			}
			if x.Was != x.Then && !strings.Contains(text, "From "+number+" ") || !strings.Contains(text, number) {
				t.Errorf("%s: %+v is missing in\n%s", name, x, text)
			}
		}
	}
	if report.Growth(whole(t, dental()).Framework, nil, dental(), nil) != nil {
		t.Error("without a playbook there is something to tell")
	}
}

// Where the same structure goes on being advised, only less firmly, the path says so, with
// the structure that comes near.
func TestTheGrowthPathTellsHowFirmTheAdviceIs(t *testing.T) {
	r := whole(t, startup())
	was := model.Advised{Structure: model.CTO, Engagement: "full-time", Reporting: "to_ceo"}
	at := func(standing model.Standing, margin int) model.Footing {
		return model.Footing{Standing: standing, Margin: margin, RunnerUp: model.Both}
	}
	for _, c := range []struct {
		stood, stands model.Footing
		want          string
	}{
		{at(model.Clear, 9), at(model.Open, 1), "From 100 people: the advice is open: CTO and CIO comes within 1 point; decide anew."},
		{at(model.Leaning, 3), at(model.Open, 0), "From 100 people: the advice is open: CTO and CIO is level; decide anew."},
		{at(model.Clear, 9), at(model.Leaning, 3), "From 100 people: the advice stays and is less sure: CTO and CIO comes within 3 points."},
		{at(model.Clear, 9), at(model.Leaning, 8), "From 100 people: the advice stays and is less sure, 8 points ahead of CTO and CIO."},
		{at(model.Clear, 9), model.Footing{Standing: model.Leaning, Margin: 9, RunnerUp: model.Both, Conflict: true}, "From 100 people: the advice stays and is less sure, because other answers you gave then contradict that number; answer them again."},
		{at(model.Open, 1), at(model.Clear, 5), "From 100 people: the advice is firmer, clear, 5 points ahead of CTO and CIO."},
		{at(model.Open, 1), model.Footing{Standing: model.Clear, Margin: 4, RunnerUp: model.Both, Alone: true}, "From 100 people: the advice is firmer, clear."},
	} {
		list := []model.Threshold{{Question: "headcount", At: 100, Was: was, Then: was, Stood: c.stood, Stands: c.stands}}
		if got := report.Growth(r.Framework, r.Book, r.Advice.Answers, list); len(got) != 1 || !slices.Equal(got[0].Lines, []string{c.want}) {
			t.Errorf("%+v to %+v: %q, want %q", c.stood, c.stands, got, c.want)
		}
	}
}

// Who builds nothing is shown no path of builders, and programs get none either.
func TestTheGrowthPathHasNoBuildersWhereNothingIsBuilt(t *testing.T) {
	of := func(as model.Answers) (paths int) {
		r := whole(t, as)
		for _, x := range r.Follows.Growth {
			if x.Question == "engineers" {
				paths++
			}
		}
		return paths
	}
	if idle := of(startup().With("custom_software", model.Choose("none"))); idle > 0 || of(startup()) == 0 {
		t.Errorf("who builds nothing is told of %d numbers, who builds of %d", idle, of(startup()))
	}
}

// Programs get the same numbers.
func TestTheGrowthPathIsInTheJSON(t *testing.T) {
	r := whole(t, startup())
	var b bytes.Buffer
	if err := report.PieceJSON(&b, r, report.PiecePlan); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Growth []struct {
			Question  string
			At        int
			Was, Then struct{ Structure, Engagement, Reporting string }
			Come, Go  []string
		}
	}
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Growth) != len(r.Follows.Growth) {
		t.Fatalf("%d numbers, not %d", len(got.Growth), len(r.Follows.Growth))
	}
	for i, x := range r.Follows.Growth {
		g := got.Growth[i]
		if g.Question != x.Question || g.At != x.At || g.Was.Structure != x.Was.Structure.String() || g.Then.Engagement != string(x.Then.Engagement) ||
			!slices.Equal(g.Come, x.Come) && len(x.Come) > 0 || !slices.Equal(g.Go, x.Go) && len(x.Go) > 0 {
			t.Errorf("%s: %+v is not %+v", strconv.Itoa(i), g, x)
		}
	}
}

// A deputy is called so on the chart.
func TestDeputiesAreOnTheChart(t *testing.T) {
	r := whole(t, startup())
	c := &report.Chart{Framework: r.Framework, Book: r.Book, Advice: &r.Advice, Posts: slices.Clone(r.Follows.Posts)}
	for i := range c.Posts {
		if c.Posts[i].Role == "engineer" {
			c.Posts[i].Deputy = "building"
		}
	}
	if lines := strings.Join(report.ChartLines(c, true), "\n"); !strings.Contains(lines, "Software engineer (filled today, 7 people, deputy for building)") {
		t.Errorf("nobody is, in\n%s", lines)
	}
}
