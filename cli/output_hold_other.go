//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package cli

import (
	"errors"
	"os"
)

// hold cannot lock here: the age of a file has to tell whether it was left behind.
func hold(*os.Root, string) (free func(), err error) { return func() {}, errors.ErrUnsupported }
