package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"remit/advisor"
	"remit/model"
)

// The verdict and the answer under the cursor are in sight at every size, on both
// pages.
func TestWhatIfCursorStaysInSight(t *testing.T) {
	r, v, _ := supposing(t, saas)
	for _, size := range sights {
		r.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		r.press("home")
		for range v.order {
			r.press("right")
			q := v.words().Question(v.order[v.at])
			for range 2 {
				if text := r.text(); !strings.Contains(text, glyphCursor) || !strings.Contains(text, strings.Fields(q.Short)[0]) || !strings.Contains(text, string(v.now.advice.Standing)) {
					t.Fatalf("%v, %s:\n%s", size, q.ID, text)
				}
				r.press("m")
			}
			r.press("down")
		}
	}
}

// Everything that follows can be reached in the smallest window.
func TestWhatIfPageHasEverything(t *testing.T) {
	r, _, _ := supposing(t, saas)
	r.send(tea.WindowSizeMsg{Width: 40, Height: 12})
	r.press("m")
	seen := ""
	for range 20 {
		seen += r.text()
		r.press("pgdown")
	}
	for _, want := range []string{"Map:", "you are here", "Along head count", "What would turn it", "CTO only", "CIO only", "Virtual CIO"} {
		if !strings.Contains(seen, want) {
			t.Errorf("no way to %q", want)
		}
	}
}

// Side by side, every cell can be read in full at every size: the cursor reaches each
// row and each column, and shows all words of what it is on.
func TestSideBySideHidesNothing(t *testing.T) {
	r, v, _ := supposing(t, saas)
	for _, q := range []string{"technology", "headcount", "friction"} {
		r.point(q)
		r.press("left", "s")
	}
	r.press("c", "a")
	list := v.variants()
	if len(list) != mostVariants {
		t.Fatalf("%d columns", len(list))
	}
	for _, size := range few(3, sights) {
		r.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		r.press("home")
		for i, row := range v.sideRows() {
			r.press("left", "left", "left")
			for place := range list {
				if v.table.at != i || v.table.column != place {
					t.Fatalf("%v: the cursor is on row %d of column %d, want %d of %d", size, v.table.at, v.table.column, i, place)
				}
				if !legible(r.text(), row.cells[place].text) {
					t.Fatalf("%v: %s of %s is out of sight:\n%s", size, row.label, variantLetter(place), r.text())
				}
				r.press("right")
			}
			r.press("down")
		}
	}
}

// legible reports whether every word of a text is in the window.
func legible(window, text string) bool {
	for _, word := range strings.Fields(text) {
		if !strings.Contains(window, word) {
			return false
		}
	}
	return true
}

// Text of others is never code here either: names, answers and notes of a session from
// elsewhere, on every page and in what is asked.
func TestWhatIfOfHostileSessions(t *testing.T) {
	for _, name := range hostileNames() {
		r := newRig(t)
		f := r.app.env.Engine.Framework()
		r.begin().goTo(placeWhatIf, model.Session{
			ID: "01", Name: name, Client: name, Asked: name, Kind: model.Interview, Position: name, Framework: f.Ref,
			Answers: model.Answers{name: model.Choose(name), f.Questions[0].ID: model.Choose(name)},
			Notes:   map[string]string{f.Questions[0].ID: name},
		})
		harmless(t, r, "what if", name)
		r.press("right")
		harmless(t, r, "what if, changed", name)
		r.press("m")
		harmless(t, r, "what if, the map", name)
		r.press("k")
		harmless(t, r, "what if, keeping", name)
		r.press("enter")
		harmless(t, r, "what if, kept", name)
		r.press("m", "right", "s", "c", "a")
		harmless(t, r, "what if, side by side", name)
		r.press("o")
		harmless(t, r, "what if, adding", name)
	}
}

// What a saved session brings is no code either.
func TestSideBySideOfHostileSessions(t *testing.T) {
	for _, name := range hostileNames() {
		r, v, s := supposing(t, dental)
		s.ID, s.Name, s.Answers = "02", name, s.Answers.With("headcount", model.Choose(name)).With("technology", model.Choose(name))
		r.press("c", "o", "esc")
		r.send(pickedMsg{era: v.picker.picked, session: s})
		harmless(t, r, "side by side", name)
		r.press("a", "enter")
		harmless(t, r, "taken up", name)
	}
}

// So it is with four columns, on the answers and side by side.
func BenchmarkWhatIfFourColumns(b *testing.B) {
	e := advisor.Builtin()
	as := model.Answers{}
	for i := range e.Framework().Questions {
		q := &e.Framework().Questions[i]
		as[q.ID] = benchAnswer(q, dental[q.ID])
	}
	for name, page := range map[string]tea.KeyPressMsg{"answers": {Code: tea.KeyDown}, "side by side": {Code: 'c', Text: "c"}} {
		b.Run(name, func(b *testing.B) {
			v := newWhatIf(newEnv(b.Context(), Deps{Engine: e}), model.Session{ID: "1", Name: "x", Answers: as}).(*whatIfScreen)
			v.Resize(126, 33)
			right, left, aside := tea.KeyPressMsg{Code: tea.KeyRight}, tea.KeyPressMsg{Code: tea.KeyLeft}, tea.KeyPressMsg{Code: 's', Text: "s"}
			for range mostVariants - 1 {
				v.Update(right)
				v.Update(aside)
				v.Update(tea.KeyPressMsg{Code: tea.KeyDown})
			}
			v.Update(page)
			for i := 0; b.Loop(); i++ {
				k := left
				if i%2 == 1 {
					k = right
				}
				v.Update(k)
				_ = v.View()
			}
		})
	}
}

// A key is answered within a frame of 16 ms.
func BenchmarkWhatIfKey(b *testing.B) {
	e := advisor.Builtin()
	f := e.Framework()
	for name, words := range map[string]map[string]string{"dental": dental, "saas": saas, "nothing": {}, "half": {"headcount": "40", "technology": "support", "regulation": "heavy"}} {
		as := model.Answers{}
		for i := range f.Questions {
			q := &f.Questions[i]
			if w, ok := words[q.ID]; ok {
				as[q.ID] = benchAnswer(q, w)
			}
		}
		b.Run(name, func(b *testing.B) {
			en := newEnv(b.Context(), Deps{Engine: e})
			v := newWhatIf(en, model.Session{ID: "1", Name: "x", Answers: as}).(*whatIfScreen)
			v.Resize(126, 33)
			right, left := tea.KeyPressMsg{Code: tea.KeyRight}, tea.KeyPressMsg{Code: tea.KeyLeft}
			for i := 0; b.Loop(); i++ {
				k := right
				if i%2 == 1 {
					k = left
				}
				v.Update(k)
				_ = v.View()
			}
		})
	}
}

func benchAnswer(q *model.Question, word string) model.Answer {
	a := model.Say(word)
	if q.Kind == model.NumberQuestion {
		n := 0
		for _, c := range word {
			n = n*10 + int(c-'0')
		}
		a = model.Count(n)
	}
	return a
}
