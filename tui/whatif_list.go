package tui

import (
	"strings"

	"remit/model"
)

// listAnswers writes the list of all questions with what is supposed of each.
func (v *whatIfScreen) listAnswers() {
	f := v.words()
	w := v.list.textWidth()
	var lines []string
	v.spans = v.spans[:0]
	topic := ""
	for i, id := range v.order {
		q := f.Question(id)
		if q.Topic != topic {
			if topic != "" && v.airy() {
				lines = append(lines, "")
			}
			lines = append(lines, v.env.theme.strong.Render(cut(topicTitle(f, q.Topic), w)))
			topic = q.Topic
		}
		from := len(lines)
		lines = append(lines, v.row(i, w)...)
		v.spans = append(v.spans, lineSpan{from, len(lines) - 1})
	}
	v.list.set(strings.Join(lines, "\n"))
	v.reveal()
}

// airy reports room for an empty line between topics.
func (v *whatIfScreen) airy() bool {
	return v.list.h >= len(v.order)+2*len(v.words().Topics)+2
}

// reveal brings the cursor into sight, with the title of its topic if it is the
// first question there.
func (v *whatIfScreen) reveal() {
	if v.at >= len(v.spans) {
		return
	}
	f, span := v.words(), v.spans[v.at]
	from := span.from
	if v.at == 0 || f.Question(v.order[v.at]).Topic != f.Question(v.order[v.at-1]).Topic {
		from--
	}
	v.list.reveal(max(from, 0), span.to)
}

// row draws a question: cursor, short name and answer. Below a changed one stands what
// it was, behind a mark; the one under the cursor says all its words.
func (v *whatIfScreen) row(i, w int) []string {
	t, id := v.env.theme, v.order[i]
	q, said := v.words().Question(id), v.suppose.now[id]
	here, changed := i == v.at, v.suppose.changed(id)
	cursor, name, style := " ", t.text, t.text
	switch {
	case here:
		cursor, name, style = glyphCursor, t.chosen, t.chosen
	case changed:
		style = t.strong
	case !said.Real():
		style = t.muted
	}
	const narrow = 18 // beside the name fewer cells break an answer into single words
	short := min(v.widestShort()+1, w/2+1)
	if here && w-short-4 < narrow {
		return v.narrowRow(w)
	}
	pad, room := blank(short+4), max(w-short-4, 3)
	text, was := cut(saidInWords(q, said), room), cut(v.was(q), room-2)
	if here {
		text, was = wrapped(saidInWords(q, said), room-2), wrapped(v.was(q), room-2)
	}
	before, behind := v.arrows(id, here)
	row := name.Render(cursor+" "+fit(cut(q.Short, short-1), short)) + before + " " + strings.TrimPrefix(indent(tint(style, text), pad), pad) + behind
	if changed {
		row += "\n" + tint(t.muted, pad+strings.TrimPrefix(indent(glyphBullet+" "+was, pad), pad))
	}
	return strings.Split(row, "\n")
}

// narrowRow is the row under the cursor where there is no room beside its name: the answer
// stands below.
func (v *whatIfScreen) narrowRow(w int) []string {
	t, id := v.env.theme, v.order[v.at]
	q := v.words().Question(id)
	before, behind := v.arrows(id, true)
	said := tint(t.chosen, wrapped(saidInWords(q, v.suppose.now[id]), w-6))
	lines := append([]string{t.chosen.Render(glyphCursor + " " + cut(q.Short, w-2))},
		strings.Split("  "+before+" "+strings.ReplaceAll(said, "\n", "\n    ")+behind, "\n")...)
	if v.suppose.changed(id) {
		lines = append(lines, t.muted.Render(cut("    "+glyphBullet+" "+v.was(q), w)))
	}
	return lines
}

// widestShort is how wide the names of the questions are at most.
func (v *whatIfScreen) widestShort() int {
	n := 0
	for _, id := range v.order {
		n = max(n, width(v.words().Question(id).Short))
	}
	return n
}

// line is the question under the cursor on one line.
func (v *whatIfScreen) line(w int) string {
	id := v.order[v.at]
	q := v.words().Question(id)
	before, behind := v.arrows(id, true)
	left := cut(q.Short, w/2)
	answer := cut(saidInWords(q, v.suppose.now[id]), w-width(left)-8)
	style := v.env.theme.chosen
	return style.Render(glyphCursor+" "+left) + "  " + before + " " + style.Render(answer) + behind
}

// was says what the session has.
func (v *whatIfScreen) was(q *model.Question) string {
	return "was " + saidInWords(q, v.suppose.was[q.ID])
}

// arrows show on which sides of the answer under the cursor there are more.
func (v *whatIfScreen) arrows(question string, here bool) (before, behind string) {
	if !here {
		return " ", ""
	}
	stops := v.stops(question)
	before, at := " ", stopAt(stops, v.suppose.now[question])
	if at > 0 {
		before = v.env.theme.accent.Render(glyphLeft)
	}
	if at < len(stops)-1 {
		behind = " " + v.env.theme.accent.Render(glyphRight)
	}
	return before, behind
}
