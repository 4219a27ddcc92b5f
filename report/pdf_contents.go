package report

import "fmt"

// A reader finds the way through a long document by its table of contents, whose lines
// are links, by the outline beside the pages, and by the numbers below them.

// chapter is a line of the table of contents. Where it leads is known once everything is
// laid out.
type chapter struct {
	title  string // as the section says it, or the annex that it opens
	link   int
	page   int // on which it begins; 0 until then
	listed spot
}

// spot is where the number of a page goes.
type spot struct {
	page     int
	right, y float64
}

// contents lists what follows: each section of the main part and each annex.
func (b *booklet) contents(sections []section) {
	var titles []string
	for _, s := range sections {
		title := s.title
		if letter, _ := s.annex(); letter != "" {
			title = annexName(letter)
		}
		if title != "" && title != annexGuide && (len(titles) == 0 || titles[len(titles)-1] != title) {
			titles = append(titles, title)
		}
	}
	const number = 9.0 // room for it
	f := face{"", 8.6, 4.1, b.inks.black}
	rows := (len(titles) + 1) / 2
	b.gap(b.scaled(5))
	b.room(b.faces.head.lead + f.lead*float64(rows) + 2)
	b.flow("Contents", 0, b.faces.head)
	b.gap(1)
	wide := (b.inner() - betweenColumns) / 2
	for i, title := range titles {
		c := chapter{title: title, link: b.pdf.AddLink()}
		x, y := b.left+float64(i/rows)*(wide+betweenColumns), b.y+float64(i%rows)*f.lead
		b.say(x, y, b.first(b.glyphs.text(title), wide-number, f), f)
		b.pdf.Link(x, y, wide, f.lead, c.link)
		c.listed = spot{b.pdf.PageNo(), x + wide, y}
		b.chapters = append(b.chapters, c)
	}
	b.y += f.lead * float64(rows)
}

// opens notes that a section begins here, for the outline and the contents. The sections
// of an annex stand below it.
func (b *booklet) opens(s section, text string) {
	letter, _ := s.annex()
	title, level := s.title, 0
	if letter != "" {
		title, level = annexName(letter), 1
		if letter != b.annex {
			b.pdf.Bookmark(b.glyphs.text(title), 0, b.y)
		}
	}
	b.annex = letter
	b.pdf.Bookmark(text, level, b.y)
	for i := range b.chapters {
		if c := &b.chapters[i]; c.title == title && c.page == 0 {
			c.page = b.pdf.PageNo()
			b.pdf.SetLink(c.link, b.y, c.page)
			return
		}
	}
}

// number writes what can be known only at the end: below each page which one of how many
// it is, and where each chapter begins.
func (b *booklet) number() {
	last := b.pdf.PageCount()
	for page := 1; page <= last; page++ {
		width, height, _ := b.pdf.PageSize(page)
		lift := b.revisit(page, height)
		y := height - 12 + lift
		b.stroke(b.inks.rule)
		b.pdf.SetLineWidth(0.2)
		b.pdf.Line(pdfMargin, y-1.5, width-pdfMargin, y-1.5)
		b.say(pdfMargin, y, b.first(b.title, width-2*pdfMargin-25, b.faces.foot), b.faces.foot)
		b.endingAt(width-pdfMargin, y, fmt.Sprintf("%d of %d", page, last), b.faces.foot)
	}
	f := face{"", 8.6, 4.1, b.inks.soft}
	for _, c := range b.chapters {
		_, height, _ := b.pdf.PageSize(c.listed.page)
		lift := b.revisit(c.listed.page, height)
		b.endingAt(c.listed.right, c.listed.y+lift, fmt.Sprint(c.page), f)
	}
	b.revisit(last, b.height)
}

// revisit goes back to a page. The writer of the file measures from the foot of the page
// that was begun last, so what is written there has to be moved by the difference.
func (b *booklet) revisit(page int, height float64) (lift float64) {
	b.pdf.SetPage(page)
	b.fill(b.inks.white) // the page has a colour of its own, which the writer takes for that of the last one
	return b.height - height
}

// endingAt writes a line that ends at x.
func (b *booklet) endingAt(x, y float64, text string, f face) {
	b.wear(f)
	b.say(x-b.pdf.GetStringWidth(text), y, text, f)
}
