package report

import (
	"fmt"
	"slices"
	"strings"

	"remit/model"
)

// full composes the report that a board can decide on. Its main part holds what has to
// be read for that; what proves it, and what each seat is for, stands in annexes. A reader
// in a hurry can stop after any section.
func full(r Report) document {
	d := headed(r)
	if r.Advice.TooEarly() || !r.follows() {
		return compose(r)
	}
	d.add("The decision asked for", decision(r)...)
	d.add("", verdict(r)...)
	title, reasons := mainReasons(r)
	d.add(title, reasons)
	d.add("The options, compared", options(r)...)
	d.add("What would change the advice", sensitivity(r)...)
	d.add("Who reports to whom", chartBlocks(r)...)
	d.add("Before and after", moves(r)...)
	d.add("Who answers for what", raciShort(r)...)
	d.add("The plan", planShort(r)...)
	d.add("What it costs", costs(r)...)
	d.add("What does not fit together", findings(r, r.Advice.Misfits))
	d.add("Risks, and what guards against them", guards(r))
	d.add("How success shows after a year", success(r)...)
	d.add("When to look again", append([]block{occasions(r)}, growth(r)...)...)
	if r.awaited() {
		d.add("What is not known", append(unknown(r), unsettled(r)...)...)
	}
	d.add("The decision", record()...)
	annexes(r, &d)
	return d
}

// annexGuide is the title of the section that stands before the annexes.
const annexGuide = "What the annexes hold"

// annexes follow the main part: each can be reached by its title.
func annexes(r Report, d *document) {
	main := len(d.sections)
	for _, s := range charters(r) {
		d.addNarrow("Annex A. "+s.title, s.blocks...)
	}
	d.add("Annex B. Why each post is there", postReasons(r)...)
	d.add("Annex B. Why who answers for what", raciReasons(r)...)
	d.add("Annex B. Who else is told after", toldAfter(r))
	d.add("Annex B. Why each step of the plan is in it", planReasons(r))
	d.add("Annex B. Signs that it does not work", frictions(r))
	d.add("Annex B. Questions for a lawyer", legal(r)...)
	d.add("Annex C. Why not one of the others", whyNot(r))
	d.add("Annex C. What the options mean, and what comparing them rests on", optionGrounds(r))
	d.add("Annex C. Why the risks are there", riskReasons(r))
	d.add("Annex C. Every reason, with its points", everyReason(r)...)
	d.add("Annex D. Published cases that resemble it", cases(r)...)
	d.add("Annex D. Where the sources disagree", dissents(r))
	d.add("Annex E. What the company said", answers(r))
	d.add("Annex E. Notes", noted(r))
	d.addNarrow("Annex F. Sources", sourceList(r.Framework, d.citing(r.Framework)))
	d.addNarrow("Annex F. How this was worked out", workings(r))
	guide := document{}
	guide.add(annexGuide, list(entries(grouping(d.sections[main:]))...))
	d.sections = slices.Insert(d.sections, main, guide.sections...)
}

// grouping names the annexes, each with what it holds: "A. Charters: CIO; CTO".
func grouping(annexes []section) []string {
	var lines []string
	last := ""
	for _, s := range annexes {
		letter, title := s.annex()
		if letter == last {
			lines[len(lines)-1] += "; " + lowered(title)
			continue
		}
		last = letter
		lines = append(lines, letter+". "+title)
	}
	return lines
}

// annex gives the letter of the annex that a section belongs to, "" for the main part, and
// its title without it.
func (s section) annex() (letter, title string) {
	rest, ok := strings.CutPrefix(s.title, "Annex ")
	if letter, title, cut := strings.Cut(rest, ". "); ok && cut {
		return letter, title
	}
	return "", s.title
}

// annexName says in a few words what an annex holds, for a table of contents.
func annexName(letter string) string {
	name := map[string]string{"A": "Charters", "B": "Why it is so", "C": "All reasons", "D": "Cases and dissent",
		"E": "What the company said", "F": "Sources and method"}[letter]
	return joinedBy("Annex "+letter, ". ", name)
}

// decision says what a board is asked to decide.
func decision(r Report) []block {
	return []block{point(motion(r)), para(r.formOpen()), para("Decide with it who answers for what, by when the plan starts, and what would make you look again.")}
}

// sensitivity says what would turn the advice, how it goes as the company grows, and
// draws the map.
func sensitivity(r Report) []block {
	blocks := turns(r.Framework, &r.Advice, r.Turns, nil)
	w := r.WhatIf
	if w == nil {
		return blocks
	}
	if s, ok := w.Map.uniform(); ok { // a drawing of one colour shows less than a sentence says
		return append(blocks, para(fmt.Sprintf("Whatever the answers to %s and %s, as long as the others stay: %s.",
			small(r.Framework, w.Map.X.Question), small(r.Framework, w.Map.Y.Question), r.Framework.Structure(s).Title)))
	}
	if path := w.path(); path != "" {
		blocks = append(blocks, para("As the company grows: "+path))
	}
	if len(w.Map.Cells) > 0 {
		blocks = append(blocks, mapFigure(r.Framework, w.Map))
	}
	return blocks
}

// uniform reports whether the map has one structure all over, and which.
func (m *Map) uniform() (model.Structure, bool) {
	all := slices.Concat(m.Cells...)
	if len(all) == 0 {
		return 0, false
	}
	return all[0], !slices.ContainsFunc(all, func(s model.Structure) bool { return s != all[0] })
}

// mapFigure is the phase map as a figure of a document.
func mapFigure(f *model.Framework, m Map) block {
	var svg strings.Builder
	_ = MapSVG(&svg, f, m) // a builder takes everything
	draw := func(width int, ascii bool) []string {
		t := begin(document{}, TextOptions{Width: width, ASCII: ascii})
		t.b.Reset()
		t.phaseMap(f, &m)
		return strings.Split(strings.TrimRight(t.b.String(), "\n"), "\n")
	}
	return block{figure: &figure{title: "Which structure where", text: draw, svg: svg.String(), phase: &m}}
}

// cases are published ones, to be held against the advice.
func cases(r Report) []block {
	if r.WhatIf == nil || len(r.WhatIf.Near) == 0 {
		return nil
	}
	var items []item
	for i := range r.WhatIf.Near {
		items = append(items, r.WhatIf.neighbour(&r.WhatIf.Near[i]))
	}
	return []block{para("They prove nothing: the advice rests on the rules. What an organisation had may have been the wrong thing for it."), list(items...)}
}

// record leaves room for what people decide; it is theirs to fill in.
func record() []block {
	return []block{para("To be filled in by those who decide."), list(
		blank("Decided, and by whom:"), blank("On which day:"), blank("What was decided otherwise than advised, and why:"),
		blank("Who sees to the plan:"), blank("When it is looked at again:"))}
}
