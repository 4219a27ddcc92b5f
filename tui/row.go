package tui

import (
	"fmt"
	"strings"
	"time"

	"charm.land/lipgloss/v2"

	"remit/model"
)

// columns are the widths of a list of sessions; 0 leaves a column out. They
// depend on the room alone, so that rows stay aligned while one scrolls.
type columns struct {
	name, bar, count, lead, standing, when int
}

const columnGap = 2

// fitColumns shares out w cells. When room is short the date goes first, then
// the bar, then the standing: its mark still tells it.
func fitColumns(w int) columns {
	c := columns{count: 8, lead: 18}
	const bar, standing = 12, 7
	switch {
	case w >= 90:
		c.bar, c.standing, c.when = bar, standing, agoWidth
	case w >= 66:
		c.standing, c.when = standing, agoWidth
	case w >= 48:
		c.standing = standing
	default:
		c.count, c.lead = 5, 14
	}
	used := 0
	for _, col := range []int{c.bar, c.count, c.lead, c.standing, c.when} {
		if col > 0 {
			used += col + columnGap
		}
	}
	c.name = max(w-used, 1)
	return c
}

// rows draws sessions of a list, each behind its mark; the one at the cursor stands out.
func rows(e *env, list []summary, c columns, cursor int) []string {
	lines, now := make([]string, len(list)), e.Now()
	names := make([]string, len(list))
	times := make(map[string]int, len(list))
	for i := range list {
		names[i] = nameCell(e.theme, list[i].session, "", c.name, e.theme.text)
		times[names[i]]++
	}
	for i := range list {
		name, mark, tail := e.theme.text, "  ", ""
		if i == cursor {
			name, mark = e.theme.chosen, e.theme.accent.Render(glyphCursor)+" "
		}
		if times[names[i]] > 1 {
			tail = idTail(list[i].session.ID)
		}
		lines[i] = mark + row(e, list[i], c, now, nameCell(e.theme, list[i].session, tail, c.name, name))
	}
	return lines
}

// idTail is the end of an id, which tells sessions apart that were made one after the
// other.
func idTail(id string) string {
	const letters = 4
	return glyphEllipse + id[max(len(id)-letters, 0):]
}

// row draws one session of a list behind its name.
func row(e *env, s summary, c columns, now time.Time, name string) string {
	t := e.theme
	cells := []string{name}
	add := func(w int, cell string) {
		if w > 0 {
			cells = append(cells, fit(cell, w))
		}
	}
	add(c.bar, progressBar(t, s.Closed(), s.Questions, c.bar))
	if c.count >= 8 {
		add(c.count, t.muted.Render(s.Short()))
	} else {
		add(c.count, t.muted.Render(fmt.Sprintf("%d/%d", s.Answered, s.Questions)))
	}
	add(c.lead, leadCell(e, s, c.lead))
	add(c.standing, t.muted.Render(string(s.standing)))
	add(c.when, t.muted.Render(fitRight(ago(s.session.Updated, now), c.when)))
	return strings.Join(cells, blank(columnGap))
}

// nameCell is the name, and the client in what room is left; at the right end tail,
// which tells it from others that read the same.
func nameCell(t *theme, s model.Session, tail string, w int, paint lipgloss.Style) string {
	if tail != "" && w >= 2*width(tail) {
		return nameCell(t, s, "", w-width(tail)-1, paint) + " " + t.muted.Render(tail)
	}
	name := called(s)
	room := w - width(name) - 3
	if s.Client == "" || s.Client == name || room < 4 {
		return fit(paint.Render(cutMiddle(name, w)), w)
	}
	return fit(paint.Render(name)+t.muted.Render(" "+glyphDot+" "+cut(s.Client, room)), w)
}

// leadCell is the structure that leads, in its colour. A full dot says that it
// can be relied on or nearly so, an empty one that it is open. It has w cells.
func leadCell(e *env, s summary, w int) string {
	t := e.theme
	switch {
	case s.early:
		return t.muted.Render("too early")
	case s.standing == "":
		return t.muted.Render("not begun")
	}
	mark := glyphOn
	if s.standing == model.Open {
		mark = glyphOff
	}
	return t.structure(s.lead).Render(mark + " " + wholeWords(s.advised, w-2))
}

// progressBar draws n of total in w cells. It is full only when all is done, and
// empty only when nothing is.
func progressBar(t *theme, n, total, w int) string {
	full := 0
	if total > 0 && n > 0 {
		full = min(max(n*w/total, 1), w)
	}
	return t.accent.Render(strings.Repeat(glyphHeavy, full)) + t.faint.Render(strings.Repeat(glyphRule, w-full))
}
