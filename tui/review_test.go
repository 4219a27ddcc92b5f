package tui

import (
	"testing"

	"remit/model"
)

var partly = map[string]string{"technology": "support", "headcount": "70", "regulation": "unsure", "strategy": "later", "engineers": "n/a"}

// The review shows every answer in words and tells the three non-answers and
// silence apart.
func TestReviewShowsAllAnswers(t *testing.T) {
	r, _ := opened(t, placeReview, model.Interview, partly)
	r.press("g")
	r.shows("It helps us run", "about 70", "? Regulation", "not sure", "~ How you compete", "2 of 16 answered, 2 to find out, 1 does not apply")
	r.press("G")
	f := r.app.env.Engine.Framework()
	r.shows(f.Questions[len(f.Questions)-1].Short)
}

// Enter opens the question under the cursor; answering it comes back to the
// review, which shows the change.
func TestReviewOpensTheQuestionAndComesBack(t *testing.T) {
	r, s := opened(t, placeReview, model.Interview, partly)
	r.press("g", "enter")
	if r.at() != "technology" {
		t.Fatalf("at %q, want technology", r.at())
	}
	r.say("product")
	if _, ok := r.app.top().(*reviewScreen); !ok {
		t.Fatalf("after the answer comes %q, want the review", r.app.title())
	}
	r.shows("It is what we sell")
	if got := r.stored(s.ID).Answers["headcount"]; got != model.Count(70) {
		t.Errorf("the change took the head count along: %v", got)
	}
	r.press("enter", "left")
	if _, ok := r.app.top().(*reviewScreen); !ok {
		t.Errorf("back from the question leads to %q", r.app.title())
	}
	if r.press("r"); r.app.top().Title() == "" {
		t.Error("no result")
	}
}

// Killed in the middle of a question that was opened from the review, the session is
// resumed at that question.
func TestAQuestionOpenedFromTheReviewIsResumed(t *testing.T) {
	r, s := opened(t, placeReview, model.Interview, partly)
	r.press("g", "down", "enter")
	if got := r.stored(s.ID).Position; got != "headcount" {
		t.Errorf("resumed at %q, want headcount", got)
	}
}

// What the review says could turn the result does turn it.
func TestReviewTellsWhatCouldTurnTheResult(t *testing.T) {
	r, s := opened(t, placeReview, model.Interview, partly)
	v := r.app.top().(*reviewScreen)
	e := r.app.env.Engine
	for _, u := range v.advice.Unknown {
		q := e.Framework().Question(u.Question)
		if q.Kind != model.ChoiceQuestion || len(u.Could) == 0 {
			continue
		}
		turned := false
		for _, o := range q.Options {
			turned = turned || e.Advise(s.Answers.With(q.ID, model.Choose(o.ID)), 0).Recommendation != v.advice.Recommendation
		}
		if !turned {
			t.Errorf("no answer to %s turns the result", q.ID)
		}
	}
}

// A click opens the question that it points at.
func TestReviewMouse(t *testing.T) {
	r, _ := opened(t, placeReview, model.Interview, partly)
	r.press("g")
	f := r.app.frame
	v := r.app.top().(*reviewScreen)
	r.send(click(f.left+4, f.bodyY+height(v.head())+v.spans[1].from-v.body.top))
	if r.at() != "headcount" {
		t.Errorf("at %q, want headcount", r.at())
	}
}
