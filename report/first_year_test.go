package report_test

import (
	"strings"
	"testing"

	"remit/model"
	"remit/report"
)

// ngo has an empty chair and a great change.
func ngo(incumbent string, headcount int) model.Answers {
	return sheetOf(map[string]string{"technology": "support", "regulation": "moderate", "custom_software": "some", "priority": "efficiency",
		"audience": "internal", "estate": "complex", "outsourcing": "some", "change": "transforming", "incumbent": incumbent, "versatile_leader": "no",
		"friction": "some"}, map[string]int{"headcount": headcount, "engineers": 6, "it_staff": 22, "seats": 1})
}

// comparator sells and runs a great deal, and can pay two leaders.
func comparator(incumbent string) model.Answers {
	return sheetOf(map[string]string{"technology": "part", "regulation": "heavy", "strategy": "differentiation", "custom_software": "heavy",
		"priority": "both", "audience": "both", "estate": "moderate", "outsourcing": "some", "change": "transforming", "incumbent": incumbent,
		"versatile_leader": "no", "friction": "high"}, map[string]int{"headcount": 500, "engineers": 60, "it_staff": 15, "seats": 2})
}

// boardPage is the page for a board, its lines joined.
func boardPage(t *testing.T, as model.Answers) string {
	t.Helper()
	return strings.Join(strings.Fields(cutText(t, whole(t, as), report.Board)), " ")
}

// A board that votes on a leader for a limited time reads who comes for good, and what both
// cost; where the job ends with the change, nobody is promised.
func TestABridgeIsPricedOnBothSides(t *testing.T) {
	bridge := boardPage(t, ngo("nobody", 1200))
	for _, want := range []string{"until the permanent one starts", "Then, for good: Chief Information Officer (new, full-time",
		"for the interim CIO, then USD", "a year for the permanent CIO, and on top of that the search"} {
		if !strings.Contains(bridge, want) {
			t.Errorf("%q is missing in\n%s", want, bridge)
		}
	}
	if full := cutText(t, whole(t, ngo("nobody", 1200)), report.Full); !strings.Contains(strings.Join(strings.Fields(full), " "), "CIO only, full-time (from then on") {
		t.Error("the options leave the permanent leader out")
	}
	ends := boardPage(t, ngo("manager", 80))
	if !strings.Contains(ends, "full-time for a limited time") || strings.Contains(ends, "permanent") || strings.Contains(ends, "for good") {
		t.Errorf("a permanent leader is promised:\n%s", ends)
	}
}

// Of two seats one of which the present head takes, one is new: in the chart, in the vote's
// price and in what is said of the post that goes.
func TestOneHeadBecomesTwoAtThePriceOfOne(t *testing.T) {
	split, bare := boardPage(t, comparator("hybrid")), boardPage(t, comparator("nobody"))
	if n := strings.Count(split, "(the present head, or new, full-time)"); n != 2 {
		t.Errorf("%d seats are open to the present head", n)
	}
	one, two := firstSum(t, split), firstSum(t, bare)
	if one.low*2 != two.low || one.high*2 != two.high {
		t.Errorf("one new seat costs %v, two %v", one, two)
	}
	full := strings.Join(strings.Fields(cutText(t, whole(t, comparator("hybrid")), report.Full)), " ")
	if !strings.Contains(full, "The present head may take a new seat.") {
		t.Error("the chart lets the present head go")
	}
	if strings.Contains(bare, "present head") {
		t.Error("a head is present where nobody leads")
	}
}

// Whoever comes for a limited time, or as an adviser, comes from outside: no founder holds
// that seat.
func TestNoFounderIsAnOutsider(t *testing.T) {
	partly(t, 400, func(as model.Answers, r report.Report) {
		if as[model.Incumbent].Option != "founder" || r.Advice.Recommendation != model.VCIO && r.Advice.Engagement.Then != string(model.Interim) {
			return
		}
		if board := cutText(t, r, report.Board); strings.Contains(board, "the founder, or new") {
			t.Errorf("%v, %s: the founder may be it", r.Advice.Recommendation, r.Advice.Engagement.Then)
		}
	})
}

// What the plan needs beside the seats is in the sum, or named as having no figure.
func TestTheFirstYearLeavesNoPostOut(t *testing.T) {
	if text := boardPage(t, comparator("nobody")); !strings.Contains(text, "no published figure: Programme Director") {
		t.Errorf("the programme director costs nothing:\n%s", text)
	}
	accountants := sheetOf(map[string]string{"technology": "support", "regulation": "moderate", "strategy": "balanced", "custom_software": "none",
		"audience": "internal", "outsourcing": "some", "incumbent": "cio"}, map[string]int{"headcount": 55, "engineers": 0, "it_staff": 2, "seats": 1})
	text := boardPage(t, accountants)
	if !strings.Contains(text, "for the virtual CIO and the IT manager") || !strings.Contains(text, "Leave out whom you have already: IT Manager") {
		t.Errorf("the CIO's daily work costs nothing:\n%s", text)
	}
}

type sum struct{ low, high int }

// firstSum reads the first price of the line on the first year.
func firstSum(t *testing.T, text string) sum {
	t.Helper()
	_, line, ok := strings.Cut(text, "In the first year, by these figures: USD ")
	low, rest, _ := strings.Cut(line, " to ")
	high, _, _ := strings.Cut(rest, " ")
	a, noLow := model.ParseAmount(low)
	b, noHigh := model.ParseAmount(strings.Trim(high, ",;"))
	if !ok || noLow != nil || noHigh != nil {
		t.Fatalf("no sum in %q", text)
	}
	return sum{a.Low, b.Low}
}
