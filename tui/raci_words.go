package tui

import (
	"slices"
	"strings"

	"remit/model"
	"remit/report"
)

// savedWith says that a letter is saved, what it did to the others of its row, and how it is
// taken back, on one line: the effects are shorter where they have no room.
func (c *raciPage) savedWith(effects []string) string {
	const hint = " " + takesItBack
	texts := []string{"Saved." + hint}
	if n := len(effects); n > 0 {
		texts = []string{"Saved. " + strings.Join(effects, " ") + hint,
			"Saved. " + plural(n, "other letter", "other letters") + " changed too." + hint,
			"Saved, " + plural(n, "other", "others") + " with it." + hint}
	}
	return c.onLine(texts)
}

// restored says which letters are again what they were, by how the choices of people differ
// now and then.
func (c *raciPage) restored(now, then []model.CellEdit) string {
	var cells []model.CellEdit
	add := func(from, others []model.CellEdit) {
		for _, e := range from {
			same := func(x model.CellEdit) bool { return x.Activity == e.Activity && x.Role == e.Role }
			if !slices.Contains(others, e) && !slices.ContainsFunc(cells, same) {
				cells = append(cells, e)
			}
		}
	}
	add(now, then)
	add(then, now)
	if len(cells) != 1 {
		return "Taken back: " + plural(len(cells), "letter is", "letters are") + " as before."
	}
	e, m := cells[0], c.matrix()
	row := slices.IndexFunc(m.Rows, func(r model.MatrixRow) bool { return r.Activity == e.Activity })
	column := slices.Index(m.Columns, e.Role)
	if row < 0 || column < 0 {
		return "Taken back."
	}
	again := c.follows.short(e.Role) + " has " + lettered(m.Rows[row].Cells[column].Letter) + " again"
	return c.onLine([]string{
		"Taken back: " + again + " in “" + model.Clean(c.follows.book().Activity(e.Activity).Title) + "”.",
		"Taken back: " + again + ".",
		again + ".",
	})
}

// onLine is the first of some texts that fits on the line of a toast, else the last.
func (c *raciPage) onLine(texts []string) string {
	const mark = 2
	for _, text := range texts {
		if width(text) <= c.w-mark {
			return text
		}
	}
	return texts[len(texts)-1]
}

// legend explains the letters on one line; "" where that has no room.
func (c *raciPage) legend(w int) string {
	var parts []string
	for _, l := range []model.Letter{model.LetterA, model.LetterR, model.LetterC, model.LetterI} {
		parts = append(parts, string(l)+" "+report.LetterMeans(l))
	}
	for _, gap := range []string{"   ", ", "} {
		if text := strings.Join(parts, gap); width(text) <= w {
			return text
		}
	}
	return ""
}
