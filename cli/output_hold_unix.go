//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package cli

import (
	"errors"
	"os"
	"syscall"
)

// hold locks a file of a directory until free is called or the process dies. The error
// is errHeld if somebody else holds it; any other says that it cannot be locked. free is
// never nil.
func hold(dir *os.Root, name string) (free func(), err error) {
	nothing := func() {}
	file, err := dir.OpenFile(name, os.O_RDWR|syscall.O_NONBLOCK, 0) // a lock over the network needs a file that may be written
	if err != nil {
		return nothing, err
	}
	for {
		err = syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		if !errors.Is(err, syscall.EINTR) {
			break
		}
	}
	if err == nil {
		return func() { _ = file.Close() }, nil
	}
	_ = file.Close()
	if errors.Is(err, syscall.EWOULDBLOCK) {
		err = errHeld
	}
	return nothing, err
}
