package report_test

import (
	"strings"
	"testing"

	"remit/model"
	"remit/report"
)

// lawOffice is too small for anybody but a provider and an owner inside.
func lawOffice() model.Answers {
	return sheetOf(map[string]string{"technology": "support", "custom_software": "none", "estate": "simple", "regulation": "moderate",
		"strategy": "differentiation", "priority": "efficiency", "audience": "internal", "change": "steady", "incumbent": "provider",
		"versatile_leader": "no", "friction": "n/a", "outsourcing": "most"}, map[string]int{"headcount": 12, "engineers": 0, "it_staff": 0, "seats": 0})
}

// A company that needs no adviser yet is shown one by the month beside what it is advised,
// with its price, why it is too early, and the number from which it is not.
func TestWhatIsNotYetIsShownBesideTheAdvice(t *testing.T) {
	r := whole(t, lawOffice())
	full, board := cutText(t, r, report.Full), cutText(t, r, report.Board)
	for _, want := range []string{"No executive yet (recommended)", "Virtual CIO, part-time from outside (not yet)"} {
		if !strings.Contains(full, want) {
			t.Errorf("%q is missing in the full report", want)
		}
	}
	for _, want := range []string{"Virtual CIO, part-time from outside: not yet. ", "Head count reaches 100 people: the advice would be Virtual CIO, part-time from outside."} {
		if !strings.Contains(board, want) {
			t.Errorf("%q is missing in\n%s", want, board)
		}
	}
	if strings.Contains(board, "adviser from outside") {
		t.Errorf("the board is promised an adviser:\n%s", board)
	}
}

// Whatever stays behind has a reason of its own under Rejected, never one that only speaks
// for the recommendation.
func TestEveryRejectedOptionHasAReasonAgainstIt(t *testing.T) {
	for name, as := range map[string]model.Answers{"bank": bank(), "insurer": insurer(), "dental": dental(), "law": lawOffice()} {
		r := whole(t, as)
		_, list, _ := strings.Cut(cutText(t, r, report.Board), "\nRejected\n")
		for _, w := range r.Advice.WhyNot {
			if w.Excluded {
				continue
			}
			title := r.Framework.Structure(w.Structure).Title + ": "
			_, line, ok := strings.Cut(list, title)
			line, _, _ = strings.Cut(line, "\n- ")
			_, why, _ := strings.Cut(line, "behind. ")
			if !ok || strings.TrimSpace(why) == "" {
				t.Errorf("%s: nothing is said against %s%s", name, title, line)
			}
			for _, x := range w.Decisive {
				if x.Structure == r.Advice.Recommendation && x.Because == strings.Join(strings.Fields(why), " ") {
					t.Errorf("%s: %s only speaks for the advice: %s", name, title, x.Because)
				}
			}
		}
	}
}

// Who holds a post is not asked how to do it as a candidate, and no candidate is looked for
// where somebody takes a duty on beside another post.
func TestOnlyCandidatesAreAskedAsSuch(t *testing.T) {
	for name, as := range map[string]model.Answers{"bank": bank(), "insurer": insurer(), "dental": dental()} {
		r := whole(t, as)
		_, annexes := mainPart(t, r)
		for _, c := range r.Follows.Charters {
			_, text, ok := strings.Cut(annexes, "Charter: "+c.Title+"\n")
			text, _, _ = strings.Cut(text, "\nAnnex ")
			var post model.Post
			for _, p := range r.Follows.Posts {
				if p.Role == c.Role {
					post = p
				}
			}
			held := post.State == model.PostKept
			if !ok || (held || post.Duty) && strings.Contains(text, "To ask a candidate:") {
				t.Errorf("%s: %s asks a candidate", name, c.Title)
			}
			if held == strings.Contains(text, "The first 90 days:") && !post.Contract {
				t.Errorf("%s: the days of %s, held %v:\n%s", name, c.Title, held, text)
			}
		}
	}
}

// A duty is paid in hours: the report says so, and shows no salary for it.
func TestADutyHasHoursAndNoSalary(t *testing.T) {
	full, _ := mainPart(t, whole(t, dental()))
	_, costs, _ := strings.Cut(full, "\nWhat it costs\n")
	costs, _, _ = strings.Cut(costs, "\nRisks")
	if !strings.Contains(costs, "Security, Privacy: beside another job; count hours, not a salary.") || strings.Contains(costs, "230,223") {
		t.Errorf("it costs\n%s", costs)
	}
}
