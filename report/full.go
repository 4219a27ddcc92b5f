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
	d.add("When to look again", occasions(r))
	if r.awaited() {
		d.add("What is not known", append(unknown(r), unsettled(r)...)...)
	}
	d.add("The decision", record()...)
	annexes(r, &d)
	return d
}

// annexes follow the main part: each can be reached by its title.
func annexes(r Report, d *document) {
	main := len(d.sections)
	for _, s := range charters(r) {
		d.add("Annex A. "+s.title, s.blocks...)
	}
	d.add("Annex B. Why each post is there", postReasons(r)...)
	d.add("Annex B. Why who answers for what", raciReasons(r)...)
	d.add("Annex B. Who else is told after", toldAfter(r))
	d.add("Annex B. Why each step of the plan is in it", planReasons(r))
	d.add("Annex B. Signs that it does not work", frictions(r))
	d.add("Annex B. Questions for a lawyer", legal(r)...)
	d.add("Annex C. Why not one of the others", whyNot(r))
	d.add("Annex C. Why the risks are there", riskReasons(r))
	for _, rank := range r.Advice.Ranking {
		d.add("Annex C. Every reason: "+r.Framework.Structure(rank.Structure).Title, allReasons(r, rank.Structure)...)
	}
	d.add("Annex D. Published cases that resemble it", cases(r)...)
	d.add("Annex D. Where the sources disagree", dissents(r))
	d.add("Annex E. What the company said", answers(r))
	d.add("Annex E. Notes", noted(r))
	d.add("Annex F. Sources", sourceList(r.Framework, d.citing(r.Framework)))
	d.add("Annex F. How this was worked out", workings(r))
	guide := document{}
	guide.add("What the annexes hold", list(entries(grouping(d.sections[main:]))...))
	d.sections = slices.Insert(d.sections, main, guide.sections...)
}

// grouping names the annexes, each with what it holds: "A. Charters: CIO; CTO".
func grouping(annexes []section) []string {
	var lines []string
	last := ""
	for _, s := range annexes {
		letter, title, _ := strings.Cut(strings.TrimPrefix(s.title, "Annex "), ". ")
		if letter == last {
			lines[len(lines)-1] += "; " + lowered(title)
			continue
		}
		last = letter
		lines = append(lines, letter+". "+title)
	}
	return lines
}

// decision says what a board is asked to decide.
func decision(r Report) []block {
	return []block{point(motion(r)), para("Decide with it who answers for what, by when the plan starts, and what would make you look again.")}
}

// options puts the five and "no change" side by side.
func options(r Report) []block {
	t := table("Option", "How it stands", "Points", "What it means")
	t.records = true
	for i, rank := range r.Advice.Ranking {
		s := r.Framework.Structure(rank.Structure)
		how := ""
		switch {
		case rank.Excluded:
			how = "ruled out"
		case i == 0:
			how = "recommended"
			if words := r.Framework.Recommended(&r.Advice); words != s.Title {
				how += ", as: " + lowered(words)
			}
		default:
			how = fmt.Sprintf("%d behind", r.Advice.Ranking[0].Points-rank.Points)
		}
		t.row(s.Title, how, fmt.Sprint(rank.Points), s.Means)
	}
	if today := r.today(); today != "" {
		t.row("No change: "+today, r.todayStands(), "", "Nobody moves, nothing is announced, and what does not fit today goes on.")
	}
	return []block{t, para("What is ruled out stands last, whatever its points: it may not be recommended.")}
}

// incumbent is the question who leads technology today.
const incumbent = "incumbent"

// today names who leads today; "" if nobody said.
func (r Report) today() string {
	a := r.Advice.Answers[incumbent]
	q := r.Framework.Question(incumbent)
	if q == nil || a.Kind != model.Option || q.Option(a.Option) == nil {
		return ""
	}
	return q.Option(a.Option).Label
}

// todayStands says how today's way compares.
func (r Report) todayStands() string {
	if r.WhatIf != nil && r.WhatIf.Way != nil && r.WhatIf.Way.Stays != "" {
		return "this is the advice"
	}
	var names []string
	for _, x := range r.Advice.Misfits {
		if rule := r.Framework.Rule(x.Rule); x.Title != "" && rule != nil && len(rule.For) > 0 {
			names = append(names, lowered(x.Title))
		}
	}
	if len(names) > 0 {
		return "does not fit: " + strings.Join(names, "; ")
	}
	return "not the advice"
}

// sensitivity says what would turn the advice, how it goes as the company grows, and
// draws the map.
func sensitivity(r Report) []block {
	blocks := turns(r.Framework, &r.Advice, r.Turns, nil)
	w := r.WhatIf
	if w == nil {
		return blocks
	}
	if path := w.path(); path != "" {
		blocks = append(blocks, para("As the company grows: "+path))
	}
	if len(w.Map.Cells) > 0 {
		blocks = append(blocks, mapFigure(r.Framework, w.Map))
	}
	return blocks
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
		entry("Decided, and by whom:"), entry("On which day:"), entry("What was decided otherwise than advised, and why:"),
		entry("Who sees to the plan:"), entry("When it is looked at again:"))}
}
