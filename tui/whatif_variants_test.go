package tui

import (
	"context"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// try supposes another answer to a question.
func (r *rig) try(question string, keys ...string) {
	r.t.Helper()
	r.point(question)
	r.press(keys...)
}

// What is set aside stays as it was while one goes on changing, and stands beside the
// session and what is tried now.
func TestVariantsStandSideBySide(t *testing.T) {
	r, v, s := supposing(t, dental)
	r.try("headcount", "right", "right", "s")
	r.shows("Set aside as B")
	b := v.suppose.now
	r.try("seats", "right")
	r.press("c")
	r.shows("Side by side", "A  session", "B  1 change", "[C] now", "Answers that differ", "Head count", "Seats you can fund")
	list := v.variants()
	if len(list) != 3 || !sameAnswers(list[0].answers, s.Answers) || !sameAnswers(list[1].answers, b) || !sameAnswers(list[2].answers, v.suppose.now) {
		t.Fatalf("side by side are %+v", list)
	}
	e := r.app.env.Engine
	for i, x := range list {
		want := e.Advise(x.answers, 0)
		if x.advice.Recommendation != want.Recommendation || x.advice.Standing != want.Standing || x.advice.Outlook.Bars != want.Outlook.Bars {
			t.Errorf("%s says %v, the engine %v", variantLetter(i), x.advice.Recommendation, want.Recommendation)
		}
	}
	if got := r.stored(s.ID); got.Seq != s.Seq || len(r.all()) != 1 {
		t.Error("something was saved")
	}
}

// Every cell that is not as in the session is marked, and no other; of the answers only
// those are shown that differ, until all are asked for.
func TestDifferencesAreMarked(t *testing.T) {
	r, v, _ := supposing(t, saas)
	r.try("headcount", "right", "s")
	r.try("technology", "right", "right", "s")
	r.press("c")
	answers := 0
	for _, row := range v.sideRows() {
		for i, c := range row.cells {
			if want := c.text != row.cells[0].text; c.differs != want {
				t.Errorf("%s, %s: marked %v, want %v", row.label, variantLetter(i), c.differs, want)
			}
		}
		for _, id := range v.order {
			if row.label == v.words().Question(id).Short {
				answers++
			}
		}
	}
	if want := len(v.questionsApart(v.variants())); answers != want || want != 2 {
		t.Errorf("%d answers are shown, %d differ", answers, want)
	}
	r.send(tea.WindowSizeMsg{Width: 120, Height: 48})
	r.press("a")
	r.shows("All answers", "Friction")
	if strings.Count(r.text(), glyphBullet) < 3 {
		t.Error("the marks are gone")
	}
	r.press("a")
	if strings.Contains(r.text(), "Friction") {
		t.Error("an answer that does not differ is shown")
	}
}

// The same answers are not set aside twice, unchanged ones not at all, and there are
// never more than four columns.
func TestFourAreTheMost(t *testing.T) {
	r, v, _ := supposing(t, saas)
	if r.press("s"); len(v.aside) != 0 {
		t.Error("the session itself was set aside")
	}
	r.try("headcount", "right", "s", "s")
	if len(v.aside) != 1 {
		t.Errorf("%d were set aside", len(v.aside))
	}
	for range 5 {
		r.press("right", "s")
	}
	if len(v.aside) != 3 || len(v.variants()) != mostVariants {
		t.Errorf("%d columns", len(v.variants()))
	}
	r.shows("Four are the most")
	r.press("c")
	r.shows("What you try now is not here")
}

// Going on from a variant makes its answers those that the arrow keys change. What was
// tried until then is set aside if there is room, else asked about.
func TestGoingOnFromAVariant(t *testing.T) {
	r, v, s := supposing(t, dental)
	r.try("headcount", "right", "s")
	b := v.suppose.now
	r.press("right")
	tried := v.suppose.now
	r.press("c", "left", "enter")
	if v.comparing || !sameAnswers(v.suppose.now, b) {
		t.Fatal("one does not go on from B")
	}
	if v.letterOf(tried) != "C" {
		t.Error("what was tried is lost")
	}
	r.press("c", "left", "enter")
	if !sameAnswers(v.suppose.now, s.Answers) {
		t.Error("A does not lead back to the session")
	}
	r.try("friction", "right", "s", "right")
	tried = v.suppose.now
	r.press("c", "home")
	v.table.column = 1
	r.press("enter")
	r.shows("Give up what you try now?")
	if r.press("n"); !sameAnswers(v.suppose.now, tried) {
		t.Fatal("given up without consent")
	}
	if r.press("enter", "y"); !sameAnswers(v.suppose.now, b) || v.comparing {
		t.Error("one does not go on from B after agreeing")
	}
}

// What is taken out can be brought back; the session cannot be taken out.
func TestTakingAVariantOut(t *testing.T) {
	r, v, s := supposing(t, saas)
	r.try("headcount", "right", "s")
	b := v.suppose.now
	r.press("c", "d")
	if len(v.variants()) != 1 || !sameAnswers(v.suppose.now, s.Answers) {
		t.Fatalf("%d columns are left", len(v.variants()))
	}
	if r.press("d"); len(v.variants()) != 1 {
		t.Error("the session was taken out")
	}
	r.press("z")
	r.shows("Back as B")
	if v.letterOf(b) != "B" {
		t.Error("it is not back")
	}
	if r.press("z"); len(v.aside) != 1 {
		t.Error("it came back twice")
	}
}

// A column is kept as a session of its own that names its parent, and says so from then
// on.
func TestKeepingAVariant(t *testing.T) {
	r, v, s := supposing(t, dental)
	r.try("headcount", "right", "s")
	b := v.suppose.now
	r.try("friction", "right")
	r.press("c", "left", "k")
	r.shows("Keep this as a session of its own?", "Head count")
	if strings.Contains(r.text(), "Friction") {
		t.Error("another column is named")
	}
	r.press("enter")
	all := r.all()
	if len(all) != 2 {
		t.Fatalf("%d sessions", len(all))
	}
	for _, kept := range all {
		if kept.ID != s.ID && (kept.Parent != s.ID || !sameAnswers(kept.Answers, b)) {
			t.Errorf("kept is %+v", kept)
		}
	}
	r.shows("Session", "Harbour")
	if r.press("k"); r.app.over != nil {
		t.Error("the same is kept twice")
	}
	if left := v.unkept(); len(left) != 1 || !sameAnswers(left[0], v.suppose.now) {
		t.Errorf("to be lost are %v", left)
	}
}

// Ctrl+c asks once about what was tried and set aside, and not at all if there is none.
func TestCtrlCAsksAboutWhatIsSupposed(t *testing.T) {
	r, _, _ := supposing(t, dental)
	if r.press("ctrl+c"); !r.quit {
		t.Error("asks about nothing")
	}
	r, _, _ = supposing(t, dental)
	r.try("headcount", "right", "ctrl+c")
	if r.quit {
		t.Fatal("left without a word")
	}
	r.shows("Ctrl+c again leaves", "1 supposed answer")
	r.press("s", "right", "ctrl+c")
	if r.quit {
		t.Fatal("other keys in between, and no word")
	}
	r.shows("2 variants")
	if r.press("ctrl+c"); !r.quit || r.app.lost(true) != nil {
		t.Error("a second time in a row does not leave")
	}
	r, v, _ := supposing(t, dental)
	r.try("headcount", "right", "s", "k", "enter")
	if r.press("ctrl+c"); !r.quit {
		t.Errorf("asks though all is kept: %v", v.unkept())
	}
}

// Leaving by esc names every variant that would be lost.
func TestLeavingNamesAllVariants(t *testing.T) {
	r, _, _ := supposing(t, dental)
	r.try("headcount", "right", "s")
	r.try("friction", "right", "s", "R", "esc")
	r.shows("Throw the changes away?", "B:", "C:", "Friction")
	if r.press("enter"); len(r.app.stack) != 1 {
		t.Errorf("throwing away leads to %q", r.app.title())
	}
}

// A saved session can stand beside the others; it is found by a word and nothing of it
// counts as unkept.
func TestASavedSessionStandsBeside(t *testing.T) {
	r := newRig(t)
	r.begin()
	other := filled(r, model.Interview, saas)
	r.create("Nothing like it", "", 3)
	s := filled(r, model.Interview, dental)
	r.goTo(placeWhatIf, s)
	v := r.app.top().(*whatIfScreen)
	r.press("c", "o")
	r.shows("Add a saved session", "Nothing like it")
	r.write("harb")
	if n := len(v.picker.rows); n != 1 || v.picker.rows[0].session.ID != other.ID {
		t.Fatalf("%d sessions are offered", n)
	}
	r.press("enter")
	r.shows("Added “Harbour” as B", "CTO only in B")
	if list := v.variants(); len(list) != 2 || !sameAnswers(list[1].answers, other.Answers) || len(v.unkept()) != 0 {
		t.Errorf("side by side are %+v", list)
	}
	r.press("o", "enter")
	r.shows("Added “Nothing like it” as C")
	r.press("o")
	r.write("harb")
	r.press("enter")
	r.shows("is there already")
	r.press("left", "enter")
	if !sameAnswers(v.suppose.now, other.Answers) {
		t.Error("one cannot go on from a saved session")
	}
	for _, q := range v.order {
		if !slices.Contains(v.stops(q), other.Answers[q]) {
			t.Errorf("the arrow keys do not pass %v of %s", other.Answers[q], q)
		}
	}
	if r.press("esc"); len(r.app.stack) != 1 {
		t.Errorf("leaving asks though nothing is lost: %v", v.unkept())
	}
}

// A session that is deleted or gone by the time it is picked is not shown as if it were
// there.
func TestASessionThatIsGoneIsNotAdded(t *testing.T) {
	r := newRig(t)
	r.begin()
	other := filled(r, model.Interview, saas)
	r.goTo(placeWhatIf, filled(r, model.Interview, dental))
	v := r.app.top().(*whatIfScreen)
	r.press("c", "o")
	if _, err := r.store.Append(context.Background(), other.ID, model.Event{Kind: model.EventDeleted}); err != nil {
		t.Fatal(err)
	}
	r.press("enter")
	r.shows("has been deleted meanwhile")
	if _, err := r.store.Append(context.Background(), other.ID, model.Event{Kind: model.EventRestored}); err != nil {
		t.Fatal(err)
	}
	r.press("o")
	if err := r.store.Purge(context.Background(), other.ID); err != nil {
		t.Fatal(err)
	}
	r.press("enter")
	r.shows("Could not add the session")
	if len(v.variants()) != 1 {
		t.Error("something was added")
	}
}

// A branch tells in the list of sessions from which it came.
func TestABranchNamesItsParent(t *testing.T) {
	r, _, s := supposing(t, dental)
	r.try("headcount", "right", "k", "enter", "esc")
	r.send(tea.WindowSizeMsg{Width: 140, Height: 40})
	r.goTo(placeSessions, model.Session{})
	r.shows("Branch of Harbour")
	if err := r.store.Purge(t.Context(), s.ID); err != nil {
		t.Fatal(err)
	}
	r.press("tab", "tab", "tab")
	r.shows("Branch of a session that is gone")
}

func TestSideBySideMouse(t *testing.T) {
	r, v, _ := supposing(t, saas)
	r.try("headcount", "right", "s", "right")
	r.press("c")
	f, room := r.app.frame, v.table.room
	y := func(row int) int { return f.bodyY + v.sideHead() + v.table.spans[row].from - v.table.body.top }
	r.send(click(f.left+room.label+room.column+2, y(3)))
	if v.table.column != 1 || v.table.at != 3 {
		t.Errorf("a click leads to column %d, line %d", v.table.column, v.table.at)
	}
	r.send(click(f.left+room.label+2, f.bodyY+v.sideHead()-2))
	if v.table.column != 0 || v.table.at != 3 {
		t.Errorf("a click on a head leads to column %d, line %d", v.table.column, v.table.at)
	}
}
