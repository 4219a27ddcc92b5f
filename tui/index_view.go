package tui

import (
	"fmt"
	"strings"
)

// indexRoom is where the parts of the list lie in the body.
type indexRoom struct {
	top           int // first line of the list
	list, preview int // widths; no preview if 0
}

func (x *index) resize(w, h int) {
	const least = 110 // below it the list takes all
	x.w, x.h = w, h
	x.room = indexRoom{top: 2, list: w}
	if h < 12 {
		x.room.top = 1
	}
	if w >= least && x.preview != nil {
		x.room.preview = w / 2
		x.room.list = w - x.room.preview - previewGap
	}
	x.find.resize(min(w-8, 60))
	x.body.resize(x.room.list, max(h-x.room.top, 1))
	x.lay()
}

// aside says where one is in the list.
func (x *index) aside() string {
	if len(x.entries) == 0 {
		return ""
	}
	return fmt.Sprintf("%d of %d", x.at+1, len(x.entries))
}

// lay writes the list, and what is told beside it, anew and brings the cursor into sight.
func (x *index) lay() {
	w := x.body.textWidth()
	var lines []string
	x.spans = x.spans[:0]
	group := ""
	for i, e := range x.entries {
		if e.group != group {
			if i > 0 && x.h >= 12 {
				lines = append(lines, "")
			}
			lines = append(lines, x.env.theme.muted.Render(cut("  "+e.group, w)))
			group = e.group
		}
		from := len(lines)
		lines = append(lines, strings.Split(x.row(e, i == x.at, w), "\n")...)
		x.spans = append(x.spans, lineSpan{from, len(lines) - 1})
	}
	if len(x.entries) == 0 {
		lines = append(lines, tint(x.env.theme.muted, wrapped(x.none, min(w, 76))))
	}
	x.body.set(strings.Join(lines, "\n"))
	x.showCursor()
	x.beyond = ""
	if id := x.chosen(); id != "" && x.room.preview > 0 {
		x.beyond = x.preview(id, x.room.preview)
	}
}

// showCursor brings what is under the cursor into sight, with the heading above it if
// it is the first one.
func (x *index) showCursor() {
	if x.at >= len(x.spans) {
		return
	}
	s := x.spans[x.at]
	x.body.reveal(s.from, min(s.to, s.from+x.body.h-1))
	if x.at == 0 {
		x.body.move(-s.from - 1)
	}
}

// A column of words narrower than columnLeast would be all that is in sight: there the
// words under the cursor stand below it, in columnLines at most.
const columnLeast, columnLines = 30, 3

// row draws one entry; the one under the cursor says all it has to say, unless that is
// told beside the list.
func (x *index) row(e indexEntry, chosen bool, w int) string {
	t := x.env.theme
	mark, head := "  ", t.text
	if chosen {
		mark, head = t.accent.Render(glyphCursor)+" ", t.chosen
	}
	if e.tick {
		mark += t.good.Render(glyphCheck) + " "
	} else if x.column > 0 {
		mark += "  "
	}
	whole := chosen && x.room.preview == 0
	if x.column > 0 {
		front := mark + head.Render(fit(e.head, x.column)) + " "
		switch {
		case !whole:
			return cut(front+t.muted.Render(e.says), w)
		case w-width(front) < columnLeast:
			return pile(front, indentAll(shorten(e.says, w-4, columnLines), "    "))
		}
		return front + strings.ReplaceAll(wrapped(e.says, w-width(front)), "\n", "\n"+blank(width(front)))
	}
	const lines = 2 // more would leave too few entries in sight
	title := shorten(e.head, w-width(mark), lines)
	if chosen {
		title = wrapped(e.head, w-width(mark))
	}
	title = mark + strings.ReplaceAll(tint(head, title), "\n", "\n"+blank(width(mark)))
	if !whole {
		return title
	}
	return pile(title, tint(t.muted, indentAll(shorten(x.tell(e.id), w-4, 2*lines), "    ")))
}

// indentAll is indent that leaves nothing where there is nothing.
func indentAll(s, prefix string) string {
	if s == "" {
		return ""
	}
	return indent(s, prefix)
}

func (x *index) view() string {
	head := clip(x.head(), x.w, 1) + strings.Repeat("\n", x.room.top)
	if x.room.preview == 0 {
		return head + x.body.view(x.env.theme)
	}
	h := x.body.h
	rule := ""
	if !x.body.over() { // else the bar is a rule
		rule = strings.TrimSuffix(strings.Repeat(x.env.theme.faint.Render(glyphBar)+"\n", h), "\n")
	}
	return head + beside(h, 0, []int{x.room.list, 2, previewGap - 2, x.room.preview}, x.body.view(x.env.theme), "", rule, x.beyond)
}

// head shows the words that are searched for, or what the list is.
func (x *index) head() string {
	t := x.env.theme
	switch {
	case x.typing:
		return t.accent.Render(findPrompt) + x.find.view(t)
	case x.find.value != "":
		return t.muted.Render(findPrompt) + cut(x.find.value, x.w-len(findPrompt))
	}
	return t.muted.Render(cut(x.about, x.w))
}
