package tui

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"remit/advisor"
	"remit/model"
)

// Two companies go through the whole interview and get different advice, and each
// answer that was given is in the store.
func TestTwoCompaniesGetDifferentAdvice(t *testing.T) {
	verdicts := map[string]model.Structure{}
	for name, answers := range map[string]map[string]string{"dental": dental, "saas": saas} {
		r, s := opened(t, placeInterview, model.Interview, nil)
		r.sayAll(answers)
		r.shows("All 16 questions asked", "16 of 16 answered", "See the result", "Check the answers")
		for q, word := range answers {
			if got := r.stored(s.ID).Answers[q].String(); got != word {
				t.Errorf("%s: %s is stored as %q, want %q", name, q, got, word)
			}
		}
		r.press("enter")
		v := r.app.top().(*verdictScreen)
		verdicts[name] = v.advice.Recommendation
		r.shows(v.words().Structure(v.advice.Recommendation).Title)
	}
	if verdicts["dental"] != model.VCIO || verdicts["saas"] != model.CTO {
		t.Errorf("advice is %v, want vcio for the dental group and cto for the software company", verdicts)
	}
}

// Going back is never refused, whatever the question is in the middle of.
func TestBackFromEveryState(t *testing.T) {
	second := func(r *rig) { r.say("product") } // now at headcount
	states := map[string]func(*rig){
		"just opened":       func(*rig) {},
		"a choice picked":   func(r *rig) { r.press("down", "down") },
		"a number typed":    func(r *rig) { r.press("4", "2") },
		"an invalid number": func(r *rig) { r.press(strings.Split("999999999999", "")...); r.press("enter") },
		"evidence shown":    func(r *rig) { r.press("e") },
		"after a note":      func(r *rig) { r.press("n"); r.write("hello"); r.press("esc") },
		"after the list":    func(r *rig) { r.press("g"); r.write("zzz"); r.press("esc") },
	}
	for name, reach := range states {
		for _, key := range []string{"left", "b"} {
			r, _ := opened(t, placeInterview, model.Interview, nil)
			second(r)
			if r.at() != "headcount" {
				t.Fatalf("the second question is %q", r.at())
			}
			reach(r)
			if r.press(key); r.at() != "technology" {
				t.Errorf("%s, %s: at %q, want technology", name, key, r.at())
			}
		}
	}
}

// Backspace takes typed digits away first, then goes back.
func TestBackspaceErasesBeforeItGoesBack(t *testing.T) {
	r, _ := opened(t, placeInterview, model.Interview, nil)
	r.say("product")
	r.press("4", "backspace")
	if r.at() != "headcount" {
		t.Fatal("backspace on a digit left the question")
	}
	if r.press("backspace"); r.at() != "technology" {
		t.Errorf("at %q, want technology", r.at())
	}
}

// On the first question there is nothing before; the screen says so and what to
// do instead.
func TestBackOnTheFirstQuestionSaysWhatToDo(t *testing.T) {
	r, _ := opened(t, placeInterview, model.Interview, nil)
	r.press("left")
	r.shows("first question")
	if r.press("esc"); r.app.title() == "" || len(r.app.stack) != 1 {
		t.Error("esc does not leave the interview")
	}
}

// Changing an early answer keeps the later ones.
func TestChangingAnEarlyAnswerKeepsTheLaterOnes(t *testing.T) {
	r, s := opened(t, placeInterview, model.Interview, nil)
	for _, word := range []string{"product", "90", "light", "cost"} {
		r.say(word)
	}
	for range 4 {
		r.press("left")
	}
	r.say("support")
	got := r.stored(s.ID).Answers
	want := map[string]string{"technology": "support", "headcount": "90", "regulation": "light", "strategy": "cost"}
	for q, word := range want {
		if got[q].String() != word {
			t.Errorf("%s is %q, want %q", q, got[q], word)
		}
	}
	if r.at() != "headcount" {
		t.Errorf("after the change at %q, want headcount", r.at())
	}
}

// Keys typed ahead reach the questions that they were meant for, and a key held
// too long answers nothing that was not seen: nothing is picked beforehand.
func TestTypingAheadSkipsNothing(t *testing.T) {
	r, s := opened(t, placeInterview, model.Interview, nil)
	r.press("down", "enter", "enter", "enter", "enter")
	got := r.stored(s.ID).Answers
	if len(got) != 1 || r.at() != "headcount" {
		t.Errorf("%d answers, at %q; want 1, at headcount", len(got), r.at())
	}
	// A key behind one that changes the screen is not meant for this screen.
	a := r.ask()
	change := a.Update(keyPress(t, "v"))
	a.Update(keyPress(t, "u"))
	if n := len(r.stored(s.ID).Answers); n != 1 {
		t.Errorf("a key behind v answered a question: %d answers", n)
	}
	r.run(change)
	if _, ok := r.app.top().(*reviewScreen); !ok {
		t.Errorf("v leads to %q", r.app.title())
	}
	if r.press("esc", "u"); len(r.stored(s.ID).Answers) != 2 {
		t.Error("back from the review the interview does not hear")
	}
}

