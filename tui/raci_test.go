package tui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"remit/advisor"
	"remit/model"
)

// onMatrix opens the matrix of these answers.
func onMatrix(t *testing.T, answers map[string]string, change ...func(*Deps)) (*rig, *raciPage, model.Session) {
	t.Helper()
	r, v, s := resulting(t, answers, tabRACI, change...)
	return r, v.parts[tabRACI].(*raciPage), s
}

// goToCell moves the cursor to a cell with the keys that a person has.
func (r *rig) goToCell(c *raciPage, activity, role string) {
	r.t.Helper()
	r.press("home")
	for row, _, _, ok := c.cell(); ok && row.Activity != activity; row, _, _, ok = c.cell() {
		before := c.row
		if r.press("down"); c.row == before {
			r.t.Fatalf("no way to %s", activity)
		}
	}
	want := slices.Index(c.matrix().Columns, role)
	for range c.matrix().Columns {
		if c.column < want {
			r.press("right")
		} else if c.column > want {
			r.press("left")
		}
	}
	if c.column != want {
		r.t.Fatalf("no way to %s", role)
	}
}

// letterOf gives the letter that is shown for a role in a row.
func letterOf(m *model.Matrix, activity, role string) model.Letter {
	for _, row := range m.Rows {
		if row.Activity == activity {
			return row.Cells[slices.Index(m.Columns, role)].Letter
		}
	}
	return "no such row"
}

// At every size the cell under the cursor is in sight in brackets, with the name of its
// role above and the title of its row before it.
func TestCellUnderTheCursorStaysInSight(t *testing.T) {
	r, c, _ := onMatrix(t, saas)
	for _, size := range few(3, sights) {
		r.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		r.press("home")
		for i := range c.rows {
			steps := 1
			if i%10 == 0 {
				steps = len(c.matrix().Columns)
			}
			for range steps {
				r.press([]string{"right", "left"}[i/10%2])
				row, role, cell, _ := c.cell()
				letter := string(cell.Letter)
				if letter == "" {
					letter = glyphDot
				}
				title := words(c.follows.book().Activity(row.Activity).Title + " . .")
				for _, want := range []string{"[" + letter + "]", strings.Fields(c.follows.short(role))[0], glyphCursor + " " + title[:min(len(title), 8)]} {
					if !strings.Contains(r.text(), want) {
						t.Fatalf("%v, %s of %s: %q is out of sight:\n%s", size, role, row.Activity, want, r.text())
					}
				}
			}
			r.press("down")
		}
	}
}

// Enter tells everything about a cell, in every window: what its letter means, why the A
// is where it is, what it comes from and what experts dispute.
func TestCellTellsAll(t *testing.T) {
	for _, answers := range []map[string]string{dental, saas} {
		r, c, _ := onMatrix(t, answers)
		r.press("e")
		for _, size := range pageSizes {
			r.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			r.press("home")
			for range c.rows {
				row, role, _, _ := c.cell()
				a := c.follows.book().Activity(row.Activity)
				r.press("enter", "home")
				seen := r.text()
				over := r.app.over.(*letterPick)
				for over.body.top+over.body.h < len(over.body.lines) {
					r.press("pgdown")
					seen += r.text()
				}
				seen = squeezed(seen)
				toldIn(t, fmt.Sprint(size), seen, a.Title, a.What, row.Because, a.Dispute, c.follows.title(role), sourcesText(c.follows.framework(), row.Sources))
				if len(row.Questions) > 0 {
					toldIn(t, fmt.Sprint(size), seen, quotes(c.follows.framework(), row.Questions, c.follows.advice.Answers))
				}
				if row.Instead != "" {
					toldIn(t, fmt.Sprint(size), seen, "stands in")
				}
				r.press("esc", "down")
			}
		}
	}
}

// For every cell and letter: what may be taken keeps the laws, and what may not is
// refused with the law that it breaks.
func TestLettersKeepTheLaws(t *testing.T) {
	for _, answers := range []map[string]string{dental, saas} {
		r, c, _ := onMatrix(t, answers)
		e := r.app.env.Engine
		refused := 0
		for i := range c.rows {
			for column, role := range c.matrix().Columns {
				c.row, c.column = i, column
				for _, letter := range model.Letters() {
					p := c.propose(letter)
					m, _ := advisor.Revise(c.follows.set.Matrix, []model.CellEdit{{Activity: c.matrix().Rows[i].Activity, Role: role, Letter: letter}})
					broken := e.Breaches(&m, c.follows.advice.Situation())
					if p.takes() != (len(broken) == 0) {
						t.Fatalf("%s for %s: taken %v, breaks %v", letter, role, p.takes(), broken)
					}
					for n, b := range broken {
						refused++
						if p.refused[n] != b.Text {
							t.Errorf("refused with %q, want %q", p.refused[n], b.Text)
						}
					}
				}
			}
		}
		if refused == 0 {
			t.Error("nothing is refused")
		}
	}
}

