package tui

import (
	"slices"

	"remit/model"
	"remit/report"
)

// sourcesPage shows where the sources disagree on this very advice, and then
// every source that it rests on.
func (v *verdictScreen) sourcesPage(w int) string {
	t, f := v.env.theme, v.words()
	var blocks []string
	for i, d := range v.advice.Dissents {
		head := ""
		if i == 0 {
			head = t.strong.Render("Where the sources disagree") + "\n\n"
		}
		blocks = append(blocks, head+v.dissent(d, w))
	}
	for i, id := range v.cited() {
		head := ""
		if i == 0 {
			head = t.strong.Render("What this advice rests on") + "\n\n"
		}
		if s := f.Source(id); s != nil {
			blocks = append(blocks, head+sourceText(t, s, w))
		}
	}
	if text := agreementText(f.Agreement); text != "" {
		blocks = append(blocks, t.strong.Render("Checked against published cases")+"\n"+wrapped(text, w))
	}
	if len(blocks) == 0 {
		return tint(t.muted, wrapped("No rule has spoken yet, so no source is cited.", w))
	}
	return stack(blocks...)
}

// dissent shows one point of disagreement: the sides, and what is done about it.
func (v *verdictScreen) dissent(d model.Dissent, w int) string {
	t, f := v.env.theme, v.words()
	parts := []string{tint(t.strong, wrapped(d.Question, w))}
	for _, p := range d.Positions {
		parts = append(parts, hang("  "+glyphBullet+" ", p.Says, w))
		if said := report.SaidBy(p); said != "" {
			parts = append(parts, tint(t.muted, indent(wrapped(model.Clean(said), w-4), "    ")))
		}
		parts = append(parts, tint(t.muted, indent(wrapped(sourcesText(f, p.Sources), w-4), "    ")))
	}
	return pile(append(parts, hang("  "+glyphRight+" ", d.Handling, w))...)
}

// cited lists the sources of everything that this advice says and of what follows from
// it, each once.
func (v *verdictScreen) cited() []string {
	var ids []string
	add := func(list []string) {
		for _, id := range list {
			if !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	for _, r := range v.advice.Reasons {
		add(r.Sources)
	}
	add(v.advice.Engagement.Sources)
	add(v.advice.Reporting.Sources)
	for _, f := range append(slices.Clone(v.advice.Misfits), v.advice.Warnings...) {
		add(f.Sources)
	}
	if !v.advice.TooEarly() {
		add(v.follows.look().set.Cited())
		way, _ := v.transition()
		add(way.Sources)
	}
	return ids
}

func sourceText(t *theme, s *model.Source, w int) string {
	by := s.Publisher
	if s.Year != "" {
		by += ", " + s.Year
	}
	return pile(hang(glyphBullet+" ", s.Title, w), tint(t.muted, indent(wrapped(by, w-2), "  ")),
		tint(t.muted, indent(wrapped(s.URL, w-2), "  ")), tint(t.muted, indent(wrapped(s.Note, w-2), "  ")))
}

// agreementText says how the framework fares on cases that others have judged.
func agreementText(a model.Agreement) string {
	text := ""
	for _, g := range a.Cases {
		if text != "" {
			text += " "
		}
		text += g.Title + ": the advice is one that the source accepts in " + thousands(g.Agree) + " of " + thousands(g.Total) + "."
	}
	return text
}
