package report_test

import (
	"strings"
	"testing"

	"remit/model"
	"remit/report"
)

// What people read first is what turns the advice; how to follow it and whom to
// compare with come after the map.
func TestWhatIfKeepsItsOrder(t *testing.T) {
	rest := whatIfText(t, sampleWhatIf(), report.TextOptions{})
	for _, heading := range []string{"Recommended:", "How steady it is\n", "What would change it\n", "Along headcount\n", "The map\n",
		"How to get there from today\n", "The nearest published cases\n"} {
		_, after, ok := strings.Cut(rest, heading)
		if !ok {
			t.Fatalf("%q is missing or comes too early", heading)
		}
		rest = after
	}
}

// Where nobody knows who leads today, and where no case is near, there is not even a
// heading.
func TestWhatIsUnknownHasNoHeading(t *testing.T) {
	w := sampleWhatIf()
	w.Way, w.Near = nil, nil
	if got := whatIfText(t, w, report.TextOptions{}); strings.Contains(got, "How to get there") || strings.Contains(got, "published") {
		t.Errorf("headings without content:\n%s", got)
	}
}

func TestALeaderWhoStaysHasReasonsInsteadOfSteps(t *testing.T) {
	w := sampleWhatIf()
	w.Way = &model.Transition{Title: "The CTO stays", Stays: "A CTO leads already."}
	got := whatIfText(t, w, report.TextOptions{})
	if !strings.Contains(got, "The CTO stays.\nA CTO leads already.\n") || strings.Contains(got, "1. ") || strings.Contains(got, "Sources:") {
		t.Errorf("got\n%s", got)
	}
}
