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
}

// block is one paragraph, list or table: the first of these that is not empty.
type block struct {
	strong bool // a paragraph that is the point of it all
	para   string
	list   []item
	table  [][]string // the first row is the heading
}

// item is one entry of a list.
type item struct {
	text  string
	notes []string // lines below it
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

func table(heading ...string) block { return block{table: [][]string{heading}} }

func (b *block) row(cells ...string) {
	for i := range cells {
		cells[i] = model.Clean(cells[i])
	}
	b.table = append(b.table, cells)
}

func (b block) empty() bool { return b.para == "" && len(b.list) == 0 && len(b.table) < 2 }

// add appends a section unless there is nothing in it.
func (d *document) add(title string, blocks ...block) {
	var kept []block
	for _, b := range blocks {
		if !b.empty() {
			kept = append(kept, b)
		}
	}
	if len(kept) > 0 {
		d.sections = append(d.sections, section{model.Clean(title), kept})
	}
}
