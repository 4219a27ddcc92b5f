//go:build !linux

package cli

import (
	"context"
	"os"
)

// untilHangup relies on the signal alone where polling a terminal is not to be
// trusted.
func untilHangup(ctx context.Context, _ *os.File) (context.Context, context.CancelFunc) {
	return context.WithCancel(ctx)
}
