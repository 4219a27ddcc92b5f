package tui

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// Esc with the examples in sight hides them, wherever they stand; the next one leaves.
func TestEscHidesTheExamplesFirst(t *testing.T) {
	for _, w := range []int{50, 120} {
		r, _ := opened(t, placeInterview, model.Interview, nil)
		r.send(tea.WindowSizeMsg{Width: w, Height: 30})
		r.press("e", "esc")
		if len(r.app.stack) != 2 || r.ask().unfolded {
			t.Errorf("%d wide: esc left the interview", w)
		}
		if r.press("esc"); len(r.app.stack) != 1 {
			t.Errorf("%d wide: esc does not leave", w)
		}
	}
}

// The result is one key away from every question, and one leads back.
func TestResultFromAnyQuestion(t *testing.T) {
	for _, to := range []place{placeInterview, placeQuick, placeQuestion} {
		r, _ := opened(t, to, model.Interview, partly)
		before := r.ask()
		r.press("r")
		if _, ok := r.app.top().(*verdictScreen); !ok {
			t.Errorf("%s: r leads to %q", to, r.app.title())
		}
		if r.press("esc"); r.app.top() != screen(before) {
			t.Errorf("%s: back leads to %q", to, r.app.title())
		}
	}
}

// From the end one goes back to the last question, on to what was left open, or to
// the answers.
func TestTheEndIsNoDeadEnd(t *testing.T) {
	r, _ := opened(t, placeInterview, model.Interview, nil)
	r.say("product")
	r.sayAll(nil)
	r.shows("1 of 16 answered", "15 questions are not answered")
	last := r.ask().talk.order[15]
	if r.press("left"); r.at() != last {
		t.Errorf("back leads to %q, want %q", r.at(), last)
	}
	r.press("tab", "2")
	if r.at() != "headcount" {
		t.Errorf("what was left open begins at %q", r.at())
	}
	r.sayAll(saas)
	r.shows("16 of 16 answered")
	r.press("2")
	if _, ok := r.app.top().(*reviewScreen); !ok {
		t.Errorf("the answers are at %q", r.app.title())
	}
}
