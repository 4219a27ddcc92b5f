package report

import (
	"slices"
)

// table writes rows with wrapped cells; the head is repeated on every page.
func (b *booklet) table(rows [][]string) {
	cells := make([][]string, len(rows))
	for i, row := range rows {
		cells[i] = make([]string, len(row))
		for j, cell := range row {
			cells[i][j] = b.glyphs.text(cell)
		}
	}
	widths := b.columns(cells)
	head := b.cells(cells[0], widths, b.face(b.faces.headRow))
	list := make([]brokenRow, len(cells)-1)
	for i, row := range cells[1:] {
		list[i] = b.cells(row, widths, b.face(b.faces.cell))
	}
	b.room(min(head.height+together(list), b.bottom()-pdfMargin))
	b.row(head, widths, true)
	for i, r := range list {
		if b.room(min(together(list[i:]), b.bottom()-2*pdfMargin)) {
			b.row(head, widths, true)
		}
		b.row(r, widths, false)
	}
	b.gap(3)
}

const cellPad = 1.6

// columns shares the width out: what is narrow gets what it needs, the others what is
// left, by how much they have to say.
func (b *booklet) columns(rows [][]string) []float64 {
	n := len(rows[0])
	widest, sum := make([]float64, n), make([]float64, n)
	for i, row := range rows {
		f := b.face(b.faces.cell)
		if i == 0 {
			f = b.face(b.faces.headRow)
		}
		b.wear(f)
		for j, cell := range row {
			w := b.pdf.GetStringWidth(cell) + 2*cellPad + 0.5
			widest[j], sum[j] = max(widest[j], w), sum[j]+w
		}
	}
	left, wide := b.inner(), 0.0
	fair := left / float64(n)
	for j, w := range widest {
		if w <= fair {
			left -= w
		} else {
			wide += sum[j]
		}
	}
	widths := slices.Clone(widest)
	for j, w := range widest {
		if w > fair {
			// Half alike and half by weight, so that no column starves.
			widths[j] = min(w, left*(0.5*sum[j]/wide+0.5/float64(b.over(widest, fair))))
		}
	}
	return widths
}

func (b *booklet) over(widths []float64, limit float64) int {
	n := 0
	for _, w := range widths {
		if w > limit {
			n++
		}
	}
	return n
}

// brokenRow is a row of a table, broken into lines.
type brokenRow struct {
	cells  [][]string
	face   face
	height float64
}

// together is the height of the rows that stay on one page: the first, and with it the
// last one, which would look lost by itself.
func together(rows []brokenRow) float64 {
	height := rows[0].height
	if len(rows) == 2 {
		height += rows[1].height
	}
	return height
}

func (b *booklet) cells(row []string, widths []float64, f face) brokenRow {
	r := brokenRow{face: f}
	most := 1
	for j, cell := range row {
		lines := b.wrap(cell, widths[j]-2*cellPad, f)
		most = max(most, len(lines))
		r.cells = append(r.cells, lines)
	}
	r.height = float64(most)*f.lead + 2*cellPad
	return r
}

// row draws a row. One that is taller than a page goes on over the next.
func (b *booklet) row(r brokenRow, widths []float64, head bool) {
	top, pages := b.y, 0
	if head {
		b.fill(b.inks.faint)
		b.pdf.Rect(pdfMargin, top, breadth(widths), r.height, "F")
	}
	for n := 0; ; n++ {
		more := false
		x := pdfMargin
		y := b.y + cellPad
		for j, lines := range r.cells {
			if n < len(lines) {
				if !more && y+r.face.lead > b.bottom() {
					b.turn(b.lying)
					y, pages = b.y+cellPad, pages+1
				}
				more = true
				b.say(x+cellPad, y, lines[n], r.face)
			}
			x += widths[j]
		}
		if !more {
			break
		}
		b.y += r.face.lead
	}
	if pages == 0 {
		b.y = top + r.height
	} else {
		b.y += 2 * cellPad
	}
	b.stroke(b.inks.rule)
	b.pdf.SetLineWidth(0.2)
	b.pdf.Line(pdfMargin, b.y, pdfMargin+breadth(widths), b.y)
}

func breadth(list []float64) float64 {
	total := 0.0
	for _, x := range list {
		total += x
	}
	return total
}

