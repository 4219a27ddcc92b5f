package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// Sessions with long names that begin alike, and sessions of one name, are told apart in
// every list at every width that the list has.
func TestRowsOfSessionsAreToldApart(t *testing.T) {
	const long = "Northwind Handelsgesellschaft, technology review of autumn, round "
	for _, names := range [][]string{{long + "1", long + "2"}, {"Acme", "Acme", "Acme"}} {
		for _, open := range []func(*rig){
			func(r *rig) { r.begin() },
			func(r *rig) { r.begin().press("s") },
			func(r *rig) { interviewed(r, placeWhatIf, 5).press("c", "o") },
		} {
			r := newRig(t)
			for _, name := range names {
				r.create(name, "Northwind Group Holdings International", 3)
			}
			open(r)
			for _, w := range []int{40, 60, 80, 100, 132} {
				r.send(tea.WindowSizeMsg{Width: w, Height: 40})
				seen := map[string]int{}
				for line := range strings.Lines(r.text()) {
					if line = strings.Trim(line, " \n"+glyphCursor); strings.HasPrefix(line, names[0][:4]) {
						seen[line]++
					}
				}
				if len(seen) < len(names) {
					t.Errorf("%d cells wide, %q:\n%s", w, names, r.text())
				}
			}
		}
	}
}

// A name is cut in its middle: both ends stay.
func TestLongNamesKeepBothEnds(t *testing.T) {
	s := model.Session{Name: "Northwind Handelsgesellschaft, round 2"}
	for w := 12; w < 40; w++ {
		cell := nameCell(newTheme(true), s, "", w, newTheme(true).text)
		if got := width(cell); got != w {
			t.Errorf("%d cells are %d: %q", w, got, cell)
		}
		if cell = strings.TrimSpace(cell); !strings.HasPrefix(cell, "North") || !strings.HasSuffix(cell, "d 2") {
			t.Errorf("%d cells: %q", w, cell)
		}
	}
}

// Where a title is too long, what is open is named in full as long as it can be, then
// what it belongs to, with both its ends.
func TestTitlesGiveWayFromTheFront(t *testing.T) {
	const title = "Northwind, round 2" + crumb + "What if" + crumb + "Side by side"
	for _, c := range []struct {
		w          int
		head, last string
	}{
		{60, "Northwind, round 2" + crumb + "What if" + crumb, "Side by side"},
		{30, "Northwi" + glyphEllipse + "What if" + crumb, "Side by side"},
		{18, "", "Side by side"},
		{9, "", "Side" + glyphEllipse + "side"},
	} {
		if head, last := titleParts(title, c.w); width(head+last) > c.w || head != c.head || last != c.last {
			t.Errorf("%d cells: %q %q", c.w, head, last)
		}
	}
}
