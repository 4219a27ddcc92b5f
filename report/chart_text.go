package report

// chartGlyphs draw a tree in text.
type chartGlyphs struct{ fork, end, down, none, contractFork, contractEnd string }

// ChartLines draws a chart in text, one line a post; plain uses no characters beyond
// ASCII.
func ChartLines(c *Chart, plain bool) []string {
	rows := ChartRows(c, plain)
	lines := make([]string, len(rows))
	for i, row := range rows {
		lines[i] = row.Branch + row.Title
		if row.Note != "" {
			lines[i] += " (" + row.Note + ")"
		}
	}
	return lines
}

// branch is what stands before a post on one level.
func (g chartGlyphs) branch(last, own, contract bool) string {
	switch {
	case !own && last:
		return g.none
	case !own:
		return g.down
	case contract && last:
		return g.contractEnd
	case contract:
		return g.contractFork
	case last:
		return g.end
	}
	return g.fork
}