// How many columns of letters a page takes: lying, and upright.
const (
	mostColumns    = 24
	uprightColumns = 12
)

// matrix writes a table of letters, its heads turned by a quarter.
func (b *booklet) matrix(rows [][]string) {
	for from := 1; from < len(rows[0]); from += mostColumns {
		to := min(from+mostColumns, len(rows[0]))
		if from > 1 {
			b.turn(true)
		}
		b.letters(rows, from, to)
		b.gap(3)
	}
}

func (b *booklet) letters(rows [][]string, from, to int) {
	first := 74.0
	column := min((b.inner()-first)/float64(to-from), 13)
	heads := make([]string, to-from)
	tall := 12.0
	b.wear(b.faces.cell)
	for i, h := range rows[0][from:to] {
		heads[i] = b.first(b.glyphs.text(h), 45, b.faces.cell)
		tall = max(tall, b.pdf.GetStringWidth(heads[i])+4)
	}
	b.room(tall + 20)
	b.turnedHeads(heads, b.glyphs.text(rows[0][0]), first, column, tall)
	for _, row := range rows[1:] {
		lines := b.wrap(b.glyphs.text(row[0]), first-2, b.faces.cell)
		height := float64(len(lines))*b.faces.cell.lead + 1.9
		if b.room(height) {
			b.turnedHeads(heads, b.glyphs.text(rows[0][0]), first, column, tall)
		}
		for i, line := range lines {
			b.say(pdfMargin, b.y+0.95+float64(i)*b.faces.cell.lead, line, b.faces.cell)
		}
		for i, cell := range row[from:to] {
			b.letter(pdfMargin+first+float64(i)*column, b.y, column, height, cell)
		}
		b.y += height
		b.stroke(b.inks.rule)
		b.pdf.SetLineWidth(0.2)
		b.pdf.Line(pdfMargin, b.y, pdfMargin+first+column*float64(to-from), b.y)
	}
}

// turnedHeads writes the heads of columns upwards.
func (b *booklet) turnedHeads(heads []string, corner string, first, column, tall float64) {
	b.fill(b.inks.faint)
	b.pdf.Rect(pdfMargin, b.y, first+column*float64(len(heads)), tall, "F")
	f := b.faces.headRow
	f.ink = b.inks.black
	b.say(pdfMargin+1.5, b.y+tall-5, corner, f)
	for i, h := range heads {
		x, y := pdfMargin+first+(float64(i)+0.5)*column+1, b.y+tall-2
		b.pdf.TransformBegin()
		b.pdf.TransformRotate(90, x, y)
		b.wear(f)
		b.pdf.Text(x, y, h)
		b.pdf.TransformEnd()
	}
	b.y += tall
}

// letter draws a letter with the shape that is its own.
func (b *booklet) letter(x, y, width, height float64, cell string) {
	if cell == "" {
		return
	}
	const tall = 4.4
	f := face{"B", 8, 4, b.inks.black}
	b.wear(f)
	wide := min(max(tall+0.6, b.pdf.GetStringWidth(cell)+2.2), width-0.6)
	left, top := x+(width-wide)/2, y+(height-tall)/2
	b.fill(b.inks.black)
	b.stroke(b.inks.black)
	b.pdf.SetLineWidth(0.35)
	kind := letterClass(cell)
	switch kind {
	case "la":
		b.pdf.RoundedRect(left, top, wide, tall, 0.8, "1234", "F")
		f.ink = b.inks.white
	case "lar":
		b.pdf.RoundedRect(left, top, wide, tall, tall/2, "1234", "F")
		f.ink = b.inks.white
	case "lr":
		b.pdf.RoundedRect(left, top, wide, tall, 0.8, "1234", "D")
	case "lc":
		b.stroke(b.inks.soft)
		b.pdf.SetLineWidth(0.2)
		b.pdf.SetDashPattern([]float64{0.7, 0.6}, 0)
		b.pdf.RoundedRect(left, top, wide, tall, tall/2, "1234", "D")
		b.pdf.SetDashPattern(nil, 0)
		f.style = ""
	default:
		f.style, f.ink = "", b.inks.soft
	}
	b.centred(x, y, width, height, b.glyphs.text(cell), f)
}
