package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// What the footer names does something, and what the page names stands there.
func TestHintsKeepTheirWord(t *testing.T) {
	r, _, _ := resulting(t, saas, tabWhatIf)
	r.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	r.shows("enter try")
	if r.press("enter"); r.app.top().Title() == "" || strings.Contains(r.text(), "c compare") {
		t.Errorf("there is nothing to compare yet:\n%s", r.text())
	}
	r.press("enter")
	r.shows("change this answer")
	r.press("right", "s")
	if r.press("right"); len(r.app.top().(*whatIfScreen).variants()) < 2 {
		t.Fatal("nothing is set aside")
	}
	r.shows("c compare")
}

// Esc is named once, by who has it.
func TestEscIsNamedOnce(t *testing.T) {
	r := newRig(t).begin()
	r.goTo(placeExplain, model.Session{})
	r.press("/")
	r.write("cio")
	r.press("enter")
	lines := strings.Split(strings.TrimRight(r.text(), "\n "), "\n")
	if footer := lines[len(lines)-1]; strings.Count(footer, "esc ") != 1 {
		t.Errorf("the footer is %q", footer)
	}
}

// Where the letters of the map are close together, the mark belongs to one of them.
func TestTheMarkOnTheMapStandsBeforeItsLetter(t *testing.T) {
	r, _, _ := supposing(t, saas)
	r.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	r.shows(glyphCursor+"T you are here", "T T"+glyphCursor+"T T")
	if strings.Contains(r.text(), "[T]T") {
		t.Errorf("the mark touches the next letter:\n%s", r.text())
	}
}

// In a result a bar begins at 0 points: what has fewer runs to the other side.
func TestBarsOfAResultBeginAtZero(t *testing.T) {
	bars := [model.NumStructures]model.Bar{{Points: 10, Low: 10, High: 10, Possible: true}, {Points: -10, Low: -10, High: -10, Possible: true}, {Points: 0, Possible: true}}
	s := standings{theme: newTheme(true), outlook: model.Outlook{Bars: bars}, final: true}
	for i, want := range []string{"     ━━━━━●", "●━━━━━     ", "     ●     "} {
		if got := unstyled([]string{s.bar(model.Structure(i), 11)}); got != want {
			t.Errorf("%d points are drawn as %q, want %q", bars[i].Points, got, want)
		}
	}
}

// The reasons on the first page stand in the order of the page Why.
func TestMainReasonsStandByPoints(t *testing.T) {
	for _, answers := range []map[string]string{saas, dental} {
		_, v, _ := resulting(t, answers, tabVerdict)
		last := 1 << 10
		for _, line := range strings.Split(v.mainReasonsAt(lineSummary, 76), "\n")[1:] {
			for _, r := range v.advice.MainReasons(3) {
				if head := inShort(r.Because, 72); strings.Contains(line, head) {
					if r.Points > last {
						t.Errorf("%q with %d points stands behind one with %d", r.Because, r.Points, last)
					}
					last = r.Points
				}
			}
		}
	}
}
