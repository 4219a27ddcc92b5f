package report

import (
	"fmt"
	"strings"
)

// face is how a line of text looks.
type face struct {
	style string  // "" or "B"
	size  float64 // points
	lead  float64 // millimetres from line to line
	ink   rgb
}

type rgb struct{ r, g, b int }

// inks are the colours of letters, lines and fields; those of structures are tints.
type inks struct{ black, soft, rule, faint, white rgb }

// faces are the sizes of type, each for one use.
type faces struct{ name, title, column, verdict, point, head, body, note, cell, headRow, small, foot face }

func newInks() inks {
	return inks{black: rgb{27, 30, 35}, soft: rgb{87, 93, 102}, rule: rgb{205, 207, 211}, faint: rgb{241, 240, 236}, white: rgb{255, 255, 255}}
}

func newFaces(ink inks) faces {
	return faces{
		name:    face{"B", 11, 5, ink.black},
		title:   face{"B", 15, 6.6, ink.black},
		column:  face{"B", 12, 5.4, ink.black},
		verdict: face{"B", 18, 7.8, ink.black},
		point:   face{"B", 11.5, 5.4, ink.black},
		head:    face{"B", 10, 4.9, ink.black},
		body:    face{"", 10, 4.9, ink.black},
		note:    face{"", 8.8, 4.2, ink.soft},
		cell:    face{"", 8.5, 4, ink.black},
		headRow: face{"B", 8.5, 4, ink.soft},
		small:   face{"", 7.5, 3.3, ink.black},
		foot:    face{"", 8, 4, ink.soft},
	}
}

// webColour reads a colour as it is written on the web, "#79b0ff"; anything else is black.
func webColour(web string) rgb {
	var c rgb
	if _, err := fmt.Sscanf(web, "#%02x%02x%02x", &c.r, &c.g, &c.b); err != nil {
		return rgb{}
	}
	return c
}

// scaled is room between things: less of it on a page that has to hold everything.
func (b *booklet) scaled(n float64) float64 {
	if b.tight {
		return n * b.scale * 0.6
	}
	return n * b.scale
}

func (b *booklet) face(f face) face {
	f.size, f.lead = f.size*b.scale, f.lead*b.scale
	return f
}

func (b *booklet) wear(f face) {
	b.pdf.SetFont(pdfFamily, f.style, f.size)
	b.pdf.SetTextColor(f.ink.r, f.ink.g, f.ink.b)
}

func (b *booklet) fill(c rgb)   { b.pdf.SetFillColor(c.r, c.g, c.b) }
func (b *booklet) stroke(c rgb) { b.pdf.SetDrawColor(c.r, c.g, c.b) }

// turn begins a page, lying or upright.
func (b *booklet) turn(lying bool) {
	how := "P"
	if lying {
		how = "L"
	}
	b.pdf.AddPageFormat(how, b.pdf.GetPageSizeStr("A4"))
	b.width, b.height = b.pdf.GetPageSize()
	b.lying, b.y = lying, pdfMargin-4
	b.left, b.column, b.top = pdfMargin, 0, b.y
	if b.divided {
		b.divide()
	}
}

// betweenColumns is the room between two columns, in millimetres.
const betweenColumns = 9.0

// divide sets what follows on this page in two columns.
func (b *booklet) divide() { b.column, b.top = 1, b.y }

// narrow sets a section of short lines in two columns, like the one before it if that is
// one too, and any other over the whole page again.
func (b *booklet) narrow(s section) {
	if b.tight || s.narrow == b.divided {
		return
	}
	const little = 70.0 // less than this is not worth dividing, and may stay beside an empty column
	began := b.top
	b.divided = s.narrow
	switch {
	case b.divided && b.y+little > b.bottom(), b.column == 2, b.column == 1 && b.y-began > little:
		b.turn(false)
	case b.divided:
		b.gap(6)
		b.divide()
	default:
		b.column = 0
	}
}

// next goes on at the top of the next column or page.
func (b *booklet) next() {
	if b.column != 1 {
		b.turn(b.lying)
		return
	}
	b.left += b.inner() + betweenColumns
	b.column, b.y = 2, b.top
}

func (b *booklet) bottom() float64 { return b.height - pdfFoot }

// inner is the width of a line: of a column where there are any.
func (b *booklet) inner() float64 {
	if b.column > 0 {
		return (b.width - 2*pdfMargin - betweenColumns) / 2
	}
	return b.width - 2*pdfMargin
}

// room begins a new page unless so much is left on this one.
func (b *booklet) room(height float64) bool {
	if b.y+height <= b.bottom() || b.y < pdfMargin {
		return false
	}
	b.next()
	return true
}

