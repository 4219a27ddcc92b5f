package tui

import (
	"slices"
	"testing"
)

// Wherever something can be taken back, the same key does it, and it means nothing else.
func TestUndoIsOneKeyEverywhere(t *testing.T) {
	undoes := 0
	for _, s := range surfaces() {
		r := newRig(t)
		s.open(r)
		keys := r.app.top().Keys()
		if r.app.over != nil {
			keys = r.app.over.Keys()
		}
		for _, b := range keys {
			if !b.Enabled() || b.Help().Desc != "undo" && !slices.Contains(b.Keys(), keyUndo) {
				continue
			}
			undoes++
			if b.Help().Desc != "undo" || !slices.Equal(b.Keys(), []string{"z"}) {
				t.Errorf("%s: %v is %q (%s)", s.name, b.Keys(), b.Help().Desc, b.says)
			}
		}
	}
	if undoes < 5 {
		t.Errorf("only %d pages can take something back", undoes)
	}
}
