package tui

import "strings"

// head writes a label above every column: behind each other as on a ruler, or, where they
// have no room for that, each from above to below, its last letter next to its column.
func (m phaseMap) head(columns []string) []string {
	lines := []string{m.ruler(columns)}
	if m.pitch <= widestOf(columns) && len(columns) > 1 {
		lines = m.upright(columns)
	}
	for i, l := range lines {
		lines[i] = m.theme.muted.Render(strings.TrimRight(l, " "))
	}
	return lines
}

// firstLetter is how many cells stand before the letters of the map.
func (m phaseMap) firstLetter() int { return m.side + 2 }

func (m phaseMap) ruler(columns []string) string {
	line := blank(m.firstLetter())
	for _, label := range columns {
		line += fit(label, m.pitch)
	}
	return line
}

func (m phaseMap) upright(columns []string) []string {
	lines := make([]string, widestOf(columns))
	for y := range lines {
		lines[y] = blank(m.firstLetter())
		for _, label := range columns {
			letter := " "
			if at := y - (len(lines) - len(label)); at >= 0 {
				letter = label[at : at+1] // digits, k and M
			}
			lines[y] += letter + blank(m.pitch-1)
		}
	}
	return lines
}

func widestOf(labels []string) int {
	w := 0
	for _, label := range labels {
		w = max(w, width(label))
	}
	return w
}
