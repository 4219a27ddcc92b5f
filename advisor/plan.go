package advisor

import (
	"cmp"
	"slices"

	"remit/model"
)

// The plan is one list. What the playbook advises and the way from today's leader are
// written apart, because they depend on different things; nobody should have to read them
// apart and find out what comes first.

// planned merges the practices of an advice with the way there. A step of the way stands
// before a practice of the same day: whoever is there hears of it before anybody else.
// The practices of d get the days of the plan and their order, so that the two lists never
// name two days for one thing.
func planned(d *model.Deliverables, way *model.Transition, how model.Engagement) []model.PlanStep {
	var plan []model.PlanStep
	standsFor := map[string]int{} // by practice: the place in the plan
	for i := range way.Steps {
		for _, id := range way.Steps[i].Covers {
			standsFor[id] = i
		}
		plan = append(plan, onTheWay(way, &way.Steps[i], d.Practices))
	}
	for _, p := range d.Practices {
		if _, covered := standsFor[p.ID]; !covered {
			standsFor[p.ID] = len(plan)
			plan = append(plan, model.PlanStep{Clock: p.Clock, Day: p.Day, Title: p.Title, Do: p.Do, Who: p.Who,
				Because: p.Because, Strength: p.Strength, Practice: p.ID, Sources: p.Sources})
		}
	}
	if len(model.Arriving(d.Posts, how)) == 0 {
		atOnce(plan, len(way.Steps))
	}
	for i := range d.Practices {
		p := &d.Practices[i]
		step := &plan[standsFor[p.ID]]
		p.Clock, p.Day = step.Clock, step.Day
	}
	slices.SortStableFunc(plan, func(a, b model.PlanStep) int { return due(a.Clock, a.Day, b.Clock, b.Day) })
	slices.SortStableFunc(d.Practices, func(a, b model.Practice) int { return due(a.Clock, a.Day, b.Clock, b.Day) })
	return plan
}

// due orders two days of the two clocks: what counts from the decision is due first.
func due(clock model.Clock, day int, other model.Clock, otherDay int) int {
	if clock != other {
		if clock == model.FromDecision {
			return -1
		}
		return 1
	}
	return cmp.Compare(day, otherDay)
}

// atOnce lets all steps count from the decision. Those of the way, which come first, stay
// in their order.
func atOnce(plan []model.PlanStep, ofWay int) {
	for i := range plan {
		plan[i].Clock = model.FromDecision
		if i > 0 && i < ofWay {
			plan[i].Day = max(plan[i].Day, plan[i-1].Day)
		}
	}
}

// onTheWay is a step of the way with what the practices say that it covers.
func onTheWay(way *model.Transition, s *model.Step, practices []model.Practice) model.PlanStep {
	step := model.PlanStep{Clock: s.Clock, Day: s.Day, Title: s.Title, Do: s.Do, Who: s.Who, Keep: s.Keep, Way: way.ID, Sources: way.Sources}
	for _, p := range practices {
		if !slices.Contains(s.Covers, p.ID) {
			continue
		}
		if step.Practice == "" {
			step.Practice, step.Because, step.Strength = p.ID, p.Because, p.Strength
		}
		step.Sources = union(step.Sources, p.Sources)
	}
	return step
}
