package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// A list that goes on below the window says so, and one that is all in sight does not.
func TestListsSayThatTheyGoOn(t *testing.T) {
	for name, open := range map[string]func(*rig){
		"all questions": func(r *rig) { interviewed(r, placeInterview, 3).press("g") },
		"sessions": func(r *rig) {
			for range 9 {
				r.create("Acme", "", 2)
			}
			r.begin().goTo(placeSessions, model.Session{})
		},
		"adding a session": func(r *rig) {
			for range 9 {
				r.begin().create("Other", "", 4)
			}
			interviewed(r, placeWhatIf, 5).press("c", "o")
		},
	} {
		r := newRig(t)
		open(r)
		for _, size := range []struct {
			h    int
			goes bool
		}{{minHeight, true}, {40, false}} {
			r.send(tea.WindowSizeMsg{Width: 50, Height: size.h})
			if got := strings.Contains(r.text(), glyphThumb); got != size.goes {
				t.Errorf("%s, %d lines high: a bar is there: %v\n%s", name, size.h, got, r.text())
			}
		}
	}
}
