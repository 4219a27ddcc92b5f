package report

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// beside writes a table of sentences. Where the page is wide enough each column is
// wrapped in its own room; else the columns stand one below the other, each under
// its head.
func (t *typesetter) beside(rows [][]string) {
	const gap, least = 2, 20
	first := 0
	for _, row := range rows {
		first = max(first, ansi.StringWidth(row[0]))
	}
	columns := len(rows[0]) - 1
	if columns < 1 {
		t.table(rows)
		return
	}
	room := (t.width - first - gap*columns) / columns
	if room < least {
		t.below(rows)
		return
	}
	for n, row := range rows {
		style := plain
		if n == 0 {
			style = bold
		} else {
			t.b.WriteByte('\n')
		}
		t.cells(row, first, room, style)
	}
}

// cells writes one row, each cell wrapped in a column of its own.
func (t *typesetter) cells(row []string, first, room int, style string) {
	const gap = "  "
	columns := make([][]string, len(row))
	height := 0
	for i, cell := range row {
		width := room
		if i == 0 {
			width = first
		}
		if t.fold != nil {
			cell = t.fold.Replace(cell)
		}
		columns[i] = Wrap(cell, width)
		height = max(height, len(columns[i]))
	}
	for l := range height {
		var line strings.Builder
		pad := 0
		for i, lines := range columns {
			text, width := "", room
			if i == 0 {
				width = first
			}
			if l < len(lines) {
				text = strings.TrimRight(lines[l], " ")
			}
			look := style
			if i == 0 {
				look = faint
			}
			if text != "" {
				line.WriteString(strings.Repeat(" ", pad) + t.styled(text, look))
				pad = 0
			}
			pad += width - ansi.StringWidth(text) + len(gap)
		}
		t.b.WriteString(line.String() + "\n")
	}
}

// below writes the columns of a table one below the other.
func (t *typesetter) below(rows [][]string) {
	for i := range rows[0][1:] {
		if i > 0 {
			t.b.WriteByte('\n')
		}
		t.lines("", "", rows[0][i+1], bold)
		for _, row := range rows[1:] {
			t.lines("- ", "  ", row[0]+": "+row[i+1], plain)
		}
	}
}
