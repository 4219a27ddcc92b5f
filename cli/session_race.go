package cli

import (
	"context"
	"errors"

	"remit/model"
)

// mostTries ends the race with somebody who changes the same thing all the time.
const mostTries = 5

// judgedSave saves changes of a session that depend on what it says: judge works them out,
// and where somebody else was quicker than the saving it is asked again about the session
// as they left it. Without changes, or with an error of judge, nothing is written. now is
// the session as it then is, saved whether anything was. A race that does not end is an
// ErrMoved.
func (a *app) judgedSave(ctx context.Context, keep model.Sessions, s model.Session, judge func(model.Session) ([]model.Event, error)) (now model.Session, saved bool, err error) {
	now = s
	for range mostTries {
		if now.Deleted {
			return now, false, isDeleted(now)
		}
		events, wrong := judge(now)
		if wrong != nil || len(events) == 0 {
			return now, false, wrong
		}
		after, moved := a.appendAt(ctx, keep, now, events...)
		if !errors.Is(moved, model.ErrMoved) {
			return after, moved == nil, moved
		}
		err = moved
		after, lost := keep.Get(ctx, s.ID)
		if lost != nil {
			return now, false, lost
		}
		now = after
	}
	return now, false, err
}
