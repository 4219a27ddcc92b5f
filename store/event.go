package store

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"remit/model"
)

// Times outside these years cannot be written as JSON or into a ULID.
var (
	firstTime = time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC)
	lastTime  = time.Date(9999, 12, 31, 23, 59, 59, 0, time.UTC)
)

// clocksDiffer is how far the clocks of two computers may be apart, time zones
// that were set wrongly included.
const clocksDiffer = 24 * time.Hour

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

// enterNew checks and cleans the first events of a session.
func enterNew(created model.Event, more []model.Event, by string) ([]model.Event, error) {
	const what = "start a session"
	if created.Kind != model.EventCreated {
		return nil, usage(what, fmt.Errorf("its first event is %q, not %q", created.Kind, model.EventCreated))
	}
	first, err := enter(created, by)
	if err != nil {
		return nil, usage(what, err)
	}
	rest, err := enterAll(what, more, by)
	if err != nil {
		return nil, err
	}
	return append([]model.Event{first}, rest...), nil
}

// enterMore checks and cleans events that are to follow those of a session.
func enterMore(id string, events []model.Event, by string) ([]model.Event, error) {
	return enterAll(fmt.Sprintf("change session %q", id), events, by)
}

// enterAll checks and cleans events that are to follow others. It leaves the
// caller's slice as it is.
func enterAll(what string, events []model.Event, by string) ([]model.Event, error) {
	entered := make([]model.Event, len(events))
	for i, e := range events {
		var err error
		if e.Kind == model.EventCreated {
			err = errors.New("a session is created once")
		} else {
			e, err = enter(e, by)
		}
		if err != nil {
			return nil, usage(what, err)
		}
		entered[i] = e
	}
	return entered, nil
}

// enterHistory checks and cleans the events of a session that comes from
// elsewhere: they keep their numbers, times and authors. Times ahead of now are
// refused, because whatever follows them would have to be dated like them.
func enterHistory(id string, now time.Time, events []model.Event) ([]model.Event, error) {
	what := fmt.Sprintf("import session %q", id)
	if len(events) == 0 {
		return nil, invalidInput(what, errors.New("it has no events"))
	}
	entered := make([]model.Event, len(events))
	for i, e := range events {
		seq, at := uint64(i)+1, moment(e.At)
		fail := func(err error) error { return invalidInput(what, fmt.Errorf("event %d: %w", seq, err)) }
		switch {
		case e.Seq != seq:
			return nil, fail(fmt.Errorf("its number is %d; events are numbered from 1 without gaps", e.Seq))
		case (e.Kind == model.EventCreated) != (i == 0):
			return nil, fail(errors.New("the first event, and no other, says that the session was created"))
		case !at.Equal(e.At):
			return nil, fail(errors.New("its time is missing or outside the years 1970 to 9999"))
		case at.After(now.Add(clocksDiffer)):
			return nil, fail(fmt.Errorf("it is dated %s, which is in the future by the clock of this computer: one of the two is wrong", at.Format(time.DateTime)))
		}
		e, err := enter(e, "")
		if err != nil {
			return nil, fail(err)
		}
		if e.Parent == id {
			return nil, fail(errors.New("it says that the session branched from itself"))
		}
		e.At = at
		entered[i] = e
	}
	return entered, nil
}

// enter is the door for all text: what passes it is clean, within bounds and in
// the one form in which it will be read back. by signs events that nobody signed.
func enter(e model.Event, by string) (model.Event, error) {
	if e.By == "" {
		e.By = by
	}
	names := []struct {
		what string
		text *string
	}{
		{"the name", &e.Name}, {"the client", &e.Client}, {"who is asked", &e.Asked}, {"the author", &e.By},
	}
	if e.Framework != nil {
		ref := *e.Framework
		e.Framework = &ref
		names = append(names, []struct {
			what string
			text *string
		}{
			{"the framework's id", &ref.ID}, {"the framework's version", &ref.Version}, {"the framework's hash", &ref.Hash},
		}...)
	}
	for _, n := range names {
		*n.text = strings.TrimSpace(model.Clean(*n.text))
		if len(*n.text) > model.MaxName {
			return e, fmt.Errorf("%s has %d bytes; the most is %d", n.what, len(*n.text), model.MaxName)
		}
	}
	if e.Text = model.CleanLines(e.Text); len(e.Text) > model.MaxText {
		return e, fmt.Errorf("the text has %d bytes; the most is %d", len(e.Text), model.MaxText)
	}
	if e.Question != "" {
		if err := plainID("question", e.Question); err != nil {
			return e, err
		}
	}
	answer, err := enterAnswer(e.Answer)
	if err != nil {
		return e, err
	}
	e.Answer = answer
	if e.Parent, err = enterParent(e); err != nil {
		return e, err
	}
	if err := editFits(e); err != nil {
		return e, err
	}
	if e.Letter != nil {
		letter := *e.Letter
		e.Letter = &letter
	}
	return e, kindFits(e)
}

