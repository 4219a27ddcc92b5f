package tui

import (
	"strings"
	"testing"

	"remit/model"
)

// An answer that cannot be saved is never shown as saved: the question stays with
// the answer, the message names the cure, and saving again goes on.
func TestFailedSaveIsShownAndCanBeRetried(t *testing.T) {
	for _, retry := range []string{"r", "2", "enter"} {
		refuse := true
		r, s := opened(t, placeInterview, model.Interview, nil, refusing(&refuse))
		r.press("2")
		if r.at() != "technology" {
			t.Fatal("the screen moved on although nothing was saved")
		}
		r.shows("Not saved", "Free some space")
		if strings.Contains(r.text(), glyphCheck+" saved") || strings.Contains(r.text(), "Saved.") {
			t.Errorf("shown as saved:\n%s", r.text())
		}
		if got := r.ask().talk.said("technology").String(); got != "part" {
			t.Errorf("the answer is kept as %q, want part", got)
		}
		refuse = false
		if r.press(retry); r.at() != "headcount" || r.stored(s.ID).Answers["technology"].String() != "part" {
			t.Errorf("%s: at %q with %v stored", retry, r.at(), r.stored(s.ID).Answers)
		}
		r.shows("Saved.")
	}
}

// Going back is possible with an unsaved answer, and the next thing that is saved
// takes it along.
func TestUnsavedAnswersGoInWithTheNext(t *testing.T) {
	refuse := false
	r, s := opened(t, placeInterview, model.Interview, nil, refusing(&refuse))
	r.say("product")
	refuse = true
	r.say("40")
	if r.press("left"); r.at() != "technology" {
		t.Fatal("back is refused while an answer is not saved")
	}
	refuse = false
	r.say("part")
	got := r.stored(s.ID).Answers
	if got["headcount"] != model.Count(40) || got["technology"].String() != "part" {
		t.Errorf("stored %v", got)
	}
}

// Leaving with an unsaved answer says so first, and does not refuse.
func TestLeavingWithAnUnsavedAnswerWarns(t *testing.T) {
	refuse := true
	r, _ := opened(t, placeInterview, model.Interview, nil, refusing(&refuse))
	r.press("2", "esc")
	r.shows("Esc again leaves without it")
	r.press("down", "esc")
	r.shows("Esc again leaves without it")
	if r.press("esc"); len(r.app.stack) != 1 {
		t.Errorf("esc again leads to %q", r.app.title())
	}
}

// A note that cannot be saved stays, and is saved again with r.
func TestFailedNoteCanBeRetried(t *testing.T) {
	refuse := true
	r, s := opened(t, placeInterview, model.Interview, nil, refusing(&refuse))
	r.press("n")
	r.write("who said so")
	r.press("enter")
	r.shows("Not saved")
	refuse = false
	r.press("r")
	if got := r.stored(s.ID).Notes["technology"]; got != "who said so" || r.at() != "technology" {
		t.Errorf("the note is %q, at %q", got, r.at())
	}
}

// Two people work on one session: what comes back from the store is the truth,
// and the screen says that somebody else was there.
func TestSomebodyElseAnswersMeanwhile(t *testing.T) {
	r, s := opened(t, placeInterview, model.Interview, nil)
	theirs := model.Choose("heavy")
	if _, err := r.store.Append(t.Context(), s.ID, model.Event{Kind: model.EventAnswered, Question: "regulation", Answer: &theirs}); err != nil {
		t.Fatal(err)
	}
	r.say("product")
	if got := r.ask().talk.session.Answers["regulation"]; got != theirs {
		t.Errorf("their answer is %v here", got)
	}
	r.shows("Somebody else")
}

// Every answer is one write, and the open question goes in with it.
func TestOneWriteAnAnswer(t *testing.T) {
	r, s := opened(t, placeInterview, model.Interview, nil)
	r.say("product")
	got := r.stored(s.ID)
	if got.Position != "headcount" {
		t.Errorf("the open question is stored as %q, want headcount", got.Position)
	}
	r.press("left", "enter")
	events, err := r.store.History(t.Context(), s.ID)
	answered := 0
	for _, e := range events {
		if e.Kind == model.EventAnswered {
			answered++
		}
	}
	if err != nil || answered != 1 {
		t.Errorf("an answer that did not change is saved %d times, %v", answered, err)
	}
}
