package tui

import (
	"fmt"
	"math/rand/v2"
	"testing"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// Whatever is pressed, in any window and on a store that fails now and then: no
// panic, nothing wider or higher than the window, only legal answers in the
// store, nothing on the screen called saved that is not, and esc leads home.
func TestAnyKeysInAnyOrder(t *testing.T) {
	keys := []string{
		"up", "down", "left", "right", "tab", "enter", "space", "backspace", "home", "end", "pgup", "pgdown",
		"0", "1", "2", "3", "9", "b", "c", "e", "g", "j", "k", "l", "n", "r", "u", "v", "x", "z", "/", "?", "esc", "delete",
	}
	for _, seed := range few(2, []uint64{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			dice := rand.New(rand.NewPCG(seed, 1))
			refuse := false
			to := []place{placeInterview, placeQuick}[seed%2]
			r, s := opened(t, to, model.Interview, nil, refusing(&refuse))
			for i := range 250 {
				refuse = dice.IntN(8) == 0
				if dice.IntN(20) == 0 {
					r.send(tea.WindowSizeMsg{Width: 40 + dice.IntN(120), Height: 12 + dice.IntN(40)})
				}
				if len(r.app.stack) == 1 {
					r.goTo(to, r.stored(s.ID))
				}
				key := keys[dice.IntN(len(keys))]
				r.press(key)
				fits(t, r, fmt.Sprintf("step %d, %s", i, key))
				honest(t, r, s.ID)
			}
			refuse = false
			for range 12 {
				r.press("esc")
			}
			if len(r.app.stack) != 1 {
				t.Errorf("esc leads to %q", r.app.title())
			}
		})
	}
}

// honest fails if the store holds what is no legal answer, or the interview takes
// for saved what the store does not hold.
func honest(t *testing.T, r *rig, id string) {
	t.Helper()
	stored := r.stored(id)
	if err := r.app.env.Engine.Framework().Check(stored.Answers); err != nil {
		t.Fatal(err)
	}
	a, ok := r.app.top().(*askScreen)
	if !ok || a.talk.at == "" || a.talk.pending(a.talk.at) {
		return
	}
	if said := a.talk.said(a.talk.at); said != stored.Answers[a.talk.at] {
		t.Fatalf("%s is shown as %v and stored as %v", a.talk.at, said, stored.Answers[a.talk.at])
	}
}
