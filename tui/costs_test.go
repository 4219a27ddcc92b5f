package tui

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// onPlan opens the plan of these answers.
func onPlan(t *testing.T, answers map[string]string, change ...func(*Deps)) (*rig, *verdictScreen, model.Session) {
	t.Helper()
	return resulting(t, answers, tabPlan, change...)
}

// priced gives two figures to the session that is open.
func priced(r *rig) *rig {
	r.t.Helper()
	r.press("9", "c")
	r.write("EUR 3000-4000/month")
	r.press("enter")
	r.write("EUR 150k/year")
	r.press("enter")
	return r
}

// costs are the figures that the store keeps, without their roles.
func (r *rig) costs(id string) (list []model.Amount) {
	for _, c := range r.stored(id).Costs {
		list = append(list, c.Amount)
	}
	return list
}

// A figure is held against full-time while it is typed, saved at once and by name, shown
// on the plan, changed, and taken back.
func TestOwnFigureIsSavedAndTakenBack(t *testing.T) {
	r, _, s := onPlan(t, dental)
	r.press("c")
	if r.write("EUR 3000/month"); len(r.stored(s.ID).Costs) != 0 {
		t.Fatal("saved before anybody said so")
	}
	r.shows("EUR 36,000 a year", "once you save")
	r.press("enter")
	r.shows("Saved: vCIO, EUR 3,000 a month")
	want := model.OwnCost{Role: "vcio", Per: model.Month, Amount: model.Amount{Low: 3000, High: 3000, Currency: "EUR"}}
	if got := r.stored(s.ID).Costs; !slices.Equal(got, []model.OwnCost{want}) {
		t.Fatalf("stored is %v", got)
	}
	history, _ := r.store.History(t.Context(), s.ID)
	if by := history[len(history)-1].By; by != "tester" {
		t.Errorf("given by %q", by)
	}
	r.press("esc")
	r.shows("your own figure: EUR 3,000 a month", "Your own figures first")

	r.press("c", "down", "enter")
	for range "EUR 3000" {
		r.press("backspace")
	}
	r.write("$3,500")
	if r.press("enter"); !slices.Equal(r.costs(s.ID), []model.Amount{{Low: 3500, High: 3500, Currency: "USD"}}) {
		t.Errorf("changed to %v", r.costs(s.ID))
	}
	if r.press("down", "d"); len(r.costs(s.ID)) != 0 {
		t.Errorf("taken back, and still there: %v", r.costs(s.ID))
	}
	r.press("esc", "z")
	if got := r.costs(s.ID); len(got) != 1 || got[0].Low != 3500 {
		t.Errorf("z leads to %v", got)
	}
	r.press("z", "z", "z")
	if got := r.costs(s.ID); len(got) != 0 {
		t.Errorf("u three times leads to %v", got)
	}
}

// Right after a change z takes it back, in the field too, and the message says so; once
// something else is typed it is a letter again.
func TestUndoRightAfterAnOwnFigure(t *testing.T) {
	r, _, s := onPlan(t, dental)
	r.press("c")
	r.write("5000")
	r.press("enter")
	r.shows("Saved: vCIO, 5,000 a month. z takes it back.")
	form := r.app.over.(*costForm)
	if r.press("z"); len(r.costs(s.ID)) != 0 || form.amount.value != "" {
		t.Errorf("z leaves %v, and %q in the field", r.costs(s.ID), form.amount.value)
	}
	r.shows("Undone. No figure of your own is kept.")
	r.write("5000")
	r.press("enter", "7", "z")
	if len(r.costs(s.ID)) != 1 || form.amount.value != "7z" {
		t.Errorf("after a digit z leads to %v, and %q in the field", r.costs(s.ID), form.amount.value)
	}
	r.press("backspace", "backspace", "z") // no more the last thing that was done
	if len(r.costs(s.ID)) != 1 || form.amount.value != "z" {
		t.Errorf("later z leads to %v, and %q in the field", r.costs(s.ID), form.amount.value)
	}
	r.press("backspace", "down", "d", "z")
	if len(r.costs(s.ID)) != 1 {
		t.Errorf("what was taken back is not back: %v", r.costs(s.ID))
	}
	r.shows("Kept: vCIO, 5,000 a month.")
}

// What is not understood is not saved, stays as it was typed, and says how to write it.
func TestOwnFigureThatIsNotUnderstood(t *testing.T) {
	for _, typed := range []string{"", "3.000", "-5", "1e9", "3000/week", "kr 3000", "３０００"} {
		r, _, s := onPlan(t, dental)
		r.press("c")
		r.write(typed)
		r.press("enter")
		form, open := r.app.over.(*costForm)
		if !open || form.amount.value != typed || len(r.stored(s.ID).Costs) != 0 {
			t.Errorf("%q: taken, or lost", typed)
		}
		r.shows(glyphWarn + " ")
		if r.press("esc"); r.app.over != nil {
			t.Errorf("%q: esc does not lead back", typed)
		}
	}
}

