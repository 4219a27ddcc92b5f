package report

import (
	"io"
	"slices"
	"time"

	"codeberg.org/go-pdf/fpdf"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"

	"remit/model"
)

// PDF writes a cut of the report on A4 pages with fonts of its own, so that it looks the
// same everywhere and its text can be selected, searched and copied. The same report
// gives the same bytes.
//
// The fonts know the Latin, Greek and Cyrillic letters. Any other character is drawn as
// a box, and the warnings say which ones and how often: sentences for whoever made the
// file. A failure to write is the only error.
func PDF(w io.Writer, r Report, cut Cut) (warnings []string, err error) {
	d := r.document(cut)
	b := laidOut(r, &d, cut, 1)
	if cut == Board {
		for scale := 0.96; b.pdf.PageNo() > 1 && scale >= smallest; scale -= 0.06 {
			b = laidOut(r, &d, cut, scale)
		}
	}
	if err := b.pdf.Output(w); err != nil {
		return nil, err
	}
	return b.glyphs.warnings(), nil
}

// smallest is how small the type may become so that a page for a board stays one page.
const smallest = 0.7

// laidOut lays the document out.
func laidOut(r Report, d *document, cut Cut, scale float64) *booklet {
	b := newBooklet(r, d)
	b.scale, b.tight = scale, cut == Board
	b.document(d, cut)
	return b
}

// Measures of a page, in millimetres.
const (
	pdfMargin = 20.0
	pdfFoot   = 18.0 // below the text
	pdfFamily = "go"
)

// booklet lays a document out on pages, from top to bottom.
type booklet struct {
	pdf           *fpdf.Fpdf
	r             Report
	glyphs        *glyphs
	inks          inks
	faces         faces
	title, about  string  // fit to be drawn
	y             float64 // where the next line goes
	headed        float64 // y just below the last heading
	width, height float64 // of the present page
	lying         bool    // the present page is landscape
	scale         float64 // of type, 1 for the usual size
	tight         bool    // everything has to fit one page: less air
	column        int     // which of two columns; 0 where lines go over the whole page
	divided       bool    // the pages that follow have two columns too
	left, top     float64 // of the column
	chapters      []chapter
	annex         string // of which a section was last
}

func newBooklet(r Report, d *document) *booklet {
	b := &booklet{pdf: fpdf.New("P", "mm", "A4", ""), r: r, glyphs: newGlyphs(), inks: newInks(), faces: newFaces(newInks())}
	p := b.pdf
	p.AddUTF8FontFromBytes(pdfFamily, "", goregular.TTF)
	p.AddUTF8FontFromBytes(pdfFamily, "B", gobold.TTF)
	b.title, b.about = b.glyphs.text(d.title), b.glyphs.text(d.about)
	p.SetTitle(b.title, true)
	p.SetSubject(b.about, true)
	p.SetCreator("remit", true)
	p.SetProducer("remit", true)
	p.SetLang("en")
	p.SetCreationDate(r.day())
	p.SetModificationDate(r.day())
	p.SetCatalogSort(true)
	p.SetAutoPageBreak(false, 0)
	p.SetDisplayMode("default", "continuous") // any other begins with an action
	b.turn(false)
	return b
}

