package tui

import (
	tea "charm.land/bubbletea/v2"
)

// sideKeys are the keys of the page that compares variants.
type sideKeys struct {
	moveKeys
	next, prev, goOn, takeOut, undo, keep, all, add, close binding
}

func newSideKeys() sideKeys {
	m := newMoveKeys()
	m.up = bind("up", glyphUp+glyphDown, "read", "To the line above; the line under the cursor shows all its words")
	m.down = bind("down j", glyphDown, "", "To the line below (also j)")
	return sideKeys{
		moveKeys: m,
		next:     bind("right l tab", glyphLeft+glyphRight, "column", "To the next column (also l and tab); brackets mark the one where you are, a dot what differs from A"),
		prev:     bind("left h shift+tab", glyphLeft, "", "To the column before (also h and shift+tab)"),
		goOn:     bind("enter", "enter", "go on", "Go on changing from the column under the cursor"),
		takeOut:  bind("d delete", "d", "out", "Take the column under the cursor out (also delete)"),
		undo:     bindUndo("Bring back the column that was taken out last"),
		keep:     bind("k", "k", "keep", "Keep the column under the cursor as a session of its own"),
		all:      bind("a", "a", "all", "Show all answers, or only those that differ"),
		add:      bind("o", "o", "add", "Add a saved session as a column"),
		close:    bind("esc c backspace", "esc", "", "Back to the answers (also c)"),
	}
}

func (v *whatIfScreen) sideKeys() []binding {
	k, list := v.keys.side, v.variants()
	column := v.table.column
	if v.table.all {
		k.all = k.all.as("a", "fewer")
	}
	own := column > 0 && list[column].from == "" && !v.isKept(list[column].answers)
	return []binding{k.next.when(len(list) > 1), k.goOn, k.takeOut.when(column > 0), k.undo.when(v.removed != nil && len(list) < mostVariants), k.add.when(len(v.aside) < mostVariants-1), k.keep.when(own),
		k.all, k.up, k.prev.when(len(list) > 1), k.down, k.pageUp, k.pageDown, k.top, k.bottom, k.close}
}

// compare puts the variants side by side, with the cursor on what is tried now.
func (v *whatIfScreen) compare() {
	v.comparing = true
	for i, x := range v.variants() {
		if sameAnswers(x.answers, v.suppose.now) {
			v.table.column = i
		}
	}
	v.lay()
}

func (v *whatIfScreen) onSideKey(k tea.KeyPressMsg) tea.Cmd {
	keys, t := v.keys.side, &v.table
	switch {
	case keys.close.hit(k):
		v.comparing = false
	case keys.next.hit(k):
		t.column++
	case keys.prev.hit(k):
		t.column--
	case keys.goOn.hit(k):
		return v.takeUp(t.column)
	case keys.takeOut.hit(k):
		return v.takeOut(t.column)
	case keys.undo.hit(k):
		return v.bringBack()
	case keys.keep.hit(k):
		if x := v.variants()[t.column]; x.from == "" {
			return v.askKeep(x.answers)
		}
	case keys.add.hit(k):
		return v.addSession()
	case keys.all.hit(k):
		t.all = !t.all
	default:
		if d, ok := keys.delta(k, t.body.h); ok {
			t.at += d
		}
	}
	v.lay()
	return nil
}

// onSideClick moves the cursor to the column and the line that were clicked.
func (v *whatIfScreen) onSideClick(m tea.Mouse) {
	t := &v.table
	y := m.Y - v.sideHead()
	if m.Button != tea.MouseLeft || y >= t.body.h {
		return
	}
	if place, ok := t.columnAt(m.X); ok && y >= -2 {
		t.column = place
	}
	for i, s := range t.spans {
		if y >= 0 && s.from <= y+t.body.top && y+t.body.top <= s.to {
			t.at = i
		}
	}
	v.lay()
}
