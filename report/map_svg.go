package report

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"

	"github.com/charmbracelet/x/ansi"

	"remit/model"
)

// tint is the colour of a structure behind black letters: as in the terminal app on
// a dark background, which is light enough for black on any page.
type tint struct {
	web   string // for SVG
	xterm uint8  // the nearest of the 256 colours of terminals
}

func tints() [model.NumStructures]tint {
	return [model.NumStructures]tint{
		model.CTO:    {"#79b0ff", 111},
		model.CIO:    {"#5fd3a2", 79},
		model.Both:   {"#c9a0f5", 183},
		model.Hybrid: {"#ffae57", 215},
		model.VCIO:   {"#f78fb8", 211},
	}
}

// Measures of the drawing, in pixels. Letters are taken to be wider than most are,
// because nobody knows the reader's font.
const (
	svgChar   = 8
	svgMargin = 20
	svgLine   = 22 // from one line of text to the next
	svgRow    = 44 // height of a cell
	svgColumn = 60 // width of a cell, at least
)

// MapSVG draws the map as an image of its own: SVG without links, scripts or fonts
// from elsewhere, with letters as well as colours, for light and for dark pages. The
// same map gives the same bytes.
func MapSVG(w io.Writer, f *model.Framework, m Map) error {
	d := newDrawing(f, &m)
	d.open()
	d.axes()
	d.cells()
	d.legend()
	d.b.WriteString("</svg>\n")
	_, err := d.b.WriteTo(w)
	return err
}

// drawing is a map in SVG, with its measures.
type drawing struct {
	f             *model.Framework
	m             *Map
	b             bytes.Buffer
	columns, rows []string
	left, top     int // of the first cell
	cell          int // width of a cell
	width, height int
}

func newDrawing(f *model.Framework, m *Map) *drawing {
	d := &drawing{f: f, m: m, columns: m.X.labels(f), rows: m.Y.labels(f)}
	d.left = svgMargin + svgChar*max(widestOf(d.rows), ansi.StringWidth(short(f, m.Y.Question))) + svgChar
	d.top = svgMargin + 4*svgLine
	d.cell = max(svgColumn, svgChar*(widestOf(d.columns)+2))
	below := len(m.shown(f)) + 1
	widest := ansi.StringWidth(d.title())
	for _, s := range m.shown(f) {
		widest = max(widest, ansi.StringWidth(s.Title)+4)
	}
	widest = max(widest, ansi.StringWidth(m.place(f)))
	d.width = max(d.left+d.cell*len(d.columns), svgMargin+svgChar*widest) + svgMargin
	d.height = d.top + svgRow*len(d.rows) + svgMargin + svgLine*below + svgMargin
	return d
}

func (d *drawing) title() string {
	return fmt.Sprintf("Who should lead technology, by %s and %s", small(d.f, d.m.X.Question), small(d.f, d.m.Y.Question))
}

func (d *drawing) open() {
	fmt.Fprintf(&d.b, `<svg xmlns="http://www.w3.org/2000/svg" class="remit-map" role="img" aria-labelledby="remit-map-title remit-map-desc" width="%d" height="%d" viewBox="0 0 %[1]d %[2]d" font-family="system-ui, sans-serif" font-size="14">`+"\n",
		d.width, d.height)
	fmt.Fprintf(&d.b, `<title id="remit-map-title">%s</title>`+"\n"+`<desc id="remit-map-desc">%s</desc>`+"\n", markup(d.title()), markup(d.told()))
	d.b.WriteString(`<style>
.remit-map .page { fill: #ffffff } .remit-map .ink { fill: #1a1a1a } .remit-map .here { fill: none; stroke: #000000; stroke-width: 3 } .remit-map .letter { fill: #000000; font-weight: bold }
@media screen and (prefers-color-scheme: dark) { .remit-map .page { fill: #16181d } .remit-map .ink { fill: #ececec } }
</style>
`)
	fmt.Fprintf(&d.b, `<rect class="page" width="%d" height="%d"/>`+"\n", d.width, d.height)
	d.text(svgMargin, svgMargin+svgLine/2, "start", "ink", d.title(), ` font-weight="bold"`)
}

