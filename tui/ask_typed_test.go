package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// onHeadcount opens a session at the question for a number, answered with 20, behind
// another question.
func onHeadcount(t *testing.T) (*rig, model.Session) {
	t.Helper()
	r, s := opened(t, placeInterview, model.Interview, nil)
	r.say("product")
	r.say("20")
	r.press("left")
	if r.at() != "headcount" || r.stored(s.ID).Answers["headcount"] != model.Count(20) {
		t.Fatalf("at %q with %v", r.at(), r.stored(s.ID).Answers["headcount"])
	}
	return r, s
}

// On an answer that was given, digits begin a new one; backspace changes the old one.
func TestDigitsReplaceTheAnswerThatWasGiven(t *testing.T) {
	for keys, want := range map[string]int{"4 5 enter": 45, "backspace 5 enter": 25, "enter": 20, "4 backspace 7 enter": 7} {
		r, s := onHeadcount(t)
		r.press(strings.Fields(keys)...)
		if got := r.stored(s.ID).Answers["headcount"]; got != model.Count(want) {
			t.Errorf("%s: stored %v, want %d", keys, got, want)
		}
	}
	r, s := onHeadcount(t)
	r.send(tea.PasteMsg{Content: "1,200"})
	if r.press("enter"); r.stored(s.ID).Answers["headcount"] != model.Count(1200) {
		t.Errorf("a paste stores %v", r.stored(s.ID).Answers["headcount"])
	}
}

// Whatever key leads away from a number that is typed, the number is saved, that is said,
// and where one stays in the interview z takes it back.
func TestLeavingSavesTheNumberThatIsTyped(t *testing.T) {
	for key, stays := range map[string]bool{"tab": true, "left": true, "b": true, "g": true, "v": false, "r": false, "esc": false} {
		r, s := onHeadcount(t)
		r.send(tea.WindowSizeMsg{Width: 200, Height: 40})
		r.press("4", "5", key)
		if got := r.stored(s.ID).Answers["headcount"]; got != model.Count(45) {
			t.Errorf("%s: stored %v, want 45", key, got)
		}
		if key == "g" {
			r.press("esc")
		}
		r.shows("Changed. Head count: 45 people (was: 20 people).")
		if !stays {
			continue
		}
		r.shows("z takes it back.")
		if r.press("z"); r.stored(s.ID).Answers["headcount"] != model.Count(20) {
			t.Errorf("%s: after z %v, want 20", key, r.stored(s.ID).Answers["headcount"])
		}
	}
}

// z while one types undoes the typing and nothing else.
func TestUndoWhileTypingKeepsTheAnswer(t *testing.T) {
	r, s := onHeadcount(t)
	r.press("4", "5", "z")
	r.shows("What you had typed is gone.")
	if a := r.ask(); a.field.digits != "20" || r.stored(s.ID).Answers["headcount"] != model.Count(20) {
		t.Errorf("the field holds %q, the store %v", a.field.digits, r.stored(s.ID).Answers["headcount"])
	}
}

// Digits that are no answer are named before they are lost. Esc asks once more; going back
// and forth is never refused.
func TestANumberThatIsNoneIsNamed(t *testing.T) {
	wrong := strings.Split("999999999999", "")
	r, s := onHeadcount(t)
	r.press(append(wrong, "esc")...)
	r.shows("“999999999999” is not saved.", "Esc again leaves without it.")
	if r.at() != "headcount" {
		t.Fatalf("esc leads at once to %q", r.app.title())
	}
	if r.press("esc"); len(r.app.stack) != 1 {
		t.Errorf("the second esc stays at %q", r.app.title())
	}
	r, s = onHeadcount(t)
	r.press(append(wrong, "tab")...)
	r.shows("is not saved.")
	if r.at() == "headcount" || r.stored(s.ID).Answers["headcount"] != model.Count(20) {
		t.Errorf("at %q with %v", r.at(), r.stored(s.ID).Answers["headcount"])
	}
}

// What is typed and refused by the store is told like every answer.
func TestATypedNumberThatCannotBeSavedIsKept(t *testing.T) {
	for _, key := range []string{"tab", "left", "esc"} {
		refuse := false
		r, s := opened(t, placeInterview, model.Interview, nil, refusing(&refuse))
		r.say("product")
		refuse = true
		r.press("4", "5", key)
		r.shows("aved") // "Not saved" on the page, "could not be saved" on leaving it
		refuse = false
		r.press("r")
		if got := r.stored(s.ID).Answers["headcount"]; got != model.Count(45) {
			t.Errorf("%s: after saving again %v, want 45", key, got)
		}
	}
}

// Ctrl+c names a number that is typed before it is lost.
func TestLeavingAtOnceNamesTheTypedNumber(t *testing.T) {
	r, _ := onHeadcount(t)
	r.press("4", "5", "ctrl+c")
	if r.shows("Head count: 45"); r.quit {
		t.Error("left without a word")
	}
}

// The first question offers no way to one before it, the second does.
func TestNoWayBackBeforeTheFirstQuestion(t *testing.T) {
	r, _ := opened(t, placeInterview, model.Interview, nil)
	if strings.Contains(r.text(), "previous") {
		t.Errorf("a way back is offered:\n%s", r.text())
	}
	r.say("product")
	r.shows("previous")
}

// Where nothing can be taken back, that is said whole in the smallest window, without a
// key that does nothing there.
func TestNothingToTakeBackAtTheEnd(t *testing.T) {
	r, _ := opened(t, placeInterview, model.Interview, dental)
	r.send(tea.WindowSizeMsg{Width: 40, Height: 12})
	for range 20 {
		if r.ask().talk.at == "" {
			break
		}
		r.press("tab")
	}
	r.press("z")
	if text := strings.Join(strings.Fields(r.text()), " "); !strings.Contains(text, "Nothing was answered since you came here.") || strings.Contains(text, "takes this answer") {
		t.Errorf("shown:\n%s", r.text())
	}
}