// What the store does not take is not shown as if it had, and stays typed.
func TestOwnFigureThatCannotBeSaved(t *testing.T) {
	refuse := false
	r, v, s := onPlan(t, dental, refusing(&refuse))
	r.press("c")
	r.write("3000/month")
	refuse = true
	r.press("enter")
	r.shows("no space left", "3000/month")
	if strings.Contains(r.text(), "Saved:") || len(v.session.Costs) != 0 {
		t.Error("shown as saved")
	}
	refuse = false
	if r.press("enter"); len(r.costs(s.ID)) != 1 {
		t.Error("a second try does not save it")
	}
}

// Figures that others give at the same time stay; where two change the same one, the
// second looks again.
func TestOwnFiguresOfOthersStay(t *testing.T) {
	fee := model.OwnCost{Role: "vcio", Per: model.Month, Amount: model.Amount{Low: 2000, High: 2000}}
	pay := model.OwnCost{Role: "cio", Per: model.Year, Amount: model.Amount{Low: 150_000, High: 150_000}}
	for name, test := range map[string]struct {
		other model.Event
		want  []model.Amount
		says  string
	}{
		"another one":  {pay.Event(), []model.Amount{pay.Amount, {Low: 3000, High: 3000}}, "Saved"},
		"the same one": {fee.Event(), []model.Amount{fee.Amount}, "somebody else"},
	} {
		t.Run(name, func(t *testing.T) {
			r, _, s := onPlan(t, dental)
			r.press("c")
			r.write("3000/month")
			if _, err := r.store.Append(t.Context(), s.ID, test.other); err != nil {
				t.Fatal(err)
			}
			r.press("enter")
			r.shows(test.says)
			if got := r.costs(s.ID); !slices.Equal(got, test.want) {
				t.Errorf("stored is %v, want %v", got, test.want)
			}
		})
	}
}

// All are taken back only after a question, and z brings them back.
func TestTakingAllOwnFiguresBack(t *testing.T) {
	r, _, s := onPlan(t, dental)
	priced(r).press("esc")
	all := r.stored(s.ID).Costs
	if len(all) != 2 {
		t.Fatalf("stored is %v", all)
	}
	if r.press("R", "n"); len(r.stored(s.ID).Costs) != 2 {
		t.Error("taken back without consent")
	}
	if r.press("R", "y"); len(r.stored(s.ID).Costs) != 0 {
		t.Error("not taken back")
	}
	if r.press("z"); !slices.Equal(r.stored(s.ID).Costs, all) {
		t.Errorf("z brings back %v", r.stored(s.ID).Costs)
	}
}

// A click goes to a line; another one does what the line offers.
func TestOwnFiguresByMouse(t *testing.T) {
	r, _, _ := onPlan(t, dental)
	priced(r)
	form := r.app.over.(*costForm)
	at := func(line int) {
		r.send(click(r.app.frame.left+4, r.app.frame.bodyY+form.spans[line].from-form.body.top))
	}
	seat := form.seat
	if at(lineSeat); form.at != lineSeat || form.seat != seat {
		t.Errorf("the first click leads to line %d, seat %d", form.at, form.seat)
	}
	if at(lineSeat); form.seat == seat {
		t.Error("the second click chooses no other seat")
	}
	r.send(tea.WindowSizeMsg{Width: 120, Height: 40})
	at(linesOfForm)
	if at(linesOfForm); form.at != lineAmount || form.amount.value == "" {
		t.Errorf("a figure that is clicked is not put into the form: line %d, %q", form.at, form.amount.value)
	}
}

// An amount that is kept is put into the form as somebody could have typed it.
func TestAnAmountIsTypedAsItIsRead(t *testing.T) {
	for _, a := range []model.Amount{{Low: 1, High: 1}, {Low: 3000, High: 4000, Currency: "EUR"}, {Low: model.MaxAmount / 20, High: model.MaxAmount, Currency: "XOF"}} {
		if got, err := model.ParseAmount(amountTyped(a)); err != nil || got != a {
			t.Errorf("%+v is typed %q and read as %+v, %v", a, amountTyped(a), got, err)
		}
	}
}

// Whatever the figures are and were, the events of an undo lead from one to the other.
func TestCostEventsLeadThere(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 7))
	some := func() (s model.Session) {
		for range random.IntN(6) {
			s = s.Apply(model.OwnCost{Role: []string{"cio", "cto", "vcio"}[random.IntN(3)], Per: model.OwnPeriods()[random.IntN(4)],
				Amount: model.Amount{Low: 1 + random.IntN(2), High: 2}}.Event())
		}
		return s
	}
	for range 500 {
		now, then := some(), some()
		after := now
		for _, e := range costEvents(now.Costs, then.Costs) {
			after = after.Apply(e)
		}
		if !slices.Equal(after.Costs, then.Costs) {
			t.Fatalf("from %v the events lead to %v, not %v", now.Costs, after.Costs, then.Costs)
		}
	}
}

// What the form gives as an example of an amount is one.
func TestExamplesOfAmountsAreAmounts(t *testing.T) {
	for _, per := range model.OwnPeriods() {
		for example := range strings.SplitSeq(exampleOf(per), ", or ") {
			if _, err := model.ParseAmount(example); err != nil {
				t.Errorf("by the %s: %v", per, err)
			}
		}
	}
}
