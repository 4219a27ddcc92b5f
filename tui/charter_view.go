package tui

import (
	"strings"

	"remit/model"
	"remit/report"
)

// From this size on there is room for the charter itself beside the list.
const charterBeside, charterTall = 100, 20

// entry draws a post of the list, and beside it in a few words what it is for.
func (c *charterPage) entry(p model.Post) entry {
	t, f := c.follows.env.theme, c.follows
	head := func(w int, here bool) string {
		mark, paint := "  ", t.text
		if here {
			mark, paint = t.accent.Render(glyphCursor)+" ", t.chosen
		}
		if p.Leads {
			paint = t.structure(f.advice.Recommendation).Bold(true)
		}
		name := cut(f.title(p.Role), w-2)
		room := w - 4 - width(name)
		note := ""
		if charter := f.charter(p.Role); charter != nil && charter.Title != f.title(p.Role) && room >= width(charter.Title) {
			note = t.muted.Render("  " + charter.Title)
		}
		return mark + paint.Render(name) + note
	}
	tells := c.inShort
	if c.w >= charterBeside && c.h >= charterTall {
		tells = c.charterText
	}
	return entry{head: head, tells: func(w int) string { return tells(p, w) }}
}

// inShort says what a post is for, and how much there is to read about it.
func (c *charterPage) inShort(p model.Post, w int) string {
	t, f := c.follows.env.theme, c.follows
	charter, role := f.charter(p.Role), f.book().Role(p.Role)
	if role == nil {
		return ""
	}
	title, called := role.Title, ""
	if !c.list.beside() && width(title)+2 <= w+entriesInset {
		title = "" // the line above says it
	}
	mission, more, strength, sources := role.Purpose, "It needs no charter here. Enter tells more about it.", role.Strength, role.Sources
	if charter != nil {
		if charter.Title != role.Title {
			called = charter.Title
		}
		mission, strength, sources = charter.Mission, charter.Strength, charter.Sources
		more = "Enter opens the charter: " + listing(c.contents(charter), "and") + "."
	}
	return c.stacked(pile(tint(t.strong, wrapped(title, w)), tint(t.muted, wrapped(called, w))), wrapped(mission, w),
		tint(t.muted, wrapped(more, w)), c.proof(strength, sources, w))
}

// contents names the parts of a charter.
func (c *charterPage) contents(charter *model.Charter) []string {
	var names []string
	for _, part := range report.CharterParts(c.follows.book(), charter) {
		names = append(names, strings.ToLower(part.Title[:1])+strings.TrimSuffix(part.Title[1:], ":"))
	}
	return names
}

func (c *charterPage) stacked(blocks ...string) string {
	if c.list.beside() {
		return stack(blocks...)
	}
	return pile(blocks...)
}

func (c *charterPage) proof(s model.Strength, sources []string, w int) string {
	if !c.proofs {
		return ""
	}
	return c.follows.proof(s, sources, w)
}

// charterText writes the charter of a post; where it has none, what its role is for.
func (c *charterPage) charterText(p model.Post, w int) string {
	t, f := c.follows.env.theme, c.follows
	role, charter := f.book().Role(p.Role), f.charter(p.Role)
	if role == nil {
		return ""
	}
	paint := t.strong
	if p.Leads {
		paint = t.structure(f.advice.Recommendation).Bold(true)
	}
	title, mission, strength, sources := role.Title, role.Purpose, role.Strength, role.Sources
	parts := []report.CharterPart{{Title: "Deals with:", Texts: role.Focus}, {Title: "Measured by:", Texts: role.Measures}}
	if charter != nil {
		title, mission, strength, sources = charter.Title, charter.Mission, charter.Strength, charter.Sources
		parts = report.CharterParts(f.book(), charter)
	}
	seat := ""
	if title != role.Title {
		seat = tint(t.muted, wrapped(role.Title, w))
	}
	if p.Under != "" {
		word := "Reports to: "
		if p.Contract {
			word = "Works under contract for: "
		}
		seat = pile(seat, tint(t.muted, wrapped(word+f.title(p.Under), w)))
	}
	blocks := []string{pile(tint(paint, wrapped(title, w)), seat), tint(t.strong, wrapped(mission, w))}
	for _, part := range parts {
		blocks = append(blocks, c.part(part, w))
	}
	return stack(append(blocks, c.proof(strength, sources, w))...)
}

// part writes a list of a charter; days stand in a column.
func (c *charterPage) part(part report.CharterPart, w int) string {
	t := c.follows.env.theme
	if len(part.Texts) == 0 {
		return ""
	}
	lines := []string{t.strong.Render(cut(strings.TrimSuffix(part.Title, ":"), w))}
	for _, text := range part.Texts {
		mark := "  " + t.muted.Render(glyphBullet) + " "
		if day, rest, ok := strings.Cut(text, ": "); ok && strings.HasPrefix(day, "By day ") && width(day) <= 9 {
			mark, text = "  "+t.muted.Render(fit(day, 9))+"  ", rest
		}
		lines = append(lines, hang(mark, text, w))
	}
	return strings.Join(lines, "\n")
}
