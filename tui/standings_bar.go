package tui

import (
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"remit/advisor"
	"remit/model"
)

// A bar is a heavy line up to the points now with a knob at its end, and from
// there a thin line to the most that is still possible. All bars of a drawing
// share one scale, so that lengths can be compared.

// In a result, where no choice moves them any more, they run from the line of 0 points to
// either side.

// axis gives the points at the left and the right end of all bars.
func (s standings) axis() (low, high int) {
	for i, b := range s.outlook.Bars {
		if i == 0 || b.Low < low {
			low = b.Low
		}
		high = max(high, b.High)
	}
	if s.final {
		low = min(low, 0)
	}
	return low, max(high, low+1)
}

// cells turns points into a number of cells on the axis.
func (s standings) cells(points, w int) int {
	low, high := s.axis()
	return min(max(((points-low)*w+(high-low)/2)/(high-low), 0), w)
}

// bar draws one structure in w cells.
func (s standings) bar(x model.Structure, w int) string {
	b := s.outlook.Bars[x]
	now, most := s.cells(b.Points, w-1), s.cells(b.High, w-1)
	paint, reach := s.paint(x), max(most-now, 0)
	if b.Excluded {
		reach = 0
	}
	if s.final {
		return s.fromZero(paint, now, now+reach, w)
	}
	return paint.Render(strings.Repeat(glyphHeavy, now)+glyphOn) +
		s.theme.faint.Render(strings.Repeat(glyphRule, reach)) + blank(w-1-now-reach)
}

// fromZero draws a bar between the line of 0 points and the points now, and on to the most.
func (s standings) fromZero(paint lipgloss.Style, now, most, w int) string {
	zero := s.cells(0, w-1)
	var b strings.Builder
	for i := range w {
		switch {
		case i == now:
			b.WriteString(paint.Render(glyphOn))
		case min(now, zero) <= i && i <= max(now, zero):
			b.WriteString(paint.Render(glyphHeavy))
		case now < i && i <= most:
			b.WriteString(s.theme.faint.Render(glyphRule))
		case i == zero:
			b.WriteString(s.theme.faint.Render(glyphBar))
		default:
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// shareWidth is the room for the widest share and a space before it.
const shareWidth = 5

// share says how much of all ways to answer the rest leads to a structure: nothing
// where none does, or all do, which is said otherwise; muted while it is still that of
// the answers before.
func (s standings) share(x model.Structure, w int) string {
	if w == 0 || s.shares.counts == nil || s.isOut(x) || s.outlook.Decided {
		return blank(w)
	}
	part, text := s.shares.counts[x], fitRight(s.shares.counts.Percent(x), w)
	switch {
	case s.shares.known:
		return text
	case part == advisor.Count{}, part == s.shares.counts.Total():
		return blank(w) // true before, and surely not now
	}
	return s.theme.faint.Render(text)
}

// span writes the least and the most that a structure can still get, "" when its
// points cannot move any more.
func span(b model.Bar) string {
	if b.Low == b.High {
		return ""
	}
	return fitRight(strconv.Itoa(b.Low), 3) + glyphEllipse + strconv.Itoa(b.High)
}

// fate says in words what colour alone must not: that a structure is forbidden,
// or that nothing can bring it to the front any more; in w cells.
func (s standings) fate(x model.Structure, w int) string {
	switch b := s.outlook.Bars[x]; {
	case b.Excluded && width("ruled out") <= w:
		return "ruled out"
	case b.Excluded:
		return "out"
	case !s.isOut(x):
		return ""
	case width("out of reach") <= w:
		return "out of reach"
	case width("can't win") <= w:
		return "can't win"
	}
	return "behind"
}

// isOut reports a structure that is not in the running any more. Once all is
// decided that is so of every structure but one and goes without saying.
func (s standings) isOut(x model.Structure) bool {
	b := s.outlook.Bars[x]
	return b.Excluded || !b.Possible && !s.aside && !(s.final && s.outlook.Decided)
}

// legend explains the bars, and the shares on a line of their own, in w cells; ""
// where there is no room.
func (s standings) legend(w int) string {
	const shares = "% of all ways to answer the rest"
	if s.shares == nil || s.outlook.Decided || width(shares) > w {
		return s.barLegend(w)
	}
	text := shares
	if more := shares + "; not a chance"; width(more) <= w {
		text = more
	}
	return pile(s.barLegend(w), s.theme.muted.Render(text))
}

// barLegend explains the bars in one line.
func (s standings) barLegend(w int) string {
	const knob = glyphHeavy + glyphOn
	for _, text := range []string{
		knob + " points now   " + glyphRule + " still possible, least " + glyphEllipse + " most",
		knob + " now   " + glyphRule + " still possible, least " + glyphEllipse + " most",
		knob + " points now   " + glyphRule + " still possible",
		knob + " now   " + glyphRule + " possible",
	} {
		if width(text) <= w && (w >= spanFrom || !strings.Contains(text, glyphEllipse)) {
			return s.theme.muted.Render(text)
		}
	}
	return ""
}
