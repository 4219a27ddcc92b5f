package tui

import "strings"

// raciRoom is how the matrix shares out its place: the titles of the rows always in
// sight, then as many roles as fit, those around the cursor; above the rows the names
// of the roles, below them what there is to say about the cell under the cursor.
type raciRoom struct {
	label  int // width of the titles
	from   int // first column in sight
	widths []int
	more   bool // there are columns further right
	names  int  // lines of the names
	head   int  // lines above the rows
	told   int  // lines below them, the rule above these included
	legend int  // lines below all that explain the letters
}

const (
	raciCell   = 6 // narrowest column: "[A/R*]"
	raciTitles = 38
	withLegend = 17 // lines of a page that has one to spare for the meaning of the letters
	raciTold   = 9  // most lines below; enter tells what goes beyond them
)

// raciName breaks the name of a role into the lines above its column.
func raciName(name string, lines int) []string {
	words := strings.Fields(name)
	if lines < 2 || len(words) < 2 {
		return []string{name}
	}
	return []string{words[0], strings.Join(words[1:], " ")}
}

// shareOut fits the matrix into its place.
func (c *raciPage) shareOut() raciRoom {
	r := raciRoom{names: 1, from: c.left}
	switch {
	case c.h >= 12:
		r.names, r.head, r.told = 2, 3, min(max(c.h*2/5, 5), raciTold)
	case c.h >= 9:
		r.head, r.told = 2, 3
	default:
		r.head, r.told = 1, 2
	}
	if c.h >= withLegend && c.legend(c.w-2) != "" {
		r.legend = 1
	}
	w := max(c.w-2, 1) // the bar of the rows stands at the right end
	r.label = min(max(w*2/5, 15), raciTitles)
	room := w - r.label
	all := make([]int, len(c.matrix().Columns))
	for i, role := range c.matrix().Columns {
		for _, line := range raciName(c.follows.short(role), r.names) {
			all[i] = max(all[i], width(line)+2)
		}
		all[i] = min(max(all[i], raciCell), max(room, 1))
	}
	r.from = min(r.from, c.column)
	for sum(all[r.from:min(c.column+1, len(all))]) > room && r.from < c.column {
		r.from++
	}
	for r.from > 0 && sum(all[r.from-1:]) <= room {
		r.from--
	}
	for i := r.from; i < len(all) && sum(all[r.from:i+1]) <= room; i++ {
		r.widths = append(r.widths, all[i])
	}
	if len(r.widths) == 0 && r.from < len(all) {
		r.widths = []int{room}
	}
	r.more = r.from+len(r.widths) < len(all)
	if spare := room - sum(all); spare > 0 {
		r.label = max(r.label, min(r.label+spare, c.widestTitle()+3))
	}
	return r
}

// widestTitle is how wide the titles of the rows are at most.
func (c *raciPage) widestTitle() int {
	w := 0
	for i := range c.matrix().Rows {
		if a := c.follows.book().Activity(c.matrix().Rows[i].Activity); a != nil {
			w = max(w, width(a.Title))
		}
	}
	return w
}

func sum(list []int) int {
	n := 0
	for _, x := range list {
		n += x
	}
	return n
}

// columnAt gives the column at a place of the screen.
func (r *raciRoom) columnAt(x int) (column int, ok bool) {
	at := r.label
	for i, w := range r.widths {
		if x >= at && x < at+w {
			return r.from + i, true
		}
		at += w
	}
	return 0, false
}
