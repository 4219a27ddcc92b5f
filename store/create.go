package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	bolt "go.etcd.io/bbolt"
)

// pageSize is the same on every machine, so that files can be carried.
const pageSize = 4096

// create makes an empty store. It is built under a name of its own and gets its
// real one when it is whole and on the disk, so nobody ever sees half a store.
// When somebody else was faster, theirs is the store and ours is thrown away.
func create(path string) error {
	dir := filepath.Dir(path)
	if err := makeDirs(dir); err != nil {
		return err
	}
	file, err := beside(path)
	if err != nil {
		return err
	}
	name := file.Name()
	defer os.Remove(name) // gone already when all went well
	if err := fill(file); err != nil {
		return err
	}
	if err := install(name, path, place); errors.Is(err, fs.ErrExist) {
		return syncDir(dir)
	} else if err != nil {
		return err
	}
	return nil
}

// fill writes the empty tables into a new file and closes it.
func fill(file *os.File) error {
	db, err := openFresh(file)
	if err != nil {
		_ = file.Close()
		return err
	}
	if err := db.Update(makeTables); err != nil {
		_ = db.Close()
		return err
	}
	if err := renewSpare(file, file.Name()); err != nil {
		_ = db.Close()
		return err
	}
	return db.Close()
}

// openFresh lets bbolt lay out a file that is empty.
func openFresh(file *os.File) (*bolt.DB, error) {
	return bolt.Open(file.Name(), 0o600, &bolt.Options{
		PageSize:     pageSize,
		Timeout:      time.Second,
		FreelistType: bolt.FreelistMapType,
		NoStatistics: true,
		OpenFile:     func(string, int, os.FileMode) (*os.File, error) { return file, nil },
	})
}

func temporary(path string) string { return "." + filepath.Base(path) + ".*.new" }

// sweep removes what was left behind when a creation, a compaction or a restoration
// was killed. Nothing in it is not in the store or in a backup too; an hour is longer
// than any of the three takes.
func sweep(path string) {
	dir := filepath.Dir(path)
	before, after, _ := strings.Cut(temporary(path), "*")
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), before) || !strings.HasSuffix(e.Name(), after) {
			continue
		}
		if info, err := e.Info(); err == nil && time.Since(info.ModTime()) > time.Hour {
			_ = os.Remove(filepath.Join(dir, e.Name()))
		}
	}
}

// makeDirs makes the directories that are missing, for their owner only, and
// syncs the one that each was made in.
func makeDirs(dir string) error {
	if _, err := os.Stat(dir); err == nil || !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	parent := filepath.Dir(dir)
	if err := makeDirs(parent); err != nil {
		return err
	}
	if err := os.Mkdir(dir, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return syncDir(parent)
}

// placeByLink never replaces: a second name cannot be one that is taken. The first
// name is for create to remove.
func placeByLink(from, to string) error { return os.Link(from, to) }
