package tui

import "remit/model"

// What is said where nothing speaks for or against any structure yet: the one that
// leads then leads by the order in which ties fall, and showing it would be advice.

const tooEarlyTitle = "Too early to say"

// tooEarly says so, with the question to answer first; first may be empty.
func tooEarly(t *theme, first string, w int) string {
	text := "No answer so far speaks for or against any of the five."
	if first != "" {
		text += " Answer first: " + first + "."
	}
	return stack(t.strong.Render(cut(tooEarlyTitle, w)), tint(t.muted, wrapped(text, w)))
}

// earlyPage stands in the place of a result while it is too early for one.
func (v *verdictScreen) earlyPage(w int) string {
	t := v.env.theme
	head := stack(t.strong.Render(cut(tooEarlyTitle, w)), wrapped(v.advice.StandingWhy, w))
	q := v.words().Question(v.next.Question)
	if q == nil {
		return stack(head, v.sinceText(w))
	}
	ask := pile(t.strong.Render("Answer this first"), hang(t.accent.Render(glyphCursor)+" ", q.Ask, w),
		tint(t.muted, indent(wrapped(q.Why, w-2), "  ")))
	return stack(head, ask, v.sinceText(w))
}

// early reports that the open page shows no result but what to answer first.
func (v *verdictScreen) early() bool {
	return v.advice.TooEarly() && v.tab != tabUnknown && v.tab != tabSources
}

// allAside reports that nothing speaks for any of the five and nothing that is left to ask
// could: what could was said not to apply. Then only one is possible, and yet none advised.
func allAside(a *model.Advice) bool { return a.TooEarly() && a.Outlook.Decided }
