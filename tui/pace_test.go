package tui

import (
	"bytes"
	"reflect"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
)

// The field that the pacer reaches for is there. If this fails, Bubble Tea has
// changed: remit still works, but wakes all the time. See whether it can draw on
// demand by now, which makes the pacer needless; else find the ticker's new place.
func TestBubbleTeaStillHasItsTicker(t *testing.T) {
	f, ok := reflect.TypeFor[tea.Program]().FieldByName("ticker")
	if !ok || f.Type != reflect.TypeFor[*time.Ticker]() {
		t.Fatal("tea.Program has no field ticker of type *time.Ticker")
	}
}

// Without the field, or with one of another kind, the pacer keeps its hands off.
func TestPacerKeepsOffWhatItDoesNotKnow(t *testing.T) {
	if ticker(&struct{ clock *time.Ticker }{}) != nil || ticker(&struct{ ticker int }{}) != nil || ticker(new(int)) != nil {
		t.Error("a ticker is found where there is none")
	}
	own := time.NewTicker(time.Hour)
	defer own.Stop()
	if ticker(&struct{ ticker *time.Ticker }{own}) != own {
		t.Error("the ticker is not found where it is")
	}
	var none *pacer
	none.wake()
	(&pacer{}).wake()
	(&pacer{program: tea.NewProgram(nil)}).wake() // not running: it has no ticker yet
}

// The pace falls after the last message until there are no ticks at all, and the
// next message brings them back.
func TestPaceFallsAndRises(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := &pacer{tick: time.NewTicker(time.Hour)}
		defer p.end()
		tick := p.tick
		count := func(during time.Duration) (n int) {
			for over := time.After(during); ; n++ {
				select {
				case <-tick.C:
				case <-over:
					return n
				}
			}
		}
		for range 2 {
			p.wake()
			if n := count(quickFor - time.Millisecond); n < 15 {
				t.Errorf("%d ticks right after a message", n)
			}
			if n := count(slowFor); n < 5 || n > 12 {
				t.Errorf("%d ticks a little later", n)
			}
			if n := count(time.Hour); n > 2 {
				t.Errorf("%d ticks in an hour without a message", n)
			}
		}
		for range 100 { // a message just as the pace is about to fall
			p.wake()
			count(quickFor)
		}
		if p.wake(); count(quickFor/2) < 5 {
			t.Error("a message at the wrong moment is not drawn")
		}
	})
}

// Every message is drawn, whether it comes in a row, at the slow pace or after a
// long silence.
func TestEveryMessageIsDrawn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		out := &screenWriter{}
		r := newRig(t)
		root := &program{app: r.app, pace: &pacer{}}
		root.pace.program = tea.NewProgram(root, tea.WithInput(nil), tea.WithOutput(out), tea.WithWindowSize(80, 24),
			tea.WithoutSignalHandler(), tea.WithContext(t.Context()))
		done := make(chan error, 1)
		go func() {
			_, err := root.pace.program.Run()
			done <- err
		}()
		time.Sleep(time.Second)
		for i, silence := range []time.Duration{0, 0, time.Millisecond, 30 * time.Millisecond, quickFor, 100 * time.Millisecond, quickFor + slowFor, time.Hour} {
			time.Sleep(silence)
			out.reset()
			root.pace.program.Send(keyPress(t, []string{"down", "up"}[i%2]))
			time.Sleep(10 * time.Millisecond)
			if out.size() == 0 {
				t.Errorf("a key after %v of silence is not drawn", silence)
			}
		}
		root.pace.program.Quit()
		if err := <-done; err != nil {
			t.Error(err)
		}
		root.pace.end()
	})
}

// screenWriter takes what the program draws.
type screenWriter struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (w *screenWriter) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.text.Write(p)
}

func (w *screenWriter) size() int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.text.Len()
}

func (w *screenWriter) reset() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.text.Reset()
}
