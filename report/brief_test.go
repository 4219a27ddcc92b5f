package report_test

import (
	"bytes"
	"strings"
	"testing"

	"remit/model"
	"remit/report"
)

func brief(t *testing.T, r report.Report) string {
	t.Helper()
	var b bytes.Buffer
	if err := report.Text(&b, r, report.Board, report.TextOptions{}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// forms writes a report in every form that people read.
func forms(t *testing.T, r report.Report) map[string]string {
	t.Helper()
	var b bytes.Buffer
	if err := report.Markdown(&b, r, report.Board); err != nil {
		t.Fatal(err)
	}
	return map[string]string{"text": text(t, r, report.TextOptions{Width: 200}), "markdown": markdown(t, r),
		"brief text": brief(t, r), "brief Markdown": b.String()}
}

func TestTheFirstStepIsThatOfTheEngagement(t *testing.T) {
	r := sample()
	r.Framework.Engagements[0].First = "Start the search."
	for form, got := range forms(t, r) {
		if !strings.Contains(got, "Start the search.") || strings.Contains(got, "Write the charter.") {
			t.Errorf("%s:\n%s", form, got)
		}
	}
	lines := strings.Split(text(t, r, report.TextOptions{}), "\n")
	if lines[4] != "First: Start the search." {
		t.Errorf("below the verdict stands %q", lines[4])
	}
}

func TestWhatRestsOnNothingIsNoRecommendation(t *testing.T) {
	r := sample()
	r.Advice = model.Advice{Recommendation: model.VCIO, RunnerUp: model.CTO, Standing: model.Open,
		StandingWhy: "Nothing speaks for any of them.", Engagement: r.Advice.Engagement, Reporting: model.Decision{Then: "to_ceo"}}
	r.Next = model.Next{Question: "technology", Reason: "Much hangs on it."}
	for form, got := range forms(t, r) {
		for _, want := range []string{"Too early to say", "Nothing speaks for any of them", "Answer first: What is technology here?"} {
			if !strings.Contains(got, want) {
				t.Errorf("%s: %q is missing in\n%s", form, want, got)
			}
		}
		for _, no := range []string{"Rent a CIO", "Recommended", "Full-time", "Reporting", "How firm"} {
			if strings.Contains(got, no) {
				t.Errorf("%s: it says %q", form, no)
			}
		}
	}
	r.Next = model.Next{Reason: "All have been asked."}
	r.Advice.Unknown = []model.Unknown{{Question: "headcount", Said: model.NotApplicable}, {Question: "estate", Said: model.Unsure}}
	for form, got := range forms(t, r) {
		if !strings.Contains(got, "Find out first:") || !strings.Contains(got, "How complex are your systems?") || strings.Contains(got, "How many people") {
			t.Errorf("%s: it does not say what to find out:\n%s", form, got)
		}
	}
	var b bytes.Buffer
	if err := report.JSON(&b, r); err != nil || !strings.Contains(b.String(), `"too_early": true`) {
		t.Errorf("%v %s", err, &b)
	}
}

func TestTheBriefFormIsOnePageWithoutPointsOrSources(t *testing.T) {
	got := brief(t, sample())
	if n := strings.Count(got, "\n"); n > 45 {
		t.Errorf("it has %d lines", n)
	}
	for _, no := range []string{"https://", "[S1]", "rule R", "+5"} {
		if strings.Contains(got, no) {
			t.Errorf("it says %q:\n%s", no, got)
		}
	}
}

func TestTheBriefFormNamesTheAnswerThatTurnsTheAdviceMostEasily(t *testing.T) {
	r := sample()
	change := func(question string, from, to model.Answer, effort int) model.Turn {
		return model.Turn{To: model.VCIO, Effort: effort, Changes: []model.Widened{{
			Change: model.Change{Question: question, From: from, To: to}, Within: model.Span{Low: to, High: to}}}}
	}
	toSupport := change("technology", model.Choose("product"), model.Choose("support"), 1)
	grown := change("headcount", model.Count(8), model.Count(11), 2)
	grown.Changes[0].Within.High.Number = 10_000_000
	unknown := change("estate", model.Answer{Kind: model.Unsure}, model.Choose("complex"), 0)
	for _, c := range []struct {
		turns []model.Turn
		want  string
	}{
		{[]model.Turn{unknown, grown, toSupport}, "Technology. If it were “A help” (now “What we sell”), the advice would be Virtual CIO."},
		{[]model.Turn{grown}, "Headcount. If it were 11 people or more (now 8), the advice"},
		{r.Turns, "No single answer"},
	} {
		r.Turns = c.turns
		if got := brief(t, r); !strings.Contains(strings.ReplaceAll(got, "\n", " "), c.want) {
			t.Errorf("%q is missing in\n%s", c.want, got)
		}
	}
	r.Turns = []model.Turn{unknown}
	if got := brief(t, r); strings.Contains(got, "turns it most easily") {
		t.Errorf("an answer that is missing carries nothing:\n%s", got)
	}
}

func TestGrowthAndEventsAreReasonsToLookAgain(t *testing.T) {
	r := sample()
	count := func(from, to int) model.Change {
		return model.Change{Question: "headcount", From: model.Count(from), To: model.Count(to)}
	}
	for want, c := range map[string]model.Change{
		"Headcount reaches 50 people: the advice would be CIO only": count(8, 50),
		"Headcount falls to 7 people: the advice would be CIO only": count(8, 7),
		"Technology becomes “A help”: the advice would be CIO only": {Question: "technology", From: model.Choose("product"), To: model.Choose("support")},
	} {
		r.Turns = exactly([]model.Flip{{To: model.CIO, Changes: []model.Change{c}}})
		for mover, told := range map[model.Mover]bool{model.ByGrowth: true, model.ByEvent: true, model.ByChoice: false, model.ByNobody: false} {
			r.Framework.Question(c.Question).Moves.By = mover
			if got := brief(t, r); strings.Contains(got, want) != told || !strings.Contains(got, "after a year") {
				t.Errorf("%s:\n%s", mover, got)
			}
		}
	}
}

func TestWhatDoesNotApplyIsNoAnswerMissing(t *testing.T) {
	r := sample()
	r.Advice.Unknown = []model.Unknown{{Question: "estate", Said: model.NotApplicable, Could: []model.Structure{model.CIO}}}
	for form, got := range forms(t, r) {
		if strings.Contains(got, "without an answer") || strings.Contains(got, "could turn the advice to CIO") {
			t.Errorf("%s:\n%s", form, got)
		}
	}
	if got := text(t, r, report.TextOptions{}); !strings.Contains(got, "Does not apply here, as was answered: Systems.") {
		t.Errorf("it is not told:\n%s", got)
	}
}

func TestWhatIsRuledOutSaysWhy(t *testing.T) {
	got := text(t, sample(), report.TextOptions{Width: 200})
	if !strings.Contains(got, "ruled out: Two executives are too many") {
		t.Errorf("the table does not:\n%s", got)
	}
}
