package cli

import (
	"fmt"
	"io"
	"math"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/term"
)

// bar shows on a terminal how far long work has come. It appears only when the work
// has taken a moment, and leaves no trace: what is written after it begins on a clean
// line. On anything but a terminal it writes nothing.
type bar struct {
	w    io.Writer
	what string
	done atomic.Uint64 // bits of the share, a float64 from 0 to 1
	quit func()        // ends the drawing and waits for it
}

const (
	barAfter = 300 * time.Millisecond // before which nobody wonders
	barEvery = 100 * time.Millisecond
	barWidth = 30
)

// newBar begins to watch; stop must be called.
func (a *app) newBar(what string) *bar {
	b := &bar{w: a.err, what: what, quit: func() {}}
	f, ok := a.env.Stderr.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) || a.env.Getenv("TERM") == "dumb" {
		return b
	}
	first, ticker := time.NewTimer(barAfter), time.NewTicker(barEvery)
	b.start(first.C, ticker.C)
	quit := b.quit
	b.quit = func() {
		quit()
		first.Stop()
		ticker.Stop()
	}
	return b
}

// start draws at every tick that comes after the first one.
func (b *bar) start(first, ticks <-chan time.Time) {
	quit := make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() {
		select {
		case <-first:
		case <-quit:
			return
		}
		b.draw()
		for {
			select {
			case <-ticks:
				b.draw()
			case <-quit:
				fmt.Fprint(b.w, "\r\x1b[K")
				return
			}
		}
	})
	b.quit = func() {
		close(quit)
		wg.Wait()
	}
}

// set says how far the work is, from 0 to 1.
func (b *bar) set(done float64) { b.done.Store(math.Float64bits(done)) }

// stop takes the bar away.
func (b *bar) stop() { b.quit() }

func (b *bar) draw() {
	done := min(1, max(0, math.Float64frombits(b.done.Load())))
	full := int(done * barWidth)
	fmt.Fprintf(b.w, "\r%s [%s%s] %3.0f%%", b.what, strings.Repeat("#", full), strings.Repeat(".", barWidth-full), 100*done)
}
