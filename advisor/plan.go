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
func planned(d *model.Deliverables, way *model.Transition, how model.Engagement) []model.PlanStep {
	var plan []model.PlanStep
	covered := map[string]bool{}
	for _, s := range way.Steps {
		plan = append(plan, onTheWay(way, &s, d.Practices))
		for _, id := range s.Covers {
			covered[id] = true
		}
	}
	for _, p := range d.Practices {
		if !covered[p.ID] {
			plan = append(plan, model.PlanStep{Clock: p.Clock, Day: p.Day, Title: p.Title, Do: p.Do, Who: p.Who,
				Because: p.Because, Strength: p.Strength, Practice: p.ID, Sources: p.Sources})
		}
	}
	if len(model.Arriving(d.Posts, how)) == 0 {
		atOnce(plan, len(way.Steps))
	}
	slices.SortStableFunc(plan, func(a, b model.PlanStep) int {
		return cmp.Or(cmp.Compare(a.Clock, b.Clock), cmp.Compare(a.Day, b.Day)) // by their names the decision comes first
	})
	return plan
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
