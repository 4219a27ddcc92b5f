package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// scroll shows a block of text that may be higher than its room. The text must
// have been wrapped to textWidth before.
type scroll struct {
	keys  moveKeys
	lines []string
	top   int
	w, h  int
}

func newScroll() scroll { return scroll{keys: newMoveKeys()} }

// resize gives the room, scroll bar included.
func (s *scroll) resize(w, h int) {
	s.w, s.h = w, h
	s.move(0)
}

// textWidth is how wide the text may be: the last two columns are the bar's.
func (s *scroll) textWidth() int { return max(s.w-2, 1) }

// set gives the text; the place is kept as far as there is text.
func (s *scroll) set(text string) {
	s.lines = strings.Split(text, "\n")
	s.move(0)
}

// move scrolls by n lines.
func (s *scroll) move(n int) { s.top = min(max(s.top+n, 0), max(len(s.lines)-s.h, 0)) }

// reveal scrolls as little as needed to show lines from to to.
func (s *scroll) reveal(from, to int) {
	if to >= s.top+s.h {
		s.top = to - s.h + 1
	}
	if from < s.top {
		s.top = from
	}
	s.move(0)
}

// reading is the one key that stands for all that scroll, for a footer.
func (s *scroll) reading() binding {
	keys := append(append([]string(nil), s.keys.up.Keys()...), s.keys.down.Keys()...)
	return bind(strings.Join(keys, " "), glyphUp+glyphDown, "scroll", "Scroll this page")
}

// over reports whether there is more than fits.
func (s *scroll) over() bool { return len(s.lines) > s.h }

// update scrolls by keys and wheel; false if the message was something else.
func (s *scroll) update(msg tea.Msg) bool {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		n, ok := s.keys.delta(msg, s.h)
		if ok {
			s.move(n)
		}
		return ok
	case tea.MouseWheelMsg:
		s.move(wheel(msg))
		return true
	}
	return false
}

// wheel tells how many lines one click of the mouse wheel moves.
func wheel(m tea.MouseWheelMsg) int {
	switch m.Button {
	case tea.MouseWheelUp:
		return -3
	case tea.MouseWheelDown:
		return 3
	}
	return 0
}

// view draws the part in sight, with a bar at the right end if there is more.
func (s *scroll) view(t *theme) string {
	end := min(s.top+s.h, len(s.lines))
	if !s.over() || s.h <= 0 {
		return clip(strings.Join(s.lines[s.top:max(end, s.top)], "\n"), s.w, s.h)
	}
	return withBar(t, s.lines[s.top:end], s.top, len(s.lines), s.w)
}

// withBar draws the part of n lines that is in sight, which begins at top, in w cells with a
// bar at the right end.
func withBar(t *theme, sight []string, top, n, w int) string {
	h, room := len(sight), max(w-2, 1)
	size := max(h*h/n, 1)
	at := 0
	if span := n - h; span > 0 {
		at = (top*(h-size) + span/2) / span
	}
	shown := make([]string, h)
	for i, line := range sight {
		bar := t.faint.Render(glyphBar)
		if i >= at && i < at+size {
			bar = t.muted.Render(glyphThumb)
		}
		shown[i] = fit(line, room) + blank(w-room-1) + bar
	}
	return strings.Join(shown, "\n")
}

// pick is a cursor in a list of n entries of which rows are in sight.
type pick struct {
	at, top int
	n, rows int
}

// size says how long the list is and how many entries are in sight.
func (p *pick) size(n, rows int) {
	p.n, p.rows = n, max(rows, 1)
	p.move(0)
}

// move moves the cursor by d entries, stopping at the ends.
func (p *pick) move(d int) {
	p.at = min(max(p.at+d, 0), max(p.n-1, 0))
	p.top = min(max(p.top, p.at-p.rows+1), p.at)
	p.top = min(max(p.top, 0), max(p.n-p.rows, 0))
}

// view draws the entries in sight, a line each, in w cells; with a bar if there are more.
func (p *pick) view(t *theme, sight []string, w int) string {
	if p.n <= p.rows {
		return strings.Join(sight, "\n")
	}
	return withBar(t, sight, p.top, p.n, w)
}

// window gives the entries in sight, from inclusive to exclusive.
func (p *pick) window() (from, to int) { return p.top, min(p.top+p.rows, p.n) }
