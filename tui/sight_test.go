package tui

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// sights are the window sizes at which the laws of this file are held: the
// smallest, the usual ones, and those at which the layout changes.
var sights = [][2]int{{40, 12}, {41, 13}, {40, 20}, {47, 15}, {60, 16}, {71, 24}, {72, 12}, {80, 12}, {80, 24}, {100, 30}, {120, 40}, {300, 100}}

// words are the first words of a text, as many as stand on a line of any window.
func words(text string) string {
	return strings.Join(strings.Fields(text)[:3], " ")
}

// The question is on the screen whatever choice is under the cursor, and so is
// that choice.
func TestTheQuestionStaysInSight(t *testing.T) {
	r := newRig(t)
	interviewed(r, placeInterview, 2)
	for range r.ask().talk.order[2:] {
		for _, size := range sights {
			r.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			r.press("home")
			for range r.ask().choices {
				a := r.ask()
				at := fmt.Sprintf("%v, %s, choice %d", size, a.talk.at, a.cur)
				if !strings.Contains(r.text(), words(a.talk.question().Ask)) {
					t.Fatalf("%s: the question is out of sight:\n%s", at, r.text())
				}
				if !strings.Contains(r.text(), glyphCursor+" ") {
					t.Fatalf("%s: the cursor is out of sight:\n%s", at, r.text())
				}
				r.press("down")
			}
		}
		r.press("tab")
	}
}

// It stays in sight also when an answer could not be saved.
func TestTheQuestionStaysInSightOfAFailure(t *testing.T) {
	r := newRig(t)
	interviewed(r, placeInterview, 2).refuse().press("u")
	for _, size := range sights {
		r.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		for _, want := range []string{words(r.ask().talk.question().Ask), "Not saved", "Press r"} {
			if !strings.Contains(strings.Join(strings.Fields(r.text()), " "), want) {
				t.Errorf("%v: %q is out of sight:\n%s", size, want, r.text())
			}
		}
	}
}

// Without scrolling, the first page of a result shows the verdict and the three
// main reasons in a window of the usual size, whatever was answered.
func TestAResultShowsThreeReasonsAtOnce(t *testing.T) {
	r := newRig(t)
	r.begin()
	r.goTo(placeVerdict, filled(r, model.Interview, saas))
	v := r.app.top().(*verdictScreen)
	random := rand.New(rand.NewPCG(7, 11))
	for _, size := range [][2]int{{80, 24}, {120, 40}, {300, 100}} {
		r.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		for range 200 {
			v.take(model.Session{ID: "x", Answers: randomAnswers(v.words(), random)})
			v.body.top = 0
			v.lay()
			text := r.text()
			wanted := []string{v.words().Recommended(&v.advice), "Engagement", "Reporting"}
			for _, reason := range v.advice.MainReasons(3) {
				wanted = append(wanted, signed(reason.Points)+" "+words(reason.Because))
			}
			for _, want := range wanted {
				if !strings.Contains(text, want) {
					t.Fatalf("%v: %q is out of sight:\n%s", size, want, text)
				}
			}
		}
	}
}

// randomAnswers answers each question, or leaves it open.
func randomAnswers(f *model.Framework, random *rand.Rand) model.Answers {
	as := model.Answers{}
	open := random.IntN(4)
	for _, q := range f.Questions {
		switch n := random.IntN(10); {
		case n < open:
		case q.Kind == model.ChoiceQuestion:
			as = as.With(q.ID, model.Choose(q.Options[random.IntN(len(q.Options))].ID))
		default:
			as = as.With(q.ID, model.Count(q.Bands[random.IntN(len(q.Bands))].Value))
		}
	}
	return as
}

// The columns of the standings are aligned: on every row the points end in the
// same place, at every width.
func TestStandingsAreAligned(t *testing.T) {
	r := newRig(t)
	for _, as := range sheets(t) {
		for _, final := range []bool{true, false} {
			e := r.app.env.Engine
			s := standings{theme: newTheme(true), words: e.Framework(), outlook: e.Outlook(as), final: final}
			for w := boardMin; w < 90; w++ {
				c := s.widths(w)
				end := 2 + c.name + 1 + c.bar + c.points
				for _, row := range plainRows(s, w) {
					if last := []rune(row)[end-1]; last < '0' || last > '9' {
						t.Fatalf("width %d: the points of %q do not end in column %d", w, row, end)
					}
				}
			}
		}
	}
}
