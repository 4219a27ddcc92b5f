package report

import (
	"fmt"
	"io"
	"strings"

	"remit/model"
)

// WhatIfText writes what would change the advice, for people to read in a terminal
// or a pipe.
func WhatIfText(w io.Writer, r WhatIf, o TextOptions) error {
	t := begin(document{title: model.Clean(r.title())}, o)
	t.b.WriteByte('\n')
	t.lines("", "", model.Clean(r.verdict()), bold)

	t.heading("How steady it is")
	for _, line := range r.steady() {
		t.lines("", "", model.Clean(line), plain)
	}
	t.heading("What would change it")
	for _, rank := range r.Advice.Ranking {
		if rank.Structure != r.Advice.Recommendation {
			t.item(r.ways(rank.Structure))
		}
	}
	if path := r.path(); path != "" {
		t.heading(model.Clean("Along " + small(r.Framework, r.Along)))
		t.lines("", "", model.Clean(path), plain)
	}
	t.heading("The map")
	t.phaseMap(r.Framework, &r.Map)
	if r.Way != nil {
		t.heading("How to get there from today")
		t.transition(r.Framework, r.Way)
	}
	if len(r.Near) > 0 {
		t.heading("The nearest published cases")
		t.neighbours(&r)
	}
	_, err := t.b.WriteTo(w)
	return err
}

func (r *WhatIf) title() string {
	const subject = "What would change the advice"
	if r.Name == "" {
		return subject
	}
	return subject + " for " + r.Name
}

// verdict is the recommendation in one line.
func (r *WhatIf) verdict() string {
	if r.Advice.TooEarly() {
		return tooEarly + " " + r.Advice.StandingWhy
	}
	s := r.Framework.Structure(r.Advice.Recommendation)
	return fmt.Sprintf("Recommended: %s (%s). %s", s.Title, r.Advice.Standing, r.Advice.StandingWhy)
}

// steady says how much hangs on the exact points.
func (r *WhatIf) steady() []string {
	f := r.Framework
	if len(r.Advice.Reasons) == 0 {
		return []string{"No rule has anything to go by yet, so there is nothing to weigh."}
	}
	stands := r.Stands[r.Advice.Recommendation]
	const anew = "re-weightings in which every rule weighs up to a quarter more or less"
	if stands == r.Draws {
		return []string{fmt.Sprintf("It stands in all %s %s.", grouped(r.Draws), anew)}
	}
	var others []string
	for _, rank := range r.Advice.Ranking {
		if n := r.Stands[rank.Structure]; n > 0 && rank.Structure != r.Advice.Recommendation {
			others = append(others, fmt.Sprintf("%s in %s", f.Structure(rank.Structure).Title, grouped(n)))
		}
	}
	return []string{
		fmt.Sprintf("It stands in %s of %s %s. In the others the advice is: %s.", grouped(stands), grouped(r.Draws), anew, strings.Join(others, ", ")),
		"That counts how much hangs on the exact weights. It is no probability of being right.",
	}
}

// ways words how to get to another structure, the cheapest few first.
func (r *WhatIf) ways(to model.Structure) item {
	ways := r.turnsTo(to)
	lines := make([]string, 0, 2*toldFlips+1)
	for _, w := range ways[:min(toldFlips, len(ways))] {
		lines = append(lines, w.sentence(r.Framework), w.effort(r.Framework))
	}
	switch more := len(ways) - toldFlips; {
	case more == 1:
		lines = append(lines, "and in 1 more way; --format json has it")
	case more > 0:
		lines = append(lines, fmt.Sprintf("and in %s more ways; --format json has them", grouped(more)))
	}
	if len(ways) == 0 {
		lines = append(lines, fmt.Sprintf("no change of up to %d answers leads there", r.Most))
	}
	return entry(r.Framework.Structure(to).Title+":", lines...)
}

func (w *told) sentence(f *model.Framework) string {
	clauses := make([]string, len(w.steps))
	for i, s := range w.steps {
		values := []string{spanned(f, s.Question, s.Within)}
		if i == w.differs {
			for _, other := range w.others {
				values = append(values, said(f, s.Question, other))
			}
		}
		clauses[i] = fmt.Sprintf("%s were %s (%s)", small(f, s.Question), strings.Join(values, " or "), today(f, s.Change))
	}
	return "if " + strings.Join(clauses, " and ")
}

// today says what the answer is now.
func today(f *model.Framework, c model.Change) string {
	if c.From.Kind == model.Unanswered {
		return "no answer yet"
	}
	return "now " + now(f, c.Question, c.From)
}

// path tells how the recommendation goes along one question: "CTO only up to 299
// people, then CTO and CIO."
func (r *WhatIf) path() string {
	f := r.Framework
	if len(r.Path) == 0 {
		return ""
	}
	if len(r.Path) == 1 {
		return fmt.Sprintf("%s whatever the answer to %s, as long as the other answers stay.", f.Structure(r.Path[0].Structure).Title, small(f, r.Along))
	}
	parts := make([]string, len(r.Path))
	for i, s := range r.Path {
		parts[i] = f.Structure(s.Structure).Title
		if i < len(r.Path)-1 {
			parts[i] += " up to " + now(f, r.Along, s.High)
		}
		if s.Here {
			parts[i] += " (where you are)"
		}
	}
	return strings.Join(parts, ", then ") + "."
}
