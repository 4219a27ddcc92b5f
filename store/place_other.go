//go:build !linux

package store

import (
	"os"
	"runtime"
)

// place gives a file its final name unless something has that name already; the
// error is then fs.ErrExist.
func place(from, to string) error { return placeByLink(from, to) }

// syncData waits until what was written is on the disk.
func syncData(file *os.File) error { return file.Sync() }

func syncDir(dir string) error {
	if runtime.GOOS == "windows" { // directories cannot be synced there, and need not be
		return nil
	}
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer d.Close()
	return d.Sync()
}