// The three non-answers are told apart from each other and from silence.
func TestNonAnswersAreStoredAsSaid(t *testing.T) {
	for key, want := range map[string]model.AnswerKind{"u": model.Unsure, "x": model.NotApplicable, "l": model.Later} {
		r, s := opened(t, placeInterview, model.Interview, nil)
		r.press(key)
		if got := r.stored(s.ID).Answers["technology"].Kind; got != want {
			t.Errorf("%s: kind %d, want %d", key, got, want)
		}
		if r.at() != "headcount" {
			t.Errorf("%s: at %q, want the next question", key, r.at())
		}
	}
	r, s := opened(t, placeInterview, model.Interview, nil)
	if r.press("tab"); len(r.stored(s.ID).Answers) != 0 || r.at() != "headcount" {
		t.Error("tab does not leave the question open and go on")
	}
}

// An answer can be taken back.
func TestTakingAnAnswerBack(t *testing.T) {
	r, s := opened(t, placeInterview, model.Interview, map[string]string{"technology": "part"})
	r.press("left", "d")
	if n := len(r.stored(s.ID).Answers); n != 0 {
		t.Errorf("%d answers, want none", n)
	}
}

// A number is checked while it is typed, and a band stores its own number.
func TestNumbers(t *testing.T) {
	r, s := opened(t, placeInterview, model.Interview, nil)
	r.send(tea.WindowSizeMsg{Width: 100, Height: 30})
	r.say("product")
	r.press("4", "0")
	r.shows("25 to 49")
	r.press(strings.Split("00000000", "")...)
	r.shows("It takes a number", "10,000,000")
	if r.press("enter"); r.at() != "headcount" || r.stored(s.ID).Answers["headcount"].Real() {
		t.Error("an illegal number was taken")
	}
	r.press("down", "down", "down", "enter")
	band := r.ask().talk.framework().Question("headcount").Bands[2]
	if got := r.stored(s.ID).Answers["headcount"]; got != model.Count(band.Value) {
		t.Errorf("the third band stores %v, want %d", got, band.Value)
	}
	r.shows("about", band.Label)
}

// A pasted number is taken with its separators and its unit.
func TestPastedNumber(t *testing.T) {
	r, s := opened(t, placeInterview, model.Interview, nil)
	r.say("product")
	r.send(tea.PasteMsg{Content: "1,200 people"})
	r.press("enter")
	if got := r.stored(s.ID).Answers["headcount"]; got != model.Count(1200) {
		t.Errorf("stored %v, want 1200", got)
	}
}

// A session opens at the question that was open, whether it was left with esc or
// remit was killed.
func TestResumeOnTheSameQuestion(t *testing.T) {
	for name, leave := range map[string]func(*rig){
		"killed":           func(r *rig) { r.say("product"); r.say("40") },
		"left":             func(r *rig) { r.say("product"); r.press("tab", "esc") },
		"left, looking":    func(r *rig) { r.say("product"); r.say("40"); r.press("left", "esc") },
		"left, jumped":     func(r *rig) { r.press("g"); r.write("friction"); r.press("enter", "esc") },
		"ended by ctrl+c":  func(r *rig) { r.say("product"); r.say("40"); r.press("ctrl+c") },
		"left, from a tab": func(r *rig) { r.press("tab", "tab", "tab", "esc") },
		"killed, jumped":   func(r *rig) { r.press("g"); r.write("friction"); r.press("enter") },
		"killed, looking":  func(r *rig) { r.say("product"); r.say("40"); r.press("left", "left") },
		"killed, passing":  func(r *rig) { r.press("tab", "tab") },
	} {
		r, s := opened(t, placeInterview, model.Interview, nil)
		a := r.ask()
		leave(r)
		want := a.talk.at
		again := newAsk(guided)(r.app.env, r.stored(s.ID)).(*askScreen)
		if again.talk.at != want {
			t.Errorf("%s: resumed at %q, want %q", name, again.talk.at, want)
		}
	}
}

