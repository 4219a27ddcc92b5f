package store

import (
	"context"
	"errors"
	"iter"
	"reflect"

	"remit/model"
)

// Import implements model.Sessions.
func (b *Bolt) Import(ctx context.Context, id string, events []model.Event) (s model.Session, err error) {
	id, events, err = enterImport(id, b.o.Now(), events)
	if err != nil {
		return model.Session{}, err
	}
	err = b.update(ctx, func(t tables) error {
		s, _, err = t.take(id, events)
		return err
	})
	return acknowledged(s, err)
}

// Arrived is what became of sessions that came from elsewhere.
type Arrived struct {
	Added int   // are new here
	Here  int   // were here already, with the same history
	Apart []int // places, from 0, of those that are here with another history, which was left as it is
	Ahead []int // places, from 0, of those that are dated in the future, which were left out
}

// Refused is the error for a session from elsewhere that says what no session can say.
type Refused struct {
	At  int   // its place among those that were to be imported, from 0
	Err error // a *model.Error of model.KindInvalid, which names the session
}

// Error says why, and of which session.
func (r *Refused) Error() string { return r.Err.Error() }

// Ahead reports whether it is only that the session is dated in the future.
func (r *Refused) Ahead() bool { return errors.Is(r.Err, errAhead) }

// Unwrap gives the cause.
func (r *Refused) Unwrap() error { return r.Err }

// ImportAll imports many sessions, id and events of each, in one transaction. A nil error
// says that all are on the disk but those of Apart and Ahead; after an error none of them
// is. A session that Import would refuse for anything else that it says is such an error, a
// [Refused] with its place.
func (b *Bolt) ImportAll(ctx context.Context, sessions iter.Seq2[string, []model.Event]) (Arrived, error) {
	type arrival struct {
		at     int
		id     string
		events []model.Event
	}
	var all []arrival
	var done Arrived
	next := 0
	for id, events := range sessions {
		at := next
		next++
		id, events, err := enterImport(id, b.o.Now(), events)
		if refused, ok := errors.AsType[*Refused](err); ok {
			if refused.Ahead() {
				done.Ahead = append(done.Ahead, at)
				continue
			}
			refused.At = at
			return Arrived{}, err
		}
		all = append(all, arrival{at, id, events})
	}
	if len(all) == 0 {
		return done, nil
	}
	err := b.update(ctx, func(t tables) error {
		for _, a := range all {
			if err := ctx.Err(); err != nil {
				return err
			}
			_, isNew, err := t.take(a.id, a.events)
			switch {
			case isNew:
				done.Added++
			case errors.Is(err, errApart):
				done.Apart = append(done.Apart, a.at)
				continue
			case err == nil:
				done.Here++
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return Arrived{}, err
	}
	return done, nil
}

// take adds a session that comes from elsewhere unless it is here already.
func (t tables) take(id string, events []model.Event) (s model.Session, isNew bool, err error) {
	r, ok, err := t.session(id)
	if err != nil {
		return model.Session{}, false, err
	}
	if !ok {
		s, err = t.put(row{}, id, events)
		return s, true, err
	}
	here, err := t.history(id, r.Session.Seq)
	if err != nil {
		return model.Session{}, false, err
	}
	if !reflect.DeepEqual(here, events) {
		return model.Session{}, false, alreadyThere(id, events)
	}
	return r.Session, false, nil
}
