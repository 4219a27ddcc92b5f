package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// A name that is pasted and has no room is cut where everybody sees it, in bytes as it is
// kept; one that has is not remarked on.
func TestAPastedNameThatIsCutSaysSo(t *testing.T) {
	for name, test := range map[string]struct {
		text  string
		whole bool
	}{
		"long":               {strings.Repeat("a", 25_000), false},
		"one too many":       {strings.Repeat("a", model.MaxName+1), false},
		"just as long":       {strings.Repeat("a", model.MaxName), true},
		"in another script":  {strings.Repeat("京", model.MaxName-1), false},
		"short, in two rows": {"Harbour\nLogistics", true},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t)
			r.begin()
			r.goTo(placeNew, model.Session{})
			r.send(tea.PasteMsg{Content: test.text})
			if said := strings.Contains(strings.Join(strings.Fields(r.text()), " "), "was left out: “Name” has no room"); said == test.whole {
				t.Errorf("told that it is cut: %t\n%s", said, r.text())
			}
			d := r.app.top().(*details)
			if n := len(d.fields[0].value); n > model.MaxName || test.whole && d.fields[0].value != model.Clean(test.text) {
				t.Errorf("%d bytes are left", n)
			}
		})
	}
}
