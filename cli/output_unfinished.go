package cli

import (
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// A document is written under a name of its own beside its place, and moves there when
// it is whole. Whoever writes holds the unfinished file, and the system lets go of it
// when the writer dies: so the next one can tell what was left from what is being
// written.

// How unfinished files are called.
const unfinished, unfinishedEnd = ".remit-", ".tmp"

// errHeld says that somebody else holds a file.
var errHeld = errors.New("somebody else is writing it")

// begin creates an unfinished file in a directory and holds it until free is called.
func begin(dir *os.Root) (temp *os.File, free func(), err error) {
	const tries = 10 // each fails only if somebody sweeps in the very moment
	for range tries {
		temp, err = dir.OpenFile(unfinished+rand.Text()+unfinishedEnd, os.O_CREATE|os.O_EXCL|os.O_WRONLY, private)
		if err != nil {
			return nil, nil, err
		}
		name := filepath.Base(temp.Name())
		free, err = hold(dir, name)
		if _, gone := dir.Lstat(name); gone == nil && !errors.Is(err, errHeld) {
			return temp, free, nil // held, or in a place where nothing can be
		}
		free()
		_ = temp.Close()
		err = errHeld
	}
	return nil, nil, err
}

// sweep removes unfinished files that nobody holds. Where the system cannot tell who
// holds what, that are those an hour older than a new one by the clock of the disk. It
// looks at the first thousand names, so that a great directory costs no more.
func sweep(dir *os.Root, fresh *os.File) {
	now, err := fresh.Stat()
	if err != nil {
		return
	}
	all, err := dir.Open(".")
	if err != nil {
		return
	}
	defer all.Close()
	names, _ := all.Readdirnames(1000)
	for _, name := range names {
		if !strings.HasPrefix(name, unfinished) || !strings.HasSuffix(name, unfinishedEnd) || name == filepath.Base(fresh.Name()) {
			continue
		}
		left, err := dir.Lstat(name)
		if err != nil || !left.Mode().IsRegular() {
			continue
		}
		if free, err := hold(dir, name); err == nil || !errors.Is(err, errHeld) && outdated(left, now) {
			_ = dir.Remove(name)
			free()
		}
	}
}

func outdated(left, now fs.FileInfo) bool { return now.ModTime().Sub(left.ModTime()) > time.Hour }
