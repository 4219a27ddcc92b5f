package report

import (
	"io"
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
	width, height float64 // of the present page
	lying         bool    // the present page is landscape
	scale         float64 // of type, 1 for the usual size
	tight         bool    // everything has to fit one page: less air
	column        int     // which of two columns; 0 where lines go over the whole page
	left, top     float64 // of the column
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
	p.SetFooterFunc(b.footer)
	b.turn(false)
	return b
}

// day is the date of the report itself: one that is made later is no newer. Without a
// session there is none, and the file needs one all the same. The hour is nobody's
// business.
func (r Report) day() time.Time {
	if r.Session == nil || r.Session.Updated.IsZero() {
		return time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	y, m, d := r.Session.Updated.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

func (b *booklet) document(d *document, cut Cut) {
	b.flow(b.title, 0, b.faces.name)
	if b.about != "" {
		b.flow(b.about, 0, b.faces.note)
	}
	b.gap(4)
	hero := -1
	for i, s := range d.sections {
		if s.title == "" && s.blocks[0].strong {
			hero = i
			b.hero(s)
			break
		}
	}
	if hero >= 0 && b.r.drawsBars(cut) {
		b.bars()
	}
	if b.tight {
		b.divide()
	}
	for i, s := range d.sections {
		if i != hero {
			b.section(s)
		}
	}
}

func (b *booklet) section(s section) {
	b.upright(s)
	if s.title != "" {
		b.heading(s.title, b.undivided(s.blocks[0]))
	} else {
		b.gap(3)
	}
	for i, x := range s.blocks {
		follows := i+1 < len(s.blocks) && len(s.blocks[i+1].list) > 0
		b.block(x, s.title, follows)
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

func (b *booklet) block(x block, title string, follows bool) {
	kind := newSlab(title, x, follows).Kind
	if b.lying && kind != "matrix" && kind != "para" {
		b.turn(false)
	}
	switch kind {
	case "point":
		b.flow(b.glyphs.text(x.para), 0, b.face(b.faces.point))
		b.gap(1.5)
	case "head":
		b.gap(1.5)
		b.room(16)
		b.flow(b.glyphs.text(x.para), 0, b.face(b.faces.head))
		b.gap(0.6)
	case "para":
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
func (b *booklet) heading(title string, next float64) {
	b.gap(b.scaled(6))
	b.room(min(b.scaled(26)+next, b.bottom()-pdfMargin))
	text := b.glyphs.text(title)
	b.wear(b.face(b.faces.title))
	b.pdf.Bookmark(text, 0, b.y)
	b.flow(text, 0, b.face(b.faces.title))
	b.gap(b.scaled(2))
}

// figure draws by itself what a page of the web would show as an image.
func (b *booklet) figure(f *figure, section string) {
	b.room(min(b.undivided(block{figure: f}), b.bottom()-pdfMargin))
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

// undivided is the height that a block should have on one page, 0 where it does not matter.
func (b *booklet) undivided(x block) float64 {
	const title, rows = 8.0, 12.0
	switch {
	case len(x.table) > 0:
		return rows
	case x.figure == nil:
		return 0
	}
	if c := x.figure.chart; c != nil {
		return title + b.chartRow(len(c.Posts))*float64(len(c.Posts))
	}
	return 30
}

func (b *booklet) tint(s model.Structure) rgb { return webColour(tints()[s].web) }
