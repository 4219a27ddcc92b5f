package tui

import (
	"reflect"
	"sync"
	"time"
	"unsafe"

	tea "charm.land/bubbletea/v2"
)

// How often the screen is looked at for changes while something happens, how
// often for a while after that, and when that stops.
const (
	paceQuick = 2 * time.Millisecond
	paceSlow  = 40 * time.Millisecond
	quickFor  = 40 * time.Millisecond
	slowFor   = 360 * time.Millisecond
)

// pacer lets the program sleep while nobody does anything.
//
// Bubble Tea draws on a ticker that never stops: an untouched program wakes some
// three hundred times a second, which costs battery, and the answer to a key waits
// for the next tick. The ticker is a private field, and there is no option for it,
// so it is reached by reflection: every message sets it to a quick pace, and soon
// after the last one it slows down and stops. The slow stretch is there for a busy
// machine, on which a frame may be late.
//
// The field may go with any new version of Bubble Tea. Then ticker finds nothing,
// wake does nothing, and the program draws at its stock pace, as before; a test
// fails, so that this is noticed.
//
// wake is called in Bubble Tea's own loop, which also makes the ticker and starts
// it anew after the program was put aside. Reset and Stop of a ticker may be called
// from anywhere.
type pacer struct {
	program *tea.Program

	mu    sync.Mutex
	tick  *time.Ticker
	sleep *time.Timer
	pace  int // counts the paces that were set: a timer ends only its own
}

// wake makes the next frame come soon. It may be called on a nil pacer.
func (p *pacer) wake() {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.tick == nil {
		if p.tick = ticker(p.program); p.tick == nil {
			return
		}
	}
	p.at(paceQuick, quickFor, func() {
		p.at(paceSlow, slowFor, func() { p.tick.Stop() })
	})
}

// at sets a pace, how long it lasts, and what comes then, unless another pace is set
// before.
func (p *pacer) at(pace, last time.Duration, then func()) {
	if p.sleep != nil {
		p.sleep.Stop()
	}
	p.tick.Reset(pace)
	p.pace++
	mine := p.pace
	p.sleep = time.AfterFunc(last, func() {
		p.mu.Lock()
		defer p.mu.Unlock()
		if p.pace == mine && p.tick != nil {
			then()
		}
	})
}

// end lets go of the ticker.
func (p *pacer) end() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.sleep != nil {
		p.sleep.Stop()
	}
	p.tick = nil
}

// ticker finds the ticker that a program draws by; nil if there is none yet, or none
// of the kind that is known. P is tea.Program, or in a test what it might become.
func ticker[P any](program *P) *time.Ticker {
	if program == nil || reflect.TypeFor[P]().Kind() != reflect.Struct {
		return nil
	}
	f := reflect.ValueOf(program).Elem().FieldByName("ticker")
	if !f.IsValid() || f.Type() != reflect.TypeFor[*time.Ticker]() {
		return nil
	}
	return *(**time.Ticker)(unsafe.Pointer(f.UnsafeAddr()))
}
