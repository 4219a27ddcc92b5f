package store

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"remit/model"
)

// install makes a finished file durable and gives it the name of a store, in one
// step. Its lock is held until the directory is synced: whoever finds the new file
// waits before acknowledging a change in one that a power cut could still unname.
func install(name, path string, move func(from, to string) error) error {
	whole, err := os.OpenFile(name, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer whole.Close()
	if err := lock(context.Background(), whole, true, time.Now()); err != nil {
		return err
	}
	if err := whole.Sync(); err != nil {
		return err
	}
	if err := move(name, path); err != nil {
		return err
	}
	return syncDir(filepath.Dir(path))
}

// beside makes an empty file, for its owner only, next to a store; it will take the
// store's name or be removed.
func beside(path string) (*os.File, error) {
	sweep(path)
	return os.CreateTemp(filepath.Dir(path), temporary(path)) // 0600
}

// madeBeside has a file made beside a store and gives its name. write fills and closes
// it; if it fails, nothing is left.
func madeBeside(path string, write func(*os.File) error) (name string, err error) {
	file, err := beside(path)
	if err != nil {
		return "", err
	}
	if err := write(file); err != nil {
		_ = os.Remove(file.Name())
		return "", err
	}
	return file.Name(), nil
}

// target gives the file that a store's path leads to. A link to the store is one that
// its owner has made, and has to lead to what takes the place of the store.
func target(path string) (string, error) { return filepath.EvalSymlinks(path) }

// succeed lets a finished file take the place of the store that h holds the lock of.
func (b *Bolt) succeed(h *handle, name, path string) error {
	there, err := h.file.Stat()
	if err != nil {
		return err
	}
	if err := sameOwner(name, there); err != nil {
		return &model.Error{
			Kind: model.KindPermission, What: "the store belongs to somebody else, and so would not afterwards",
			Where: b.path, Lost: nothingLost, Cure: "Let its owner run this command.", Err: err,
		}
	}
	if err := h.stillNamed(b.path); err != nil {
		return err
	}
	if err := install(name, path, os.Rename); err != nil {
		return err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.met, err = os.Stat(path)
	return err
}

// keepAside gives the store at path a second name, which nothing has yet. Where the
// file system knows no second names, it gets a copy.
func keepAside(path, aside string) error {
	err := os.Link(path, aside)
	if err != nil && !errors.Is(err, fs.ErrExist) {
		err = copyAside(path, aside)
	}
	if err != nil {
		return err
	}
	return syncDir(filepath.Dir(aside))
}

func copyAside(path, aside string) error {
	from, err := os.Open(path)
	if err != nil {
		return err
	}
	defer from.Close()
	to, err := beside(aside)
	if err != nil {
		return err
	}
	defer os.Remove(to.Name())
	_, err = io.Copy(to, from)
	if err = errors.Join(err, to.Sync(), to.Close()); err != nil {
		return err
	}
	return place(to.Name(), aside)
}
