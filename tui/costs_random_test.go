package tui

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// Whatever keys a person presses around their own costs, and at whatever size: what is
// shown is what is stored, every figure that is stored is a legal one, and nothing sticks
// out of the window.
func TestAnyKeysInTheOwnCosts(t *testing.T) {
	for _, seed := range few(1, []uint64{0, 1, 2}) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			dice := rand.New(rand.NewPCG(seed, 11))
			r, v, s := onPlan(t, dental)
			keys := []string{"c", "c", "up", "down", "tab", "shift+tab", "left", "right", "enter", "enter", "enter", "1", "5", "0", "1", "5", "0", "k", "d", "delete",
				"backspace", "backspace", "z", "R", "y", "n", "esc", "pgdown", "pgup", "home", "end", "9", "."}
			for i := range 800 {
				if r.app.top() != screen(v) {
					r.goTo(placeVerdict, r.stored(s.ID))
					v = r.app.top().(*verdictScreen)
					r.onTab(tabPlan)
				}
				if dice.IntN(10) == 0 {
					r.send(tea.WindowSizeMsg{Width: 40 + dice.IntN(120), Height: 12 + dice.IntN(40)})
				}
				key := keys[dice.IntN(len(keys))]
				r.press(key)
				at := fmt.Sprintf("step %d, %s", i, key)
				fits(t, r, at)
				stored := r.stored(s.ID).Costs
				if !slices.Equal(stored, v.session.Costs) {
					t.Fatalf("%s: shown is %v, stored %v", at, v.session.Costs, stored)
				}
				for _, c := range stored {
					if err := c.Check(); err != nil {
						t.Fatalf("%s: %v", at, err)
					}
				}
			}
			history, err := r.store.History(t.Context(), s.ID)
			if n := len(history) - int(s.Seq); err != nil || n < 1 {
				t.Errorf("%d changes were made, %v", n, err)
			}
		})
	}
}
