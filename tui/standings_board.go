package tui

import (
	"remit/model"
)

// scoreboard is the standings with their story: what the last answer did, what is
// still possible.
type scoreboard struct {
	standings
	before, after model.Advice
	last          string // the question answered last; "" before the first
	first         string // the question to answer after all, where all that could speak was set aside
}

// view draws the panel in w cells. What does not fit into h lines is left out
// from the end, whole paragraphs at a time.
func (b scoreboard) view(w, h int) string {
	blocks := []string{
		b.theme.strong.Render("Where it stands") + b.air(h) + b.rows(w),
		b.legend(w),
		b.open(w),
	}
	shown := ""
	for _, block := range blocks {
		if next := stack(shown, block); height(next) <= h {
			shown = next
		}
	}
	if shown == "" {
		return b.line(w)
	}
	return stack(shown, b.did(w, h-height(shown)-1))
}

// air is an empty line below the heading where there is room.
func (b scoreboard) air(h int) string {
	if h > model.NumStructures+6 {
		return "\n\n"
	}
	return "\n"
}

// open says what is still possible, and how many open questions matter for it.
func (b scoreboard) open(w int) string {
	text := b.verdict()
	if b.aside {
		return wrapped(text+b.afterAll(), w)
	}
	if b.outlook.Decided {
		return tint(b.theme.good, wrapped(text, w))
	}
	matter := 0
	for _, u := range b.after.Unknown {
		if u.Matters {
			matter++
		}
	}
	switch {
	case b.after.TooEarly():
		text += " Each answer gives them points, or takes some; the one with most is recommended."
	case matter > 0:
		text += " " + plural(matter, "open question", "open questions") + " can move the points."
	}
	return wrapped(text, w)
}

// afterAll names the question to come back to, where nothing else is left to ask.
func (b scoreboard) afterAll() string {
	if q := b.words.Question(b.first); q != nil {
		return " Answer “" + q.Short + "” after all."
	}
	return ""
}

// did says what the last answer changed, in at most h lines: what it ruled out or
// brought back, then each rule with the points that it moved, greatest first.
func (b scoreboard) did(w, h int) string {
	if b.last == "" {
		return ""
	}
	head := b.theme.muted.Render(cut(quote(b.words, b.last, b.after.Answers[b.last]), w))
	for _, x := range exclusions(b.before, b.after) {
		head += "\n" + tint(b.theme.strong, wrapped(x.inWords(b.words), w))
	}
	list := changes(b.before, b.after)
	if len(list) == 0 {
		if height(head) == 1 {
			head += "\n" + b.theme.muted.Render("No points moved.")
		}
		return upTo(head, h)
	}
	for n := len(list); n > 0; n-- {
		if text := pile(head, b.moves(list[:n], w), b.rest(list[n:], "and ", " more", w)); height(text) <= h {
			return text
		}
	}
	return upTo(pile(head, b.rest(list, "", "", w)), h)
}

// upTo gives a text if it has at most h lines, else nothing.
func upTo(text string, h int) string {
	if height(text) > h {
		return ""
	}
	return text
}

// moves says of each rule what it moved and why.
func (b scoreboard) moves(list []ruleChange, w int) string {
	parts := make([]string, len(list))
	for i, c := range list {
		because := c.because
		if c.gone {
			because = "No longer: " + because
		}
		parts[i] = pile(tint(b.theme.strong, wrapped(pointsInWords(b.words, c.points), w)), tint(b.theme.muted, wrapped(because, w)))
	}
	return pile(parts...)
}

// rest says what the rules moved together that there is no room to name.
func (b scoreboard) rest(list []ruleChange, and, more string, w int) string {
	if len(list) == 0 {
		return ""
	}
	rules := " rules"
	if len(list) == 1 {
		rules = " rule"
	}
	text := and + thousands(len(list)) + more + rules
	if points := pointsInWords(b.words, net(list)); points != "" {
		text += ": " + points
	}
	return tint(b.theme.muted, wrapped(text, w))
}
