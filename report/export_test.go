package report

// Texts gives every text that a cut tells, in its order, so that a test can look for
// them in what a writer made of them.
func Texts(r Report, cut Cut) []string {
	d := r.document(cut)
	texts := []string{d.title, d.about}
	for _, s := range d.sections {
		texts = append(texts, s.title)
		for _, b := range s.blocks {
			texts = append(texts, b.texts()...)
		}
	}
	return texts
}

func (b block) texts() []string {
	texts := []string{b.para}
	for _, it := range b.list {
		texts = append(append(texts, it.text), it.notes...)
		texts = append(texts, it.link)
	}
	for _, row := range b.table {
		texts = append(texts, row...)
	}
	if b.figure != nil {
		texts = append(texts, b.figure.title)
		if c := b.figure.chart; c != nil {
			for _, box := range c.boxes() {
				texts = append(texts, box.title, box.note)
			}
		}
	}
	return texts
}

// Style is that of a page and the colours behind its letters.
func Style() (style string, behind []string) {
	for _, t := range tints() {
		behind = append(behind, t.web)
	}
	return htmlStyle, behind
}
