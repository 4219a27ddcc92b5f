package report

import (
	"slices"
	"strings"

	"remit/model"
)

// The five structures and no change, side by side: what each is good at, what goes wrong
// with it, what it takes and what its seats cost here.

// options puts the five and "no change" side by side.
func options(r Report) []block {
	t := table("Option", "Good at", "Main risk", "What it takes and costs")
	t.records = true
	for i, rank := range r.Advice.Ranking {
		row := []string{r.Framework.Structure(rank.Structure).Title + ": " + r.stands(i), "", "", ""}
		if o := r.option(rank.Structure); o != nil {
			if o.Tradeoff != nil {
				row[1], row[2], row[3] = o.Tradeoff.Gains, o.Tradeoff.Risk, o.Tradeoff.Takes
			}
			row[3] = joinedBy(row[3], " ", strings.Join(r.seatCosts(o.Costs), " "))
		}
		t.row(row...)
	}
	if today := r.today(); today != "" {
		t.row("No change: "+today+", "+r.todayStands(), "Nobody has to be found.", "What does not fit today goes on.", "A day on which to look again. No new cost.")
	}
	return []block{t, para("What is ruled out stands last, whatever its points: it may not be recommended.")}
}

// option is what is known of a structure for this company; nil if nothing is.
func (r Report) option(s model.Structure) *model.Contender {
	at := slices.IndexFunc(r.Follows.Options, func(o model.Contender) bool { return o.Structure == s })
	if at < 0 {
		return nil
	}
	return &r.Follows.Options[at]
}

// optionGrounds says what the comparison rests on, and what each option means.
func optionGrounds(r Report) block {
	var items []item
	for _, rank := range r.Advice.Ranking {
		if o := r.option(rank.Structure); o != nil && o.Tradeoff != nil {
			s := r.Framework.Structure(rank.Structure)
			items = append(items, entry(s.Title, s.Means, founded(o.Tradeoff.Strength)+" "+cited(o.Tradeoff.Sources)))
		}
	}
	return list(items...)
}

// stands says how the structure at a place of the ranking stands to the first.
func (r Report) stands(place int) string {
	rank, first := r.Advice.Ranking[place], r.Advice.Ranking[0]
	switch {
	case rank.Excluded:
		return "ruled out"
	case place > 0:
		return pointsOf(first.Points-rank.Points) + " behind"
	}
	if words := r.Framework.Recommended(&r.Advice); words != r.Framework.Structure(rank.Structure).Title {
		return "recommended, as: " + lowered(words)
	}
	return "recommended"
}

// seatCosts tells what the published figures for each seat span, or that somebody
// is paid for it today.
func (r Report) seatCosts(costs []model.Cost) []string {
	costs = r.here(costs)
	var lines, told []string
	for _, c := range costs {
		if slices.Contains(told, c.Role) {
			continue
		}
		told = append(told, c.Role)
		if p := r.posted(c.Role); p != nil && r.chart().filled(*p) == filledToday {
			lines = append(lines, r.roleShort(c.Role)+": "+paidToday+".")
			continue
		}
		lines = append(lines, r.roleShort(c.Role)+": "+spanTold(r.span(costs, c.Role))+".")
	}
	return lines
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
