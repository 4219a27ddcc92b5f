package tui

import (
	"maps"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// but gives answers with some of them changed.
func but(answers map[string]string, changed map[string]string) map[string]string {
	all := maps.Clone(answers)
	maps.Copy(all, changed)
	return all
}

// A session in which everything was asked opens at its result, "not sure" being an
// answer: there a digit turns the page and answers nothing.
func TestWhatWasAskedOpensAtItsResult(t *testing.T) {
	f := newRig(t).app.env.Engine.Framework()
	for name, answers := range map[string]map[string]string{
		"all known": saas, "one not sure": but(saas, map[string]string{"friction": "unsure"}),
		"one for later, one that does not apply": but(saas, map[string]string{"friction": "later", "audience": "n/a"}),
	} {
		r := newRig(t)
		s := filled(r, model.Interview, answers)
		last := model.Event{Kind: model.EventMoved, Question: f.Questions[len(f.Questions)-1].ID}
		if _, err := r.store.Append(t.Context(), s.ID, last); err != nil {
			t.Fatal(err)
		}
		r.begin()
		before := r.stored(s.ID).Answers
		ways := map[string]func(){
			"continue": func() { r.press("c") },
			"sessions": func() { r.press("s", "enter") },
			"command":  func() { r.run(begin(r.app.env, Start{At: AtInterview, Session: s.ID})) },
		}
		for way, open := range ways {
			for len(r.app.stack) > 1 {
				r.press("esc")
			}
			open()
			v, ok := r.app.top().(*verdictScreen)
			if !ok {
				t.Fatalf("%s, %s: opens at %q", name, way, r.app.title())
			}
			if r.press("3"); v.tab != tabOthers || !maps.Equal(r.stored(s.ID).Answers, before) {
				t.Errorf("%s, %s: a digit leads to page %d and leaves %v", name, way, v.tab, r.stored(s.ID).Answers)
			}
		}
	}
}

// A session with a question that nothing was said to opens at its questions.
func TestWhatWasNotAskedOpensAtItsQuestions(t *testing.T) {
	missing := maps.Clone(saas)
	delete(missing, "friction")
	r := newRig(t)
	filled(r.begin(), model.Interview, missing)
	if r.press("s", "enter"); r.at() == "" {
		t.Errorf("opens at %q", r.app.title())
	}
}

// A quick check opens at its result when nothing more can change it; from there one goes
// on with the full interview.
func TestADecidedQuickCheckOpensAtItsResult(t *testing.T) {
	r, _ := opened(t, placeQuick, model.Quick, nil)
	r.sayAll(dental)
	r.press("esc", "c")
	if _, ok := r.app.top().(*verdictScreen); !ok {
		t.Fatalf("opens at %q", r.app.title())
	}
	r.press("i")
	r.shows("Go on with the full interview")
}

// The result says what was left open, and one key leads there and back; it stays until
// the last is settled. In the smallest window the key is below.
func TestTheResultOffersToSettle(t *testing.T) {
	r, s := opened(t, placeVerdict, model.Interview, but(saas, map[string]string{"friction": "unsure", "estate": "later"}))
	r.shows("Left open", "2 to find out", "press s")
	for left := 2; left > 0; left-- {
		r.send(tea.WindowSizeMsg{Width: minWidth, Height: minHeight})
		r.shows("s settle")
		r.press("s")
		open := r.at()
		if was := r.stored(s.ID).Answers[open].Kind; was != model.Unsure && was != model.Later {
			t.Fatalf("s leads to %q, which is %v", open, was)
		}
		r.say(saas[open])
		if r.app.title() == "" || r.stored(s.ID).Answers[open].String() != saas[open] {
			t.Fatalf("%s is not answered", open)
		}
	}
	r.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	if strings.Contains(r.text(), "Left open") || strings.Contains(r.text(), "s settle") {
		t.Errorf("there is nothing left to settle:\n%s", r.text())
	}
}

// What a key has answered is shown, with what it replaced, and z takes it back, one
// answer after the other, with its question open again.
func TestASlipIsSeenAndTakenBack(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {40, 12}, {120, 40}, {60, 30}} {
		r, s := opened(t, placeInterview, model.Interview, map[string]string{"technology": "product"})
		r.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		r.press("left")
		r.say("support")
		r.shows("Changed.", "z takes it back.")
		r.say("40")
		r.shows("Saved.", "z takes it back.")
		r.press("z")
		if got := r.stored(s.ID); r.at() != "headcount" || got.Answers["headcount"].Kind != model.Unanswered || got.Position != "headcount" {
			t.Errorf("%v: at %q, stored is %v at %q", size, r.at(), got.Answers, got.Position)
		}
		r.press("z")
		if r.at() != "technology" || r.stored(s.ID).Answers["technology"].String() != "product" {
			t.Errorf("%v: at %q, stored is %v", size, r.at(), r.stored(s.ID).Answers)
		}
		if r.press("z"); len(r.stored(s.ID).Answers) != 1 {
			t.Errorf("%v: what was answered before the visit is taken back", size)
		}
		if r.press("d", "z"); r.stored(s.ID).Answers["technology"].String() != "product" {
			t.Errorf("%v: what d took away does not come back", size)
		}
	}
}

