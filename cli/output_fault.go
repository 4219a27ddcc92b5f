package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"remit/model"
	"remit/store"
)

// failed tells a person why a file was not written; what was there is as it was.
func (o output) failed(err error) error {
	e := &model.Error{Kind: fileKind(err), What: fmt.Sprintf("write %q", o.file), Err: bare(err),
		Lost: "The file was not written."}
	switch {
	case errors.Is(err, fs.ErrExist):
		e.Kind = model.KindExists
		e.Lost = "The file was left as it is."
		e.Cure = "Choose another name, or replace it with --force."
	case errors.Is(err, fs.ErrNotExist):
		e.Kind = model.KindExists
		e.Cure = "Create the directory first."
	case strings.ContainsRune(o.file, 0):
		e.Kind = model.KindExists
		e.Cure = "No file can have a NUL in its name: choose another name."
	default:
		cure, path := store.OnDisk(err, "choose another directory")
		if path {
			e.Kind = model.KindExists
		}
		e.Cure = cure
	}
	return e
}

// unsure is for a file that stands whole in its place, where the disk did not confirm
// that it will still be there after a power cut.
func (o output) unsure(err error) error {
	return &model.Error{Kind: model.KindIO, What: fmt.Sprintf("write %q", o.file), Err: bare(err),
		Lost: "The file is there and whole, but the disk did not confirm that it will keep it.",
		Cure: "Check the disk, then write the file again with --force."}
}

// fileKind sorts what the operating system says about a file.
func fileKind(err error) model.Kind {
	switch {
	case errors.Is(err, fs.ErrPermission):
		return model.KindPermission
	case errors.Is(err, fs.ErrNotExist):
		return model.KindNotFound
	}
	if _, path := store.OnDisk(err, ""); path {
		return model.KindNotFound
	}
	if e, ok := errors.AsType[*model.Error](err); ok {
		return e.Kind
	}
	return model.KindIO
}

// bare takes the operation and the path, which the message names already, off an
// error of the operating system.
func bare(err error) error {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		return e.Err
	}
	if e, ok := errors.AsType[*os.LinkError](err); ok {
		return e.Err
	}
	return err
}

// syncDir makes a new name in a directory durable.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer d.Close()
	if err := d.Sync(); err != nil && !errors.Is(err, errors.ErrUnsupported) && !errors.Is(err, fs.ErrInvalid) {
		return err
	}
	return nil
}
