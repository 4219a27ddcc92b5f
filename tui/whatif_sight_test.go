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
