package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"remit/model"
)

// In the lowest window the chart and the charters stay lists: below the line under the
// cursor stands the beginning of what there is to say, and reading on tells all of it.
func TestListsStayListsInTheLowestWindow(t *testing.T) {
	for _, tab := range []verdictTab{tabChart, tabRoles} {
		r, v, _ := resulting(t, saas, tab)
		r.send(tea.WindowSizeMsg{Width: minWidth, Height: minHeight})
		list := &v.parts[tabChart].(*chartPage).list
		if tab == tabRoles {
			list = &v.parts[tabRoles].(*charterPage).list
		}
		for at := range list.list {
			inSight := 0
			for _, s := range list.spans {
				if s.from >= list.body.top && s.from < list.body.top+list.body.h {
					inSight++
				}
			}
			if inSight < 3 {
				t.Errorf("%s, line %d: %d lines of the list are in sight:\n%s", tab.title(), at, inSight, r.text())
			}
			said := strings.Fields(ansi.Strip(list.list[at].tells(list.body.textWidth() - entriesInset)))
			seen := ""
			for range 20 {
				seen += " " + r.text()
				if !list.more() {
					break
				}
				r.press("pgdown")
			}
			if last := said[len(said)-1]; list.at != at || !strings.Contains(seen, last) {
				t.Errorf("%s, line %d: %q is nowhere told", tab.title(), at, last)
			}
			r.press("down")
		}
	}
}

// Every answer that What if tries is told in whole words in the narrowest window.
func TestWhatIfTellsTheAnswerInWholeWords(t *testing.T) {
	r, _ := opened(t, placeWhatIf, model.Interview, saas)
	r.send(tea.WindowSizeMsg{Width: minWidth, Height: minHeight})
	v := r.app.top().(*whatIfScreen)
	q := v.words().Question(v.order[v.at])
	for range q.Options {
		said := saidInWords(q, v.suppose.now[q.ID])
		if !strings.Contains(strings.Join(strings.Fields(r.text()), " "), said) && width(said) < minWidth-6 {
			t.Errorf("%q is not on one line:\n%s", said, r.text())
		}
		if row := v.row(v.at, v.list.textWidth()); len(row) > 4 {
			t.Errorf("the row takes %d lines:\n%s", len(row), r.text())
		}
		r.press("right")
	}
}
