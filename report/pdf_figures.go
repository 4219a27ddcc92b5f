package report

import (
	"remit/model"
)

// chart draws who stands below whom: one box a line, so that a chart of any size goes on
// over pages.
func (b *booklet) chart(c *Chart) {
	line := b.chartRow(len(c.Posts), b.bottom()-b.y)
	for _, x := range c.boxes() {
		b.room(line)
		b.branches(x, line, line*boxShare)
		b.post(c, x, line*boxShare)
		b.y += line
	}
}

const (
	boxShare  = 0.8 // of a line of the chart is its box, the rest is air
	chartStep = 8.0 // from one level to the next
)

// post draws a box: in the colour of the advice if it leads, with a thick frame if it is
// new.
func (b *booklet) post(c *Chart, x box, tall float64) {
	left := pdfMargin + float64(x.depth)*chartStep
	room := b.width - pdfMargin - left - 6
	name, small := face{"B", 9.5, 4.2, b.inks.black}, face{"", 8, 3.6, b.inks.soft}
	title, note := b.first(b.glyphs.text(x.title), room, name), b.first(b.glyphs.text(x.note), room, small)
	b.wear(name)
	named := b.pdf.GetStringWidth(title) + 3
	b.wear(small)
	wide := max(named, b.pdf.GetStringWidth(note)+3) + 3
	const twoLines = 8.4 // so high is a box that has room for them
	beside := tall < twoLines && note != ""
	if beside {
		wide = named + b.pdf.GetStringWidth(note) + 6
	}
	b.fill(b.inks.faint)
	b.stroke(b.inks.soft)
	b.pdf.SetLineWidth(0.2)
	if x.post.Leads {
		b.fill(b.tint(c.Advice.Recommendation))
		small.ink = rgb{}
	}
	if x.post.State == model.PostNew {
		b.stroke(b.inks.black)
		b.pdf.SetLineWidth(0.7)
	}
	b.pdf.RoundedRect(left, b.y, wide, tall, 1.2, "1234", "FD")
	top := b.y + (tall-name.lead)/2
	if beside {
		b.say(left+named+3, b.y+(tall-small.lead)/2, note, small)
	} else if note != "" {
		top = b.y + tall/2 - 3.8
		b.say(left+3, b.y+tall/2+0.3, note, small)
	}
	b.say(left+3, top, title, name)
}

// chartRow is the height of a line of a chart: less where there are many, so that they
// stay together on a page as long as they can be read. Room is what is left on this one.
func (b *booklet) chartRow(posts int, room float64) float64 {
	const usual, least, smallest = 12.5, 8.4, 7.0
	const heading, below = 24.0, 14.0 // room for what stands above the chart and below it
	each := 1 / float64(max(posts, 1))
	if row := (room - below) * each; row >= smallest {
		return min(usual, row)
	}
	return min(usual, max(least, (b.bottom()-pdfMargin-heading)*each))
}

// branches draws the lines that lead to a box and past it.
func (b *booklet) branches(x box, line, tall float64) {
	const step = chartStep
	b.stroke(b.inks.soft)
	b.pdf.SetLineWidth(0.35)
	mid := b.y + tall/2
	above := b.y - (line - tall)
	for i, last := range x.last {
		at := pdfMargin + float64(i)*step + step/2
		own := i == len(x.last)-1
		if own && x.post.Contract {
			b.pdf.SetDashPattern([]float64{0.8, 0.9}, 0)
		}
		if own {
			b.pdf.Line(at, above, at, mid)
			b.pdf.Line(at, mid, at+step/2, mid)
			b.pdf.SetDashPattern(nil, 0)
		}
		if !last {
			b.pdf.Line(at, above, at, b.y+tall)
		}
	}
}

