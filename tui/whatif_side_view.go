package tui

import (
	"strings"
)

// sideRoom is how the width is shared: the labels, then the columns in sight. A, the
// session, is always in sight.
type sideRoom struct {
	label  int // 0 where labels stand above their rows
	column int
	shown  []int // places of the variants in sight
	count  int   // of all
}

const (
	sideColumnLeast = 14 // narrower ones cut the names of structures
	sideColumnFair  = 20 // wide enough to say "ruled out"
	sideColumnMost  = 32
	sideLabelLeast  = 14
	sideLabelMost   = 24
	sideNarrow      = 56 // below it two columns, and labels above
)

// shareOut fits count columns into w cells, those around the cursor if not all fit.
func shareOut(w, count, cursor int) sideRoom {
	r := sideRoom{count: count}
	n := 2
	if w >= sideNarrow {
		n = max((w-sideLabelLeast)/sideColumnLeast, 2)
	}
	n = min(n, count)
	if w >= sideNarrow {
		r.label = min(max(w-n*sideColumnLeast, sideLabelLeast), sideLabelMost)
	}
	r.column = min((w-r.label)/n, sideColumnMost)
	r.shown = []int{0}
	for i := min(max(cursor-n+2, 1), count-n+1); len(r.shown) < n; i++ {
		r.shown = append(r.shown, i)
	}
	return r
}

// columnAt gives the variant at a place of the screen.
func (t *sideTable) columnAt(x int) (place int, ok bool) {
	if x < t.room.label || t.room.column == 0 {
		return 0, false
	}
	i := (x - t.room.label) / t.room.column
	if i >= len(t.room.shown) {
		return 0, false
	}
	return t.room.shown[i], true
}

// sideAiry reports room for empty lines and for cells of two lines.
func (v *whatIfScreen) sideAiry() bool { return v.h >= 20 }

// sideHead is how many lines stand above the rows: the comparison, what the marks
// mean, and the heads of the columns.
func (v *whatIfScreen) sideHead() int {
	switch {
	case v.sideAiry():
		return 5
	case v.h >= 10:
		return 4
	}
	return 3
}

// layTable writes the rows anew and brings the cursor into sight.
func (v *whatIfScreen) layTable() {
	t, list := &v.table, v.variants()
	t.column = min(max(t.column, 0), len(list)-1)
	t.body.resize(v.w, max(v.h-v.sideHead(), 1))
	t.room = shareOut(t.body.textWidth(), len(list), t.column)
	rows := v.sideRows()
	t.at = min(max(t.at, 0), len(rows)-1)
	t.spans = t.spans[:0]
	var lines []string
	for i, r := range rows {
		from := len(lines)
		if r.above != "" && v.sideAiry() {
			lines = append(lines, "")
		}
		if r.above != "" && (v.sideAiry() || r.letter == "") {
			lines = append(lines, v.env.theme.strong.Render(cut(r.above, t.body.textWidth())))
		}
		lines = append(lines, v.sideLines(r, i == t.at)...)
		t.spans = append(t.spans, lineSpan{from, len(lines) - 1})
	}
	t.body.set(strings.Join(lines, "\n"))
	t.body.reveal(t.spans[t.at].from, t.spans[t.at].to)
}

// sideBySide draws the page.
func (v *whatIfScreen) sideBySide() string {
	th := v.env.theme
	lines := []string{cut(v.comparison(), v.w)}
	if v.sideHead() > 3 {
		lines = append(lines, th.muted.Render(cut(v.sideHint(), v.w)))
	}
	if v.sideHead() > 4 {
		lines = append(lines, "")
	}
	lines = append(append(lines, v.columnHeads()...), v.table.body.view(th))
	return strings.Join(lines, "\n")
}

