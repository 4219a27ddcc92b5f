package cli

import (
	"context"
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

// untilHangup gives a context that also ends when the terminal goes away. The
// signal HUP says so as a rule, but under nohup it is ignored, and the app, for
// which the end of its input is no reason to leave, would wait for keys for ever.
//
// The wait has no timeout, so that an idle app is never woken: the end of the
// context closes a pipe, which ends it.
func untilHangup(ctx context.Context, terminal *os.File) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancelCause(ctx)
	stop := func() { cancel(context.Canceled) }
	ended, end, err := os.Pipe()
	if err != nil {
		return ctx, stop // without a descriptor to spare there is the signal alone
	}
	context.AfterFunc(ctx, func() { _ = end.Close() })
	// Asking for nothing: a hang-up is always told.
	watched := []unix.PollFd{{Fd: int32(terminal.Fd())}, {Fd: int32(ended.Fd())}}
	go func() {
		defer ended.Close()
		for {
			if _, err := unix.Poll(watched, -1); err != nil && err != unix.EINTR {
				return
			}
			switch told := watched[0].Revents; {
			case watched[1].Revents != 0, told&unix.POLLNVAL != 0:
				return
			case told&(unix.POLLHUP|unix.POLLERR) != 0:
				cancel(interrupted{syscall.SIGHUP})
				return
			}
		}
	}()
	return ctx, stop
}
