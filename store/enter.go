package store

import (
	"errors"
	"fmt"
	"time"

	"remit/model"
)

// clocksDiffer is how far the clocks of two computers may be apart, time zones
// that were set wrongly included.
const clocksDiffer = 24 * time.Hour

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
	what := importing(id, events)
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
			return nil, fail(fmt.Errorf("it is dated %s, which is %w: one of the two is wrong", at.Format(time.DateTime), errAhead))
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

// enterImport checks a session that comes from elsewhere and gives its id in the
// form that keys have. Every error is a [Refused].
func enterImport(id string, now time.Time, events []model.Event) (string, []model.Event, error) {
	canonical, ok := parseID(id)
	if !ok {
		id = model.Cut(model.Clean(id), 80)
		return "", nil, &Refused{Err: invalidInput(fmt.Sprintf("import session %q", id), errors.New("this is not the id of a session"))}
	}
	entered, err := enterHistory(canonical, now, events)
	if err != nil {
		return "", nil, &Refused{Err: err}
	}
	return canonical, entered, nil
}