// told is the map in words, row by row, for those who cannot see it.
func (d *drawing) told() string {
	var b bytes.Buffer
	for y, row := range d.m.Cells {
		fmt.Fprintf(&b, "%s: %s. ", short(d.f, d.m.Y.Question), d.rows[y])
		for x, s := range row {
			fmt.Fprintf(&b, "%s: %s; ", d.columns[x], d.f.Structure(s).Title)
		}
	}
	return b.String()
}

func (d *drawing) axes() {
	d.text(d.left+d.cell*len(d.columns)/2, d.top-2*svgLine, "middle", "ink", short(d.f, d.m.X.Question), "")
	d.text(d.left-svgChar, d.top-svgLine/2, "end", "ink", short(d.f, d.m.Y.Question), "")
	for x, label := range d.columns {
		d.text(d.left+d.cell*x+d.cell/2, d.top-svgLine/2, "middle", "ink", label, "")
	}
	for y, label := range d.rows {
		d.text(d.left-svgChar, d.top+svgRow*y+svgRow/2+5, "end", "ink", label, "")
	}
}

func (d *drawing) cells() {
	for y, row := range d.m.Cells {
		for x, s := range row {
			d.box(d.left+d.cell*x, d.top+svgRow*y, d.cell, svgRow, s)
		}
	}
	if d.m.HereX >= 0 && d.m.HereY >= 0 {
		d.ring(d.left+d.cell*d.m.HereX, d.top+svgRow*d.m.HereY, d.cell, svgRow)
	}
}

func (d *drawing) legend() {
	const box = 18
	y := d.top + svgRow*len(d.rows) + svgMargin
	for _, s := range d.m.shown(d.f) {
		d.box(svgMargin, y, box, box, s.ID)
		d.text(svgMargin+box+svgChar, y+box-4, "start", "ink", s.Title, "")
		y += svgLine
	}
	if d.m.HereX < 0 || d.m.HereY < 0 {
		d.text(svgMargin, y+box-4, "start", "ink", d.m.place(d.f), "")
		return
	}
	fmt.Fprintf(&d.b, `<rect x="%d" y="%d" width="%d" height="%[3]d" fill="#d0d0d0"/>`+"\n", svgMargin, y, box)
	d.ring(svgMargin, y, box, box)
	d.text(svgMargin+box+svgChar, y+box-4, "start", "ink", d.m.place(d.f), "")
}

// box is a cell with its letter.
func (d *drawing) box(x, y, width, height int, s model.Structure) {
	fmt.Fprintf(&d.b, `<rect x="%d" y="%d" width="%d" height="%d" fill="%s"/>`+"\n", x, y, width, height, tints()[s].web)
	d.text(x+width/2, y+height/2+5, "middle", "letter", initial(d.f, s), "")
}

// ring marks the present place with a line inside the cell, black as the letters.
func (d *drawing) ring(x, y, width, height int) {
	const inset = 3
	fmt.Fprintf(&d.b, `<rect class="here" x="%d" y="%d" width="%d" height="%d" rx="3"/>`+"\n", x+inset, y+inset, width-2*inset, height-2*inset)
}

func (d *drawing) text(x, y int, anchor, class, text, more string) {
	fmt.Fprintf(&d.b, `<text class="%s" x="%d" y="%d" text-anchor="%s"%s>%s</text>`+"\n", class, x, y, anchor, more, markup(text))
}

// markup makes text stand for itself in XML.
func markup(s string) string {
	var b bytes.Buffer
	if err := xml.EscapeText(&b, []byte(model.Clean(s))); err != nil {
		panic(err) // a buffer takes everything
	}
	return b.String()
}
