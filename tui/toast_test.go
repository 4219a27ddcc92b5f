package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// A toast goes when another page opens, whichever way: a key that leads to another page
// or puts something over this one takes it along.
func TestToastGoesWithItsPage(t *testing.T) {
	const said = "A word on this page."
	for _, s := range surfaces() {
		for _, key := range few(2, []string{"esc", "?", "enter", "tab", "c", "m", "x", "7"}) {
			r := newRig(t)
			s.open(r)
			r.run(toast(toneNote, said))
			before := r.app.spot()
			if r.run(r.app.update(keyPress(t, key))); r.app.spot() != before && strings.Contains(r.text(), said) {
				t.Errorf("%s: after %s the toast is still there:\n%s", s.name, key, r.text())
			}
		}
	}
}

// It stays through what changes nothing but the place of a cursor, and it does not come
// back with its page.
func TestToastStaysOnItsPage(t *testing.T) {
	r := newRig(t)
	r.create("Acme", "", 4)
	r.begin().run(toast(toneNote, "A word on this page."))
	r.press("down", "up")
	r.shows("A word on this page.")
	if r.press("?", "esc"); strings.Contains(r.text(), "A word") {
		t.Error("the toast is back")
	}
}

// What set aside, taken out and too many are told with is said on the page where its
// keys do what it says, and nowhere else.
func TestToastsOfWhatIf(t *testing.T) {
	gone := func(r *rig, text string) {
		t.Helper()
		if strings.Contains(r.text(), text) {
			t.Errorf("%q is still there:\n%s", text, r.text())
		}
	}
	r := newRig(t)
	interviewed(r, placeWhatIf, 16).press("right", "s")
	r.shows("Set aside as B.")
	r.press("down", "right", "s", "down", "right", "s", "down", "right", "s")
	r.shows("Four are the most.")
	r.press("c")
	gone(r, "Four are the most.")
	r.press("right", "d")
	r.shows("is taken out. z brings it back.")
	r.press("esc")
	gone(r, "is taken out")
	r.press("c", "right", "d", "k")
	gone(r, "is taken out")
}

// What is said in leaving is shown on the screen that it leads to, in whatever order the
// two messages are made.
func TestPartingWordIsShownOnTheScreenBelow(t *testing.T) {
	for _, backwards := range []bool{false, true} {
		r := newRig(t)
		r.begin().goTo(placeRename, r.create("Acme", "", 3))
		r.backwards = backwards
		r.write(" 2")
		r.press("ctrl+s")
		if _, ok := r.app.top().(*home); !ok {
			t.Fatalf("still on %s", r.app.top().Title())
		}
		r.shows("Renamed.")
	}
}

// The result tells that it was made under other rules once, on the page that opens first.
func TestTabsTakeToastsAlong(t *testing.T) {
	r := newRig(t)
	r.begin().goTo(placeVerdict, foreign(r))
	if r.app.note == (toastMsg{}) {
		t.Fatal("nothing is said of the other rules")
	}
	if r.press("tab"); r.app.note != (toastMsg{}) {
		t.Error("it is said on every page")
	}
}

// Words that do not fit on one line go on above it, so that in the narrowest window too a
// person reads all of them.
func TestNoToastIsCut(t *testing.T) {
	for text, keys := range map[string][]string{
		"Set aside as B. Go on changing, or press c to compare.":                  {"right", "s"},
		"These answers are B already. Change one of them, or press c to compare.": {"right", "s", "s"},
	} {
		r := newRig(t)
		interviewed(r, placeWhatIf, 16)
		r.send(tea.WindowSizeMsg{Width: minWidth, Height: minHeight})
		r.press(keys...)
		if !strings.Contains(strings.Join(strings.Fields(r.text()), " "), text) {
			t.Errorf("not all is there of %q:\n%s", text, r.text())
		}
	}
}
