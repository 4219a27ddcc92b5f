package tui

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"remit/model"
)

// Whatever the width, every column of the map has its label above its letters: it begins
// there or, where labels have no room behind each other, is read from above to below.
func TestEveryColumnOfTheMapIsNamed(t *testing.T) {
	r, v, _ := supposing(t, saas)
	across, down := 0, 0
	for _, axis := range []string{"headcount", "engineers", "it_staff", "technology"} {
		if v.drawing().plan.X.Question != axis {
			r.point(axis)
			r.press("x")
		}
		for w := 20; w <= 130; w++ {
			m := v.drawing().in(w)
			labels := columnLabels(m.plan.X)
			labels = labels[:min(m.columnsAtOnce(), len(labels))]
			head, row := m.head(labels), []rune(ansi.Strip(m.row(0, 0, len(labels))))
			for i, label := range labels {
				at := m.firstLetter() + i*m.pitch
				if got := labelAt(head, at); got != label {
					t.Errorf("%s in %d cells: above column %d stands %q, want %q:\n%s", axis, w, i, got, label, strings.Join(head, "\n"))
				}
				if got, want := string(row[at-m.side-1]), m.letter(m.plan.Cells[0][i]); got != want {
					t.Errorf("%s in %d cells: under the label of column %d stands %q, want %q", axis, w, i, got, want)
				}
			}
			if len(head) == 1 {
				across++
			} else {
				down++
			}
		}
	}
	if across == 0 || down == 0 {
		t.Errorf("%d heads are written across, %d down", across, down)
	}
}

// labelAt reads what stands above the cell at.
func labelAt(head []string, at int) string {
	lines := make([]string, len(head))
	for i, l := range head {
		lines[i] = ansi.Strip(l) + blank(at+1)
	}
	if len(lines) == 1 {
		if words := strings.Fields(lines[0][at:]); lines[0][at-1] == ' ' && lines[0][at] != ' ' {
			return words[0]
		}
		return ""
	}
	var label strings.Builder
	for _, l := range lines {
		label.WriteByte(l[at])
	}
	return strings.TrimSpace(label.String())
}

// In the narrowest window where answers and what follows stand beside each other the map
// is there, with the five above it.
func TestTheMapIsInSightAt80Columns(t *testing.T) {
	r, v, _ := supposing(t, saas)
	r.shows("Map: ", "you are here")
	for _, s := range model.Structures() {
		r.shows(v.words().Structure(s).Title)
	}
	if !slices.ContainsFunc(strings.Split(r.text(), "\n"), func(l string) bool { return strings.Contains(l, "0 0 0 0 0") }) {
		t.Errorf("no labels above the columns:\n%s", r.text())
	}
}
