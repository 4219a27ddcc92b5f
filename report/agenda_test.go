package report_test

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"remit/model"
	"remit/report"
)

func cutText(t *testing.T, r report.Report, cut report.Cut) string {
	t.Helper()
	var b bytes.Buffer
	if err := report.Text(&b, r, cut, report.TextOptions{Width: 400}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestTheAgendaHoldsWhatAMeetingHasToSettle(t *testing.T) {
	r := sample()
	r.Advice.Unknown = []model.Unknown{{Question: "headcount", Said: model.Unsure, Matters: true},
		{Question: "estate", Said: model.Later, Could: []model.Structure{model.CIO}}}
	got := cutText(t, r, report.Agenda)
	for _, want := range []string{
		"How complex are your systems?", "could turn the advice to CIO only", "“Simple” or “Complex”",
		"Few people, complex systems", "Count again.", "Should a small company have a CTO?", "Decided, and by whom:",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in\n%s", want, got)
		}
	}
	if strings.Index(got, "How complex") > strings.Index(got, "How many people") {
		t.Error("what could turn the advice does not come first")
	}
}

func TestTheMinutesAddUpAndAreNotTooMany(t *testing.T) {
	number := regexp.MustCompile(`(?m)^\d+\. .*?\s(\d+)$`)
	for name, as := range map[string]model.Answers{"dental": dental(), "insurer": insurer(), "nobody": {}} {
		got := cutText(t, whole(t, as), report.Agenda)
		sum := 0
		for _, found := range number.FindAllStringSubmatch(got, -1) {
			n, err := strconv.Atoi(found[1])
			if err != nil || n == 0 {
				t.Errorf("%s: %q", name, found[0])
			}
			sum += n
		}
		if !strings.Contains(got, strconv.Itoa(sum)+" minutes in all") || sum < 10 || sum > 120 {
			t.Errorf("%s: the minutes are %d in\n%s", name, sum, got)
		}
	}
}

func TestTwoLeadersHaveToDivideTheirWork(t *testing.T) {
	const divided = "What the two divide between them"
	if !strings.Contains(cutText(t, whole(t, insurer()), report.Agenda), divided) {
		t.Error("two leaders do not talk about it")
	}
	if strings.Contains(cutText(t, whole(t, dental()), report.Agenda), divided) {
		t.Error("nobody is there to divide it with")
	}
}

// Two leaders settle first what lies between them: the framework marks it, and the
// order of the alphabet or of rows does not decide.
func TestTheOverlapComesFirst(t *testing.T) {
	r := whole(t, insurer())
	got := cutText(t, r, report.Agenda)
	_, got, _ = strings.Cut(got, "Say who does what both could claim")
	got, _, _ = strings.Cut(got, "experts disagree")
	last := 0
	for _, row := range r.Follows.Matrix.Rows {
		a := r.Book.Activity(row.Activity)
		if !a.Overlap {
			continue
		}
		at := strings.Index(got, a.Title)
		if at < last {
			t.Errorf("%q is at %d in\n%s", a.Title, at, got)
		}
		last = at
	}
	if last == 0 {
		t.Error("nothing overlaps")
	}
	for _, other := range []string{"Carrying on after a disaster", "Deciding about risk, and running the systems"} {
		if at := strings.Index(got, other); at >= 0 && at < last {
			t.Errorf("%q stands before what overlaps", other)
		}
	}
}

func TestTheBoardLearnsWhoLeadsAndWhatItCosts(t *testing.T) {
	r := whole(t, insurer())
	got := cutText(t, r, report.Board)
	for _, p := range r.Follows.Posts {
		if title := r.Book.Role(p.Role).Title; p.Leads && !strings.Contains(got, title) {
			t.Errorf("%q is missing in\n%s", title, got)
		}
	}
	for _, want := range []string{"Who leads, and what it costs", "USD ", r.Follows.Plan[0].Title, "Reporting:"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in\n%s", want, got)
		}
	}
}

func TestAnUnknownCutTellsEverything(t *testing.T) {
	r := whole(t, dental())
	if cutText(t, r, "no such cut") != cutText(t, r, report.Full) {
		t.Error("it does not")
	}
	for _, cut := range report.Cuts() {
		if !cut.Known() || report.Cut("no such cut").Known() {
			t.Errorf("%s: known is wrong", cut)
		}
	}
}
