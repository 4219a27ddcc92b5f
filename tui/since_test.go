package tui

import (
	"strings"
	"testing"

	"remit/model"
)

// foreign saves a session of another framework, with an answer that fits and two that
// do not fit any more.
func foreign(r *rig) model.Session {
	r.t.Helper()
	s, err := r.store.Create(r.t.Context(), model.Event{
		Kind: model.EventCreated, Name: "Harbour", SessionKind: model.Interview,
		Framework: &model.Ref{ID: "remit", Version: "0.1", Hash: "another"},
	})
	for _, said := range [][2]string{{"technology", "product"}, {"regulation", "galactic"}, {"moon_phase", "full"}} {
		a := model.Choose(said[1])
		if err == nil {
			s, err = r.store.Append(r.t.Context(), s.ID, model.Event{Kind: model.EventAnswered, Question: said[0], Answer: &a})
		}
	}
	if err != nil {
		r.t.Fatal(err)
	}
	return s
}

// A session of another framework says on opening what changed since, in the words
// that the caller found, and the result says it again.
func TestWhatChangedSinceIsSaidOnOpening(t *testing.T) {
	said := "Two rules\x1b[2J have changed since."
	r := newRig(t, func(d *Deps) { d.Since = func(model.Session) []string { return []string{said} } })
	s := foreign(r.begin())
	for _, to := range []place{placeInterview, placeVerdict} {
		r.goTo(to, s)
		r.shows("Two rules have changed since.")
		r.press("enter")
	}
	if text := flat(r); !strings.Contains(text, "Made under other rules") || !strings.Contains(text, "Two rules have changed since.") {
		t.Error("the page of the result says nothing of it")
	}
	own := filled(r, model.Interview, saas)
	r.goTo(placeInterview, own)
	if r.app.over != nil || r.app.env.since(own) != nil {
		t.Error("it is said of a session of this framework")
	}
}

// Answers that no longer fit are shown, as kept and not counted, and stay in the
// store whatever else is answered.
func TestAnswersThatNoLongerFitAreKept(t *testing.T) {
	r := newRig(t)
	s := foreign(r.begin())
	r.goTo(placeReview, s)
	r.shows("1 of 16 answered", "galactic (kept, not counted)")
	r.press("G")
	r.shows("Not asked any more", "moon_phase: full (kept, not counted)")
	r.press("g", "enter", "1")
	got := r.stored(s.ID).Answers
	if got["regulation"].String() != "galactic" || got["moon_phase"].String() != "full" {
		t.Errorf("stored %v", got)
	}
}
