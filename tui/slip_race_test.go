package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// answeredElsewhere lets somebody else answer a question while another screen is open.
func (r *rig) answeredElsewhere(id, question string, a model.Answer) {
	r.t.Helper()
	if _, err := r.store.Append(r.t.Context(), id, model.Event{Kind: model.EventAnswered, Question: question, Answer: &a}); err != nil {
		r.t.Fatal(err)
	}
}

// Where a colleague was quicker, an answer replaces theirs and not the one that this screen
// still shows: that is said, and taking it back brings theirs back.
func TestTheirAnswerIsWhatIsReplaced(t *testing.T) {
	r, s := opened(t, placeInterview, model.Interview, map[string]string{"technology": "product"})
	f := r.app.env.Engine.Framework()
	r.press("left")
	theirs := model.Choose("support")
	r.answeredElsewhere(s.ID, "technology", theirs)
	r.say("part")
	if text := strings.Join(strings.Fields(r.text()), " "); strings.Contains(text, saidInWords(f.Question("technology"), model.Choose("product"))+")") {
		t.Errorf("it says that the answer of before was replaced:\n%s", r.text())
	}
	r.shows("Somebody else")
	r.press("z")
	if got := r.stored(s.ID).Answers["technology"]; got != theirs {
		t.Errorf("technology is %v after it was taken back, want theirs", got)
	}
}

// What d takes away is what stands there then, too.
func TestTheirAnswerIsWhatIsTakenAway(t *testing.T) {
	r, s := opened(t, placeInterview, model.Interview, map[string]string{"technology": "product"})
	r.press("left")
	theirs := model.Choose("support")
	r.answeredElsewhere(s.ID, "technology", theirs)
	r.press("d", "z")
	if got := r.stored(s.ID).Answers["technology"]; got != theirs {
		t.Errorf("technology is %v, want theirs", got)
	}
}

// An answer that the store took only at the second attempt is taken back like any other,
// in the interview and where an errand leads.
func TestAnAnswerThatWasSavedLateIsTakenBack(t *testing.T) {
	for _, again := range []string{"r", "enter"} {
		refuse := false
		r, s := opened(t, placeInterview, model.Interview, map[string]string{"technology": "product"}, refusing(&refuse))
		r.press("left", "d")
		refuse = true
		r.say("part")
		refuse = false
		r.press(again)
		r.press("z")
		if got := r.stored(s.ID).Answers["technology"]; got.Kind != model.Unanswered {
			t.Errorf("%s, z: technology is %v, and d had taken it away", again, got)
		}
		if r.press("z"); r.stored(s.ID).Answers["technology"].String() != "product" {
			t.Errorf("%s, z, z: technology is %v", again, r.stored(s.ID).Answers["technology"])
		}
	}
	refuse := false
	r, s := opened(t, placeVerdict, model.Interview, but(saas, map[string]string{"friction": "unsure"}), refusing(&refuse))
	r.press("s", "d")
	refuse = true
	r.say("low")
	refuse = false
	r.press("r")
	r.shows("z takes it back.", "Saved.")
	r.press("z")
	r.shows("Taken back.")
	if got := r.stored(s.ID).Answers["friction"]; got.Kind != model.Unanswered {
		t.Errorf("friction is %v", got)
	}
}

// While something is not saved z takes nothing back, and says what to do first.
func TestNothingIsTakenBackBeforeAllIsSaved(t *testing.T) {
	refuse := false
	r, s := opened(t, placeInterview, model.Interview, nil, refusing(&refuse))
	r.say("product")
	refuse = true
	r.say("40")
	r.send(tea.WindowSizeMsg{Width: 120, Height: 40})
	r.press("z")
	r.shows("r saves it first")
	if got := r.stored(s.ID).Answers["technology"].String(); got != "product" {
		t.Errorf("technology is %q", got)
	}
}

// What an errand could not save is named before it is lost, whichever key leads back.
func TestAnErrandIsNotLeftWithoutAWord(t *testing.T) {
	refuse := false
	r, _ := opened(t, placeVerdict, model.Interview, but(saas, map[string]string{"friction": "unsure"}), refusing(&refuse))
	r.press("s")
	refuse = true
	r.say("low")
	r.send(tea.WindowSizeMsg{Width: 120, Height: 40})
	r.press("tab")
	r.shows("you said here could not be")
	if got := r.ask().talk.said("friction"); got != model.Choose("low") {
		t.Errorf("friction is %v here", got)
	}
}

