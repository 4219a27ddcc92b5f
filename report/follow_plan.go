package report

import (
	"fmt"

	"remit/model"
)

// plan lists what to do by day, then how to get from today's leader to the advice.
func plan(r Report) []block {
	return r.planned(func(p model.Practice) item {
		text := p.Title + ". " + p.Do
		if p.Day > 0 {
			text = r.byDay(p.Day) + ": " + text
		}
		return entry(text, "Seen to by "+r.who(p.Who), p.Because, cited(p.Sources))
	})
}

// planShort is the plan without its reasons.
func planShort(r Report) []block {
	return r.planned(func(p model.Practice) item {
		return entry(r.step(p)+": "+p.Title, p.Do)
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

// planned lists the steps under the part of the first year in which they fall, so that one
// sees at once what comes first.
func (r Report) planned(told func(model.Practice) item) []block {
	if !r.follows() {
		return nil
	}
	blocks := []block{para("Days count from the decision; a new leader's from the first day.")}
	var items []item
	for i, p := range r.Follows.Practices {
		items = append(items, told(p))
		if i+1 == len(r.Follows.Practices) || r.phase(r.Follows.Practices[i+1].Day) != r.phase(p.Day) {
			blocks = append(blocks, para(r.phase(p.Day)+":"), list(items...))
			items = nil
		}
	}
	if r.WhatIf != nil && r.WhatIf.Way != nil {
		way := r.WhatIf.Way
		blocks = append(blocks, para("From today's leader to this: "+sentence(way.Title)), para(way.Stays), list(r.steps(way)...), para(cited(way.Sources)))
	}
	return blocks
}

// phase names the part of the first year in which a day lies.
func (r Report) phase(day int) string {
	switch {
	case day == 0:
		return r.byDay(0)
	case day <= 30:
		return "The first 30 days"
	case day <= 60:
		return "Days 31 to 60"
	case day <= 90:
		return "Days 61 to 90"
	}
	return "After the first 90 days"
}

// step says by when a step is to be done and who sees to it; the heading above tells what
// comes before the first day.
func (r Report) step(p model.Practice) string {
	if p.Day == 0 {
		return capital(r.who(p.Who))
	}
	return r.byDay(p.Day) + ", " + r.who(p.Who)
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