// enterAnswer gives the answer as JSON will give it back; nil says that an answer
// is taken back.
func enterAnswer(a *model.Answer) (*model.Answer, error) {
	if a == nil || a.Kind == model.Unanswered {
		return nil, nil
	}
	same := model.Answer{Kind: a.Kind}
	switch a.Kind {
	case model.Number:
		same.Number = a.Number
	case model.Option:
		if err := plainID("option", a.Option); err != nil {
			return nil, err
		}
		same = model.Say(a.Option)
	case model.Unsure, model.NotApplicable, model.Later:
	default:
		return nil, fmt.Errorf("no answer has the kind %d", a.Kind)
	}
	return &same, nil
}

// enterParent gives the id of the session that a new one branched from as ids are
// kept; "" if there is none. The parent itself may be gone, or in another store.
func enterParent(e model.Event) (string, error) {
	if e.Parent == "" {
		return "", nil
	}
	id, ok := parseID(e.Parent)
	switch {
	case e.Kind != model.EventCreated:
		return "", errors.New("only the first event says from which session it branched")
	case !ok:
		return "", fmt.Errorf("%q, from which it branched, is not the id of a session", model.Cut(model.Clean(e.Parent), 40))
	}
	return id, nil
}

// editFits checks the cell of the matrix that an event is about. Which activities and
// roles there are is for the framework to say.
func editFits(e model.Event) error {
	cell := e.Activity != "" || e.Role != ""
	switch {
	case e.Kind != model.EventEdited && (cell || e.Letter != nil):
		return fmt.Errorf("only the %s event names a cell of the matrix", model.EventEdited)
	case !cell && e.Letter != nil:
		return errors.New("a letter was chosen for no cell")
	case !cell:
		return nil
	case e.Letter != nil && !slices.Contains(model.Letters(), *e.Letter):
		return fmt.Errorf("%q is no letter of the matrix", model.Cut(model.Clean(string(*e.Letter)), 40))
	}
	if err := plainID("activity", e.Activity); err != nil {
		return err
	}
	return plainID("role", e.Role)
}

func kindFits(e model.Event) error {
	switch e.Kind {
	case model.EventCreated:
		if e.SessionKind != model.Interview && e.SessionKind != model.Quick {
			return fmt.Errorf("%q is no kind of session; it is %s or %s",
				model.Cut(model.Clean(string(e.SessionKind)), 40), model.Interview, model.Quick)
		}
	case model.EventAnswered, model.EventNoted, model.EventMoved:
		if e.Question == "" {
			return fmt.Errorf("the %s event names no question", e.Kind)
		}
		if e.SessionKind != "" {
			return errors.New("only the first event says what kind of session it is")
		}
	case model.EventEdited, model.EventRenamed, model.EventArchived, model.EventRestored, model.EventDeleted:
		if e.SessionKind != "" {
			return errors.New("only the first event says what kind of session it is")
		}
	default:
		return fmt.Errorf("%q is no kind of event", model.Cut(model.Clean(string(e.Kind)), 40))
	}
	return nil
}

// plainID accepts any word that prints as it is. Which ids exist is for the
// framework to say.
func plainID(what, id string) error {
	switch {
	case id == "":
		return fmt.Errorf("the %s has no id", what)
	case len(id) > model.MaxName:
		return fmt.Errorf("the %s's id has %d bytes; the most is %d", what, len(id), model.MaxName)
	case model.Clean(id) != id || strings.ContainsAny(id, " \u00a0"):
		return fmt.Errorf("%q is not the id of %s %s", model.Cut(model.Clean(id), 40), article(what), what)
	}
	return nil
}

func article(noun string) string {
	if strings.ContainsRune("aeiou", rune(noun[0])) {
		return "an"
	}
	return "a"
}

// enterImport checks a session that comes from elsewhere and gives its id in the
// form that keys have.
func enterImport(id string, now time.Time, events []model.Event) (string, []model.Event, error) {
	canonical, ok := parseID(id)
	if !ok {
		id = model.Cut(model.Clean(id), 80)
		return "", nil, invalidInput(fmt.Sprintf("import session %q", id), errors.New("this is not the id of a session"))
	}
	entered, err := enterHistory(canonical, now, events)
	return canonical, entered, err
}
