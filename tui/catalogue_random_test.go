package tui

import (
	"fmt"
	"math/rand/v2"
	"testing"

	tea "charm.land/bubbletea/v2"

	"remit/advisor"
	"remit/model"
)

// Whatever is pressed in what is looked up and in what is written, in any window and under any
// framework: nothing runs over its room, never are more roles marked than can be
// compared, no file is replaced, and the session stays as it was.
func TestAnyKeysInTheCatalogueAndTheExport(t *testing.T) {
	keys := []string{"up", "down", "down", "left", "right", "enter", "enter", "space", "m", "c", "u", "z", "e", "/", "x", "tab", "shift+tab",
		"home", "end", "g", "G", "pgup", "pgdown", "?", "w", "esc", "esc", "backspace", "a", "1"}
	for name, e := range map[string]*advisor.Engine{"built-in": advisor.Builtin(), "hospital": hospital(t)} {
		for _, seed := range few(1, []uint64{0, 1}) {
			t.Run(fmt.Sprint(name, seed), func(t *testing.T) {
				dice := rand.New(rand.NewPCG(seed, 9))
				d := &desk{text: "A line of the report"}
				r := newRig(t, d.wire, func(deps *Deps) { deps.Engine = e })
				s := r.begin().create("Acme", "", 5)
				for i := range 160 {
					if len(r.app.stack) == 1 {
						to := []place{placeRoles, placeExplain, placeExport}[dice.IntN(3)]
						if r.goTo(to, model.Session{}); to == placeExport {
							r.press("esc")
							r.goTo(to, s)
						}
					}
					if dice.IntN(10) == 0 {
						r.send(tea.WindowSizeMsg{Width: 40 + dice.IntN(120), Height: 12 + dice.IntN(40)})
					}
					key := keys[dice.IntN(len(keys))]
					r.press(key)
					fits(t, r, fmt.Sprintf("step %d, %s", i, key))
					if c, ok := r.app.top().(*rolesScreen); ok && len(c.marked) > mostBeside {
						t.Fatalf("marked are %v", c.marked)
					}
				}
				if got := r.stored(s.ID); got.Seq != s.Seq {
					t.Error("the session was changed")
				}
			})
		}
	}
}
