package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

func TestHomeWelcomesANewcomer(t *testing.T) {
	r := newRig(t).begin()
	r.shows("one question at a time", "New interview", "Quick check")
	for _, not := range []string{"Continue", "All sessions"} {
		if strings.Contains(r.text(), not) {
			t.Errorf("without sessions home offers %q", not)
		}
	}
}

// Who judges by rules of their own sees it first thing, newcomer or not.
func TestHomeNamesAFrameworkThatIsNotTheBuiltInOne(t *testing.T) {
	newRig(t, func(d *Deps) {
		d.InUse = "In use: mine 2.0.0 from /home/ada/\x1b[31mmine, because --framework says so."
	}).begin().shows("In use: mine 2.0.0 from /home/ada/mine")
}

func TestHomeContinuesWhatWasChangedLast(t *testing.T) {
	r := newRig(t)
	r.create("Acme", "Globex", 3)
	r.create("Initech", "", 5)
	r.begin()
	r.shows("Continue", "Initech", "5 of 16", "Acme", "3 of 16", "just now")
	r.press("enter")
	if got := r.app.env.visit; got != 1 {
		t.Fatalf("enter led through %d places", got)
	}
}

// A list that arrives late may not move the cursor away from what was chosen.
func TestHomeKeepsTheChoiceWhenTheListArrives(t *testing.T) {
	r := newRig(t)
	r.create("Acme", "", 3)
	h := r.app.top().(*home)
	load := r.app.init()
	r.press("down")
	chosen := h.entries[h.at].title
	r.run(load)
	if got := h.entries[h.at].title; got != chosen {
		t.Errorf("the cursor moved from %q to %q", chosen, got)
	}
}

// Pressing enter twice before the screen changed opens one screen, not two.
func TestTwoWishesForAPlaceOpenItOnce(t *testing.T) {
	r := newRig(t).begin()
	enter := keyPress(t, "enter")
	first, second := r.app.update(enter), r.app.update(enter)
	r.run(first)
	r.run(second)
	if n := len(r.app.stack); n != 2 {
		t.Errorf("%d screens are open", n)
	}
}

// The quick check asks for a name, and enter alone passes that over.
func TestQuickCheckStartsWithEnter(t *testing.T) {
	for typed, want := range map[string]string{"": model.Quick.NameAt(noon), "Acme": "Acme"} {
		r := newRig(t).begin()
		r.press("f")
		r.write(typed)
		if r.press("enter"); typed != "" {
			r.press("ctrl+s")
		}
		if s := only(t, r); s.Kind != model.Quick || s.Name != want {
			t.Errorf("created as %q, %q", s.Kind, s.Name)
		}
		if r.at() == "" || len(r.app.stack) != 2 {
			t.Error("the quick check is not open")
		}
	}
}

// Whatever key of home is pressed twice, nothing is answered and nothing taken back.
func TestNoKeyOfHomeAnswersAQuestion(t *testing.T) {
	for _, b := range newHomeKeys().list() {
		for _, name := range b.Keys() {
			r := newRig(t)
			s := r.create("Acme", "", 5)
			r.begin()
			r.press(name, name)
			if got := r.stored(s.ID); len(got.Answers) != 5 {
				t.Errorf("%s twice: %d answers", name, len(got.Answers))
			}
		}
	}
}

func TestHomeSaysWhatToDoWhenTheStoreFails(t *testing.T) {
	r := newRig(t)
	s := r.app.env.Sessions
	r.app.env.Sessions = broken{}
	r.begin()
	r.shows("no such device", "Put the disk back and try again.", "Press r")
	r.press("f", "enter")
	r.shows("Could not create the session.", "Nothing is lost.")
	r.press("enter", "esc")
	r.app.env.Sessions = s
	r.create("Acme", "", 1)
	r.press("r")
	r.shows("Acme")
}

func TestClickingChoosesAndClickingAgainOpens(t *testing.T) {
	r := newRig(t).begin()
	y := 0
	for i, line := range strings.Split(r.text(), "\n") {
		if strings.Contains(line, "Quick check ") {
			y = i
		}
	}
	click := tea.MouseClickMsg{X: 10, Y: y, Button: tea.MouseLeft}
	r.send(click)
	if h := r.app.top().(*home); h.entries[h.at].id != "quick" {
		t.Fatalf("the click chose %q", h.entries[h.at].id)
	}
	if r.send(click); len(r.app.stack) != 2 {
		t.Error("the second click opened nothing")
	}
}

// In the smallest window, too, one can read why there are no sessions, and the key that
// reads them again is named.
func TestAFailureAtHomeCanBeRead(t *testing.T) {
	r := newRig(t)
	works := r.app.env.Sessions
	r.app.env.Sessions = broken{}
	r.begin()
	r.send(tea.WindowSizeMsg{Width: minWidth, Height: minHeight})
	r.shows("could not be read", "r try again")
	r.press("G")
	r.shows("no such device", "Put the disk back")
	r.app.env.Sessions = works
	r.press("r")
	if strings.Contains(r.text(), "try again") {
		t.Errorf("after the cure the failure stays:\n%s", r.text())
	}
}
