package tui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"remit/report"
)

// catalogue is what can be looked up without any answers.
func (e *env) catalogue() report.Catalogue {
	return report.Catalogue{Framework: e.Engine.Framework(), Book: e.Engine.Playbook()}
}

// printed lays out a page of the catalogue in w cells, as the commands print it, in
// the colours of the app. What the page may not break, such as an address, is broken
// here: what runs over the edge cannot be read at all.
func printed(t *theme, p report.Page, w int) string {
	var b strings.Builder
	_ = p.Text(&b, report.TextOptions{Width: w, Color: true}) // a builder takes everything
	return repainted(t, strings.TrimRight(b.String(), "\n"), w)
}

// repainted gives text of the writers, which know bold and faint only, the app's own
// colours and bullets, takes the rules below headings out, and breaks what is wider than w.
func repainted(t *theme, text string, w int) string {
	const faint = "\x1b[2m"
	muted, _, _ := strings.Cut(t.muted.Render("x"), "x")
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		if plain := ansi.Strip(line); len(plain) > 1 && strings.Trim(plain, "-") == "" {
			continue
		}
		if entry, ok := strings.CutPrefix(line, "- "); ok {
			line = glyphBullet + " " + entry
		}
		line = strings.ReplaceAll(line, faint, muted)
		if width(line) > w {
			line = ansi.Hardwrap(line, max(w, 1), true)
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}
