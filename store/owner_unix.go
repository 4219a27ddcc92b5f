//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package store

import (
	"io/fs"
	"os"
	"syscall"
)

// sameOwner gives a new file the owner of another. Root would else take a store away
// from whom it belongs to.
func sameOwner(name string, as fs.FileInfo) error {
	want, ok := as.Sys().(*syscall.Stat_t)
	if !ok || int(want.Uid) == os.Geteuid() {
		return nil
	}
	return os.Chown(name, int(want.Uid), int(want.Gid))
}
