package tui

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// mostTries ends the race with somebody who changes the session all the time.
const mostTries = 5

// insist saves what was worked out from what the screen shows. Where others changed the
// session meanwhile, the store refuses it with an ErrMoved and the screen takes over what
// they left; then again asks whether what is to be saved still makes sense. While it does,
// insist tries again; if not, or if the race does not end, the ErrMoved is returned. looked
// is what the tries set off, whatever their end.
func insist(save func() (looked tea.Cmd, err error), again func() bool) (looked tea.Cmd, err error) {
	for range mostTries {
		var after tea.Cmd
		after, err = save()
		looked = tea.Batch(looked, after)
		if !errors.Is(err, model.ErrMoved) || !again() {
			break
		}
	}
	return looked, err
}

// appendAt saves at the end of a session as a screen shows it, and gives what the session
// then is. Where others changed it meanwhile nothing is saved: it is then as they left it,
// with the ErrMoved.
func appendAt(ctx context.Context, sessions model.Sessions, shown model.Session, events ...model.Event) (model.Session, error) {
	s, err := sessions.AppendAt(ctx, shown.ID, shown.Seq, events...)
	if !errors.Is(err, model.ErrMoved) {
		return s, err
	}
	s, lost := sessions.Get(ctx, shown.ID)
	if lost != nil {
		return model.Session{}, lost
	}
	return s, err
}
