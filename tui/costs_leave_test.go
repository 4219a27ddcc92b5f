package tui

import "testing"

// An amount that is typed and not saved is named before esc gives it up, whatever it is
// worth; what enter then does is what it always does.
func TestATypedFigureIsNotLeftInSilence(t *testing.T) {
	for _, typed := range []string{"4000", "EUR 3000/month", "3.000"} {
		r, _, s := onPlan(t, dental)
		r.press("c")
		r.write(typed)
		r.press("up", "esc")
		form, open := r.app.over.(*costForm)
		if !open || form.amount.value != typed || form.at != lineAmount {
			t.Fatalf("%q: left without a word", typed)
		}
		r.shows("“"+typed+"” is not saved", "esc again")
		if r.press("esc"); r.app.over != nil || len(r.stored(s.ID).Costs) != 0 {
			t.Errorf("%q: esc again does not leave, or saves", typed)
		}
	}
}

// Whoever is told and types on is told again; whoever saves has nothing more to lose.
func TestTypingOnAsksAnew(t *testing.T) {
	r, _, s := onPlan(t, dental)
	r.press("c")
	r.write("400")
	r.press("esc")
	r.write("0")
	if r.press("esc"); r.app.over == nil {
		t.Fatal("what was typed after the warning is dropped")
	}
	r.shows("“4000” is not saved")
	if r.press("enter", "esc"); r.app.over != nil || len(r.costs(s.ID)) != 1 {
		t.Errorf("saved is %v", r.costs(s.ID))
	}
}

// With nothing to lose esc leads back at once: nothing typed, or a figure as it is kept.
func TestAnEmptyFormIsLeftAtOnce(t *testing.T) {
	for name, keys := range map[string][]string{"nothing": nil, "blanks": {"space", "space"}} {
		r, _, _ := onPlan(t, dental)
		r.press("c")
		if r.press(append(keys, "esc")...); r.app.over != nil {
			t.Errorf("%s: esc asks", name)
		}
	}
	r, _, _ := onPlan(t, dental)
	priced(r).press("down", "enter")
	if form := r.app.over.(*costForm); form.amount.value == "" {
		t.Fatal("no figure is in the form")
	}
	if r.press("esc"); r.app.over != nil {
		t.Error("a figure that is kept as it stands: esc asks")
	}
}

// Ctrl+c names it too, before it leaves.
func TestCtrlCNamesATypedFigure(t *testing.T) {
	r, _, _ := onPlan(t, dental)
	r.press("c")
	r.write("4000")
	if r.press("ctrl+c"); r.quit {
		t.Fatal("left without a word")
	}
	r.shows("Ctrl+c again leaves without", "vCIO: 4000")
	if r.press("ctrl+c"); !r.quit {
		t.Error("a second time in a row does not leave")
	}
}
