package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// entries is a list with a cursor. What there is to say about the entry under it stands
// beside the list, or below its line where there is no room for that.
type entries struct {
	keys  moveKeys
	theme *theme
	list  []entry
	at    int
	w, h  int
	body  scroll // the list
	side  scroll // what is said beside it
	whole bool   // all is told below the line, also where that covers the list
	short bool   // it is not, and there is more
	spans []lineSpan
}

// entry is one line of a list.
type entry struct {
	above string // a heading that begins here; "" for none
	head  func(w int, here bool) string
	tells func(w int) string // what there is to say about it
}

func newEntries() entries {
	m := newMoveKeys()
	m.up = m.up.as(glyphUp+glyphDown, "choose")
	m.up.says, m.down.says = "To the line above (also k)", "To the line below (also j)"
	return entries{keys: m, body: newScroll(), side: newScroll()}
}

const (
	entriesBeside = 72 // from this width on there are two columns
	entriesGap    = 3
	entriesInset  = 4  // of what is told below a line
	entriesLow    = 10 // below this height the list has no room for all that is told of a line
	entriesBrief  = 3  // lines are told there
)

// beside reports that what is told has a column of its own.
func (e *entries) beside() bool { return e.w >= entriesBeside }

// split shares out the width.
func (e *entries) split() (list, side int) {
	if !e.beside() {
		return e.w, 0
	}
	list = min(e.w*56/100, 64)
	return list, min(e.w-list-entriesGap, 64)
}

// show lists these entries in this room.
func (e *entries) show(t *theme, list []entry, w, h int) {
	e.theme, e.list, e.w, e.h = t, list, w, h
	e.at = min(max(e.at, 0), max(len(list)-1, 0))
	e.lay()
}

func (e *entries) lay() {
	left, right := e.split()
	e.body.resize(left, e.h)
	e.side.resize(right, e.h)
	w := e.body.textWidth()
	var lines []string
	e.spans = e.spans[:0]
	for i, x := range e.list {
		if x.above != "" {
			if i > 0 && e.h >= 10 {
				lines = append(lines, "")
			}
			lines = append(lines, strings.Split(tint(e.theme.strong, wrapped(x.above, w)), "\n")...)
		}
		from := len(lines)
		lines = append(lines, strings.Split(x.head(w, i == e.at), "\n")...)
		if i == e.at && !e.beside() {
			if told := e.brief(x.tells(w-entriesInset), w-entriesInset); told != "" {
				lines = append(lines, strings.Split(indent(told, blank(entriesInset)), "\n")...)
			}
		}
		e.spans = append(e.spans, lineSpan{from, len(lines) - 1})
	}
	e.body.set(strings.Join(lines, "\n"))
	if len(e.list) > 0 && e.beside() {
		e.side.set(e.list[e.at].tells(e.side.textWidth()))
	}
}

// brief is the beginning of what is told where the list would be out of sight below all of
// it, until somebody reads on.
func (e *entries) brief(told string, w int) string {
	lines := strings.Split(told, "\n")
	e.short = !e.whole && e.h < entriesLow && len(lines) > entriesBrief
	if e.short {
		last := entriesBrief - 1
		lines = append(lines[:last], cut(lines[last], w-2)+" "+glyphEllipse)
	}
	return strings.Join(lines, "\n")
}

// choose puts the cursor on an entry and brings it into sight.
func (e *entries) choose(i int) {
	if len(e.list) == 0 {
		return
	}
	i = min(max(i, 0), len(e.list)-1)
	e.whole = e.whole && i == e.at
	e.at = i
	e.side.top = 0
	e.lay()
	from := e.spans[e.at].from
	if e.at == 0 {
		from = 0
	}
	e.body.reveal(from, e.spans[e.at].to)
}

// move answers a key of the list. The keys for pages first scroll what is told.
func (e *entries) move(k tea.KeyPressMsg) {
	pages := e.keys.pageUp.hit(k) || e.keys.pageDown.hit(k)
	if pages && e.beside() && e.side.over() {
		e.side.update(k)
		return
	}
	n, ok := e.keys.delta(k, e.h)
	to := min(max(e.at+n, 0), max(len(e.list)-1, 0))
	if ok && !(pages && e.readOn(n)) && (to != e.at || n < -e.h) {
		e.choose(to)
	}
}

// more reports that there is more told than is in sight.
func (e *entries) more() bool {
	if e.beside() {
		return e.side.over()
	}
	return len(e.list) > 0 && (e.short || e.spans[e.at].to >= e.body.top+e.body.h)
}

// readOn scrolls through what is told below the line under the cursor, before the
// cursor leaves it.
func (e *entries) readOn(n int) bool {
	if len(e.list) == 0 || e.beside() {
		return false
	}
	s := e.spans[e.at]
	switch {
	case n > 0 && e.short:
		e.whole = true
		e.choose(e.at)
		return true
	case n > 0 && s.to >= e.body.top+e.body.h:
		e.body.move(min(n, s.to-e.body.top-e.body.h+1))
		return true
	case n < 0 && s.from < e.body.top:
		e.body.move(max(n, s.from-e.body.top))
		return true
	}
	return false
}

// wheel scrolls the column under the mouse.
func (e *entries) wheel(m tea.MouseWheelMsg) {
	if left, _ := e.split(); e.beside() && m.X >= left {
		e.side.update(m)
		return
	}
	e.body.update(m)
}

// entryAt gives the entry at a place of the screen.
func (e *entries) entryAt(x, y int) (place int, ok bool) {
	left, _ := e.split()
	if x >= left || y < 0 || y >= e.h {
		return 0, false
	}
	for i, s := range e.spans {
		if s.from <= y+e.body.top && y+e.body.top <= s.to {
			return i, true
		}
	}
	return 0, false
}

func (e *entries) view() string {
	if !e.beside() {
		return e.body.view(e.theme)
	}
	left, right := e.split()
	return beside(e.h, entriesGap, []int{left, right}, e.body.view(e.theme), e.side.view(e.theme))
}

// bindings are the keys of the list around those of its page: open is what enter does,
// rest what else there is. What helps most to read everything comes first.
func (e *entries) bindings(open binding, rest ...binding) []binding {
	m := e.keys
	m.pageUp.says, m.pageDown.says = "Back in what is told about the line under the cursor (also ctrl+u)", "Read on in it (also ctrl+d)"
	if e.more() {
		m.pageDown = m.pageDown.as("pgdn", "read on")
	}
	first := []binding{open, m.up, m.pageDown}
	if e.more() && !e.beside() {
		first = []binding{m.pageDown, open, m.up}
	}
	return append(append(first, rest...), m.down, m.pageUp, m.top, m.bottom)
}
