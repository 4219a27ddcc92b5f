package report

import "strings"

// records writes each row of a table as an item of a list: its first two cells, then
// the others below. Figures of many widths are read more easily so than in columns.
func (t *typesetter) records(rows [][]string) {
	for _, row := range rows[1:] {
		t.lines("- ", "  ", strings.Join(row[:min(2, len(row))], ": "), plain)
		more := ""
		for _, cell := range row[min(2, len(row)):] {
			more = joinedBy(more, after(more), cell)
		}
		if more != "" {
			t.lines("    ", "    ", more, faint)
		}
	}
}

// after is what stands between a text and the next: nothing but a space behind a sentence.
func after(text string) string {
	if sentence(text) == text {
		return " "
	}
	return "; "
}
