package report

import (
	"bytes"
	"io"
	"strings"
)

// Markdown writes a cut of the report as a page in CommonMark with tables. Every text from
// a framework, a session or an answer is escaped to one run of plain text: it can
// make no link, image, heading, table cell or HTML. The only links are the
// addresses of the framework's sources, and of these only http and https.
func Markdown(w io.Writer, r Report, cut Cut) error { return paged(w, r.document(cut)) }

func paged(w io.Writer, d document) error {
	var m page
	m.line("# " + escape(d.title))
	if d.about != "" {
		m.line("\n" + escape(d.about))
	}
	for _, s := range d.sections {
		if s.title != "" {
			m.line("\n## " + escape(s.title))
		}
		for _, b := range s.blocks {
			m.b.WriteByte('\n')
			m.block(b)
		}
	}
	_, err := m.b.WriteTo(w)
	return err
}

type page struct{ b bytes.Buffer }

func (m *page) line(s string) { m.b.WriteString(s + "\n") }

func (m *page) block(b block) {
	switch {
	case b.para != "" && b.strong:
		m.line("**" + escape(b.para) + "**")
	case b.para != "":
		m.line(escape(b.para))
	case len(b.list) > 0:
		for _, it := range b.list {
			m.item(it)
		}
	case b.figure != nil:
		m.figure(b.figure)
	default:
		m.table(b.table)
	}
}

// figure writes a drawing for Mermaid where it has that form, else as text. Neither can
// hold a fence: letters that mean something are written as numbers there, and here
// the fence is longer than any in the drawing.
func (m *page) figure(f *figure) {
	if f.mermaid != "" {
		m.line("```mermaid\n" + f.mermaid + "```")
		return
	}
	const width = 100 // of a page where Markdown is read
	text := strings.Join(f.text(width, false), "\n")
	fence := "```"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	m.line(fence + "\n" + text + "\n" + fence)
}

func (m *page) item(it item) {
	text := escape(it.text)
	if it.blank {
		text += " \\_\\_\\_\\_\\_\\_\\_\\_"
	}
	m.line("- " + text)
	for _, n := range it.notes {
		m.line("  - " + escape(n))
	}
	if linkable(it.link) {
		m.line("  - <" + it.link + ">")
	}
}

func (m *page) table(rows [][]string) {
	for n, row := range rows {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = escape(cell)
		}
		m.line("| " + strings.Join(cells, " | ") + " |")
		if n == 0 {
			m.line("|" + strings.Repeat(" --- |", len(row)))
		}
	}
}

// linkable reports whether an address may be made a link: http or https, and
// nothing in it that could end an autolink.
func linkable(address string) bool {
	if !strings.HasPrefix(address, "https://") && !strings.HasPrefix(address, "http://") {
		return false
	}
	return strings.IndexFunc(address, func(r rune) bool { return r <= ' ' || r == '<' || r == '>' }) < 0
}

// escape makes one line of text stand for itself: whatever CommonMark, its tables
// or the usual extensions (bare addresses, strike-through, footnotes, formulas,
// attributes of headings) would read as markup gets a backslash. A character that is
// markup only at the start of a line is escaped only there, so that the page stays
// readable.
func escape(s string) string {
	s = strings.TrimSpace(s)
	var b strings.Builder
	b.Grow(len(s) + len(s)/8)
	digits := true // only digits so far: "1." and "1)" would start a list
	for i := range len(s) {
		c := s[i]
		switch c {
		case '\\', '`', '*', '_', '[', ']', '<', '>', '&', '|', '~', '#', '$', '@', '^', '{', '}':
			b.WriteByte('\\')
		case '+', '-', '=', ':':
			if i == 0 || c == ':' && strings.HasPrefix(s[i+1:], "//") {
				b.WriteByte('\\')
			}
		case '.', ')':
			if digits || strings.EqualFold(s[max(0, i-3):i], "www") {
				b.WriteByte('\\')
			}
		}
		b.WriteByte(c)
		digits = digits && c >= '0' && c <= '9'
	}
	return b.String()
}
