package tui

import (
	"fmt"
	"strings"

	"remit/model"
)

// head draws the question itself, in at most room lines where room is short.
func (a *askScreen) head(d density, w, room int) string {
	t, q := a.env.theme, a.talk.question()
	if q == nil {
		return a.endHead(d, w, room)
	}
	if d == dense {
		return tint(t.strong, shorten(q.Ask, w, min(max(room, 1), headMost)))
	}
	why, progress := "", a.progress(w)
	switch {
	case d < brief:
		why = a.why(w)
	case d == bare:
		progress = "" // the title says nearly as much
	}
	return stack(progress, tint(t.strong, wrapped(q.Ask, w)), tint(t.muted, wrapped(why, w)))
}

// headMost is how many lines a question may take where room is short.
const headMost = 3

// progress says how far one is: on an adaptive way how much is still possible, as
// nobody knows how many questions it takes; else how much is answered, as a line.
func (a *askScreen) progress(w int) string {
	t, n := a.env.theme, len(a.talk.order)
	switch {
	case a.talk.way == errand || n == 0:
		return ""
	case a.talk.way == adaptive:
		return t.muted.Render(cut(fmt.Sprintf("%s %s still possible: %d of %d", a.place(), glyphDot,
			len(a.talk.advice.Outlook.Possible), model.NumStructures), w))
	}
	count := a.talk.tally()
	said := count.String()
	if width(said) > w*2/3 {
		said = count.Short() + " answered"
	}
	bar := max(w-width(said)-2, 0)
	done := bar * count.Closed() / n
	return t.accent.Render(strings.Repeat(glyphHeavy, done)) + t.faint.Render(strings.Repeat(glyphRule, bar-done)) +
		"  " + t.muted.Render(said)
}

// endHead says that the interview has come to its end, and why.
func (a *askScreen) endHead(d density, w, room int) string {
	t := a.env.theme
	said, left := a.talk.asked(), a.unansweredCount()
	if a.talk.way != adaptive {
		return a.allAsked(d, w, room)
	}
	if allAside(&a.talk.advice) {
		return stack(tint(t.strong, wrapped("Nothing is left to ask, and it is too early to say.", w)),
			tint(t.muted, wrapped("What could speak for one of the five was said not to apply.", w)))
	}
	if !a.talk.advice.Outlook.Decided {
		return stack(tint(t.strong, wrapped("Nothing is left to ask.", w)),
			tint(t.muted, wrapped("What was left open, or is not known, could still change the outcome. The result says which.", w)))
	}
	text := "Decided after " + plural(said, "question", "questions") + "."
	more := "No answer to the other " + plural(left, "question", "questions") + " can change it."
	if left == 0 {
		more = "Every question has been asked."
	}
	names := titles(a.talk.framework(), a.talk.advice.Outlook.Possible)
	if words := formText(a.talk.framework(), &a.talk.advice); words != "" {
		more = words + " " + more
	}
	if d == dense {
		return tint(t.good, shorten(glyphCheck+" "+text+" "+listing(names, "or")+".", w, min(max(room, 1), headMost)))
	}
	return stack(tint(t.good, wrapped(glyphCheck+" "+text, w)), tint(t.strong, wrapped(listing(names, "or")+".", w)),
		tint(t.muted, wrapped(more, w)))
}

// allAsked says that the last question is behind one, and what is known now.
func (a *askScreen) allAsked(d density, w, room int) string {
	t := a.env.theme
	text := "All " + plural(len(a.talk.order), "question", "questions") + " asked."
	if left := a.unansweredCount(); left > 0 {
		text = "That was the last question. " + plural(left, "is", "are") + " not answered."
	}
	if d == dense {
		return tint(t.good, shorten(glyphCheck+" "+text, w, min(max(room, 1), headMost)))
	}
	return stack(tint(t.good, wrapped(glyphCheck+" "+text, w)), tint(t.muted, wrapped(sentence(a.talk.tally().String()), w)))
}

// why says why the question is asked: on an adaptive way, why just now.
func (a *askScreen) why(w int) string {
	q := a.talk.question()
	if q == nil {
		return ""
	}
	now := a.talk.why
	if a.talk.way != adaptive || a.talk.said(q.ID).Kind != model.Unanswered || now.Question != q.ID || now.Reason == "" {
		return q.Why
	}
	if now.Keeps {
		return "Asked now: it keeps to this topic, and none of another gains much more."
	}
	possible := len(a.talk.advice.Outlook.Possible)
	if w < whyWidth || a.talk.last != "" && possible == len(a.talk.before.Outlook.Possible) {
		return "Asked now: it brings a decision nearest."
	}
	return "Asked now: of what is left it does most to tell " + theNumber(possible) + " apart."
}

// whyWidth is how wide a page must be for the whole reason. It is given in full once,
// and again when what is still possible has changed: that stands beside the question
// anyway.
const whyWidth = 56

// theNumber names how many structures are meant.
func theNumber(structures int) string {
	switch structures {
	case model.NumStructures:
		return "the five"
	case 2:
		return "the two that are left"
	}
	return "the " + thousands(structures) + " that are left"
}