// A letter that is chosen is saved at once, shown with a star, explained, and taken back
// with z, also after the result was left.
func TestLetterIsSavedAndTakenBack(t *testing.T) {
	r, c, s := onMatrix(t, saas)
	r.goToCell(c, "product-technology", "cfo")
	r.press("enter", "c")
	if got := r.stored(s.ID).Edits; !slices.Equal(got, []model.CellEdit{{Activity: "product-technology", Role: "cfo", Letter: model.LetterC}}) {
		t.Fatalf("stored is %v", got)
	}
	r.shows("[C*]", "Changed by hand", "Saved")
	history, _ := r.store.History(t.Context(), s.ID)
	if by := history[len(history)-1].By; by != "tester" {
		t.Errorf("chosen by %q", by)
	}
	r.press("esc")
	r.goTo(placeVerdict, r.stored(s.ID))
	r.onTab(tabRACI)
	c = r.app.top().(*verdictScreen).parts[tabRACI].(*raciPage)
	r.goToCell(c, "product-technology", "cfo")
	r.shows("[C*]")
	r.press("z")
	if got := r.stored(s.ID).Edits; len(got) != 0 {
		t.Errorf("after u stored is %v", got)
	}
	r.shows("[I]")
}

// Who is given the A takes it from who had it; the letter that follows from the answers
// takes the choice back; u goes back step by step.
func TestGivingAnAMovesIt(t *testing.T) {
	r, c, s := onMatrix(t, saas)
	start := c.matrix().Rows
	r.goToCell(c, "it-strategy", "cfo")
	r.press("enter", "b")
	if a, was := letterOf(c.matrix(), "it-strategy", "cfo"), letterOf(c.matrix(), "it-strategy", "cto"); a != model.LetterAR || was.Answers() {
		t.Fatalf("cfo %q, cto %q", a, was)
	}
	r.shows("Why CFO: Chosen by hand")
	r.press("enter", "c")
	if len(r.stored(s.ID).Edits) != 0 {
		t.Errorf("stored is %v", r.stored(s.ID).Edits)
	}
	r.press("z")
	if a := letterOf(c.matrix(), "it-strategy", "cfo"); a != model.LetterAR {
		t.Errorf("after u cfo has %q", a)
	}
	r.press("z", "z", "z")
	if len(r.stored(s.ID).Edits) != 0 || !slices.EqualFunc(start, c.matrix().Rows, func(a, b model.MatrixRow) bool {
		return slices.EqualFunc(a.Cells, b.Cells, func(x, y model.Cell) bool { return x.Letter == y.Letter })
	}) {
		t.Error("z does not lead back to the start")
	}
	r.shows("more is left to take back.")
}

// A refused letter says why, and nothing is saved.
func TestRefusedLetterSaysWhy(t *testing.T) {
	r, c, s := onMatrix(t, saas)
	r.goToCell(c, "product-technology", "cto")
	r.press("enter", "i")
	r.shows("Nobody answers for it", "To hand it over, give another role the A")
	if r.app.over == nil || r.stored(s.ID).Seq != s.Seq {
		t.Error("it was taken")
	}
	r.press("esc")
	r.goToCell(c, "product-technology", "ceo")
	r.press("enter", "a")
	r.goToCell(c, "product-technology", "cto")
	if _, _, cell, _ := c.cell(); cell.Letter.Answers() {
		t.Errorf("the CTO still has %s:\n%s", cell.Letter, r.text())
	}
}

// All letters are taken back only after a question, and z brings them back.
func TestTakingAllLettersBack(t *testing.T) {
	r, c, s := onMatrix(t, saas)
	for _, role := range []string{"cfo", "hr", "unit-head"} {
		r.goToCell(c, "it-strategy", role)
		r.press("enter", "i")
	}
	chosen := r.stored(s.ID).Edits
	if len(chosen) != 3 {
		t.Fatalf("stored is %v", chosen)
	}
	if r.press("R", "n"); len(r.stored(s.ID).Edits) != 3 {
		t.Error("taken back without consent")
	}
	if r.press("R", "y"); len(r.stored(s.ID).Edits) != 0 {
		t.Error("not taken back")
	}
	if r.press("z"); !slices.Equal(r.stored(s.ID).Edits, chosen) {
		t.Errorf("z brings back %v", r.stored(s.ID).Edits)
	}
}

