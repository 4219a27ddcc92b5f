package report

import "remit/model"

// A document is what Text and Markdown both write: sections of paragraphs, lists
// and tables. Every string in it has been cleaned and is one run of plain text;
// only a link is more than that, and links come from the framework's sources.
type document struct {
	title    string
	about    string // whose it is and of when; may be empty
	sections []section
}

type section struct {
	title  string // empty for what comes first
	blocks []block
	narrow bool // of short lines only: where there is room it is set in two columns
}

// block is one paragraph, list, table or figure: the first of these that is not empty.
type block struct {
	strong    bool // a paragraph that is the point of it all
	para      string
	list      []item
	table     [][]string // the first row is the heading
	letters   bool       // all columns of the table but the first hold a letter or two
	sentences bool       // the cells of the table but the first column hold sentences
	records   bool       // each row of the table is read by itself: in text an item of a list
	figure    *figure
}

// figure is a drawing in every form that a writer may need. Like all else in a
// document its texts are clean.
type figure struct {
	title   string
	text    func(width int, ascii bool) []string // lines; a drawing that cannot be made narrower may be wider
	svg     string                               // a whole image of its own
	mermaid string                               // may be empty

	// What is drawn, for writers that draw by themselves: one of the two.
	chart *Chart
	phase *Map
}

// item is one entry of a list.
type item struct {
	text  string
	notes []string // lines below it
	blank bool     // somebody writes the rest of the line by hand
	link  string   // where it can be read; may be empty
}

func para(text string) block { return block{para: model.Clean(text)} }

// point is the paragraph that it is all about.
func point(text string) block { return block{para: model.Clean(text), strong: true} }

func list(items ...item) block { return block{list: items} }

func entry(text string, notes ...string) item {
	it := item{text: model.Clean(text)}
	for _, n := range notes {
		if n != "" {
			it.notes = append(it.notes, model.Clean(n))
		}
	}
	return it
}

// blank is an entry to be filled in by hand.
func blank(text string) item {
	it := entry(text)
	it.blank = true
	return it
}

func table(heading ...string) block {
	var b block
	b.row(heading...)
	return b
}

func (b *block) row(cells ...string) {
	for i := range cells {
		cells[i] = model.Clean(cells[i])
	}
	b.table = append(b.table, cells)
}

func (b block) empty() bool {
	return b.para == "" && len(b.list) == 0 && len(b.table) < 2 && b.figure == nil
}

// addNarrow appends a section of short lines; see add.
func (d *document) addNarrow(title string, blocks ...block) {
	before := len(d.sections)
	d.add(title, blocks...)
	for i := range d.sections[before:] {
		d.sections[before+i].narrow = true
	}
}

// add appends a section unless there is nothing in it.
func (d *document) add(title string, blocks ...block) {
	var kept []block
	for _, b := range blocks {
		if !b.empty() {
			kept = append(kept, b)
		}
	}
	if len(kept) > 0 {
		d.sections = append(d.sections, section{title: model.Clean(title), blocks: kept})
	}
}
