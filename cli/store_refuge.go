package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"remit/model"
	"remit/store"
	"remit/tui"
)

// saveInCopy saves what the app still holds in the copy that the store made of itself
// when its disk failed, and says so in the error e. It reports whether that is done.
func (a *app) saveInCopy(u *tui.Unsaved, e *model.Error) bool {
	stopped, ok := errors.AsType[*store.Stopped](u)
	if !ok || stopped.Copy == "" {
		return false
	}
	keep, err := store.Open(stopped.Copy, store.Options{Now: a.env.Now, By: a.env.User, Program: "remit"})
	if err != nil {
		return false
	}
	if _, err := keep.Append(context.Background(), u.Session.ID, u.Said...); err != nil {
		return false
	}
	e.Lost = fmt.Sprintf("Nothing is lost: it is in a copy of the store, with everything that was saved before.\n%s", listIn(e.Lost))
	e.Cure = "To go on with the copy: remit --store " + shellWord(stopped.Copy) +
		"\nWhen the disk is mended: remit store restore " + shellWord(stopped.Copy)
	return true
}

// listIn leaves the heading off a list of what is not saved.
func listIn(lost string) string {
	_, list, _ := strings.Cut(lost, "\n")
	return list
}
