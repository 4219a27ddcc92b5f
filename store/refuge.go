package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"remit/model"
)

// Stopped is the cause of the errors of a Bolt that saw the disk fail to keep a change:
// it writes no more, because a disk that lost something may say afterwards that it did
// not.
type Stopped struct {
	// Copy is a store elsewhere with everything that had been acknowledged, sound and
	// synced; "" if none could be made.
	Copy string

	Err error // what the disk said
}

// Error gives what the disk said.
func (s *Stopped) Error() string { return s.Err.Error() }

// Unwrap gives what the disk said.
func (s *Stopped) Unwrap() error { return s.Err }

func (b *Bolt) refusal() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.broken
}

// refuseFromNow ends writing for good.
func (b *Bolt) refuseFromNow(cause error) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.broken = b.stopped("", cause)
	return b.broken
}

func (b *Bolt) stopped(copied string, cause error) error {
	e := &model.Error{
		Kind: model.KindIO, What: "the disk failed to keep a change; nothing more is written to this file",
		Where: b.path, Err: &Stopped{Copy: copied, Err: cause},
		Lost: "What was saved before is safe; whether the last change was kept is unknown.",
		Cure: "Copy the file to another disk, check this one, then start remit again.",
	}
	if copied != "" {
		e.Cure = "All that was saved before is in a checked copy, " + copied +
			". Go on with that (--store) until this disk is checked, then bring it back: remit store restore"
	}
	return e
}

// takeRefuge copies the store to another place when writing has just ended, once, and
// gives the error that says so.
func (b *Bolt) takeRefuge(refused error) error {
	s, ok := errors.AsType[*Stopped](refused)
	if !ok || b.o.Refuge == "" {
		return refused
	}
	copied, err := b.copyTo(context.Background(), b.o.Refuge) // whoever called may have given up
	if err != nil {
		return refused
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.broken = b.stopped(copied, s.Err)
	return b.broken
}

// copyTo makes a copy of the store in a directory and gives its name. What has the name
// is whole, sound and on the disk.
func (b *Bolt) copyTo(ctx context.Context, dir string) (name string, err error) {
	if err := makeDirs(dir); err != nil {
		return "", err
	}
	ext := filepath.Ext(b.path)
	name = filepath.Join(dir, strings.TrimSuffix(filepath.Base(b.path), ext)+"-rescued-"+
		moment(b.o.Now()).Format("20060102-150405")+ext)
	unnamed, err := b.checkedCopy(ctx, b, name)
	if err != nil {
		return "", err
	}
	defer os.Remove(unnamed)
	return name, install(unnamed, name, place)
}
