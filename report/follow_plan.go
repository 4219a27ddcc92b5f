package report

import (
	"fmt"

	"remit/model"
)

// plan lists what to do by day, then how to get from today's leader to the advice.
func plan(r Report) []block {
	return r.planned(func(p model.Practice) item {
		return entry(fmt.Sprintf("%s: %s. %s", r.byDay(p.Day), p.Title, p.Do), "Seen to by "+r.who(p.Who), p.Because, cited(p.Sources))
	})
}

// planShort is the plan without its reasons.
func planShort(r Report) []block {
	return r.planned(func(p model.Practice) item {
		return entry(fmt.Sprintf("%s, %s: %s. %s", r.byDay(p.Day), r.who(p.Who), p.Title, p.Do))
	})
}

// planReasons say why each step of the plan is in it.
func planReasons(r Report) block {
	var items []item
	for _, p := range r.Follows.Practices {
		items = append(items, entry(p.Title+": "+p.Because, cited(p.Sources)))
	}
	return list(items...)
}

func (r Report) planned(told func(model.Practice) item) []block {
	if !r.follows() {
		return nil
	}
	var items []item
	for _, p := range r.Follows.Practices {
		items = append(items, told(p))
	}
	blocks := []block{list(items...)}
	if r.WhatIf != nil && r.WhatIf.Way != nil {
		way := r.WhatIf.Way
		blocks = append(blocks, para("From today's leader to this: "+sentence(way.Title)), para(way.Stays), list(r.steps(way)...), para(cited(way.Sources)))
	}
	return blocks
}

func byDay(day int) string {
	if day == 0 {
		return "Before anybody starts"
	}
	return fmt.Sprintf("By day %d", day)
}

func (r Report) steps(way *model.Transition) []item {
	var items []item
	for _, s := range way.Steps {
		keep := ""
		if s.Keep != "" {
			keep = "To keep: " + s.Keep
		}
		items = append(items, entry(s.Do, "Decided by "+r.who(s.Who), keep))
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
