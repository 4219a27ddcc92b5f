package store

import (
	"time"

	"remit/model"
)

// Times outside these years cannot be written as JSON or into a ULID.
var (
	firstTime = time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC)
	lastTime  = time.Date(9999, 12, 31, 23, 59, 59, 0, time.UTC)
)

// moment makes a time fit to store: UTC, without the monotonic reading, and
// within the years that the formats can hold.
func moment(t time.Time) time.Time {
	t = t.Round(0).UTC()
	switch {
	case t.Before(firstTime):
		return firstTime
	case t.After(lastTime):
		return lastTime
	}
	return t
}

// stamp numbers and dates the events that follow a session.
func stamp(after model.Session, now time.Time, events []model.Event) {
	at := moment(now)
	if at.Before(after.Updated) {
		at = after.Updated
	}
	for i := range events {
		events[i].Seq = after.Seq + uint64(i) + 1
		events[i].At = at
	}
}

// apply gives the session after more events, in the form in which both stores
// hand it out.
func apply(s model.Session, events []model.Event) model.Session {
	for _, e := range events {
		s = s.Apply(e)
	}
	return tidy(s)
}

// tidy gives a session that owns its maps: answers never nil, notes nil when
// there are none.
func tidy(s model.Session) model.Session {
	s.Answers = s.Answers.Clone()
	s.Edits = append([]model.CellEdit(nil), s.Edits...)
	s.Costs = append([]model.OwnCost(nil), s.Costs...)
	if len(s.Notes) == 0 {
		s.Notes = nil
		return s
	}
	notes := make(map[string]string, len(s.Notes))
	for question, text := range s.Notes {
		notes[question] = text
	}
	s.Notes = notes
	return s
}
