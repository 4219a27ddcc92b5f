package report

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"remit/model"
)

// letters writes a table of letters with its columns where there is room for them,
// else row by row.
func (t *typesetter) letters(rows [][]string) {
	const between = 1
	widths := make([]int, len(rows[0]))
	total := 0
	for i := range widths {
		for n, row := range rows {
			if n == 0 || i == 0 {
				widths[i] = max(widths[i], ansi.StringWidth(row[i]))
			}
		}
		widths[i] = max(widths[i], 4) // room for A/R*
		total += widths[i] + between
	}
	if total > t.wide {
		t.lettersByRow(rows)
		return
	}
	for n, row := range rows {
		var line strings.Builder
		for i, cell := range row {
			if cell == "" && i > 0 {
				cell = "·"
			}
			if t.fold != nil {
				cell = strings.ReplaceAll(t.fold.Replace(cell), "·", ".")
			}
			line.WriteString(cell + strings.Repeat(" ", max(0, widths[i]+between-ansi.StringWidth(cell))))
		}
		style := plain
		if n == 0 {
			style = faint
		}
		t.b.WriteString(t.styled(strings.TrimRight(line.String(), " "), style) + "\n")
	}
}

// lettersByRow says row by row who has which letter, who answers first.
func (t *typesetter) lettersByRow(rows [][]string) {
	letters := slices.DeleteFunc(model.Letters(), func(l model.Letter) bool { return l == model.NoLetter })
	slices.Reverse(letters)
	for _, row := range rows[1:] {
		var parts []string
		for _, letter := range letters {
			var who []string
			for i, cell := range row[1:] {
				if base, edited := strings.CutSuffix(cell, "*"); base == string(letter) {
					name := rows[0][i+1]
					if edited {
						name += "*"
					}
					who = append(who, name)
				}
			}
			if len(who) > 0 {
				parts = append(parts, string(letter)+" "+strings.Join(who, ", "))
			}
		}
		t.lines("- ", "  ", row[0], plain)
		t.lines("    ", "    ", strings.Join(parts, "; "), faint)
	}
}
