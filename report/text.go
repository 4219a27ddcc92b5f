package report

import (
	"bytes"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// TextOptions says how Text is to look.
type TextOptions struct {
	Width int  // columns to fill; 0 means 80, less than 20 means 20
	Wide  int  // columns that a table of letters may fill, if that are more
	Color bool // bold and faint type; without it there is no escape code in the output
	ASCII bool // plain quotes and dots in the words of the report; the title, which people gave, stays as it is
}

// Text writes a cut of the report for people to read in a terminal or a pipe.
func Text(w io.Writer, r Report, cut Cut, o TextOptions) error { return set(w, r.document(cut), o) }

func set(w io.Writer, d document, o TextOptions) error {
	_, err := begin(d, o).b.WriteTo(w)
	return err
}

// begin lays a document out; more may follow.
func begin(d document, o TextOptions) *typesetter {
	const usual, least = 80, 20
	t := &typesetter{width: max(o.Width, least), color: o.Color}
	if o.Width == 0 {
		t.width = usual
	}
	t.wide = max(o.Wide, t.width)
	t.document(d, o.ASCII)
	return t
}

// typesetter lays a document out in columns.
type typesetter struct {
	b     bytes.Buffer
	width int
	wide  int
	color bool
	fold  *strings.Replacer // nil to write text as it is
}

const (
	plain = ""
	bold  = "1"
	faint = "2"
)

func (t *typesetter) document(d document, ascii bool) {
	t.lines("", "", d.title, faint)
	if d.about != "" {
		t.lines("", "", d.about, faint)
	}
	if ascii {
		t.fold = strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'", "…", "...", "–", "-", "—", "-")
	}
	for _, s := range d.sections {
		t.b.WriteByte('\n')
		if s.title != "" {
			t.lines("", "", s.title, bold)
			t.lines("", "", strings.Repeat("-", min(t.width, ansi.StringWidth(s.title))), faint)
		}
		for i, b := range s.blocks {
			if i > 0 && (b.para != "" || s.blocks[i-1].strong || s.title == "") {
				t.b.WriteByte('\n')
			}
			t.block(b)
		}
	}
}

func (t *typesetter) block(b block) {
	switch {
	case b.para != "" && b.strong:
		t.lines("", "", b.para, bold)
	case b.para != "":
		t.lines("", "", b.para, plain)
	case len(b.list) > 0:
		for _, it := range b.list {
			t.item(it)
		}
	case b.figure != nil:
		t.figure(b.figure)
	case b.letters:
		t.letters(b.table)
	case b.records:
		t.records(b.table)
	case b.sentences:
		t.beside(b.table)
	default:
		t.table(b.table)
	}
}

// figure writes a drawing line by line; what is wider than the page is not broken.
func (t *typesetter) figure(f *figure) {
	for _, line := range f.text(t.width, t.fold != nil) {
		t.b.WriteString(line + "\n")
	}
}

func (t *typesetter) item(it item) {
	t.lines("- ", "  ", it.text, plain)
	for _, n := range it.notes {
		t.lines("    ", "    ", n, faint)
	}
	if it.link != "" {
		// An address that is broken over lines cannot be opened.
		t.b.WriteString("    " + t.styled(it.link, faint) + "\n")
	}
}

func (t *typesetter) table(rows [][]string) {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], ansi.StringWidth(cell))
		}
	}
	for n, row := range rows {
		style := plain
		if n == 0 {
			style = faint
		}
		t.row(row, widths, style)
	}
}

// row sets the last cell in a column of its own where there is room for one.
func (t *typesetter) row(row []string, widths []int, style string) {
	const column = 24
	last := len(row) - 1
	var head strings.Builder
	for i, cell := range row[:last] {
		head.WriteString(cell + strings.Repeat(" ", widths[i]-ansi.StringWidth(cell)+2))
	}
	first := head.String()
	if t.fold != nil {
		first = t.fold.Replace(first)
	}
	indent := ansi.StringWidth(first)
	if row[last] == "" || t.width-indent < column {
		t.lines("", "  ", strings.TrimRight(first+row[last], " "), style)
		return
	}
	t.lines(t.styled(first, style), strings.Repeat(" ", indent), row[last], style)
}

// lines writes text wrapped to the width, with an indent for the first line and
// one for the others.
func (t *typesetter) lines(first, other, text, style string) {
	if t.fold != nil {
		text = t.fold.Replace(text)
	}
	indent := first
	for _, line := range Wrap(text, t.width-max(ansi.StringWidth(first), ansi.StringWidth(other))) {
		t.b.WriteString(indent + t.styled(strings.TrimRight(line, " "), style) + "\n")
		indent = other
	}
}

func (t *typesetter) styled(s, style string) string {
	if !t.color || style == plain || s == "" {
		return s
	}
	return "\x1b[" + style + "m" + s + "\x1b[0m"
}
