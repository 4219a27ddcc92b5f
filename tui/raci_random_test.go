package tui

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"

	"remit/advisor"
	"remit/model"
)

// Whatever is pressed on the pages of the result, in any window and under other rules
// than the built-in ones: nothing is wider or higher than the window, the matrix that is
// shown is the one of the stored session, and it breaks no law.
func TestAnyKeysInTheResult(t *testing.T) {
	for name, e := range map[string]*advisor.Engine{"built-in": advisor.Builtin(), "hospital": hospital(t)} {
		for _, seed := range few(1, []uint64{0, 1}) {
			t.Run(fmt.Sprint(name, seed), func(t *testing.T) {
				dice := rand.New(rand.NewPCG(seed, 9))
				r := newRig(t, func(d *Deps) { d.Engine = e })
				s := r.begin().create("Acme", "", 6+int(seed)*10)
				keys := []string{"up", "down", "down", "left", "right", "right", "tab", "6", "7", "7", "7", "8", "9", "0", "enter", "enter",
					"a", "b", "c", "i", "r", "g", "/", "z", "R", "y", "e", "n", "p", "h", "l", "j", "k", "home", "end", "pgup", "pgdown", "?", "esc", "backspace"}
				for i := range 300 {
					if _, ok := r.app.top().(*verdictScreen); !ok {
						r.goTo(placeVerdict, r.stored(s.ID))
						r.press("7")
					}
					if dice.IntN(10) == 0 {
						r.send(tea.WindowSizeMsg{Width: 40 + dice.IntN(120), Height: 12 + dice.IntN(40)})
					}
					key := keys[dice.IntN(len(keys))]
					r.press(key)
					fits(t, r, fmt.Sprintf("step %d, %s", i, key))
					if v, ok := r.app.top().(*verdictScreen); ok {
						keepsItsLaws(t, r, v, s.ID)
					}
				}
			})
		}
	}
}

// keepsItsLaws fails if the matrix is not the stored one, or breaks a law.
func keepsItsLaws(t *testing.T, r *rig, v *verdictScreen, id string) {
	t.Helper()
	if v.advice.TooEarly() || !slices.Contains(v.tabs, tabRACI) {
		return
	}
	stored := r.stored(id)
	advice := v.env.Engine.Advise(stored.Answers, 0)
	set := v.env.Engine.Deliver(&advice)
	want, _ := advisor.Revise(set.Matrix, stored.Edits)
	got := v.follows.look().matrix
	same := slices.EqualFunc(want.Rows, got.Rows, func(a, b model.MatrixRow) bool { return slices.Equal(a.Cells, b.Cells) })
	if !same || !slices.Equal(want.Columns, got.Columns) {
		t.Fatal("the matrix is not the one of the stored session")
	}
	if broken := v.env.Engine.Breaches(&got, advice.Situation()); len(broken) > 0 {
		t.Fatalf("the matrix breaks %v", broken)
	}
}

// Text of others is no code on any page: names and chosen letters of a session from
// elsewhere. Letters that are none have no place.
func TestPagesOfHostileSessions(t *testing.T) {
	for _, name := range hostileNames() {
		r := newRig(t)
		as := model.Answers{}
		for id, word := range saas {
			as[id] = answerFor(t, r.app.env.Engine.Framework().Question(id), word)
		}
		r.begin().goTo(placeVerdict, model.Session{
			ID: "01", Name: name, Client: name, Asked: name, Kind: model.Interview, Position: name, Framework: r.app.env.Engine.Framework().Ref, Answers: as,
			Edits: []model.CellEdit{{Activity: name, Role: name, Letter: model.Letter(name)}, {Activity: "it-strategy", Role: "cto", Letter: model.Letter(name)},
				{Activity: "it-strategy", Role: "cfo", Letter: model.LetterA}, {Activity: "it-strategy", Role: "cfo", Letter: model.LetterC}},
			Costs: []model.OwnCost{{Role: name, Per: model.Month, Amount: model.Amount{Low: 1, High: 1}}, {Role: "cto", Per: model.Period(name), Amount: model.Amount{Low: 1, High: 1, Currency: name}}},
		})
		for _, key := range []string{"5", "6", "7", "8", "9", "0"} {
			r.press(key)
			harmless(t, r, "page "+key, name)
		}
		r.press("9", "c", "down")
		harmless(t, r, "own costs", name)
		r.press("up")
		r.send(tea.PasteMsg{Content: name})
		r.press("enter")
		harmless(t, r, "an amount", name)
		r.press("esc", "R")
		harmless(t, r, "taking costs back", name)
		r.press("esc", "7", "/")
		r.send(tea.PasteMsg{Content: name})
		harmless(t, r, "search", name)
		r.press("esc", "enter")
		harmless(t, r, "letters", name)
		r.press("esc", "R")
		harmless(t, r, "taking back", name)
		r.press("esc")
		if v := r.app.top().(*verdictScreen); v.follows.look().lost == 0 || len(v.follows.broken) == 0 {
			t.Errorf("%d letters have no place, %d laws are broken", v.follows.lost, len(v.follows.broken))
		}
	}
}

// A key on the pages of the result is answered within a frame of 16 ms.
func BenchmarkResultKeys(b *testing.B) {
	e := advisor.Builtin()
	as := model.Answers{}
	for i := range e.Framework().Questions {
		q := &e.Framework().Questions[i]
		as[q.ID] = benchAnswer(q, saas[q.ID])
	}
	keys := map[string][]tea.KeyPressMsg{
		"turn":   {{Code: tea.KeyTab}},
		"matrix": {{Code: '7', Text: "7"}, {Code: tea.KeyDown}, {Code: tea.KeyRight}, {Code: tea.KeyUp}, {Code: tea.KeyLeft}},
		"chart":  {{Code: '6', Text: "6"}, {Code: tea.KeyDown}, {Code: tea.KeyUp}},
	}
	for name, list := range keys {
		b.Run(name, func(b *testing.B) {
			v := newVerdict(newEnv(b.Context(), Deps{Engine: e}), model.Session{ID: "1", Name: "x", Answers: as}).(*verdictScreen)
			v.Resize(126, 33)
			v.Update(list[0])
			for i := 0; b.Loop(); i++ {
				v.Update(list[min(i%len(list), len(list)-1)])
				_ = v.View()
			}
		})
	}
}
