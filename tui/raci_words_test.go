package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// What a letter does to the others of its row is told when it is saved, by whatever key, and
// taking it back names what is again as it was.
func TestTheMatrixTellsWhatALetterDid(t *testing.T) {
	r, c, _ := onMatrix(t, saas)
	r.send(tea.WindowSizeMsg{Width: 120, Height: 30})
	told := false
	for range c.rows {
		row, role, cell, _ := c.cell()
		p := c.propose(model.LetterA)
		if cell.Letter == model.LetterA || len(p.events) == 0 || len(p.effects) == 0 {
			r.press("right")
			if _, after, _, _ := c.cell(); after == role {
				break
			}
			continue
		}
		title, effect := c.follows.book().Activity(row.Activity).Title, p.effects[0]
		r.press("enter", "a")
		if text := r.text(); !strings.Contains(text, effect) && !strings.Contains(text, "changed too") {
			t.Errorf("%q is not told:\n%s", effect, text)
		}
		r.shows("z takes it back.")
		r.press("z")
		r.shows("Taken back: "+c.follows.short(role), " again", title[:10])
		told = true
		break
	}
	if !told {
		t.Fatal("no letter of the first row changes another")
	}
}

// Enter on a letter that is refused says why, and below the letters stands what the one
// under the cursor would mean.
func TestTheLettersExplainThemselves(t *testing.T) {
	r, c, _ := onMatrix(t, saas)
	r.send(tea.WindowSizeMsg{Width: 100, Height: 40})
	r.press("enter")
	pick := r.app.over.(*letterPick)
	refused := false
	for i, x := range pick.list {
		pick.choose(i)
		_, role, _, _ := c.cell()
		if x.letter != model.NoLetter && !strings.Contains(r.text(), string(x.letter)+"  "+c.follows.title(role)) {
			t.Errorf("%s is not explained:\n%s", x.letter, r.text())
		}
		if !x.takes() {
			refused = true
			r.press("enter")
			r.shows("Not taken. " + x.refused[0][:20])
		}
	}
	if !refused {
		t.Fatal("nothing is refused")
	}
}

// From the matrix, whose arrows move in it, the smallest window names the key that leads on.
func TestTheMatrixNamesTheWayOn(t *testing.T) {
	r, _, _ := onMatrix(t, saas)
	r.send(tea.WindowSizeMsg{Width: 40, Height: 12})
	r.shows("tab page", "esc back")
	r.send(tea.WindowSizeMsg{Width: 120, Height: 40})
	r.shows("A answers for it", "R does the work", "C is asked before", "I is told after")
}
