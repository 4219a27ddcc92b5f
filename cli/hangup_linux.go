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
func untilHangup(ctx context.Context, terminal *os.File) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancelCause(ctx)
	fd := int32(terminal.Fd())
	go func() {
		const second = 1000 // in milliseconds: how long this lives on after ctx has ended
		for ctx.Err() == nil {
			watched := []unix.PollFd{{Fd: fd}} // asks for nothing: a hang-up is always told
			if _, err := unix.Poll(watched, second); err != nil && err != unix.EINTR {
				return
			}
			switch told := watched[0].Revents; {
			case told&unix.POLLNVAL != 0:
				return
			case told&(unix.POLLHUP|unix.POLLERR) != 0:
				cancel(interrupted{syscall.SIGHUP})
			}
		}
	}()
	return ctx, func() { cancel(context.Canceled) }
}