// phase draws the map: a field for each pair of answers, with the letter and the colour
// of what is advised there.
func (b *booklet) phase(m *Map) {
	const label, tall = 46.0, fieldHeight
	f := b.r.Framework
	columns, rows := b.drawable(m.X.labels(f)), b.drawable(m.Y.labels(f))
	wide := min((b.inner()-label)/float64(max(1, len(columns))), 24)
	b.room(min(b.phaseHeight(m), b.bottom()-pdfMargin))
	b.mapHeads(m, columns, label, wide)
	for y, row := range m.Cells {
		b.room(tall)
		lines := b.wrap(rows[y], label-3, b.faces.small)
		lines = lines[:min(len(lines), 3)]
		top := b.y + (tall-float64(len(lines))*b.faces.small.lead)/2
		for n, line := range lines {
			b.say(pdfMargin, top+float64(n)*b.faces.small.lead, line, b.faces.small)
		}
		for x, s := range row {
			b.cell(pdfMargin+label+wide*float64(x), b.y, wide, tall, s, m.here(x, y))
		}
		b.y += tall
	}
	b.mapLegend(m)
}

// fieldHeight is that of a field of the map.
const fieldHeight = 10.0

// phaseHeight is how high a map is with its heads and its legend.
func (b *booklet) phaseHeight(m *Map) float64 {
	return 20 + fieldHeight*float64(len(m.Cells)) + 6*float64(len(m.shown(b.r.Framework))+1)
}

// mapHeads writes what the axes are, and the answers along the upper one.
func (b *booklet) mapHeads(m *Map, columns []string, label, wide float64) {
	f, axis := b.r.Framework, face{"B", 8.5, 4.2, b.inks.black}
	heads := make([][]string, len(columns))
	most := 1
	for i, c := range columns {
		heads[i] = b.wrap(c, wide-1, b.faces.small)
		most = max(most, len(heads[i]))
	}
	b.say(pdfMargin+label, b.y, b.first(b.glyphs.text(short(f, m.X.Question)), b.inner()-label, axis), axis)
	b.y += 5
	for i, lines := range heads {
		for n, line := range lines {
			b.centred(pdfMargin+label+wide*float64(i), b.y+float64(n+most-len(lines))*b.faces.small.lead, wide, b.faces.small.lead, line, b.faces.small)
		}
	}
	b.y += float64(most)*b.faces.small.lead + 1
	b.say(pdfMargin, b.y-axis.lead-0.5, b.first(b.glyphs.text(short(f, m.Y.Question)), label-2, axis), axis)
}

func (b *booklet) cell(x, y, wide, tall float64, s model.Structure, here bool) {
	b.fill(b.tint(s))
	b.stroke(b.inks.white)
	b.pdf.SetLineWidth(0.3)
	b.pdf.Rect(x, y, wide, tall, "FD")
	b.centred(x, y, wide, tall, b.glyphs.text(initial(b.r.Framework, s)), face{"B", 10, 5, rgb{}})
	if here {
		b.ring(x+0.9, y+0.9, wide-1.8, tall-1.8)
	}
}

// ring marks where the company is.
func (b *booklet) ring(x, y, wide, tall float64) {
	b.stroke(rgb{})
	b.pdf.SetLineWidth(0.8)
	b.pdf.RoundedRect(x, y, wide, tall, 0.9, "1234", "D")
}

func (b *booklet) mapLegend(m *Map) {
	b.gap(3)
	text := b.faces.cell
	for _, s := range m.shown(b.r.Framework) {
		b.room(6)
		b.letterBox(pdfMargin, b.y, 4.6, s.ID.String(), b.glyphs.text(initial(b.r.Framework, s.ID)))
		b.say(pdfMargin+7, b.y+0.3, b.first(b.glyphs.text(s.Title), b.inner()-7, text), text)
		b.y += 5.8
	}
	indent := 0.0
	b.room(6)
	if m.HereX >= 0 && m.HereY >= 0 {
		b.ring(pdfMargin+0.4, b.y+0.4, 3.8, 3.8)
		indent = 7
	}
	b.flow(b.glyphs.text(m.place(b.r.Framework)), indent, text)
}

func (b *booklet) drawable(list []string) []string {
	for i := range list {
		list[i] = b.glyphs.text(list[i])
	}
	return list
}
