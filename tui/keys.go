package tui

import (
	"cmp"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// binding is a key with its two texts: the label and a word for the footer, and
// a sentence for the help page. Without a word it stays out of the footer.
type binding struct {
	key.Binding
	says string
}

// bind makes a binding. keys are names as Bubble Tea gives them, separated by
// spaces: "up k", "space", "ctrl+s".
func bind(keys, label, word, says string) binding {
	return binding{key.NewBinding(key.WithKeys(strings.Fields(keys)...), key.WithHelp(label, word)), says}
}

// hit reports whether this key press is the binding's, and it is in force.
func (b binding) hit(k tea.KeyPressMsg) bool { return key.Matches(k, b.Binding) }

// when gives the binding in force, or not: then it does nothing and is not shown.
func (b binding) when(on bool) binding {
	b.SetEnabled(on)
	return b
}

// as gives the binding with another label and word in the footer, for what it does
// just now.
func (b binding) as(label, word string) binding {
	b.SetHelp(label, word)
	return b
}

// ownLabel is the label where every binding has a line of its own: a footer has one
// for several arrows, of which the binding is the first.
func (b binding) ownLabel() string {
	label := b.Help().Key
	if strings.HasPrefix(label, glyphUp+glyphDown) || strings.HasPrefix(label, glyphLeft+glyphRight) {
		arrow := map[string]string{"up": glyphUp, "down": glyphDown, "left": glyphLeft, "right": glyphRight}[b.Keys()[0]]
		return cmp.Or(arrow, label)
	}
	return label
}

// globalKeys work on every screen. While text is typed, help and back are text or
// the screen's own.
type globalKeys struct {
	help, back, helpTyping, stop, suspend binding
}

func newGlobalKeys() globalKeys {
	return globalKeys{
		help:       bind("?", "?", "keys", "Show all keys of this screen"),
		helpTyping: bind("f1", "f1", "keys", "Show all keys, also while you type"),
		back:       bind("esc backspace", "esc", "back", "Go back to the screen before (also backspace)"),
		stop:       bind("ctrl+c", "ctrl+c", "", "Leave remit at once; what could not be saved is named first"),
		suspend:    bind("ctrl+z", "ctrl+z", "", "Put remit aside and return to the shell; fg brings it back"),
	}
}

func (g globalKeys) list() []binding {
	return []binding{g.help, g.helpTyping, g.back, g.stop, g.suspend}
}

// moveKeys move a cursor through a list or scroll a text.
type moveKeys struct {
	up, down, pageUp, pageDown, top, bottom binding
}

func newMoveKeys() moveKeys {
	return moveKeys{
		up:       bind("up k", glyphUp, "", "Up (also k)"),
		down:     bind("down j", glyphDown, "", "Down (also j)"),
		pageUp:   bind("pgup ctrl+u", "pgup", "", "A page up (also ctrl+u)"),
		pageDown: bind("pgdown ctrl+d", "pgdn", "", "A page down (also ctrl+d)"),
		top:      bind("home g", "g", "", "To the start (also home)"),
		bottom:   bind("end G", "G", "", "To the end (also end)"),
	}
}

func (m moveKeys) list() []binding {
	return []binding{m.up, m.down, m.pageUp, m.pageDown, m.top, m.bottom}
}

// delta tells how far a key moves in a view of this height; ok is false for
// other keys. Start and end come as steps too large for any list.
func (m moveKeys) delta(k tea.KeyPressMsg, height int) (n int, ok bool) {
	const far = 1 << 30
	switch {
	case m.up.hit(k):
		return -1, true
	case m.down.hit(k):
		return 1, true
	case m.pageUp.hit(k):
		return -max(height-1, 1), true
	case m.pageDown.hit(k):
		return max(height-1, 1), true
	case m.top.hit(k):
		return -far, true
	case m.bottom.hit(k):
		return far, true
	}
	return 0, false
}
