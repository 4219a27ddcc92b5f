package report

import (
	"bytes"
	_ "embed" // for the page and its style
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"

	"remit/model"
)

//go:embed html.tmpl
var htmlPage string

//go:embed html.css
var htmlStyle string

// HTML writes a cut of the report as one page that stands by itself: no script, nothing
// fetched from anywhere, and a policy in the page that forbids both. Every text is
// escaped by where it stands; the only links are the framework's sources, and of these
// only http and https. The same report gives the same bytes.
func HTML(w io.Writer, r Report, cut Cut) error {
	t, err := template.New("report").Funcs(template.FuncMap{"letterClass": letterClass}).Parse(htmlPage)
	if err != nil {
		panic(err) // it is ours, and a test parses it
	}
	var b bytes.Buffer // a page is written whole or not at all
	if err := t.Execute(&b, newSheet(r, cut)); err != nil {
		return err
	}
	_, err = b.WriteTo(w)
	return err
}

// sheet is what the page shows.
type sheet struct {
	Title, About string
	Cut          Cut
	Lead         string // id of the structure that is recommended; empty where it is too early for that
	Style        template.CSS
	Hero         *leaf  // the verdict; nil if the document has none
	Asked        []leaf // what the document puts before the verdict; on the page it comes right after it
	Bars         []bar
	Parts        []leaf
}

// Contents reports whether the page is long enough for a table of contents.
func (s *sheet) Contents() bool { return s.Cut == Full && len(s.Parts) > 3 }

// Listed are the parts that the table of contents names: all that have a title.
func (s *sheet) Listed() []leaf { return append(slices.Clone(s.Asked), s.Parts...) }

// BarsTold says what the bars mean.
func (s *sheet) BarsTold() string { return barsTold }

// leaf is a section of the page.
type leaf struct {
	ID     string
	Title  string
	Narrow bool // of short lines: set in two columns where there is room
	Blocks []slab
}

// slab is a block of the page: of Kind para, point, head, list, table, matrix or figure.
type slab struct {
	Kind    string
	Text    string
	Entries []line
	Caption string
	Told    bool // the heading says already what the caption says
	Head    []string
	Rows    [][]string
	Drawing template.HTML
}

// line is an entry of a list.
type line struct {
	Text  string
	Notes []string
	Link  string
	Blank bool // to be filled in by hand
}

func newSheet(r Report, cut Cut) *sheet {
	d := r.document(cut)
	s := &sheet{Title: d.title, About: d.about, Cut: cut, Style: styles()}
	if !cut.Known() {
		s.Cut = Full
	}
	if !r.Advice.TooEarly() {
		s.Lead = r.Advice.Recommendation.String()
	}
	for i, part := range d.sections {
		l := leaf{ID: fmt.Sprintf("part-%d", i+1), Title: part.title, Narrow: part.narrow}
		for j, b := range part.blocks {
			follows := j+1 < len(part.blocks) && len(part.blocks[j+1].list) > 0
			l.Blocks = append(l.Blocks, newSlab(part.title, b, follows))
		}
		if s.Hero == nil && part.title == "" && part.blocks[0].strong {
			s.Hero = &l
			s.Asked, s.Parts = s.Parts, nil
			continue
		}
		s.Parts = append(s.Parts, l)
	}
	if s.Hero != nil && r.drawsBars(cut) {
		s.Bars = bars(r)
	}
	return s
}

// longestHead is how long in bytes words before a list may be to stand as its heading.
const longestHead = 60

func newSlab(title string, b block, follows bool) slab {
	switch {
	case b.para != "" && b.strong:
		return slab{Kind: "point", Text: b.para}
	case b.para != "" && title != "" && follows && len(b.para) <= longestHead && strings.HasSuffix(b.para, ":"):
		return slab{Kind: "head", Text: b.para}
	case b.para != "":
		return slab{Kind: "para", Text: b.para}
	case len(b.list) > 0:
		s := slab{Kind: "list"}
		for _, it := range b.list {
			l := line{Text: it.text, Notes: it.notes, Blank: it.blank}
			if linkable(it.link) {
				l.Link = it.link
			}
			s.Entries = append(s.Entries, l)
		}
		return s
	case b.figure != nil:
		// Our own writers made it, and they escape every text in it.
		return slab{Kind: "figure", Caption: b.figure.title, Told: b.figure.title == title, Drawing: template.HTML(b.figure.svg)}
	case b.letters:
		return slab{Kind: "matrix", Caption: title, Head: b.table[0], Rows: b.table[1:]}
	}
	return slab{Kind: "table", Caption: title, Head: b.table[0], Rows: b.table[1:]}
}

// letterClass is the look of a letter of the matrix: each has its own shape and weight,
// so that colour is never needed to tell them apart.
func letterClass(cell string) string {
	switch model.Letter(strings.TrimSuffix(cell, "*")) {
	case model.LetterA:
		return "la"
	case model.LetterAR:
		return "lar"
	case model.LetterR:
		return "lr"
	case model.LetterC:
		return "lc"
	}
	return "li"
}

// styles is the style of the page with the colours of the structures.
func styles() template.CSS {
	var b strings.Builder
	b.WriteString(htmlStyle)
	for _, s := range model.Structures() {
		fmt.Fprintf(&b, ".s-%s { --tint: %s }\n", s, tints()[s].web)
	}
	return template.CSS(b.String())
}