// One may press z before the page has read what was answered on the other, or while it is
// still reading: then it is taken back all the same, and what is read late is not shown.
func TestTakingBackWhileThePageIsStillReading(t *testing.T) {
	for _, to := range []place{placeVerdict, placeReview} {
		for _, read := range []string{"after", "before"} {
			r, s := opened(t, to, model.Interview, but(saas, map[string]string{"friction": "unsure"}))
			is := model.Choose("low")
			r.answeredElsewhere(s.ID, "friction", is)
			top := r.app.top().(interface {
				screen
				resumer
			})
			late := top.Resume()
			r.send(answeredMsg{slip{s.ID, "friction", model.Answer{Kind: model.Unsure}, is}})
			if read == "before" {
				msg := late()
				r.press("z")
				r.send(msg)
			} else {
				r.press("z")
				r.run(late)
			}
			r.shows("Taken back.")
			if got := r.stored(s.ID).Answers["friction"]; got.Kind != model.Unsure {
				t.Errorf("%v, read %s: friction is %v in the store", to, read, got)
			}
			if got := shownSession(t, top).Answers["friction"]; got.Kind != model.Unsure {
				t.Errorf("%v, read %s: friction is shown as %v", to, read, got)
			}
		}
	}
}

// A page never goes back to a state of the session that is older than what it has saved.
func TestWhatIsReadLateIsNotShown(t *testing.T) {
	for _, to := range []place{placeVerdict, placeReview} {
		r, s := opened(t, to, model.Interview, saas)
		top := r.app.top().(interface {
			screen
			resumer
		})
		r.answeredElsewhere(s.ID, "friction", model.Choose("high"))
		r.run(top.Resume())
		late := top.Resume()().(loadedMsg)
		late.session = s
		r.send(late)
		if got := shownSession(t, top).Answers["friction"]; got != model.Choose("high") {
			t.Errorf("%v: friction is shown as %v", to, got)
		}
	}
}

// A store that fails for a moment is no reason to forget what can be taken back.
func TestTakingBackIsTriedAgain(t *testing.T) {
	for _, to := range []place{placeVerdict, placeReview} {
		refuse := false
		r, s := opened(t, to, model.Interview, but(saas, map[string]string{"friction": "unsure"}), refusing(&refuse))
		is := model.Choose("low")
		r.answeredElsewhere(s.ID, "friction", is)
		r.run(r.app.top().(resumer).Resume())
		r.send(answeredMsg{slip{s.ID, "friction", model.Answer{Kind: model.Unsure}, is}})
		refuse = true
		r.press("z")
		r.shows("Not taken back")
		refuse = false
		r.press("z")
		r.shows("Taken back.")
		if got := r.stored(s.ID).Answers["friction"]; got.Kind != model.Unsure {
			t.Errorf("%v: friction is %v", to, got)
		}
	}
}

// shownSession is the session as a page shows it.
func shownSession(t *testing.T, s screen) model.Session {
	t.Helper()
	switch s := s.(type) {
	case *verdictScreen:
		return s.session
	case *reviewScreen:
		return s.session
	}
	t.Fatalf("%T shows no session", s)
	return model.Session{}
}

// Who answers in a session that somebody has deleted is told, and nothing is lost: on the
// question pages and where an errand leads.
func TestADeletedSessionIsTold(t *testing.T) {
	for _, from := range []place{placeInterview, placeVerdict} {
		r, s := opened(t, from, model.Interview, map[string]string{"technology": "product"})
		if from == placeVerdict {
			r.press("s")
		}
		if _, err := r.store.Append(t.Context(), s.ID, model.Event{Kind: model.EventDeleted}); err != nil {
			t.Fatal(err)
		}
		r.press("down", "enter")
		if text := strings.Join(strings.Fields(r.text()), " "); !strings.Contains(text, "deleted this session") {
			t.Errorf("nothing is said:\n%s", r.text())
		}
		if got := r.stored(s.ID); got.Seq < s.Seq+2 {
			t.Errorf("from %v the answer is not kept:\n%s", from, r.text())
		}
	}
}
