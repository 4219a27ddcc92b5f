package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime/debug"
	"time"

	bolt "go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"

	"remit/model"
)

type access bool

const (
	reading access = false
	writing access = true
)

// handle is the file while one call uses it: open, locked and looked at.
type handle struct {
	path  string
	file  *os.File
	db    *bolt.DB
	spent bool
}

// open claims the file, makes sure that it is a whole store of this version as far as
// its first pages tell, and only then lets bbolt map it. A writer makes the file if
// there is none.
func (b *Bolt) open(ctx context.Context, a access) (*handle, error) {
	deadline := time.Now().Add(b.o.Wait)
	for {
		h, err := b.claim(ctx, a, deadline)
		if errors.Is(err, errAbsent) && a == writing {
			if err := create(b.path); err != nil {
				return nil, err
			}
			continue
		}
		if err != nil {
			return nil, err
		}
		if err := h.mapIn(a, b.o.Wait); err != nil {
			_ = h.file.Close()
			return nil, b.waitedTooLong(err)
		}
		b.meet(h.file)
		return h, nil
	}
}

// claim opens the file, whatever is in it, and waits for its lock.
func (b *Bolt) claim(ctx context.Context, a access, deadline time.Time) (*handle, error) {
	for {
		file, err := openRegular(b.path, a)
		if errors.Is(err, errAbsent) {
			err = b.missed()
		}
		if err != nil {
			return nil, err
		}
		if err := lock(ctx, file, a == writing, deadline); err != nil {
			_ = file.Close()
			return nil, b.waitedTooLong(err)
		}
		h := &handle{path: b.path, file: file}
		err = h.stillNamed(b.path)
		if err == nil {
			return h, nil
		}
		_ = file.Close()
		if !time.Now().Before(deadline) {
			return nil, err // else replaced while we waited: what counts is what has the name now
		}
	}
}

// openRegular opens what is already there and never makes anything. Opening a
// pipe would wait for its other end, so the kind of file is looked at first.
func openRegular(path string, a access) (*os.File, error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		if target, linkErr := os.Readlink(path); linkErr == nil {
			return nil, foreign(path, fmt.Errorf("it is a link to %s, which does not exist", model.Clean(target)))
		}
		return nil, errAbsent
	}
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, foreign(path, fmt.Errorf("it is %s", kindOfFile(info.Mode())))
	}
	flag := os.O_RDONLY
	if a == writing {
		flag = os.O_RDWR
	}
	file, err := os.OpenFile(path, flag, 0)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, errAbsent
	}
	return file, err
}

func kindOfFile(mode fs.FileMode) string {
	switch {
	case mode.IsDir():
		return "a directory"
	case mode&fs.ModeNamedPipe != 0:
		return "a pipe"
	case mode&fs.ModeSocket != 0:
		return "a socket"
	}
	return "a device"
}

func (h *handle) mapIn(a access, wait time.Duration) error {
	if err := probe(h.file, h.path); err != nil {
		return err
	}
	return h.guard(func() (err error) {
		h.db, err = bolt.Open(h.path, 0o600, &bolt.Options{
			Timeout:         wait,
			ReadOnly:        a == reading,
			PreLoadFreelist: a == reading, // where a damaged list is caught, not in bbolt's own goroutine
			FreelistType:    bolt.FreelistMapType,
			NoStatistics:    true,
			OpenFile:        func(string, int, os.FileMode) (*os.File, error) { return h.file, nil },
		})
		return err
	})
}

// guard runs work on the mapped file. Damage that bbolt meets there shows as a
// panic or as a fault of memory; both become an error.
func (h *handle) guard(work func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if r := recover(); r != nil {
			h.abandon()
			err = damaged(h.path, "the store is damaged", fmt.Errorf("%v", r))
		}
	}()
	return work()
}

// abandon lets go of the file after a panic. bbolt's Close would wait for ever
// for the mutexes that the panic left locked, so the mapping stays until the
// process ends, and the lock, which belongs to the mapped file too, is given back
// by hand.
func (h *handle) abandon() {
	h.spent = true
	unlock(h.file)
	_ = h.file.Close()
}

// close ends the call. What was committed is on the disk already, so its errors
// say nothing that matters.
func (h *handle) close() {
	if !h.spent {
		_ = h.db.Close()
	}
}

// stillNamed makes sure that the path leads to the file that is open. A file that
// was replaced takes every change without complaint, and nobody ever sees them.
func (h *handle) stillNamed(path string) error {
	if h.spent {
		return nil
	}
	opened, err := h.file.Stat()
	if err != nil {
		return err
	}
	named, err := os.Stat(path)
	if err == nil && os.SameFile(opened, named) {
		return nil
	}
	if err == nil {
		err = errors.New("another file has its name now")
	}
	return &model.Error{
		Kind: model.KindIO, What: "the store was replaced or removed while it was in use", Where: path, Err: err,
		Lost: "This change was not saved.",
		Cure: "Look at what replaced the file, then try again.",
	}
}

// waitedTooLong names who holds the lock; other errors pass.
func (b *Bolt) waitedTooLong(err error) error {
	if !errors.Is(err, berrors.ErrTimeout) && !errors.Is(err, context.DeadlineExceeded) && !errors.Is(err, context.Canceled) {
		return err
	}
	e := &model.Error{
		Kind: model.KindBusy, What: "the session store is in use", Where: b.path,
		Lost: nothingLost, Cure: "Wait a moment and try again.", Err: errors.New("another program holds it"),
	}
	if n, ok := readNote(b.path); ok {
		e.Err = fmt.Errorf("process %d (%s on %s) has been writing it since %s",
			n.PID, n.Program, n.Host, n.Since.Local().Format("15:04:05"))
		e.Cure = fmt.Sprintf("Wait a moment and try again; if process %d hangs, end it.", n.PID)
	}
	if !errors.Is(err, berrors.ErrTimeout) { // called off: callers look for the reason of their context
		e.Err = fmt.Errorf("%w: %w", e.Err, err)
	}
	return e
}
