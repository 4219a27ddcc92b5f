package report

import "strings"

// records writes each row of a table as an item of a list: its first two cells, then
// the others below. Figures of many widths are read more easily so than in columns.
func (t *typesetter) records(rows [][]string) {
	for _, row := range rows[1:] {
		t.lines("- ", "  ", strings.Join(row[:min(2, len(row))], ": "), plain)
		var more []string
		for _, cell := range row[min(2, len(row)):] {
			if cell != "" {
				more = append(more, cell)
			}
		}
		if len(more) > 0 {
			t.lines("    ", "    ", strings.Join(more, "; "), faint)
		}
	}
}