// Where the evidence covers the question, no key answers what is out of sight,
// and esc uncovers it.
func TestNothingIsAnsweredUnseen(t *testing.T) {
	r, s := opened(t, placeInterview, model.Interview, nil)
	r.send(tea.WindowSizeMsg{Width: 50, Height: 16})
	r.press("e", "1", "u", "l", "x", "space", "e", "esc")
	if n := len(r.stored(s.ID).Answers); n != 0 || len(r.app.stack) != 2 {
		t.Errorf("%d answers, %d screens", n, len(r.app.stack))
	}
	r.shows("What is technology")
}

// The jump list finds by any word and opens the question.
func TestJumpFindsByTyping(t *testing.T) {
	r, _ := opened(t, placeInterview, model.Interview, nil)
	r.press("/")
	r.write("law")
	r.shows("Regulation")
	if r.press("enter"); r.at() != "regulation" {
		t.Errorf("at %q, want regulation", r.at())
	}
}

// What is only said beside a question finds it too, behind those that say it
// themselves.
func TestJumpFindsBesideTheQuestion(t *testing.T) {
	for word, want := range map[string]string{"money": "seats", "salary": "seats"} {
		r, _ := opened(t, placeInterview, model.Interview, nil)
		r.press("/")
		r.write(word)
		j := r.ask().inner.(*jump)
		if !slices.Contains(j.found, want) {
			t.Errorf("%s finds %v, want %s among them", word, j.found, want)
		}
	}
}

// A click picks what it points at.
func TestMouse(t *testing.T) {
	r, s := opened(t, placeInterview, model.Interview, nil)
	label := r.ask().choices[1].label
	for y, line := range strings.Split(r.text(), "\n") {
		if x := strings.Index(line, label[:12]); x >= 0 {
			r.send(click(len([]rune(line[:x])), y))
			break
		}
	}
	if got := r.stored(s.ID).Answers["technology"].String(); got != "part" {
		t.Errorf("a click on the second choice stores %q", got)
	}
	r.send(tea.MouseWheelMsg{Button: tea.MouseWheelDown})
	if r.ask().cur < 0 {
		t.Error("the wheel does not move the cursor")
	}
}

// A note is saved with the answer's question and can never carry anything that
// a terminal obeys, even if somebody wrote it into the store.
func TestNotes(t *testing.T) {
	r, s := opened(t, placeInterview, model.Interview, nil)
	r.press("n")
	r.write("asked the owner")
	r.press("enter")
	if got := r.stored(s.ID).Notes["technology"]; got != "asked the owner" {
		t.Errorf("the note is %q", got)
	}
	r.shows("asked the owner")
	hostile := "\x1b[2J\x1b]0;owned\a\u202egnp.exe\nsecond\x00 line"
	if _, err := r.store.Append(t.Context(), s.ID, model.Event{Kind: model.EventNoted, Question: "technology", Text: hostile}); err != nil {
		t.Fatal(err)
	}
	for _, to := range []place{placeInterview, placeReview, placeVerdict} {
		r.goTo(to, r.stored(s.ID))
		if view := r.app.view().Content; strings.ContainsAny(view, "\a\x00\u202e") || strings.Contains(view, "\x1b[2J") || strings.Contains(view, "\x1b]") {
			t.Errorf("%s: the note got through to the terminal", to)
		}
		if to == placeInterview {
			if r.press("n"); strings.ContainsAny(r.app.view().Content, "\a\x00\u202e") {
				t.Error("the note got through in the editor")
			}
			r.press("esc")
		}
	}
}

// What was written into a note and left with esc waits for the next time.
func TestAbandonedNoteIsNotLost(t *testing.T) {
	r, s := opened(t, placeInterview, model.Interview, nil)
	r.press("n")
	r.write("half a thou")
	r.press("esc", "right", "left", "n")
	r.shows("half a thou")
	if r.press("enter"); r.stored(s.ID).Notes["technology"] != "half a thou" {
		t.Error("the note that waited was not saved")
	}
}

// Standings, review and result of a session agree with the engine, for a session
// that was answered by hand.
func TestScreensAgreeWithTheEngine(t *testing.T) {
	r, s := opened(t, placeInterview, model.Interview, nil)
	for _, word := range []string{"support", "40", "heavy"} {
		r.say(word)
	}
	want := advisor.Builtin().Outlook(r.stored(s.ID).Answers)
	if got := r.ask().talk.advice.Outlook; got.Bars != want.Bars {
		t.Errorf("the standings show %v, want %v", got.Bars, want.Bars)
	}
}
