package cli

import (
	"context"
	"errors"

	"remit/model"
)

// judgedSave saves changes of a session that depend on what it says: judge works them out,
// and where somebody else was quicker than the saving it is asked again about the session
// as they left it. Without changes, or with an error of judge, nothing is written. now is
// the session as it then is, saved whether anything was.
func (a *app) judgedSave(ctx context.Context, keep model.Sessions, s model.Session, judge func(model.Session) ([]model.Event, error)) (now model.Session, saved bool, err error) {
	for {
		if s.Deleted {
			return s, false, isDeleted(s)
		}
		events, err := judge(s)
		if err != nil || len(events) == 0 {
			return s, false, err
		}
		now, err := a.appendAt(ctx, keep, s, events...)
		if !errors.Is(err, model.ErrMoved) {
			return now, err == nil, err
		}
		if s, err = keep.Get(ctx, s.ID); err != nil {
			return s, false, err
		}
	}
}
