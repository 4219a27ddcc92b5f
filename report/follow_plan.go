package report

import (
	"fmt"
	"strings"

	"remit/model"
)

// plan lists what to do by day, then how to get from today's leader to the advice.
func plan(r Report) []block {
	if !r.follows() {
		return nil
	}
	var items []item
	for _, p := range r.Follows.Practices {
		items = append(items, entry(fmt.Sprintf("%s: %s. %s", byDay(p.Day), p.Title, p.Do),
			"Seen to by "+p.Who, p.Because, cited(p.Sources)))
	}
	blocks := []block{list(items...)}
	if r.WhatIf != nil && r.WhatIf.Way != nil {
		way := r.WhatIf.Way
		blocks = append(blocks, para("From today's leader to this: "+sentence(way.Title)), para(way.Stays), list(steps(way)...))
	}
	return blocks
}

func byDay(day int) string {
	if day == 0 {
		return "Before anybody starts"
	}
	return fmt.Sprintf("By day %d", day)
}

func steps(way *model.Transition) []item {
	var items []item
	for _, s := range way.Steps {
		keep := ""
		if s.Keep != "" {
			keep = "To keep: " + s.Keep
		}
		items = append(items, entry(s.Do, "Decided by "+s.Who, keep))
	}
	return items
}

// frictions lists the signs that leaders do not get on.
func frictions(r Report) block {
	if !r.follows() {
		return block{}
	}
	var items []item
	for _, s := range r.Follows.Symptoms {
		items = append(items, entry(s.Sign, "What to do: "+s.Do, cited(s.Sources)))
	}
	return list(items...)
}

// occasions lists the events after which to look again.
func occasions(r Report) block {
	if !r.follows() {
		return block{}
	}
	var items []item
	for _, t := range r.Follows.Triggers {
		items = append(items, entry(t.Event, t.Look, cited(t.Sources)))
	}
	return list(items...)
}

// legal lists questions for a lawyer or a supervisor.
func legal(r Report) []block {
	if !r.follows() || len(r.Follows.LegalPoints) == 0 {
		return nil
	}
	var items []item
	for _, l := range r.Follows.LegalPoints {
		items = append(items, entry(l.Ask, l.Because, cited(l.Sources)))
	}
	return []block{para("These are questions to put to a lawyer or a supervisor, not answers."), list(items...)}
}

// costs are published ranges, each with country and year; they are not converted.
func costs(r Report) []block {
	if !r.follows() || len(r.Follows.Costs)+len(r.Own) == 0 {
		return nil
	}
	t := table("Seat", "What", "Range", "Where and when", "Founded")
	t.records = true
	ownCosts(r, &t)
	for _, c := range r.Follows.Costs {
		if !inCountry(c, r.Country) {
			continue
		}
		what := c.What
		if c.Engagement != "" {
			what = r.Framework.EngagementTerm(c.Engagement).Title + ", " + what
		}
		t.row(r.roleShort(c.Role), what, priceRange(&c), c.Country+", "+c.Published+" "+cited(c.Sources), founded(c.Strength))
	}
	blocks := []block{para("Published figures as they stand, not converted and not adjusted. Put your own beside them."), t}
	if len(t.table) == 1 {
		blocks = []block{para("There is no published figure from " + r.Country + " for these seats.")}
	}
	if compared := r.compared(); len(compared) > 0 {
		blocks = append(blocks, para("Your figures beside full-time:"), list(entries(compared)...),
			para("That 60 to 70 percent is the place to compare is our own reading of published pay; no study gives a point."))
	}
	return blocks
}

// inCountry reports whether a figure is from a country, whole or in part; every figure
// is if none is named.
func inCountry(c model.Cost, country string) bool {
	return country == "" || strings.Contains(strings.ToLower(c.Country), strings.ToLower(country))
}

// priceRange writes "USD 2,500 to 8,000 a month".
func priceRange(c *model.Cost) string {
	amount := model.Thousands(c.Low)
	if c.High != c.Low {
		amount += " to " + model.Thousands(c.High)
	}
	per := "a " + string(c.Per)
	if c.Per == model.PerUser {
		per = "for each user and month"
	} else if c.Per == model.Hour {
		per = "an hour"
	}
	return strings.TrimSpace(strings.Join([]string{c.Currency, amount, per}, " "))
}
