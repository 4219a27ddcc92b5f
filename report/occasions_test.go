package report_test

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"remit/model"
	"remit/report"
)

// There is one list of when to look again. The plan and the whole report tell all of it, the
// page for a board some of it, and none of them in other words.
func TestOneListOfWhenToLookAgain(t *testing.T) {
	turning := 0
	for name, as := range map[string]model.Answers{"startup": startup(), "insurer": insurer(), "dental": dental()} {
		r := whole(t, as)
		var list []string
		for _, x := range report.Occasions(r) {
			list = append(list, x.Event)
			if x.Turns || x.Refills {
				turning++
			}
		}
		var plan bytes.Buffer
		if err := report.PieceText(&plan, r, report.PiecePlan, report.TextOptions{Width: 400}); err != nil {
			t.Fatal(err)
		}
		full, brief := again(cutText(t, r, report.Full)), again(cutText(t, r, report.Board))
		if told := again(plan.String()); !slices.Equal(told, list) || !slices.Equal(full[:min(len(list), len(full))], list) {
			t.Errorf("%s: the plan tells\n%q, the report\n%q, the list is\n%q", name, told, full, list)
		}
		for _, event := range brief {
			if !slices.Contains(list, event) {
				t.Errorf("%s: the page for a board alone tells %q", name, event)
			}
		}
		if last := len(brief) - 1; last < 1 || brief[last] != list[len(list)-1] {
			t.Errorf("%s: the page for a board ends with %q", name, brief)
		}
	}
	if turning == 0 {
		t.Error("nothing changes any advice by itself")
	}
}

// What growth does not move is no occasion that growth brings; and what is said to change how
// the post is filled is another way than today's.
func TestOccasionsComeAbout(t *testing.T) {
	grown, refilled := 0, 0
	rng := rand.New(rand.NewPCG(8, 2))
	f := whole(t, bank()).Framework
	for range 400 {
		r := whole(t, randomly(f, rng))
		for _, x := range report.Occasions(r) {
			q := f.Question(x.Question)
			if (x.Turns || x.Refills) && strings.Contains(x.Event, " reaches ") && q.Moves.By == model.ByGrowth {
				if grown++; !q.Grows(r.Advice.Answers) {
					t.Errorf("%v: growth does not move it: %s", r.Advice.Answers, x.Event)
				}
			}
			if x.Refills {
				if refilled++; strings.HasSuffix(x.Event, ", "+f.EngagementTerm(r.Advice.Advised().Engagement).Title+".") {
					t.Errorf("%v: it is so today: %s", r.Advice.Answers, x.Event)
				}
			}
		}
	}
	if grown == 0 || refilled == 0 {
		t.Errorf("%d grow, %d fill a post otherwise", grown, refilled)
	}
}

// again are the entries of the section on when to look again, without what is below them and
// without the growth path.
func again(text string) (events []string) {
	_, text, _ = strings.Cut(text, "\nWhen to look again\n")
	text, _, _ = strings.Cut(text, "\nYour growth path.")
	for line := range strings.Lines(text) {
		event, is := strings.CutPrefix(line, "- ")
		if !is && len(events) > 0 && strings.TrimSpace(line) == "" {
			return events
		}
		if is {
			events = append(events, strings.TrimSpace(event))
		}
	}
	return events
}

// Programs get the practices by clock and then by day, each with its clock, and no other day
// than the plan has.
func TestPracticesAreByClockInTheJSON(t *testing.T) {
	clocks := map[string]bool{}
	for name, as := range map[string]model.Answers{"startup": startup(), "insurer": insurer(), "dental": dental()} {
		var b bytes.Buffer
		if err := report.PieceJSON(&b, whole(t, as), report.PiecePlan); err != nil {
			t.Fatal(err)
		}
		type due struct {
			ID, Practice, Clock string
			Day                 int
		}
		var got struct{ Practices, Plan []due }
		if err := json.Unmarshal(b.Bytes(), &got); err != nil {
			t.Fatal(err)
		}
		decided := true
		for i, x := range got.Practices {
			clocks[x.Clock] = true
			switch {
			case i > 0 && x.Clock == got.Practices[i-1].Clock && x.Day < got.Practices[i-1].Day,
				!decided && x.Clock == string(model.FromDecision):
				t.Errorf("%s: %s, day %d from the %s, is out of order", name, x.ID, x.Day, x.Clock)
			}
			decided = x.Clock == string(model.FromDecision)
			if at := slices.IndexFunc(got.Plan, func(s due) bool { return s.Practice == x.ID }); at >= 0 && (got.Plan[at].Clock != x.Clock || got.Plan[at].Day != x.Day) {
				t.Errorf("%s: %+v is %+v in the plan", name, x, got.Plan[at])
			}
		}
	}
	if !clocks[string(model.FromDecision)] || !clocks[string(model.FromStart)] || len(clocks) != 2 {
		t.Errorf("the clocks are %v", clocks)
	}
}
