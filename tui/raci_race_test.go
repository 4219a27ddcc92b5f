package tui

import (
	"slices"
	"strings"
	"testing"

	"remit/model"
)

// chosenElsewhere lets somebody else save letters while the matrix is on the screen.
func (r *rig) chosenElsewhere(id string, edits ...model.CellEdit) {
	r.t.Helper()
	for _, e := range edits {
		if _, err := r.store.Append(r.t.Context(), id, e.Event()); err != nil {
			r.t.Fatal(err)
		}
	}
}

// Two letters may each keep the laws and break one together. Whichever of two people
// saves first, the second is told the law, sees the row as it is, and nothing that
// breaks a law is ever stored.
func TestLettersThatBreakALawOnlyTogether(t *testing.T) {
	_, c, _ := onMatrix(t, saas)
	pairs := lawlessPairs(c)
	if len(pairs) == 0 {
		t.Fatal("no two letters break a law together, so there is nothing to try")
	}
	for _, p := range pairs[:min(len(pairs), 4)] {
		for _, pair := range [][2]model.CellEdit{p, {p[1], p[0]}} {
			theirs, mine := pair[0], pair[1]
			r, c, s := onMatrix(t, saas)
			r.goToCell(c, mine.Activity, mine.Role)
			r.press("enter")
			r.chosenElsewhere(s.ID, theirs)
			r.press(letterKey(mine.Letter))
			if got := r.stored(s.ID).Edits; !slices.Equal(got, []model.CellEdit{theirs}) {
				t.Errorf("theirs %v, mine %v: stored is %v", theirs, mine, got)
			}
			if got := letterOf(c.matrix(), theirs.Activity, theirs.Role); got != theirs.Letter {
				t.Errorf("theirs is shown as %q", got)
			}
			if _, refused := c.after(append(slices.Clone(c.follows.edits), mine)); len(refused) == 0 || !strings.Contains(strings.Join(strings.Fields(r.text()), " "), refused[0]) {
				t.Errorf("the law %q is not named:\n%s", refused, r.text())
			}
			r.shows("Not saved")
			if strings.Contains(r.text(), "Saved.") || len(c.follows.broken) > 0 {
				t.Error("a law is broken")
			}
		}
	}
}

// lawlessPairs finds letters for cells of different rows of which each alone breaks no
// law, and both do.
func lawlessPairs(c *raciPage) (pairs [][2]model.CellEdit) {
	at := func(activity string) (list []model.CellEdit) {
		for _, role := range c.matrix().Columns {
			for _, letter := range []model.Letter{model.LetterA, model.LetterAR, model.LetterR} {
				e := model.CellEdit{Activity: activity, Role: role, Letter: letter}
				if _, refused := c.after([]model.CellEdit{e}); len(refused) == 0 && letterOf(c.matrix(), activity, role) != letter {
					list = append(list, e)
				}
			}
		}
		return list
	}
	for _, x := range c.follows.book().Separations {
		for _, one := range at(x.One.Activity) {
			for _, duty := range x.Others {
				for _, other := range at(duty.Activity) {
					if _, refused := c.after([]model.CellEdit{one, other}); len(refused) > 0 && one.Activity != other.Activity {
						pairs = append(pairs, [2]model.CellEdit{one, other})
					}
				}
			}
		}
	}
	return pairs
}

// letterKey is the key that chooses a letter.
func letterKey(l model.Letter) string {
	if l == model.LetterAR {
		return "b"
	}
	return strings.ToLower(string(l))
}

// Who chooses by a row that others have just changed is shown the row and asked again.
func TestRowThatOthersChangedIsLookedAtAgain(t *testing.T) {
	r, c, s := onMatrix(t, saas)
	theirs := model.CellEdit{Activity: "it-strategy", Role: "cfo", Letter: model.LetterI}
	r.goToCell(c, "it-strategy", "hr")
	r.press("enter")
	r.chosenElsewhere(s.ID, theirs)
	r.press("i")
	if got := r.stored(s.ID).Edits; !slices.Equal(got, []model.CellEdit{theirs}) {
		t.Errorf("stored is %v", got)
	}
	r.shows("Not saved: somebody else has just changed this row.")
	r.press("enter", "i")
	if got := r.stored(s.ID).Edits; len(got) != 2 {
		t.Errorf("after the second look stored is %v", got)
	}
}

// Whatever else others change does not stand in the way, and answers of theirs are shown.
func TestOtherChangesDoNotStopALetter(t *testing.T) {
	r, c, s := onMatrix(t, saas)
	if _, err := r.store.Append(t.Context(), s.ID, model.Event{Kind: model.EventRenamed, Name: "Other name"}); err != nil {
		t.Fatal(err)
	}
	r.goToCell(c, "it-strategy", "hr")
	r.press("enter", "i")
	if got := r.stored(s.ID).Edits; len(got) != 1 {
		t.Fatalf("stored is %v", got)
	}
	r.shows("Other name", "Saved.")
	if _, err := r.store.Append(t.Context(), s.ID, model.Event{Kind: model.EventRenamed, Name: "Third name"}); err != nil {
		t.Fatal(err)
	}
	if r.press("z"); len(r.stored(s.ID).Edits) != 0 {
		t.Error("not taken back")
	}
}

// Taking back goes by what is chosen; where others have just chosen, nothing is taken
// back before the person has seen it.
func TestTakingBackWaitsForALookAtWhatOthersChose(t *testing.T) {
	for _, keys := range [][]string{{"z"}, {"R", "y"}} {
		r, c, s := onMatrix(t, saas)
		r.goToCell(c, "it-strategy", "hr")
		r.press("enter", "i")
		r.chosenElsewhere(s.ID, model.CellEdit{Activity: "what-to-build", Role: "hr", Letter: model.LetterI})
		r.press(keys...)
		if got := r.stored(s.ID).Edits; len(got) != 2 {
			t.Errorf("after %v stored is %v", keys, got)
		}
		r.shows("Not taken back")
		if r.press(keys...); len(r.stored(s.ID).Edits) == 2 {
			t.Errorf("%v takes nothing back the second time", keys)
		}
	}
}

// A session from elsewhere may break a law: its row has a mark before it, the law is
// named below, and z takes the last letter back.
func TestRowThatBreaksALawIsMarked(t *testing.T) {
	r, _, s := onMatrix(t, saas)
	r.chosenElsewhere(s.ID, model.CellEdit{Activity: "product-technology", Role: "cto", Letter: model.LetterI})
	r.goTo(placeVerdict, r.stored(s.ID))
	r.onTab(tabRACI)
	c := r.app.top().(*verdictScreen).parts[tabRACI].(*raciPage)
	r.goToCell(c, "product-technology", "cfo")
	r.shows(glyphCursor+glyphWarn+c.follows.book().Activity("product-technology").Title[:8], "1 law is broken", "Nobody answers")
	r.press("z")
	if len(r.stored(s.ID).Edits) != 0 || len(c.follows.broken) > 0 {
		t.Error("z does not mend it")
	}
}
