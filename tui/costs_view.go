package tui

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"remit/model"
	"remit/report"
)

func (f *costForm) Resize(w, h int) {
	f.body.resize(min(w, 90), h)
	f.amount.resize(min(f.body.textWidth()-costLabel-2, 40))
	f.lay()
	f.reveal()
}

// reveal brings the line in focus into sight, with all of the form if it is one of it.
func (f *costForm) reveal() {
	from := f.spans[f.at].from
	if f.at < linesOfForm {
		from = 0
	}
	f.body.reveal(from, f.spans[f.at].to)
}

func (f *costForm) View() string { return f.body.view(f.ledger.screen.env.theme) }

// costLabel is the column of labels.
const costLabel = 8

// lay writes the form, how the figures stand to full-time, and those that are kept.
func (f *costForm) lay() {
	t, w := f.ledger.screen.env.theme, f.body.textWidth()
	roomy := f.body.h >= 14
	var lines []string
	add := func(text string) (s lineSpan) {
		if text != "" {
			s.from = len(lines)
			lines = append(lines, strings.Split(text, "\n")...)
			s.to = len(lines) - 1
		}
		return s
	}
	gap := func() {
		if roomy {
			lines = append(lines, "")
		}
	}
	f.at = min(f.at, f.lastLine())
	f.spans = f.spans[:0]
	if roomy {
		add(tint(t.muted, wrapped("What a seat costs you, or what you were quoted. Kept with this session and told in its reports; nothing is converted.", w)))
		gap()
	}
	for line := range linesOfForm {
		f.spans = append(f.spans, add(f.line(line, w)))
	}
	if f.fault != "" {
		add(tint(t.warn, hang("  "+glyphWarn+" ", f.fault, w)))
	}
	gap()
	add(f.preview(w))
	if kept := f.kept(); len(kept) > 0 {
		gap()
		add(tint(t.strong, wrapped("Kept with this session", w)))
		add(tint(t.muted, wrapped("Go down to one: enter changes it, d takes it back.", w)))
		for i, c := range kept {
			mark, paint := "  ", t.text
			if f.at == linesOfForm+i {
				mark, paint = t.accent.Render(glyphCursor)+" ", t.chosen
			}
			f.spans = append(f.spans, add(mark+strings.ReplaceAll(tint(paint, wrapped(f.ledger.told(c), w-2)), "\n", "\n  ")))
		}
	}
	f.body.set(strings.Join(lines, "\n"))
}

// line draws a line of the form.
func (f *costForm) line(line, w int) string {
	t := f.ledger.screen.env.theme
	mark, paint := "  ", t.muted
	if line == f.at {
		mark, paint = t.accent.Render(glyphCursor)+" ", t.chosen
	}
	label, value := "Per", string(f.per)
	switch line {
	case lineSeat:
		role := f.seats[f.seat]
		label, value = "Seat", f.ledger.screen.follows.short(role)
		if title := f.ledger.screen.follows.title(role); title != value {
			value += ", " + title
		}
	case lineAmount:
		return mark + paint.Render(fit("Amount", costLabel)) + f.written()
	}
	value = cut(value, w-costLabel-6)
	if line == f.at {
		value = t.accent.Render(glyphLeft) + " " + t.chosen.Render(value) + " " + t.accent.Render(glyphRight)
	}
	return mark + paint.Render(fit(label, costLabel)) + value
}

// written draws what is typed, with a line to write on.
func (f *costForm) written() string {
	t, on := f.ledger.screen.env.theme, f.at == lineAmount
	text := f.amount.view(t)
	const line = 24
	switch written := min(width(f.amount.value)+1, f.amount.w); { // with the cursor
	case f.amount.value == "" && on:
		return text
	case on:
		return ansi.Truncate(text, written, "") + t.accent.Render(strings.Repeat(glyphRule, max(min(f.amount.w, line)-written, 0)))
	case f.amount.value == "":
		return t.faint.Render(strings.Repeat(glyphRule, min(f.amount.w, line)))
	}
	return text
}

// preview says how the figures stand to full-time, with the one that is being typed.
func (f *costForm) preview(w int) string {
	t, head, figures := f.ledger.screen.env.theme, "Beside full-time", f.kept()
	if c, err := f.typed(); err == nil && figureOf(figures, c.Event()) != c {
		head, figures = "Beside full-time, once you save "+f.ledger.told(c), model.Priced(figures, c)
	}
	lines := f.ledger.beside(figures)
	if len(lines) == 0 {
		return tint(t.muted, wrapped("A figure by the month is held against full-time at once: against your own figure for it by the year, or else against published pay.", w))
	}
	parts := []string{tint(t.strong, wrapped(head, w))}
	for _, said := range lines {
		parts = append(parts, hang(t.muted.Render(glyphBullet)+" ", said, w))
	}
	return pile(parts...)
}

// faultText says why something was not taken, and what to do.
func faultText(err error) string {
	return withCure(sentence(model.Clean(err.Error())), err)
}

// withCure adds to words about an error what to do, if the error says.
func withCure(text string, err error) string {
	if e, ok := asError(err); ok && e.Cure != "" {
		return text + " " + model.Clean(e.Cure)
	}
	return text
}

// amountTyped is an amount as one would type it.
func amountTyped(a model.Amount) string {
	text := fmt.Sprint(a.Low)
	if a.High != a.Low {
		text += fmt.Sprint("-", a.High)
	}
	return strings.TrimSpace(a.Currency + " " + text)
}

// pricing reports that the page is open on which people may give figures of their own.
func (v *verdictScreen) pricing() bool {
	return v.tab == tabPlan && !v.early() && len(v.follows.book().Roles) > 0
}

// ownPrices are the company's own figures on the page of the plan, and how they stand to
// full-time.
func (v *verdictScreen) ownPrices(w int) string {
	t := v.env.theme
	var parts []string
	for _, c := range v.ledger.figures() {
		cost := c.Cost()
		parts = append(parts, hang("  "+t.muted.Render(glyphBullet)+" ", v.follows.short(c.Role)+", "+cost.What+": "+report.PriceRange(&cost), w))
	}
	for _, said := range v.ledger.beside(v.ledger.figures()) {
		parts = append(parts, tint(t.muted, indent(wrapped(said, w-4), "    ")))
	}
	return pile(parts...)
}

// toCosts brings the costs into sight, which are the end of the plan.
func (v *verdictScreen) toCosts() {
	if v.tab != tabPlan {
		return
	}
	v.lay()
	v.body.top = v.costsAt
	v.body.move(0)
}
