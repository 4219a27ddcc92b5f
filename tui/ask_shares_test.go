package tui

import (
	"context"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"remit/advisor"
	"remit/model"
)

// sharesFor gives the shares that belong to answers.
func sharesFor(t *testing.T, as model.Answers) *shares {
	t.Helper()
	counts, err := advisor.Builtin().Shares(context.Background(), as)
	if err != nil {
		t.Fatal(err)
	}
	return &shares{counts: &counts, known: true}
}

// Beside each structure that is possible stands its share of the ways to answer the
// rest, in a column of its own at every width; beside the others none.
func TestSharesStandBesideWhatIsPossible(t *testing.T) {
	e := advisor.Builtin()
	for _, as := range sheets(t) {
		if e.Framework().Tally(as).Answered < narrowed {
			continue
		}
		s := standings{theme: newTheme(true), words: e.Framework(), outlook: e.Outlook(as), shares: sharesFor(t, as)}
		for w := boardMin; w < 70; w++ {
			c := s.widths(w)
			from := 2 + c.name + 1 + c.bar
			for i, row := range plainRows(s, w) {
				x, cell := model.Structure(i), string([]rune(row)[from:from+c.share])
				want := fitRight(s.shares.counts.Percent(x), c.share)
				switch shown := cell == want; {
				case width(row) > w:
					t.Fatalf("width %d: %q is too long", w, row)
				case s.outlook.Decided || !s.outlook.Bars[x].Possible:
					if strings.Contains(cell, "%") {
						t.Fatalf("width %d: %q tells a share", w, row)
					}
				case !shown:
					t.Fatalf("width %d: %q tells %q, not %q", w, row, cell, want)
				}
			}
			if says := strings.Contains(s.legend(w), "to answer the rest"); says == s.outlook.Decided {
				t.Fatalf("width %d: the legend is %q", w, s.legend(w))
			}
		}
	}
}

// What was counted for answers that have changed since is not taken for theirs.
func TestSharesOutOfDateAreDropped(t *testing.T) {
	r, _ := opened(t, placeInterview, model.Interview, map[string]string{
		"technology": "support", "headcount": "40", "regulation": "heavy", "strategy": "balanced",
	})
	a := r.ask()
	if !a.shares.known || a.shares.counts.Total() == (advisor.Count{}) {
		t.Fatal("nothing was counted when the session was opened")
	}
	old, before := a.shares, *a.shares.counts
	a.talk.session.Answers = a.talk.session.Answers.With("engineers", model.Count(12))
	late := a.recount()
	if a.shares.known || a.shares.era == old.era {
		t.Error("what was counted before counts as known after an answer")
	}
	a.Update(countedMsg{old.era, advisor.Counts{}})
	if a.shares.known || *a.shares.counts != before {
		t.Error("what was counted before has arrived as new")
	}
	a.Update(late())
	if !a.shares.known || *a.shares.counts == before {
		t.Error("what was counted has not arrived")
	}
	if a.recount() != nil {
		t.Error("the same is counted twice")
	}
}

// While little is known, counting waits until nothing was said for a moment, and only
// the last of what was put off is counted.
func TestCountingWaitsWhileLittleIsKnown(t *testing.T) {
	r, _ := opened(t, placeInterview, model.Interview, map[string]string{"technology": "support"})
	a := r.ask()
	if a.shares.known {
		t.Fatal("counted without waiting")
	}
	first := countMsg{a.shares.era}
	a.talk.session.Answers = a.talk.session.Answers.With("headcount", model.Count(12))
	a.recount()
	if a.Update(first) != nil {
		t.Error("what was put off and is out of date is counted")
	}
	cmd := a.Update(countMsg{a.shares.era})
	if cmd == nil {
		t.Fatal("what was put off is not counted")
	}
	a.Update(cmd())
	if !a.shares.known {
		t.Error("what was counted has not arrived")
	}
}

// A counting that nobody waits for any more ends without a word.
func TestCountingEndsWhenAnswersChange(t *testing.T) {
	r, _ := opened(t, placeInterview, model.Interview, map[string]string{
		"technology": "support", "headcount": "40", "regulation": "heavy", "strategy": "balanced",
	})
	a := r.ask()
	a.talk.session.Answers = a.talk.session.Answers.With("engineers", model.Count(12))
	late := a.recount()
	a.talk.session.Answers = a.talk.session.Answers.With("engineers", model.Count(1))
	a.recount()
	if msg := late(); msg != tea.Msg(nil) {
		t.Errorf("it says %v", msg)
	}
}
