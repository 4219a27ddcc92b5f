package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// Where every question was said not to apply, no page says that something is decided or out
// of reach; each says what to answer after all, and a key leads there.
func TestNothingIsDecidedWhereNothingApplies(t *testing.T) {
	none := map[string]string{}
	for id := range dental {
		none[id] = "n/a"
	}
	for _, kind := range []model.SessionKind{model.Interview, model.Quick} {
		for _, size := range pageSizes {
			r, s := opened(t, asking(model.Session{Kind: kind}), kind, none)
			r.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			settled := func(where string) {
				t.Helper()
				for _, never := range []string{"Decided", "out of reach", "can't win", "behind", glyphCross + "0"} {
					if strings.Contains(r.text(), never) {
						t.Errorf("%s, %s, %v: %q in\n%s", kind, where, size, never, r.text())
					}
				}
			}
			if r.at() != "" {
				r.press("x") // the last one, once more
			}
			first := r.app.env.Engine.Next(s.Answers).Question
			if first == "" || r.at() != "" {
				t.Fatalf("%s: the engine would ask %q, open is %q", kind, first, r.at())
			}
			settled("the end")
			if r.press("2"); r.at() != first {
				t.Errorf("%s, %v: 2 leads to %q, want %q", kind, size, r.at(), first)
			}

			r.goTo(placeVerdict, s)
			for _, page := range []verdictTab{tabVerdict, tabUnknown} {
				r.onTab(page)
				settled(page.title())
			}
			r.onTab(tabVerdict)
			if r.press("enter"); r.at() != first {
				t.Errorf("%s, %v: enter leads to %q, want %q", kind, size, r.at(), first)
			}
		}
	}
}
