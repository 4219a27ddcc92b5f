package tui

import (
	"strings"

	"remit/model"
	"remit/report"
)

// cursored draws the head of an entry behind the mark of the cursor.
func (c *chartPage) cursored(here bool, w int, line string) string {
	mark := "  "
	if here {
		mark = c.follows.env.theme.accent.Render(glyphCursor) + " "
	}
	return mark + cut(line, w-2)
}

// post draws a post as a line of the tree.
func (c *chartPage) post(row report.ChartRow) entry {
	t, f := c.follows.env.theme, c.follows
	head := func(w int, here bool) string {
		paint := t.text
		switch {
		case row.Post.Leads:
			paint = t.structure(f.advice.Recommendation).Bold(true)
		case here:
			paint = t.chosen
		}
		title, room := row.Title, w-2-width(row.Branch)
		if c.tight(row, w) {
			title = f.short(row.Post.Role)
		}
		note := row.Note
		if width(title)+2+width(note) > room {
			note, _, _ = strings.Cut(note, ",")
		}
		line := t.faint.Render(row.Branch) + paint.Render(title)
		if note != "" && width(title)+2+width(note) <= room {
			line += t.muted.Render("  " + note)
		}
		return c.cursored(here, w, line)
	}
	return entry{head: head, tells: func(w int) string { return c.aboutPost(row, w) }}
}

// tight reports that a line of the tree has no room for the whole title of its post.
func (c *chartPage) tight(row report.ChartRow, w int) bool {
	return width(row.Title) > w-2-width(row.Branch)
}

// aboutPost tells why a post is there.
func (c *chartPage) aboutPost(row report.ChartRow, w int) string {
	t, f, p := c.follows.env.theme, c.follows, row.Post
	paint := t.strong
	if p.Leads {
		paint = t.structure(f.advice.Recommendation).Bold(true)
	}
	var facts []string
	if p.Under != "" {
		word := "Reports to: "
		if p.Contract {
			word = "Works under contract for: "
		}
		facts = append(facts, wrapped(word+f.title(p.Under), w))
	}
	if role := f.book().Role(p.Role); role != nil {
		facts = append(facts, wrapped("There to: "+role.Purpose, w))
	}
	title := ""
	if c.list.beside() || c.tight(row, w+entriesInset) {
		title = tint(paint, wrapped(row.Title, w))
	}
	said := pile(title, tint(t.muted, wrapped(stateInWords(row), w)))
	proof := ""
	if c.proofs {
		proof = f.proof("", p.Sources, w)
	}
	return c.stacked(said, wrapped(p.Because, w), pile(facts...), proof)
}

// stacked leaves empty lines only where there is room for them.
func (c *chartPage) stacked(blocks ...string) string {
	if c.list.beside() {
		return stack(blocks...)
	}
	return pile(blocks...)
}

// named repeats the line of an entry above what is told beside it; below it that would
// be to say it twice, unless it was cut.
func (c *chartPage) named(title string, w int) string {
	if !c.list.beside() && width(title)+4 <= w+entriesInset {
		return ""
	}
	return tint(c.follows.env.theme.strong, wrapped(title, w))
}

// stateInWords says how a post comes about.
func stateInWords(row report.ChartRow) string {
	switch row.Post.State {
	case model.PostKept:
		return sentence(row.Note)
	case model.PostNew:
		return sentence(row.Note) + " Nobody holds it today."
	}
	why := "Usual for such a company"
	if row.Post.Asked {
		why = "The advice or your answers ask for it"
	}
	return strings.TrimSpace(sentence(row.Note) + " " + why + "; nobody said whether it is filled.")
}

// dropped draws a role that has no place any more.
func (c *chartPage) dropped(role string, first bool) entry {
	t, f := c.follows.env.theme, c.follows
	head := func(w int, here bool) string {
		paint := t.text
		if here {
			paint = t.chosen
		}
		return c.cursored(here, w, paint.Render(f.title(role)))
	}
	tells := func(w int) string {
		return c.stacked(c.named(f.title(role), w),
			wrapped("Filled today, and no post of its own in this advice. Tell whoever holds it early what comes next.", w))
	}
	return entry{titled(first, "No longer a post of its own"), head, tells}
}

// unsettled draws a role that depends on what nobody has answered.
func (c *chartPage) unsettled(u model.Unsettled, first bool) entry {
	t, f := c.follows.env.theme, c.follows
	head := func(w int, here bool) string {
		paint := t.muted
		if here {
			paint = t.chosen
		}
		return c.cursored(here, w, paint.Render("? "+f.title(u.Role)))
	}
	tells := func(w int) string {
		purpose := ""
		if role := f.book().Role(u.Role); role != nil {
			purpose = role.Purpose
		}
		return c.stacked(c.named(f.title(u.Role), w), wrapped("It depends on "+f.asked(u.Questions)+".", w),
			tint(t.muted, wrapped(purpose, w)))
	}
	return entry{titled(first, "Perhaps, once more is known"), head, tells}
}

// alternative draws another way to draw the structure.
func (c *chartPage) alternative(a *model.Alternative, first bool) entry {
	t := c.follows.env.theme
	head := func(w int, here bool) string {
		paint := t.text
		if here {
			paint = t.chosen
		}
		return c.cursored(here, w, paint.Render(a.Title))
	}
	tells := func(w int) string {
		var tree []string
		for _, row := range c.otherRows(a) {
			tree = append(tree, t.faint.Render(row.Branch)+cut(row.Title, w-width(row.Branch)))
		}
		proof := ""
		if c.proofs {
			proof = c.follows.proof(a.Strength, a.Sources, w)
		}
		return c.stacked(c.named(a.Title, w), wrapped(a.Means, w), wrapped("It suits: "+a.Suits, w), strings.Join(tree, "\n"), proof)
	}
	return entry{titled(first, "Other ways to draw it"), head, tells}
}

// titled gives a heading to the first of several entries.
func titled(first bool, title string) string {
	if first {
		return title
	}
	return ""
}
