package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// unknown lists the questions without a real answer, the one to ask next first,
// then those that could turn the result, then those that move points.
func (v *verdictScreen) unknown() []model.Unknown {
	list := slices.Clone(v.advice.Unknown)
	rank := func(u model.Unknown) int {
		switch {
		case u.Question == v.next.Question:
			return 0
		case len(u.Could) > 0:
			return 1
		case len(u.Engages) > 0:
			return 2
		case u.Matters:
			return 3
		}
		return 4
	}
	slices.SortStableFunc(list, func(a, b model.Unknown) int { return rank(a) - rank(b) })
	return list
}

// unknownPage says what is open, what an answer could change, and what to ask
// next; enter opens the question under the cursor.
func (v *verdictScreen) unknownPage(w int) string {
	t := v.env.theme
	v.spans = v.spans[:0]
	list := v.unknown()
	s := standings{theme: t, words: v.words(), outlook: v.advice.Outlook, aside: allAside(&v.advice)}
	head := wrapped(s.verdict(), w)
	if len(list) == 0 {
		return stack(head, tint(t.good, wrapped(glyphCheck+" Every question has an answer.", w)))
	}
	lines := append(strings.Split(head, "\n"), "")
	for i, u := range list {
		from := len(lines)
		lines = append(lines, strings.Split(v.unknownRow(i, u, w), "\n")...)
		v.spans = append(v.spans, lineSpan{from, len(lines) - 1})
		if v.h >= 14 {
			lines = append(lines, "")
		}
	}
	return strings.Join(lines, "\n")
}

func (v *verdictScreen) unknownRow(i int, u model.Unknown, w int) string {
	t, f := v.env.theme, v.words()
	q := f.Question(u.Question)
	if q == nil {
		return ""
	}
	cursor, paint := " ", t.text
	if i == v.at {
		cursor, paint = glyphCursor, t.chosen
	}
	said := model.Answer{Kind: u.Said}
	head := paint.Render(cut(cursor+" "+answerMark(said)+" "+q.Short, w)) +
		t.muted.Render(cut("  "+inWords(q, said), max(w-width(q.Short)-4, 0)))
	effect := "It cannot change the result."
	switch {
	case allAside(&v.advice) && u.Question == v.next.Question:
		effect = "It was said not to apply."
	case v.advice.TooEarly() && u.Matters:
		effect = "An answer would move points."
	case len(u.Could) > 0:
		effect = "An answer could turn the result to " + listing(titles(f, u.Could), "or") + "."
	case u.Said == model.NotApplicable:
		effect = "It does not apply, so nothing waits for it."
	case len(u.Engages) > 0:
		effect = "An answer would leave the structure, but could change how the post is filled, and what it costs."
	case u.Matters && v.advice.Outlook.Decided:
		effect = "An answer would move points, but cannot change the result."
	case u.Matters:
		effect = "An answer would move points, but turns nothing by itself."
	}
	next := ""
	if u.Question == v.next.Question {
		next = tint(t.accent, hang("    ", strings.TrimSpace("Ask this next. "+v.next.Reason), w))
	}
	return pile(head, tint(t.muted, hang("    ", effect, w)), next)
}

func (v *verdictScreen) onUnknownKey(k tea.KeyPressMsg) tea.Cmd {
	open := v.unknown()
	if v.keys.open.hit(k) {
		return v.visit(open[v.at].Question)
	}
	if d, ok := v.keys.delta(k, v.body.h); ok {
		v.at = min(max(v.at+d, 0), len(open)-1)
		v.lay()
		v.body.reveal(v.spans[v.at].from, v.spans[v.at].to)
	}
	return nil
}
