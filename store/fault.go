package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"

	berrors "go.etcd.io/bbolt/errors"

	"remit/model"
)

const nothingLost = "Nothing was changed."

// errApart says that a session is here already, and another one elsewhere.
var errApart = errors.New("a session with this id is here already, and its history is different")

// errAhead says that a session from elsewhere is dated later than now.
var errAhead = errors.New("in the future by the clock of this computer")

// errAbsent says that there is no store yet. Readers take it for an empty one.
var errAbsent = errors.New("there is no store yet")

func usage(what string, err error) error {
	return &model.Error{Kind: model.KindUsage, What: what, Lost: nothingLost, Err: err}
}

func invalidInput(what string, err error) error {
	return &model.Error{Kind: model.KindInvalid, What: what, Lost: nothingLost, Err: err}
}

func notFound(ref string) *model.Error {
	return &model.Error{
		Kind: model.KindNotFound,
		What: "there is no session " + inQuotes(ref),
		Cure: "To see them with their names and ids: remit sessions list",
	}
}

func moved(id string) error {
	return &model.Error{
		Kind: model.KindBusy,
		What: fmt.Sprintf("change session %q", id),
		Lost: nothingLost,
		Cure: "Look at the session as it is now, then try again.",
		Err:  model.ErrMoved,
	}
}

// inQuotes repeats how a person named a session.
func inQuotes(ref string) string { return `"` + model.Cut(model.Clean(ref), 80) + `"` }

func alreadyThere(id string, events []model.Event) error {
	return &model.Error{
		Kind: model.KindExists,
		What: importing(id, events),
		Lost: nothingLost,
		Cure: "Remove the stored session first, or keep it and leave this one out.",
		Err:  errApart,
	}
}

// importing says what goes on, and names the session by its first event.
func importing(id string, events []model.Event) string {
	if len(events) == 0 || model.Clean(events[0].Name) == "" {
		return fmt.Sprintf("import session %q", id)
	}
	return fmt.Sprintf("import session %s (%s)", inQuotes(events[0].Name), id)
}

// damaged is for a file that is a store, or was one, and cannot be trusted.
func damaged(file, what string, err error) *model.Error {
	return &model.Error{
		Kind: model.KindInvalid, What: what, Where: file, Err: err,
		Lost: "The file was left as it is.",
		Cure: "`remit store check` lists all that is wrong and what can still be read, `remit store rescue` saves that, `remit store restore` goes back to a backup.",
	}
}

// foreign is for a file that was never a store.
func foreign(file string, err error) *model.Error {
	return &model.Error{
		Kind: model.KindInvalid, What: "this is not a remit store", Where: file, Err: strange{err},
		Lost: "The file was left as it is.",
		Cure: "Choose another file with --store.",
	}
}

// strange is why a file is none of ours.
type strange struct{ error }

func isForeign(err error) bool {
	_, yes := errors.AsType[strange](err)
	return yes
}

func newer(file string, err error) *model.Error {
	return &model.Error{
		Kind: model.KindNewer, What: "this store was made by a newer remit", Where: file, Err: err,
		Lost: "The file was left as it is.",
		Cure: "Use the newer remit, or choose another file with --store.",
	}
}

// work is what was going on when something failed.
type work struct{ what, lost string }

var (
	opening = work{"open the session store", nothingLost}
	toRead  = work{"read the session store", nothingLost}
	toWrite = work{"write the session store", "This change was not saved."}

	toRestore = work{"restore the session store", "The store is as it was, or as the backup: nothing is lost."}
)

// fault turns an error of the system or of bbolt into one for a person.
func fault(file string, during work, err error) error {
	if err == nil || errors.Is(err, errAbsent) {
		return err
	}
	if _, ok := errors.AsType[*model.Error](err); ok {
		return err
	}
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	e := &model.Error{Kind: model.KindIO, What: during.what, Where: file, Lost: during.lost, Err: err}
	switch {
	case errors.Is(err, berrors.ErrVersionMismatch):
		return newer(file, err)
	case errors.Is(err, berrors.ErrInvalid), errors.Is(err, berrors.ErrChecksum):
		return damaged(file, "the store is damaged", err)
	case errors.Is(err, fs.ErrPermission):
		e.Kind = model.KindPermission
	}
	cure, path := OnDisk(undropped(err), "choose another file with --store")
	if path {
		e.Kind = model.KindNotFound
	}
	if e.Cure = cure; cure == "" {
		e.Cure = "Check the disk, then try again."
	}
	return e
}

// undropped gives an error with its cause where bbolt has kept only the words of it: it
// does when it grows the file.
func undropped(err error) error {
	for _, cause := range []syscall.Errno{syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG, syscall.EROFS, syscall.EIO} {
		if strings.HasSuffix(err.Error(), ": "+cause.Error()) {
			return cause
		}
	}
	return err
}

// syncFailed reports whether a commit failed in a way after which the file must
// not be written again. bbolt gives a failed fdatasync as the bare error number;
// writes and truncations that failed carry their operation and left the committed
// pages alone.
func syncFailed(err error) bool {
	if path, ok := errors.AsType[*fs.PathError](err); ok {
		return path.Op == "sync"
	}
	if strings.HasPrefix(err.Error(), "file sync error") { // bbolt drops the cause when it grows the file
		return true
	}
	number, ok := errors.AsType[syscall.Errno](err)
	return ok && number != syscall.ENOMEM // out of memory comes from mapping, before any write
}
