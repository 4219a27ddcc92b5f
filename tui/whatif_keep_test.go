package tui

import (
	"maps"
	"slices"
	"testing"

	"remit/model"
)

// Kept as a branch is a session of its own that differs from its parent in the changed
// answers only; the parent is as it was. The same is not kept twice.
func TestWhatIfIsKeptAsASessionOfItsOwn(t *testing.T) {
	r, v, s := supposing(t, dental)
	s, err := r.store.Append(t.Context(), s.ID, model.Event{Kind: model.EventNoted, Question: "headcount", Text: "two lines\nof a note"})
	if err != nil {
		t.Fatal(err)
	}
	v.session = s
	r.point("headcount")
	r.press("right", "right")
	r.point("friction")
	r.press("right")
	want := v.suppose.now.Clone()
	r.press("k")
	r.shows("Keep this as a session of its own?", "Head count", "was 40 people")
	if len(r.all()) != 1 {
		t.Fatal("kept before the person agreed")
	}
	r.press("enter")
	r.shows("Kept as “Harbour, what if”.")
	r.press("k")
	all := r.all()
	if len(all) != 2 || r.app.over != nil {
		t.Fatalf("%d sessions", len(all))
	}
	i := slices.IndexFunc(all, func(x model.Session) bool { return x.ID != s.ID })
	branch := all[i]
	if branch.Name != "Harbour, what if" || branch.Kind != s.Kind || branch.Framework != s.Framework || branch.Position != s.Position ||
		!maps.Equal(branch.Notes, s.Notes) || !maps.Equal(branch.Answers, want) {
		t.Errorf("kept is %+v", branch)
	}
	for id := range s.Answers {
		if changed := id == "headcount" || id == "friction"; changed != (branch.Answers[id] != s.Answers[id]) {
			t.Errorf("%s is %v, was %v", id, branch.Answers[id], s.Answers[id])
		}
	}
	if got := r.stored(s.ID); got.Seq != s.Seq {
		t.Error("the session itself was changed")
	}
	r.press("left", "k", "enter")
	r.shows("Kept as “Harbour, what if 2”.")
	if r.press("esc"); len(r.app.stack) != 1 {
		t.Error("leaving asks though all is kept")
	}
}

// What cannot be kept leaves no half session behind and stays on the screen.
func TestWhatIfThatCannotBeKept(t *testing.T) {
	refuse := false
	r, v, _ := supposing(t, dental, refusing(&refuse))
	r.point("headcount")
	r.press("right", "k")
	refuse = true
	r.press("enter")
	r.shows("Could not keep this as a session of its own", "Free some space")
	if len(r.all()) != 1 {
		t.Error("a session without its answers is left")
	}
	r.press("enter")
	if refuse = false; len(v.unkept()) != 1 {
		t.Error("the changes are gone")
	}
	if r.press("k", "enter"); len(r.all()) != 2 {
		t.Error("it cannot be kept later either")
	}
}

// Leaving asks once if something would be lost, and only then.
func TestLeavingWhatIfAsksOnce(t *testing.T) {
	r, v, s := supposing(t, dental)
	r.point("headcount")
	r.press("right", "esc")
	r.shows("Throw the changes away?", "was 40 people")
	if r.press("n"); r.app.top() != screen(v) || !v.suppose.changed("headcount") {
		t.Fatal("going back to the changes loses them")
	}
	if r.press("esc", "enter"); len(r.app.stack) != 1 {
		t.Errorf("throwing away leads to %q", r.app.title())
	}
	if len(r.all()) != 1 || r.stored(s.ID).Seq != s.Seq {
		t.Error("something was saved")
	}
	r.goTo(placeWhatIf, s)
	if r.press("esc"); r.app.over != nil || len(r.app.stack) != 1 {
		t.Error("leaving asks though nothing is changed")
	}
}