// A question that is answered from the result, or from the page of all answers, leads back
// there, where the answer is named and z takes it back, as long as the page is open.
func TestASlipOnAnErrandIsTakenBackWhereItLeads(t *testing.T) {
	answers := but(saas, map[string]string{"friction": "unsure"})
	ways := map[string]func(*rig){
		"verdict": func(r *rig) { r.press("s") },
		"unknown": func(r *rig) { r.press("4", "enter") },
		"raci":    func(r *rig) { r.press("7", "s") },
		"answers": func(r *rig) { r.goTo(placeReview, only(t, r)); r.press("G", "enter") },
	}
	for name, way := range ways {
		for _, w := range []int{minWidth, 80} {
			r, s := opened(t, placeVerdict, model.Interview, answers)
			r.send(tea.WindowSizeMsg{Width: w, Height: 24})
			way(r)
			open := r.at()
			before := r.stored(s.ID).Answers
			r.press("l")
			if _, still := r.app.top().(*askScreen); still {
				t.Fatalf("%s: the answer does not lead back", name)
			}
			r.shows("z takes it back.")
			if w > minWidth {
				r.shows("Changed. " + quote(r.app.env.Engine.Framework(), open, model.Answer{Kind: model.Later}))
			}
			r.press("z")
			if got := r.stored(s.ID).Answers; !maps.Equal(got, before) {
				t.Errorf("%s: %s is %v after it was taken back, was %v", name, open, got[open], before[open])
			}
			r.shows("Taken back.")
		}
	}
}

// What somebody else has answered since is not taken back.
func TestTheirAnswerIsNotTakenBack(t *testing.T) {
	r, s := opened(t, placeVerdict, model.Interview, but(saas, map[string]string{"friction": "unsure"}))
	r.press("s")
	r.say("low")
	theirs := model.Choose("high")
	if _, err := r.store.Append(t.Context(), s.ID, model.Event{Kind: model.EventAnswered, Question: "friction", Answer: &theirs}); err != nil {
		t.Fatal(err)
	}
	r.press("z")
	r.shows("Not taken back")
	if got := r.stored(s.ID).Answers["friction"]; got != theirs {
		t.Errorf("friction is %v", got)
	}
	if v := r.app.top().(*verdictScreen); v.session.Answers["friction"] != theirs {
		t.Error("the result does not show their answer")
	}
}

// The page of all answers begins at what is open: where nobody answered, else where
// somebody has to find out.
func TestAllAnswersBeginAtWhatIsOpen(t *testing.T) {
	unsure := but(saas, map[string]string{"estate": "unsure"})
	silent := maps.Clone(unsure)
	delete(silent, "friction")
	for want, answers := range map[string]map[string]string{"estate": unsure, "friction": silent, "technology": saas} {
		r, _ := opened(t, placeReview, model.Interview, answers)
		if v := r.app.top().(*reviewScreen); v.order[v.at] != want {
			t.Errorf("the cursor is at %q, want %q", v.order[v.at], want)
		}
	}
}