func (b *booklet) gap(height float64) {
	if b.y > pdfMargin && (b.column == 0 || b.y > b.top) {
		b.y += height
	}
}

// say writes one line with its top at y.
func (b *booklet) say(x, y float64, text string, f face) {
	b.wear(f)
	b.pdf.Text(x, y+f.lead*0.76, text)
}

// flow writes a paragraph.
func (b *booklet) flow(text string, indent float64, f face) {
	lines := b.wrap(text, b.inner()-indent, f)
	if len(lines) <= 4 {
		b.room(f.lead * float64(len(lines)))
	}
	b.lines(lines, indent, f)
}

// lines writes what is broken into lines already.
func (b *booklet) lines(lines []string, indent float64, f face) {
	for _, line := range lines {
		b.room(f.lead)
		b.say(b.left+indent, b.y, line, f)
		b.y += f.lead
	}
}

// wrap breaks text into lines at spaces, and within a word only where it is wider than
// the line.
func (b *booklet) wrap(text string, width float64, f face) []string {
	b.wear(f)
	var lines []string
	line, used := "", 0.0
	space := b.pdf.GetStringWidth(" ")
	for word := range strings.FieldsSeq(text) {
		for {
			wide := b.pdf.GetStringWidth(word)
			if line != "" && used+space+wide <= width {
				line, used = line+" "+word, used+space+wide
				break
			}
			if line != "" {
				lines, line, used = append(lines, line), "", 0
			}
			if wide <= width {
				line, used = word, wide
				break
			}
			head := b.fitting(word, width)
			lines, word = append(lines, head), word[len(head):]
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// fitting gives as much of a word as the width takes, at least one character.
func (b *booklet) fitting(word string, width float64) string {
	used := 0.0
	for i, c := range word {
		used += b.pdf.GetStringWidth(string(c))
		if i > 0 && used > width {
			return word[:i]
		}
	}
	return word
}

// brokenItem is an entry of a list, broken into lines.
type brokenItem struct {
	text  []string
	notes [][]string
	tall  float64 // how much of it stays on one page
}

// listIndent is how far the entries of a list stand in, in millimetres.
const listIndent = 4.5

func (b *booklet) broken(it item) brokenItem {
	const most = 6 // lines that stay together
	body, note := b.face(b.faces.body), b.face(b.faces.note)
	x := brokenItem{text: b.wrap(b.glyphs.text(it.text), b.inner()-listIndent, body)}
	below := 0
	for _, n := range it.notes {
		lines := b.wrap(b.glyphs.text(n), b.inner()-listIndent, note)
		x.notes = append(x.notes, lines)
		below += len(lines)
	}
	if below > most {
		below = 2
	}
	x.tall = body.lead*float64(min(len(x.text), most)) + note.lead*float64(below)
	return x
}

func (b *booklet) list(items []item) {
	body, note := b.face(b.faces.body), b.face(b.faces.note)
	if items[0].blank { // what is filled in together stays together
		b.room(float64(len(items)) * (body.lead + b.scaled(4.1)))
	}
	for _, it := range items {
		if it.blank {
			b.toFill(it, listIndent, body)
			continue
		}
		x := b.broken(it)
		b.room(x.tall)
		b.fill(b.inks.soft)
		b.pdf.Circle(b.left+1.3, b.y+body.lead*0.5, 0.55, "F")
		b.lines(x.text, listIndent, body)
		for _, lines := range x.notes {
			b.lines(lines, listIndent, note)
		}
		b.link(it.link, listIndent, note)
		b.gap(b.scaled(1.3))
	}
	b.gap(b.scaled(1.5))
}

// toFill writes an entry with a line on which somebody writes the rest.
func (b *booklet) toFill(it item, indent float64, f face) {
	b.room(f.lead)
	b.gap(b.scaled(2))
	b.flow(b.glyphs.text(it.text), indent, f)
	b.stroke(b.inks.soft)
	b.pdf.SetLineWidth(0.2)
	b.pdf.Line(b.left+indent, b.y+0.8, b.left+b.inner(), b.y+0.8)
	b.gap(b.scaled(1.3) + 0.8)
}

// link writes an address, and makes it one to click where that is safe.
func (b *booklet) link(address string, indent float64, f face) {
	if address == "" {
		return
	}
	lines := b.wrap(b.glyphs.text(address), b.inner()-indent, f)
	b.room(f.lead * float64(min(len(lines), 6)))
	for _, line := range lines {
		b.room(f.lead)
		b.say(b.left+indent, b.y, line, f)
		if linkable(address) && ascii(address) {
			b.pdf.LinkString(b.left+indent, b.y, b.pdf.GetStringWidth(line), f.lead, address)
		}
		b.y += f.lead
	}
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}
