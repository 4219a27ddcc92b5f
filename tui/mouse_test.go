package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"remit/model"
)

// clickOn clicks the first place in the window where this stands.
func (r *rig) clickOn(text string) {
	r.t.Helper()
	for y, line := range strings.Split(r.text(), "\n") {
		if before, _, ok := strings.Cut(line, text); ok {
			r.send(click(ansi.StringWidth(before)+1, y))
			return
		}
	}
	r.t.Fatalf("%q is not in the window:\n%s", text, r.text())
}

// The help page says that wherever there is a list a click chooses and the wheel scrolls.
// What a click leads to is what enter leads to, or the cursor is on it.
func TestTheMouseWorksOnEveryList(t *testing.T) {
	two := func(r *rig) {
		r.create("Acme", "", 2)
		r.create("Beta", "", 2)
	}
	lists := []struct {
		name    string
		open    func(*rig)
		on      string
		follows string // what the window shows then
	}{
		{"home", func(r *rig) { r.begin() }, "Roles ", "▸ Roles"},
		{"home, a session", func(r *rig) { two(r); r.begin() }, "Acme", "▸ Acme"},
		{"sessions", func(r *rig) { two(r); r.begin().goTo(placeSessions, model.Session{}) }, "Acme", "▸ Acme"},
		{"roles", func(r *rig) { r.begin().press("o") }, "CFO", "▸   CFO"},
		{"questions", func(r *rig) { r.begin().press("e") }, "What is RACI?", "▸ What is RACI?"},
		{"sources", func(r *rig) { r.begin().press("a", "enter") }, "Rates of fractional CTOs", "▸ Rates of fractional CTOs"},
		{"a choice", func(r *rig) { interviewed(r, placeInterview, 0) }, "It is what we sell", "Saved. "},
		{"all questions", func(r *rig) { interviewed(r, placeInterview, 0).press("g") }, "Seats you can fund", "can you pay for?"},
		{"answers", func(r *rig) { interviewed(r, placeReview, 16) }, "Head count", "How many people"},
		{"tabs", func(r *rig) { interviewed(r, placeVerdict, 16) }, "Others", "Why not"},
		{"chart", func(r *rig) { interviewed(r, placeVerdict, 16).press("6") }, "Chief Technology", "The advice is one CTO."},
		{"matrix", func(r *rig) { interviewed(r, placeVerdict, 16).press("7") }, "Budget for b", "▸ Budget for b"},
		{"roles of the result", func(r *rig) { interviewed(r, placeVerdict, 16).press("8") }, "Chief Technology", "▸ Chief Technology"},
		{"letters", func(r *rig) { interviewed(r, placeVerdict, 16).press("7", "enter") }, "is told after", "▸ I"},
		{"what if", func(r *rig) { interviewed(r, placeWhatIf, 16) }, "Regulation", "▸ Regulation"},
		{"adding a session", func(r *rig) {
			r.begin().create("Other", "", 4)
			interviewed(r, placeWhatIf, 5).press("c", "o")
		}, "Other", "Added “Other” as B."},
		{"export", func(r *rig) { exportOn(r, &desk{}) }, "Markdown", "● Markdown"},
	}
	for _, l := range lists {
		t.Run(l.name, func(t *testing.T) {
			r := newRig(t)
			l.open(r)
			r.clickOn(l.on)
			r.shows(l.follows)
		})
	}
}

// Only the left button chooses: what another one does is the terminal's to say.
func TestOtherButtonsDoNothing(t *testing.T) {
	for _, s := range surfaces() {
		r := newRig(t)
		s.open(r)
		before := r.text()
		for y := range 24 {
			r.send(tea.MouseClickMsg{X: 12, Y: y, Button: tea.MouseRight})
		}
		if r.text() != before {
			t.Errorf("%s: the right button changes the window:\n%s", s.name, r.text())
		}
	}
}

// The wheel moves what is longer than the window, in the column that it stands on.
func TestTheWheelScrolls(t *testing.T) {
	for _, s := range surfaces() {
		r := newRig(t)
		s.open(r)
		r.send(tea.WindowSizeMsg{Width: 80, Height: 24})
		before, moved := r.text(), !strings.Contains(r.text(), glyphThumb)
		for _, x := range []int{20, 70} {
			for _, button := range []tea.MouseButton{tea.MouseWheelDown, tea.MouseWheelUp} {
				r.send(tea.MouseWheelMsg{X: x, Y: 14, Button: button})
				moved = moved || r.text() != before
			}
		}
		if !moved {
			t.Errorf("%s: the wheel does nothing:\n%s", s.name, before)
		}
	}
}
