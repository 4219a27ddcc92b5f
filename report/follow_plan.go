package report

import (
	"fmt"
	"strings"

	"remit/model"
)

// plan lists what to do by day: what the playbook advises and the way from today's leader.
func plan(r Report) []block {
	return r.planned(func(s *model.PlanStep) item {
		return entry(byDay(s.Clock, s.Day)+": "+s.Title+". "+s.Do, "Seen to by "+r.who(s.Who), toKeep(s), s.Because, cited(s.Sources))
	})
}

// planShort is the plan without its reasons.
func planShort(r Report) []block {
	return r.planned(func(s *model.PlanStep) item {
		return entry(byDay(s.Clock, s.Day)+", "+r.who(s.Who)+": "+s.Title, s.Do)
	})
}

func toKeep(s *model.PlanStep) string {
	if s.Keep == "" {
		return ""
	}
	return "To keep: " + s.Keep
}

// planReasons say of the steps of the plan why they are in it and what must not be lost, and
// what the way from today's leader rests on.
func planReasons(r Report) block {
	var items []item
	for i := range r.Follows.Plan {
		if s := &r.Follows.Plan[i]; s.Because != "" || s.Keep != "" {
			items = append(items, entry(joinedBy(s.Title, ": ", s.Because), toKeep(s), cited(s.Sources)))
		}
	}
	if way := r.way(); way != nil {
		items = append(items, entry("The steps from today's leader: "+sentence(way.Title), cited(way.Sources)))
	}
	return list(items...)
}

// planned lists the steps, first those that count from the decision, under the part of the
// first year in which they fall, so that one sees at once what comes first.
func (r Report) planned(told func(*model.PlanStep) item) []block {
	if !r.follows() {
		return nil
	}
	blocks := []block{para(PlanClocks(r))}
	if way := r.way(); way != nil {
		blocks = append(blocks, para(joinedBy("From today's leader to this: "+sentence(way.Title), " ", way.Stays)))
	}
	blocks = append(blocks, para(r.managerToday()))
	var items []item
	steps := r.Follows.Plan
	for i := range steps {
		items = append(items, told(&steps[i]))
		head := r.part(&steps[i])
		if i+1 == len(steps) || r.part(&steps[i+1]) != head {
			blocks = append(blocks, para(head+":"), list(items...))
			items = nil
		}
	}
	return blocks
}

// way is the way from today's leader, nil if it is unknown.
func (r Report) way() *model.Transition {
	if r.WhatIf == nil {
		return nil
	}
	return r.WhatIf.Way
}

// managerToday says which box of the chart the manager of today has, where the plan speaks
// of one: the title may change with the advice, the person does not. It is "" where no
// manager leads.
func (r Report) managerToday() string {
	const manager = "manager"
	if r.Advice.Answers[model.Incumbent].Option != manager {
		return ""
	}
	for _, p := range r.Follows.Posts {
		if role := r.Book.Role(p.Role); p.State == model.PostKept && role != nil && role.Level == model.Management {
			return "Your present IT manager is the “" + r.roleTitle(p.Role) + "” of the chart."
		}
	}
	return ""
}

// part names the part of the year in which the day of a step lies, with the clock where
// two run.
func (r Report) part(s *model.PlanStep) string {
	if len(r.arriving()) == 0 {
		return capital(phase(s.Day))
	}
	return PlanClock(s.Clock) + ", " + phase(s.Day)
}

func phase(day int) string {
	switch {
	case day <= 30:
		return "the first 30 days"
	case day <= 60:
		return "days 31 to 60"
	case day <= 90:
		return "days 61 to 90"
	}
	return "after the first 90 days"
}

// byDay says by when a step is to be done where its clock is told already.
func byDay(clock model.Clock, day int) string {
	switch {
	case day > 1 || day == 1 && clock == model.FromDecision:
		return fmt.Sprintf("By day %d", day)
	case clock == model.FromStart:
		return "On the first day"
	}
	return "At once"
}

// ByDay says by when a step is to be done where its clock is told beside it.
func ByDay(s *model.PlanStep) string { return byDay(s.Clock, s.Day) }

// dueBy says by when something is to be done, with its clock.
func dueBy(clock model.Clock, day int) string {
	switch when := byDay(clock, day); {
	case day == 0 && clock != model.FromStart:
		return when
	case clock == model.FromStart:
		return when + " in office"
	default:
		return when + " after the decision"
	}
}

// soon says by when a step is to be done where nothing is said of clocks: that the decision
// comes first goes without saying.
func soon(s *model.PlanStep) string {
	if s.Clock == model.FromDecision {
		return ByDay(s)
	}
	return dueBy(s.Clock, s.Day)
}

// PlanClocks says from when the days of a plan count.
func PlanClocks(r Report) string {
	names := r.arriving()
	start := "the first day in office of "
	switch len(names) {
	case 0:
		return "Days count from the decision."
	case 1:
	default:
		start = "the day on which both are in office, "
	}
	return "Two clocks run. What cannot wait counts from the decision; what needs whoever is still to come counts from " +
		start + strings.Join(names, " and ") + "."
}

// PlanClock names the day from which a clock counts.
func PlanClock(clock model.Clock) string {
	if clock == model.FromStart {
		return "From the first day in office"
	}
	return "From the decision"
}

// arriving names those who will lead and are still to come.
func (r Report) arriving() (names []string) {
	for _, p := range model.Arriving(r.Follows.Posts, model.Engagement(r.Advice.Engagement.Then)) {
		names = append(names, "the "+r.roleShort(p.Role))
	}
	return names
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
