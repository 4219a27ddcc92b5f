package tui

import (
	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// since says what is to be known about a session that was made under another
// framework than the one in use, fit to print; none for one of the same.
func (e *env) since(s model.Session) []string {
	now := e.Engine.Framework().Ref
	if s.Framework == now {
		return nil
	}
	var said []string
	switch {
	case e.Since != nil:
		said = e.Since(s)
	case s.Framework != (model.Ref{}):
		said = []string{"Begun under the rules " + s.Framework.ID + " " + s.Framework.Version + ", judged by " + now.ID + " " + now.Version + "."}
	}
	for i := range said {
		said[i] = model.Clean(said[i])
	}
	return said
}

// tellSince lays over the screen what since says; nil if that is nothing.
func tellSince(e *env, s model.Session) tea.Cmd {
	said := e.since(s)
	if len(said) == 0 {
		return nil
	}
	text := func(w int) string {
		blocks := []string{tint(e.theme.strong, wrapped(said[0], w))}
		for _, sentence := range said[1:] {
			blocks = append(blocks, wrapped(sentence, w))
		}
		return stack(append(blocks, e.theme.muted.Render(wrapped("Every answer is kept as it was given.", w)))...)
	}
	away := bind("enter esc backspace q space", "enter", "go on", "Close this page")
	over := newPanel(e, "Other rules", text, away, bind("", "", "", ""), nil)
	return func() tea.Msg { return overlayMsg{over} }
}

// notCounted is what stands behind an answer that the framework in use does not know.
const notCounted = " (kept, not counted)"

// unfit reports an answer that was legal once and is not any more.
func unfit(q *model.Question, a model.Answer) bool {
	return a.Kind != model.Unanswered && q.Accept(a) != nil
}

// markOf is answerMark, with a mark for an answer that does not count.
func markOf(q *model.Question, a model.Answer) string {
	if unfit(q, a) {
		return glyphWarn
	}
	return answerMark(a)
}

// saidInWords is inWords, with a word on an answer that does not count.
func saidInWords(q *model.Question, a model.Answer) string {
	if unfit(q, a) {
		return inWords(q, a) + notCounted
	}
	return inWords(q, a)
}
