package cli

import (
	"context"
	"io"
	"sync"
)

// interruptible is a reader whose Read returns as soon as the context ends. The
// goroutine that waits for the stream stays behind; it holds nothing but its own
// buffer, and the process is about to end.
type interruptible struct {
	ctx context.Context
	r   io.Reader
}

// Read reads from the stream, or gives the cause of the context's end.
func (i interruptible) Read(p []byte) (int, error) {
	type result struct {
		n   int
		err error
	}
	own := make([]byte, len(p))
	done := make(chan result, 1)
	go func() {
		n, err := i.r.Read(own)
		done <- result{n, err}
	}()
	select {
	case r := <-done:
		return copy(p, own[:r.n]), r.err
	case <-i.ctx.Done():
		return 0, context.Cause(i.ctx)
	}
}

// writer remembers its first error, so that commands may print without looking
// and still no output is lost in silence: exit reports it. It cannot tell a standard
// output that was closed before the start: Go opens the null device in its place, for
// reading and writing, just as Python and Node do for callers who want no output.
type writer struct {
	to io.Writer

	mu     sync.Mutex // a command that was left behind may still be writing
	failed error      // the first error; a command reads it after its own writes
}

// fault gives the first error there was, to others than the command that writes.
func (w *writer) fault() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.failed
}

// Write writes through; after a failure it only repeats the error.
func (w *writer) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.failed != nil {
		return 0, w.failed
	}
	n, err := w.to.Write(p)
	w.failed = err
	return n, err
}