// Letters that others choose at the same time are shown with one's own, and z takes back
// only these.
func TestLettersOfOthersStay(t *testing.T) {
	r, c, s := onMatrix(t, saas)
	theirs := model.CellEdit{Activity: "what-to-build", Role: "hr", Letter: model.LetterI}
	if _, err := r.store.Append(t.Context(), s.ID, theirs.Event()); err != nil {
		t.Fatal(err)
	}
	r.goToCell(c, "it-strategy", "hr")
	r.press("enter", "i")
	if got := letterOf(c.matrix(), "what-to-build", "hr"); got != model.LetterI || len(r.stored(s.ID).Edits) != 2 {
		t.Errorf("theirs is shown as %q", got)
	}
	if r.press("z"); !slices.Equal(r.stored(s.ID).Edits, []model.CellEdit{theirs}) {
		t.Errorf("after u stored is %v", r.stored(s.ID).Edits)
	}
}

// What the store does not take is not shown as if it had.
func TestLetterThatCannotBeSaved(t *testing.T) {
	refuse := false
	r, c, s := onMatrix(t, saas, refusing(&refuse))
	refuse = true
	r.goToCell(c, "it-strategy", "hr")
	r.press("enter", "i")
	r.shows("Could not save the letter", "no space left")
	r.press("enter")
	if got := letterOf(c.matrix(), "it-strategy", "hr"); got == model.LetterI || r.stored(s.ID).Seq != s.Seq {
		t.Errorf("shown is %q", got)
	}
}

// The filters leave the rows that they say, together and each for itself.
func TestMatrixFilters(t *testing.T) {
	r, c, _ := onMatrix(t, saas)
	all := len(c.rows)
	r.goToCell(c, "product-technology", "hr")
	r.press("r")
	for _, at := range c.rows {
		if c.matrix().Rows[at].Cells[c.column].Letter == model.NoLetter {
			t.Error("a row without the role is shown")
		}
	}
	few := len(c.rows)
	if few == 0 || few == all {
		t.Fatalf("%d of %d rows", few, all)
	}
	if r.press("r"); len(c.rows) != all {
		t.Error("r does not bring all back")
	}
	groups := map[string]bool{}
	for {
		r.press("g")
		if c.only.group == "" {
			break
		}
		groups[c.only.group] = true
		for _, at := range c.rows {
			if c.follows.book().Activity(c.matrix().Rows[at].Activity).Group != c.only.group {
				t.Error("a row of another topic is shown")
			}
		}
	}
	if len(groups) < 4 {
		t.Errorf("topics %v", groups)
	}
	r.press("/")
	r.write("budget")
	r.shows("Find  budget")
	if r.press("enter"); len(c.rows) == 0 || len(c.rows) == all {
		t.Errorf("%d rows have the word", len(c.rows))
	}
	r.press("/", "backspace", "backspace", "backspace", "backspace", "backspace", "backspace")
	if r.write("zzz"); len(c.rows) != 0 {
		t.Error("nonsense is found")
	}
	r.shows("No row")
	r.press("enter", "enter", "down", "z", "right")
	if r.press("a"); len(c.rows) != all {
		t.Error("a does not show all")
	}
	r.press("/")
	r.send(tea.PasteMsg{Content: "bud\x1b[2Jget\n"})
	if r.press("esc"); len(c.rows) != all || c.typing {
		t.Error("esc does not end the search")
	}
}

// A click chooses a cell, another one opens its letters; names and tabs take clicks too.
func TestMatrixTakesClicks(t *testing.T) {
	r, c, _ := onMatrix(t, saas)
	v := r.app.top().(*verdictScreen)
	x := r.app.frame.left + c.room.label + c.room.widths[0] + 2
	y := r.app.frame.bodyY + v.headHeight() + c.room.head + c.span[2].from - c.body.top
	r.send(click(x, y))
	if c.row != 2 || c.column != c.left+1 {
		t.Fatalf("the click leads to row %d, column %d", c.row, c.column)
	}
	r.send(click(x, y))
	if _, ok := r.app.over.(*letterPick); !ok {
		t.Error("a click on the cell opens nothing")
	}
	r.press("esc")
	r.send(click(r.app.frame.left+c.room.label+2, r.app.frame.bodyY+v.headHeight()+1))
	if c.column != c.left {
		t.Error("a click on a name does not choose its column")
	}
}