// day is the date of the report itself: one that is made later is no newer. Where nobody
// knows one the file needs one all the same. The hour is nobody's
// business.
func (r Report) day() time.Time {
	last := r.Dated
	if r.Session != nil {
		last = r.Session.Updated
	}
	if last.IsZero() {
		return time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	y, m, d := last.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

func (b *booklet) document(d *document, cut Cut) {
	b.flow(b.title, 0, b.faces.name)
	if b.about != "" {
		b.flow(b.about, 0, b.faces.note)
	}
	b.gap(4)
	hero := slices.IndexFunc(d.sections, func(s section) bool { return s.title == "" && s.blocks[0].strong })
	before, after := []section(nil), d.sections
	if hero >= 0 {
		before, after = d.sections[:hero], d.sections[hero+1:]
		b.hero(d.sections[hero])
	}
	if b.tight && len(after) > 0 { // what to vote on stands over both columns
		before, after = after[:1], after[1:]
	}
	for _, s := range before {
		b.section(s)
	}
	if hero >= 0 && b.r.drawsBars(cut) {
		if len(before) > 0 {
			b.gap(3)
		}
		b.bars()
	}
	if cut == Full && len(after) > longestWithoutContents {
		b.contents(after)
	}
	if b.tight {
		b.gap(b.scaled(6))
		b.divide()
	}
	for _, s := range after {
		b.section(s)
	}
	b.number()
}

// longestWithoutContents is how many sections can do without a table of contents.
const longestWithoutContents = 3

func (b *booklet) section(s section) {
	b.upright(s)
	b.narrow(s)
	if s.title != "" {
		b.heading(s, b.begins(s.blocks))
	} else {
		b.gap(3)
	}
	for i, x := range s.blocks {
		var next block
		if i+1 < len(s.blocks) {
			next = s.blocks[i+1]
		}
		b.block(x, s.title, next)
	}
}

// upright ends a landscape page before a section that does not need one.
func (b *booklet) upright(s section) {
	for _, x := range s.blocks {
		if x.letters && len(x.table[0])-1 > uprightColumns {
			if !b.lying {
				b.turn(true)
			}
			return
		}
	}
	if b.lying {
		b.turn(false)
	}
}

func (b *booklet) block(x block, title string, next block) {
	kind := newSlab(title, x, len(next.list) > 0).Kind
	if b.lying && kind != "matrix" && kind != "para" {
		b.turn(false)
	}
	switch kind {
	case "point":
		b.flow(b.glyphs.text(x.para), 0, b.face(b.faces.point))
		b.gap(1.5)
	case "head":
		b.gap(1.5)
		b.room(min(b.begins([]block{x, next}), b.bottom()-pdfMargin))
		b.flow(b.glyphs.text(x.para), 0, b.face(b.faces.head))
		b.gap(0.6)
	case "para":
		if len(next.table) > 0 || len(next.list) > 0 {
			b.room(min(b.begins([]block{x, next}), b.bottom()-pdfMargin))
		}
		b.flow(b.glyphs.text(x.para), 0, b.face(b.faces.body))
		b.gap(1.8)
	case "list":
		b.list(x.list)
	case "figure":
		b.figure(x.figure, title)
	case "matrix":
		b.matrix(x.table)
	default:
		b.table(x.table)
	}
}

// heading opens a section and puts it into the outline. It stays on the page of what
// follows.
func (b *booklet) heading(s section, next float64) {
	b.gap(b.scaled(6))
	b.room(min(b.scaled(16)+max(next, b.scaled(10)), b.bottom()-pdfMargin))
	text, f := b.glyphs.text(s.title), b.face(b.faces.title)
	if s.narrow {
		f = b.face(b.faces.column)
	}
	b.wear(f)
	b.opens(s, text)
	b.flow(text, 0, f)
	b.gap(b.scaled(2))
	b.headed = b.y
}

// figure draws by itself what a page of the web would show as an image.
func (b *booklet) figure(f *figure, section string) {
	if b.y != b.headed { // the heading has made room for what follows it
		b.room(min(b.undivided(block{figure: f}), b.bottom()-pdfMargin))
	}
	if f.title != section {
		b.flow(b.glyphs.text(f.title), 0, b.faces.head)
		b.gap(2)
	}
	switch {
	case f.chart != nil:
		b.chart(f.chart)
	case f.phase != nil:
		b.phase(f.phase)
	}
	b.gap(3)
}

// begins is the height of what has to stand on the page of the heading above it: the
// beginning of the first block, and of the next one where the first introduces it.
func (b *booklet) begins(blocks []block) float64 {
	switch x := blocks[0]; {
	case len(x.list) > 0:
		return b.broken(x.list[0]).tall
	case x.para != "":
		body := b.face(b.faces.body)
		tall := body.lead * float64(min(4, len(b.wrap(b.glyphs.text(x.para), b.inner(), body))))
		if len(blocks) > 1 {
			tall += b.scaled(3) + b.begins(blocks[1:2])
		}
		return tall
	default:
		return b.undivided(x)
	}
}

// undivided is the height that a block should have on one page, 0 where it does not matter.
func (b *booklet) undivided(x block) float64 {
	const title, rows, letters = 8.0, 22.0, 65.0
	switch {
	case x.letters:
		return letters
	case len(x.table) > 0:
		return rows
	case x.figure == nil:
		return 0
	}
	if c := x.figure.chart; c != nil {
		const heading = 18.0
		return title + b.chartRow(len(c.Posts), b.bottom()-b.y-heading-title)*float64(len(c.Posts))
	}
	if m := x.figure.phase; m != nil {
		return title + b.phaseHeight(m)
	}
	return 30
}

func (b *booklet) tint(s model.Structure) rgb { return webColour(tints()[s].web) }
