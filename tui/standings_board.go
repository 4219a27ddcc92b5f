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
}

// view draws the panel in w cells. What does not fit into h lines is left out
// from the end, whole paragraphs at a time.
func (b scoreboard) view(w, h int) string {
	blocks := []string{
		b.theme.strong.Render("Where it stands") + b.air(h) + b.rows(w),
		b.legend(w),
		b.open(w),
		b.did(w),
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
	return shown
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
	if b.outlook.Decided {
		return tint(b.theme.good, wrapped(text, w))
	}
	matter := 0
	for _, u := range b.after.Unknown {
		if u.Matters {
			matter++
		}
	}
	if matter > 0 {
		text += " " + plural(matter, "open question", "open questions") + " can move the points."
	}
	return wrapped(text, w)
}

// did says what the last answer changed, rule by rule on as few lines as it takes.
func (b scoreboard) did(w int) string {
	if b.last == "" {
		return ""
	}
	head := b.theme.muted.Render(cut(quote(b.words, b.last, b.after.Answers[b.last]), w))
	list := changes(b.before, b.after)
	if len(list) == 0 {
		return head + "\n" + b.theme.muted.Render("No points moved.")
	}
	text := tint(b.theme.strong, wrapped(moved(b.words, net(list)), w))
	c := list[0]
	because := c.because
	if c.gone {
		because = "No longer: " + because
	}
	more := ""
	if len(list) > 1 {
		more = b.theme.muted.Render("and " + plural(len(list)-1, "more rule", "more rules"))
	}
	return pile(head, text, tint(b.theme.muted, wrapped(because, w)), more)
}

// moved says points that moved; a sum of zero is movement too.
func moved(f *model.Framework, points [model.NumStructures]int) string {
	if text := pointsInWords(f, points); text != "" {
		return text
	}
	return "Rules changed, the points did not."
}
