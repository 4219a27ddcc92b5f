package tui

import (
	"testing"

	tea "charm.land/bubbletea/v2"
)

// Up stays on the first line, so that letters typed after it are still text.
func TestUpStaysInTheForm(t *testing.T) {
	r := newRig(t)
	d := inNew(r)
	r.press("up", "tab", "up", "up")
	r.write("Acme")
	if len(r.app.stack) != 2 || d.fields[0].value != "Acme" {
		t.Errorf("at %q, the first line holds %q", r.app.title(), d.fields[0].value)
	}
}

// What is typed is named before it is lost, from every line and by every way out; a second
// time in a row it is given up.
func TestTheFormNamesWhatItWouldLose(t *testing.T) {
	for _, way := range [][]string{{"esc"}, {"shift+tab"}, {"tab", "tab", "tab", "esc"}, {"tab", "tab", "tab", "backspace"}} {
		r := newRig(t)
		inNew(r)
		r.write("Acme")
		r.press(way...)
		r.shows("Name “Acme”")
		if len(r.app.stack) != 2 {
			t.Fatalf("%v left at once", way)
		}
		r.press(way[len(way)-1])
		if len(r.app.stack) != 1 {
			t.Errorf("%v twice stays at %q", way, r.app.title())
		}
	}
	r := newRig(t)
	d := inNew(r)
	r.write("Acme")
	r.press("esc", "tab", "esc")
	if len(r.app.stack) != 2 || d.fields[0].value != "Acme" {
		t.Error("a warning holds for keys that come later")
	}
}

// However much is typed and however small the window, the keys that lead on are in sight.
func TestTheFormSaysHowToLeaveInTheSmallestWindow(t *testing.T) {
	r := newRig(t)
	inNew(r)
	r.send(tea.WindowSizeMsg{Width: minWidth, Height: minHeight})
	for range 3 {
		r.write("A name that has more letters than the window is wide")
		r.press("tab")
	}
	r.press("esc")
	r.shows("Not saved yet: Name", "Ctrl+s goes on; esc again leaves.")
}

// Ctrl+c names it too.
func TestLeavingAtOnceNamesWhatTheFormHolds(t *testing.T) {
	r := newRig(t)
	inNew(r)
	r.write("Acme")
	r.press("ctrl+c")
	if r.shows("Name “Acme”"); r.quit {
		t.Error("left without a word")
	}
}
