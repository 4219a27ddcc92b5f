package tui

import (
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
