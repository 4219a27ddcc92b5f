package tui

import (
	"maps"
	"slices"
	"strings"

	"remit/model"
)

func (r *reviewScreen) View() string {
	return r.head() + "\n" + r.body.view(r.env.theme)
}

// head counts what is known and what is not.
func (r *reviewScreen) head() string {
	t := r.env.theme
	head := strings.Join(wrap(r.tally().String(), r.w), "\n")
	if r.h < 14 {
		return head
	}
	return head + "\n" + tint(t.muted, wrapped(r.outcome(), r.w)) + "\n"
}

// outcome says whether what is open could still change the result.
func (r *reviewScreen) outcome() string {
	turning, open := 0, 0
	for _, u := range r.advice.Unknown {
		if u.Said != model.NotApplicable {
			open++
		}
		if len(u.Could) > 0 {
			turning++
		}
	}
	switch {
	case r.advice.TooEarly():
		return "Too early for a result: no answer so far speaks for or against any of the five."
	case open == 0:
		return "Every question has an answer."
	case r.advice.Outlook.Decided:
		return "Nothing that is open can change the result."
	case turning == 0:
		return "No single open answer can turn the result, several together could."
	}
	return plural(turning, "open answer could turn the result alone.", "open answers could each turn the result alone.")
}

// lay writes the list anew and brings the cursor into sight.
func (r *reviewScreen) lay() {
	f := r.env.Engine.Framework()
	r.body.resize(r.w, max(r.h-height(r.head()), 1))
	var lines []string
	r.spans = r.spans[:0]
	topic := ""
	for i, id := range r.order {
		q := f.Question(id)
		if q.Topic != topic {
			if topic != "" && r.h >= 14 {
				lines = append(lines, "")
			}
			lines = append(lines, r.env.theme.strong.Render(cut(topicTitle(f, q.Topic), r.body.textWidth())))
			topic = q.Topic
		}
		from := len(lines)
		lines = append(lines, r.row(i, q, r.body.textWidth())...)
		r.spans = append(r.spans, lineSpan{from, len(lines) - 1})
	}
	lines = append(lines, r.leftover(r.body.textWidth())...)
	r.body.set(strings.Join(lines, "\n"))
	if r.at < len(r.spans) {
		from := r.spans[r.at].from
		if r.at == 0 || f.Question(r.order[r.at]).Topic != f.Question(r.order[r.at-1]).Topic {
			from = max(from-1, 0)
		}
		to := r.spans[r.at].to
		if r.at == len(r.spans)-1 {
			to = len(lines) - 1 // the leftovers have no line to go to
		}
		r.body.reveal(from, to)
	}
}

// leftover lists answers to questions that the framework in use does not ask.
func (r *reviewScreen) leftover(w int) []string {
	f := r.env.Engine.Framework()
	var lines []string
	for _, id := range slices.Sorted(maps.Keys(r.session.Answers)) {
		if f.Question(id) != nil {
			continue
		}
		if lines == nil {
			lines = []string{"", r.env.theme.strong.Render(cut("Not asked any more", w))}
		}
		lines = append(lines, r.env.theme.muted.Render(cut("  "+glyphWarn+" "+
			model.Clean(id+": "+r.session.Answers[id].String())+notCounted, w)))
	}
	return lines
}

// row draws a question: cursor, mark, short name and answer; below it what an
// answer could do, if there is none, and the note.
func (r *reviewScreen) row(i int, q *model.Question, w int) []string {
	t, said := r.env.theme, r.session.Answers[q.ID]
	cursor, paint := " ", t.text
	if i == r.at {
		cursor, paint = glyphCursor, t.chosen
	}
	short := min(24, w*2/5)
	answer := cut(saidInWords(q, said), w-short-7)
	switch {
	case said.Kind == model.Unsure || said.Kind == model.Later || unfit(q, said):
		answer = t.warn.Render(answer)
	case !said.Real():
		answer = t.muted.Render(answer)
	}
	lines := []string{paint.Render(cursor+" "+markOf(q, said)+" "+fit(q.Short, short)) + "  " + paintIf(i == r.at && said.Real(), t, answer)}
	pad := blank(w/6 + 4)
	if w >= besideWidth {
		pad = blank(short + 6) // below the answer
	}
	if could := r.could(q.ID); could != "" {
		lines = append(lines, tint(t.muted, indent(wrapped(could, w-len(pad)), pad)))
	}
	if note := model.Clean(r.session.Notes[q.ID]); note != "" {
		lines = append(lines, t.muted.Render(pad+cut("Note: "+note, w-len(pad))))
	}
	return strings.Split(strings.Join(lines, "\n"), "\n")
}

func paintIf(on bool, t *theme, s string) string {
	if on {
		return t.chosen.Render(s)
	}
	return s
}

// could says what an answer to an open question could do to the result; "" where
// it could do nothing.
func (r *reviewScreen) could(question string) string {
	u, ok := r.open[question]
	if !ok || len(u.Could) == 0 || r.advice.TooEarly() {
		return ""
	}
	return glyphRight + " could turn the result to " + listing(titles(r.env.Engine.Framework(), u.Could), "or")
}
