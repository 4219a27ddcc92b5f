package report

import (
	"fmt"
	"strings"

	"remit/model"
)

// full composes the report that a board can decide on: the decision asked for, the
// advice with its proof, what follows from it, what is not known, who disagrees. A
// reader in a hurry can stop after any section.
func full(r Report) document {
	d := headed(r)
	if r.Advice.TooEarly() || !r.follows() {
		return compose(r)
	}
	d.add("The decision asked for", decision(r)...)
	d.add("", verdict(r)...)
	d.add(mainReasons(r))
	d.add("What the company said", answers(r))
	d.add("Notes", noted(r))
	d.add("The options, compared", options(r)...)
	d.add("What would change the advice", sensitivity(r)...)
	d.add("Who reports to whom", posted(r)...)
	d.add("Who answers for what", raci(r)...)
	d.sections = append(d.sections, charters(r)...)
	d.add("What does not fit together", findings(r, r.Advice.Misfits))
	d.add("Risks, and what guards against them", findings(r, r.Advice.Warnings))
	d.add("The plan", plan(r)...)
	d.add("Signs that it does not work", frictions(r))
	d.add("What it costs", costs(r)...)
	d.add("When to look again", occasions(r))
	d.add("Questions for a lawyer", legal(r)...)
	d.add("What is not known", unknown(r)...)
	d.add("Why not one of the others", whyNot(r))
	for _, rank := range r.Advice.Ranking {
		d.add("Every reason: "+r.Framework.Structure(rank.Structure).Title, allReasons(r, rank.Structure)...)
	}
	d.add("Published cases that resemble it", cases(r)...)
	d.add("Where the sources disagree", dissents(r))
	d.add("The decision", record()...)
	d.add("Sources", sources(r))
	d.add("How this was worked out", workings(r))
	return d
}

// decision says what a board is asked to decide.
func decision(r Report) []block {
	a := &r.Advice
	text := "Decide who leads technology: " + r.Framework.Structure(a.Recommendation).Title
	if then := a.Engagement.Then; then != "" {
		text += ", " + r.Framework.EngagementTerm(model.Engagement(then)).Title
	}
	return []block{point(text + "."), para("Decide with it who answers for what, by when the plan starts, and what would make you look again.")}
}

// options puts the five and "no change" side by side.
func options(r Report) []block {
	t := table("Option", "Points", "What it means", "How it stands")
	for i, rank := range r.Advice.Ranking {
		s := r.Framework.Structure(rank.Structure)
		how := ""
		switch {
		case rank.Excluded:
			how = "ruled out"
		case i == 0:
			how = "recommended"
		default:
			how = fmt.Sprintf("%d behind", r.Advice.Ranking[0].Points-rank.Points)
		}
		t.row(s.Title, fmt.Sprint(rank.Points), s.Means, how)
	}
	if today := r.today(); today != "" {
		t.row("No change: "+today, "", "Nobody moves, nothing is announced, and what does not fit today goes on.", r.todayStands())
	}
	return []block{t, para("What is ruled out stands last, whatever its points: it may not be recommended.")}
}

// today names who leads today; "" if nobody said.
func (r Report) today() string {
	const incumbent = "incumbent"
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
	if n := len(r.Advice.Misfits); n == 1 {
		return "1 thing does not fit"
	} else if n > 1 {
		return fmt.Sprintf("%d things do not fit", n)
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
	draw := func(ascii bool) []string {
		t := begin(document{}, TextOptions{Width: 100, ASCII: ascii})
		t.b.Reset()
		t.phaseMap(f, &m)
		return strings.Split(strings.TrimRight(t.b.String(), "\n"), "\n")
	}
	return block{figure: &figure{title: "Which structure where", lines: draw(false), plain: draw(true), svg: svg.String(), phase: &m}}
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
