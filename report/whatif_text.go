package report

import (
	"fmt"
	"io"
	"slices"
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
	for _, block := range r.changes() {
		t.block(block)
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
	return fmt.Sprintf("%s: %s (%s). %s", capital(FirstTold(r.Framework, &r.Advice)), s.Title, r.Advice.Standing, r.Advice.StandingWhy)
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
		told := fmt.Sprintf("It stands in all %s random %s", grouped(r.Draws), anew)
		if !r.Advice.Steady && !r.Advice.Ranking[1].Excluded {
			return []string{told + "; only the least favourable combination of weights turns it."}
		}
		return []string{told + "."}
	}
	var others []string
	for _, rank := range r.Advice.Ranking {
		if n := r.Stands[rank.Structure]; n > 0 && rank.Structure != r.Advice.Recommendation {
			others = append(others, fmt.Sprintf("%s in %s", f.Structure(rank.Structure).Title, grouped(n)))
		}
	}
	return []string{
		fmt.Sprintf("It stands in %s of %s random %s. In the others the advice is: %s.", grouped(stands), grouped(r.Draws), anew, strings.Join(others, ", ")),
		"That counts how much hangs on the exact weights. It is no probability of being right.",
	}
}

// changes words how to get to the other structures, the cheapest few ways to each,
// and names those to which there is none.
func (r *WhatIf) changes() []block {
	blocks := turns(r.Framework, &r.Advice, r.Turns, effort)
	var none []model.Structure
	for _, rank := range r.Advice.Ranking {
		reached := slices.ContainsFunc(r.Turns, func(t model.Turn) bool { return t.To == rank.Structure })
		if rank.Structure != r.Advice.Recommendation && !reached {
			none = append(none, rank.Structure)
		}
	}
	if len(none) > 0 {
		blocks = append(blocks, list(entry(fmt.Sprintf("To %s: no change of up to %d answers leads there.", titles(r.Framework, none), r.Most))))
	}
	return blocks
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
