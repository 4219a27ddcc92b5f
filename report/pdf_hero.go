package report

import "remit/model"

// The verdict in a field of its structure's colour, and the five as bars below it.

// broken is a text that is broken into lines already.
type broken struct {
	lines  []string
	face   face
	before float64 // space above it
}

// hero writes the verdict. What is too long for a field is written without one.
func (b *booklet) hero(s section) {
	const pad = 6.0
	width := b.inner() - 2*pad
	var texts []broken
	put := func(text string, f face, before float64) {
		f.ink = rgb{}
		texts = append(texts, broken{b.wrap(b.glyphs.text(text), width, f), f, before})
	}
	for _, x := range s.blocks {
		if x.para != "" && x.strong {
			put(x.para, b.face(b.faces.verdict), 0)
		} else if x.para != "" {
			put(x.para, b.face(b.faces.body), b.scaled(2))
		}
		for _, it := range x.list {
			put(it.text, b.face(b.faces.body), b.scaled(2))
			for _, n := range it.notes {
				put(n, b.face(b.faces.note), 0)
			}
		}
	}
	height := 2 * pad
	for _, t := range texts {
		height += t.before + float64(len(t.lines))*t.face.lead
	}
	boxed := b.y+height <= b.bottom()
	if boxed {
		b.fill(b.inks.faint)
		if !b.r.Advice.TooEarly() {
			b.fill(b.tint(b.r.Advice.Recommendation))
		}
		b.pdf.RoundedRect(pdfMargin, b.y, b.inner(), height, 3, "1234", "F")
	}
	b.y += pad
	for _, t := range texts {
		b.y += t.before
		for _, line := range t.lines {
			b.room(t.face.lead)
			b.say(pdfMargin+pad, b.y, line, t.face)
			b.y += t.face.lead
		}
	}
	b.y += pad + b.scaled(4)
}

// bars draws the five with their points.
func (b *booklet) bars() {
	list := bars(b.r)
	step := b.scaled(2) + 4.4
	b.room(step * float64(len(list)+1))
	for _, x := range list {
		b.bar(x)
		b.y += step
	}
	b.gap(0.5)
	b.flow(b.glyphs.text(barsTold), 0, b.face(b.faces.note))
}

// bar draws one of them: its sign and name, how far it comes and can still come, and
// its points.
func (b *booklet) bar(x bar) {
	const name, score, tall = 48.0, 38.0, 3.6
	left, width := pdfMargin+name, b.inner()-name-score
	f := b.face(b.faces.body)
	f.size = min(f.size, 9)
	if x.Lead {
		f.style = "B"
	}
	top, mid, low := b.y, b.y+tall/2, b.y+tall
	at := func(percent int) float64 { return left + width*float64(percent)/100 }
	b.letterBox(pdfMargin, top-0.2, tall+0.4, x.ID, b.glyphs.text(x.Letter))
	b.say(pdfMargin+6, mid-f.lead/2, b.first(b.glyphs.text(x.Title), name-8, f), f)
	b.fill(b.inks.faint)
	b.pdf.Rect(left, top, width, tall, "F")
	b.barFill(x, at(x.From), top+0.4, at(x.From+x.Width)-at(x.From), tall-0.8)
	b.stroke(b.inks.soft)
	b.pdf.SetLineWidth(0.25)
	if x.RangeWidth() > 0 {
		b.pdf.Line(at(x.RangeFrom), mid, at(x.RangeTo), mid)
		b.pdf.Line(at(x.RangeFrom), top+0.8, at(x.RangeFrom), low-0.8)
		b.pdf.Line(at(x.RangeTo), top+0.8, at(x.RangeTo), low-0.8)
	}
	b.pdf.Line(at(x.Zero), top, at(x.Zero), low)
	b.say(left+width+3, mid-f.lead/2, x.Label(), f)
}

// barFill fills a bar; what is ruled out is only outlined.
func (b *booklet) barFill(x bar, left, top, width, tall float64) {
	s, _ := model.ParseStructure(x.ID)
	c := b.tint(s)
	if x.Excluded {
		b.stroke(c)
		b.pdf.SetLineWidth(0.4)
		b.pdf.Rect(left, top, width, tall, "D")
		return
	}
	b.fill(c)
	b.pdf.Rect(left, top, width, tall, "F")
}

// letterBox is the sign of a structure: its letter on its colour.
func (b *booklet) letterBox(x, y, side float64, id, letter string) {
	s, _ := model.ParseStructure(id)
	b.fill(b.tint(s))
	b.pdf.RoundedRect(x, y, side, side, 0.7, "1234", "F")
	b.centred(x, y, side, side, letter, face{"B", side * 1.9, side, rgb{}})
}

// centred writes a few letters in the middle of a field.
func (b *booklet) centred(x, y, width, height float64, text string, f face) {
	b.wear(f)
	b.pdf.Text(x+(width-b.pdf.GetStringWidth(text))/2, y+height/2+f.size*0.3528*0.36, text)
}

// first is the first line of a text.
func (b *booklet) first(text string, width float64, f face) string {
	if lines := b.wrap(text, width, f); len(lines) > 0 {
		return lines[0]
	}
	return ""
}
