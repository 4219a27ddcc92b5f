package tui

import (
	"slices"
	"strings"

	"remit/model"
)

// The home screen shows as many of the recent sessions as there is room for,
// but a few in any case; then it scrolls.
const mostRecent, leastRecent = 20, 4

// airyHeight is how high the body must be for a short list to stand a little
// below its top.
const airyHeight = 30

// lowHeight is how high the body must be for what stands below the entries to be in sight.
const lowHeight = 14

func (h *home) View() string { return h.body.view(h.env.theme) }

// render composes the body and remembers which entry stands on which line.
func (h *home) render() {
	w := h.textWidth()
	var lines []string
	h.rowOf = h.rowOf[:0]
	put := func(entry int, text string) {
		for line := range strings.SplitSeq(text, "\n") {
			lines = append(lines, line)
			h.rowOf = append(h.rowOf, entry)
		}
	}
	t := h.env.theme
	put(-1, h.greeting(w))
	put(-1, "")
	for i, x := range h.entries {
		if x.recent < 0 {
			put(i, h.actionLine(x, i == h.at, w))
		}
	}
	if h.err != nil {
		put(-1, "")
		put(-1, trouble(t, h.err, w))
		put(-1, t.muted.Render("Press r to try again."))
	}
	if len(h.recent) > 0 {
		put(-1, "")
		put(-1, t.muted.Render("  Recent sessions"))
		first := slices.IndexFunc(h.entries, func(x homeEntry) bool { return x.recent == 0 })
		shown := h.recent[:len(h.entries)-first]
		for i, line := range rows(h.env, shown, fitColumns(w-2), h.at-first) {
			put(first+i, line)
		}
	}
	if above := (h.body.h - len(lines)) / 3; above > 0 && h.body.h >= airyHeight {
		lines = append(make([]string, above), lines...)
		h.rowOf = append(slices.Repeat([]int{-1}, above), h.rowOf...)
	}
	h.body.set(strings.Join(lines, "\n"))
}

const (
	question = "Who should lead technology here, and who answers for what?"
	welcome  = "remit asks about your company, one question at a time, and recommends who should lead its technology: " +
		"a CTO, a CIO, both, one person for both jobs, or an experienced adviser from outside. " +
		"Every answer is saved as you give it, and you can change any of them later."
	shortWelcome = "It asks one question at a time and saves every answer."
)

// greeting is longer for somebody who is here for the first time, as long as
// what one can do stays in sight below it.
func (h *home) greeting(w int) string {
	t := h.env.theme
	ask := t.strong.Render(wrapped(question, w))
	if inUse := model.Clean(h.env.InUse); inUse != "" {
		ask = pile(ask, t.muted.Render(cut(inUse, w)))
	}
	if h.env.Instead != nil {
		ask = pile(ask, tint(t.warn, hang(glyphWarn+" ", insteadTitle+": press a", w)))
	}
	if h.err != nil && h.body.h < lowHeight {
		ask = pile(ask, t.bad.Render(cut(glyphCross+" The sessions could not be read.", w)))
	}
	newcomer := h.loaded && h.err == nil && len(h.recent) == 0
	long := stack(ask, wrapped(welcome, min(w, 76)), h.legend(w))
	switch {
	case newcomer && height(long)+4 <= h.body.h:
		return long
	case newcomer:
		return stack(ask, wrapped(shortWelcome, w))
	case h.body.h >= 16:
		return stack(ask, h.legend(w))
	}
	return ask
}

// legend names the five structures in their colours; nothing where they do not
// fit on a line.
func (h *home) legend(w int) string {
	parts := make([]string, 0, model.NumStructures)
	for _, s := range model.Structures() {
		title := model.Clean(h.env.Engine.Framework().Structure(s).Title)
		parts = append(parts, h.env.theme.structure(s).Render(glyphOn+" "+title))
	}
	line := strings.Join(parts, "   ")
	if width(line) > w {
		return ""
	}
	return line
}

func (h *home) mark(chosen bool) string {
	if chosen {
		return h.env.theme.accent.Render(glyphCursor) + " "
	}
	return "  "
}

func (h *home) actionLine(x homeEntry, chosen bool, w int) string {
	t := h.env.theme
	title := t.text
	if chosen {
		title = t.chosen
	}
	const column = 16
	head, says := h.mark(chosen)+title.Render(fit(x.title, column)), x.says
	if width(head)+width(says) > w {
		says = x.short
	}
	return cut(head+t.muted.Render(cutMiddle(says, w-width(head))), w)
}

// room gives how many sessions fit below so many actions and what else there is.
func (h *home) room(actions int) int {
	const gaps = 4
	used := height(h.greeting(h.textWidth())) + actions + gaps
	return min(max(h.body.h-used, leastRecent), len(h.recent))
}

func (h *home) textWidth() int { return h.body.textWidth() }
