package tui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// View draws the form. Where room is short the labels stand above their fields
// and the explanation of the line in focus comes last.
func (d *details) View() string {
	t := d.env.theme
	var b []string
	if d.roomy() {
		b = append(b, t.muted.Render(cut(d.intro(), d.w)), "")
	}
	texts := fieldTexts()
	for i, f := range d.fields {
		b = append(b, d.fieldLines(f, texts[i].label, i == d.at)...)
		if d.roomy() {
			b = append(b, d.says(i, d.hint(i)), "")
		}
	}
	b = append(b, d.buttonLine())
	if !d.roomy() && d.at < len(d.fields) && d.fault.text == "" {
		b = append(b, t.muted.Render(wrapped(d.hint(d.at), d.w)))
	}
	if d.fault.text != "" {
		if d.roomy() {
			b = append(b, "")
		}
		b = append(b, tint(t.warn, d.fault.within(glyphWarn+" ", d.w, max(d.h-len(b), 1))))
	}
	return strings.Join(b, "\n")
}

func (d *details) roomy() bool { return d.h >= 15 && d.w >= 74 }

func (d *details) intro() string {
	if d.session.ID != "" {
		return "The answers stay as they are."
	}
	if d.quick() {
		return "As few questions as it takes."
	}
	return "Three lines, then the first question."
}

func (d *details) fieldLines(f *field, label string, focused bool) []string {
	t := d.env.theme
	mark, paint := "  ", t.muted
	if focused {
		mark, paint = t.accent.Render(glyphCursor)+" ", t.chosen
	}
	const line = 24 // how long the line is on which one writes
	text := f.view(t)
	switch written := min(width(f.value)+1, f.w); { // with the cursor
	case focused:
		text = ansi.Truncate(text, written, "") + t.accent.Render(strings.Repeat(glyphRule, max(min(f.w, line)-written, 0)))
	case f.value == "":
		text = t.faint.Render(strings.Repeat(glyphRule, min(f.w, line)))
	}
	if lw := d.labelWidth(); lw > 0 {
		return []string{mark + paint.Render(fit(label, lw)) + text}
	}
	return []string{mark + paint.Render(label), "  " + text}
}

// hint is what a line is for.
func (d *details) hint(i int) string {
	if d.quick() && i == 0 {
		return "Enter alone starts; date and time are then its name."
	}
	return fieldTexts()[i].says
}

// says explains the line in focus; the others leave their place empty, so that
// nothing jumps.
func (d *details) says(i int, text string) string {
	if i != d.at {
		return ""
	}
	lead := d.labelWidth() + 2
	return blank(lead) + d.env.theme.muted.Render(cut(text, d.w-lead))
}

func (d *details) buttonLine() string {
	t := d.env.theme
	var parts []string
	for i, name := range d.buttons() {
		if d.at == len(d.fields)+i {
			parts = append(parts, t.accent.Render(glyphCursor)+" "+t.chosen.Render(name))
		} else {
			parts = append(parts, "  "+t.text.Render(name))
		}
	}
	return cut(strings.Join(parts, d.buttonGap()), d.w)
}

func (d *details) buttonGap() string {
	if d.w < 56 {
		return ""
	}
	return "    "
}

// lineOf tells which field or button lies at a place of the body, -1 for none.
func (d *details) lineOf(y, x int) int {
	first, each := 0, 1
	switch {
	case d.roomy():
		first, each = 2, 3
	case d.labelWidth() == 0:
		each = 2
	}
	i := (y - first) / each
	if y < first || i > len(d.fields) || d.roomy() && (y-first)%each == 2 {
		return -1
	}
	if i < len(d.fields) {
		return i
	}
	if y != first+each*len(d.fields) {
		return -1
	}
	at := 0
	for n, name := range d.buttons() {
		if x >= at && x < at+2+width(name) {
			return len(d.fields) + n
		}
		at += 2 + width(name) + width(d.buttonGap())
	}
	return -1
}
