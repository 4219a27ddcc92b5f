package tui

import (
	"strings"

	"remit/model"
)

// leave goes back to the plan. A figure that is typed and not saved is named first; a
// second time in a row it is given up.
func (f *costForm) leave() (done bool) {
	if text := f.waiting(); text != "" && f.fault == "" {
		f.focus(lineAmount)
		f.fault = "“" + text + "” is not saved. Press enter to save it; esc again leaves without it."
		f.lay()
		f.reveal()
		return false
	}
	f.ledger.screen.toCosts()
	return true
}

// waiting is the amount that is typed and not saved; "" if there is none.
func (f *costForm) waiting() string {
	c, err := f.typed()
	if err == nil && figureOf(f.kept(), c.Event()) == c {
		return ""
	}
	return strings.TrimSpace(model.Clean(f.amount.value))
}

// atStake says in a few words what ctrl+c would lose; "" if that is nothing.
func (f *costForm) atStake() string {
	text := f.waiting()
	if text == "" {
		return ""
	}
	return "own cost of " + f.ledger.screen.follows.short(f.seats[f.seat]) + ": " + text
}