// columnHeads names the variants in sight, above a rule that is heavy under the cursor.
func (v *whatIfScreen) columnHeads() []string {
	th, r, list := v.env.theme, v.table.room, v.variants()
	names, rule := blank(r.label), blank(r.label)
	arrows := v.hiddenArrows()
	for i, place := range r.shown {
		w, style, line := r.column-1, th.strong, th.faint.Render(strings.Repeat(glyphRule, r.column-1))
		if place == v.table.column {
			style, line = th.chosen, th.accent.Render(strings.Repeat(glyphHeavy, w))
		}
		letter := " " + variantLetter(place) + " "
		if sameAnswers(list[place].answers, v.suppose.now) {
			letter = "[" + variantLetter(place) + "]"
		}
		room := w - 4
		if i == len(r.shown)-1 {
			room -= width(arrows)
		}
		names += style.Render(letter) + " " + th.muted.Render(fit(v.variantSays(place), room)) + " "
		rule += line + " "
	}
	return []string{names + th.accent.Render(arrows), rule}
}

// hiddenArrows point to where there are columns out of sight.
func (v *whatIfScreen) hiddenArrows() string {
	r, arrows := v.table.room, ""
	if len(r.shown) > 1 && r.shown[1] > 1 {
		arrows += glyphLeft
	}
	if r.shown[len(r.shown)-1] < r.count-1 {
		arrows += glyphRight
	}
	return arrows
}

// variantSays describes a variant in a word or two.
func (v *whatIfScreen) variantSays(place int) string {
	x := v.variants()[place]
	n := len(supposition{v.suppose.was, x.answers}.changes(v.order))
	switch {
	case place == 0:
		return "session"
	case x.from != "":
		return x.from
	case place > len(v.aside):
		return "now"
	}
	return plural(n, "change", "changes")
}

// sideLines draws a row, the one under the cursor with all its words. Where there is no column for labels they stand above; a structure has its
// letter in the cells instead.
func (v *whatIfScreen) sideLines(r sideRow, here bool) []string {
	th, room := v.env.theme, v.table.room
	label, cursor := th.muted, " "
	switch {
	case here:
		label, cursor = th.chosen, glyphCursor
	case r.letter != "":
		label = r.paint
	}
	cells := make([]string, 0, mostVariants)
	for i, place := range room.shown {
		mark := " "
		switch c := r.cells[place]; {
		case c.differs:
			mark = th.accent.Render(glyphBullet)
		case i == 0 && room.label == 0 && r.letter != "":
			mark = label.Render(cursor)
		}
		cells = append(cells, v.sideCell(r, place, mark, here))
	}
	switch {
	case room.label > 0:
		name := v.fitted(strings.TrimSpace(r.letter+" "+r.label), room.label-2, here)
		return abreast(room, label.Render(cursor)+" "+strings.ReplaceAll(tint(label, name), "\n", "\n  "), cells)
	case r.letter == "":
		head := label.Render(cut(cursor+" "+r.label, room.column*len(room.shown)-1))
		return append([]string{head}, abreast(room, "", cells)...)
	}
	return abreast(room, "", cells)
}

// sideCell writes a cell behind its mark.
func (v *whatIfScreen) sideCell(r sideRow, place int, mark string, here bool) string {
	c, room := r.cells[place], v.table.room
	text, paint := c.text, c.paint
	if room.label == 0 && r.letter != "" {
		text = r.letter + " " + text
	}
	switch {
	case r.letter == "" && c.differs:
		paint = paint.Bold(true)
	case place > 0 && !r.tinted:
		paint = v.env.theme.muted // so that the eye finds what differs
	}
	lines := tint(paint, v.fitted(text, room.column-3, here))
	return mark + " " + strings.ReplaceAll(lines, "\n", "\n  ")
}

// fitted wraps a text into a line or two, or as many as it takes.
func (v *whatIfScreen) fitted(text string, w int, whole bool) string {
	switch {
	case whole:
		return wrapped(text, w)
	case v.sideAiry():
		return shorten(text, w, 2)
	}
	return cut(text, w)
}

// abreast puts a label and the cells of a row into their columns.
func abreast(room sideRoom, label string, cells []string) []string {
	widths, h := []int{room.label}, height(label)
	for _, c := range cells {
		widths, h = append(widths, room.column), max(h, height(c))
	}
	return strings.Split(beside(h, 0, widths, append([]string{label}, cells...)...), "\n")
}
