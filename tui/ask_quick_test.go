package tui

import (
	"testing"

	"remit/model"
)

// The quick check ends when nothing can change the result any more, says so, and
// then shows that result.
func TestQuickCheckStopsWhenDecided(t *testing.T) {
	for name, answers := range map[string]map[string]string{"dental": dental, "saas": saas} {
		r, s := opened(t, placeQuick, model.Quick, nil)
		r.sayAll(answers)
		a := r.ask()
		if !a.talk.advice.Outlook.Decided {
			t.Fatalf("%s: the quick check ends undecided after %d answers", name, len(r.stored(s.ID).Answers))
		}
		if n := len(r.stored(s.ID).Answers); n >= len(a.talk.order) {
			t.Errorf("%s: all %d questions were asked", name, n)
		}
		r.shows("Decided after", "can change it")
		want := a.talk.advice.Recommendation
		r.press("enter")
		if v, ok := r.app.top().(*verdictScreen); !ok || v.advice.Recommendation != want {
			t.Errorf("%s: the result is %q", name, r.app.title())
		}
	}
}

// It goes on as the full interview of the same session and asks nothing again.
func TestQuickCheckGoesOnWithoutAskingAgain(t *testing.T) {
	r, s := opened(t, placeQuick, model.Quick, nil)
	r.sayAll(dental)
	known := r.stored(s.ID).Answers
	r.press("2")
	for range 50 {
		a := r.ask()
		if a.talk.at == "" {
			break
		}
		if known[a.talk.at].Kind != model.Unanswered {
			t.Fatalf("%s is asked again", a.talk.at)
		}
		r.say(dental[a.talk.at])
	}
	r.shows("All 16 questions asked")
	if n := len(r.stored(s.ID).Answers); n != len(dental) {
		t.Errorf("%d answers, want %d", n, len(dental))
	}
}

// A quick check can be gone back through to its first question, also after it was
// resumed and from its last page.
func TestQuickCheckGoesBackToTheStart(t *testing.T) {
	r, s := opened(t, placeQuick, model.Quick, nil)
	r.sayAll(dental)
	n := len(r.stored(s.ID).Answers)
	for i := range n {
		r.press("left")
		if a := r.ask(); a.talk.at == "" || a.talk.said(a.talk.at).Kind == model.Unanswered {
			t.Fatalf("step %d back leads to %q", i+1, a.talk.at)
		}
	}
	r.goTo(placeQuick, r.stored(s.ID))
	r.shows("Decided after")
	if r.press("left"); r.at() == "" {
		t.Error("no way back into a quick check that was resumed")
	}
}

// Questions left open with tab are not put again at once, and the check ends.
func TestQuickCheckEndsWhenAllIsLeftOpen(t *testing.T) {
	r, s := opened(t, placeQuick, model.Quick, nil)
	r.sayAll(nil)
	if n := len(r.stored(s.ID).Answers); n != 0 {
		t.Errorf("%d answers, want none", n)
	}
	r.shows("Nothing is left to ask")
}

// It resumes on the question that was open.
func TestQuickCheckResumes(t *testing.T) {
	r, s := opened(t, placeQuick, model.Quick, nil)
	r.say(saas[r.at()])
	r.say(saas[r.at()])
	want := r.at()
	again := newAsk(adaptive)(r.app.env, r.stored(s.ID)).(*askScreen)
	if again.talk.at != want {
		t.Errorf("resumed at %q, want %q", again.talk.at, want)
	}
}

// It says why it asks what it asks.
func TestQuickCheckSaysWhyItAsks(t *testing.T) {
	r, _ := opened(t, placeQuick, model.Quick, nil)
	for _, w := range []int{38, 100} {
		if r.ask().talk.why.Reason == "" || r.ask().why(w) == r.ask().talk.question().Why {
			t.Errorf("%d wide, the reason for asking the first question now is not shown", w)
		}
	}
}
