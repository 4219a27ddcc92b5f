package store

import (
	"errors"
	"io/fs"
	"syscall"
)

// OnDisk says what a person can do when the system refuses a file, and whether it is the
// path that is wrong rather than the disk. elsewhere is how they name another place, as
// in "choose another file with --store". "" stands for an error with no cure known.
func OnDisk(err error, elsewhere string) (cure string, path bool) {
	switch {
	case errors.Is(err, syscall.ENOTDIR):
		return "A part of this path is a file where a directory should be: " + elsewhere + ".", true
	case errors.Is(err, syscall.ELOOP):
		return "A link on this path leads back to itself: " + elsewhere + ".", true
	case errors.Is(err, syscall.ENAMETOOLONG):
		return "A name on this path is too long: choose a shorter one.", true
	case errors.Is(err, syscall.EROFS):
		return "The disk can only be read: " + elsewhere + ".", false
	case errors.Is(err, fs.ErrPermission):
		return "Ask the owner for access, or " + elsewhere + ".", false
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT), errors.Is(err, syscall.EFBIG):
		return "The disk, or your share of it, is full: free some space and try again.", false
	case errors.Is(err, syscall.EIO):
		return "Check the disk and try again, or " + elsewhere + ".", false
	}
	return "", false
}
