package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"remit/model"
	"remit/report"
)

// An open result says at first sight, in every window, that nothing is settled and on how
// many answers it rests, before it says what leads.
func TestAnOpenResultOpensWithThat(t *testing.T) {
	r, _ := opened(t, placeVerdict, model.Interview, map[string]string{"headcount": "40"})
	v := r.app.top().(*verdictScreen)
	for _, size := range append([][2]int{{minWidth, minHeight}}, pageSizes...) {
		r.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		seen := strings.Join(strings.Fields(strings.NewReplacer(glyphBar, " ", glyphThumb, " ").Replace(r.text())), " ")
		open := strings.Index(seen, report.NotSettled(v.words(), &v.advice))
		leads := strings.Index(seen, v.words().Structure(v.advice.Recommendation).Title+" leads so far")
		if v.advice.Standing != model.Open || open < 0 || leads < open {
			t.Errorf("%v: a %s result begins with\n%s", size, v.advice.Standing, r.text())
		}
	}
}

// A result that is not open begins with what to do.
func TestASettledResultOpensWithTheVerdict(t *testing.T) {
	for _, answers := range []map[string]string{dental, saas} {
		r := whole(t, answers)
		if strings.Contains(flat(r), "Nothing is settled") || strings.Contains(flat(r), "leads so far") {
			t.Errorf("it is told as open:\n%s", r.text())
		}
	}
}
