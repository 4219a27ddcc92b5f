package report

import (
	"fmt"
	"slices"

	"remit/model"
)

// What a page for a board tells of what follows from the advice. It has to stay one
// page, so the lists are short.
const (
	toldSteps = 3
	toldRisks = 3
	toldLaw   = 2
)

// motion is the decision as a sentence to vote on.
func motion(r Report) string {
	text := r.Framework.Motion(&r.Advice)
	if r.follows() && r.planner() != "" {
		text += " " + capital(r.planner()) + " owns the plan and reports on it after 90 days."
	}
	return r.votedOn() + " “" + text + "”"
}

// begins are the first steps of the plan with their days, or what the framework calls
// first where there is none.
func begins(r Report) []block {
	if !r.follows() || len(r.Follows.Plan) == 0 {
		return []block{para(r.Framework.FirstStep(&r.Advice))}
	}
	var items []item
	steps := r.Follows.Plan
	for i := range steps[:min(toldSteps, len(steps))] {
		items = append(items, entry(r.stepInBrief(&steps[i])))
	}
	return []block{list(items...)}
}

// stepInBrief is a step of the plan in a line.
func (r Report) stepInBrief(s *model.PlanStep) string {
	return fmt.Sprintf("%s: %s (%s)", soon(s), s.Title, r.who(s.Who))
}

// firstStep is the one thing to do first: that of the plan, or what the framework calls
// first where there is none. People who hold both pages must not find two.
func (r Report) firstStep() string {
	if !r.follows() || len(r.Follows.Plan) == 0 {
		return r.Framework.FirstStep(&r.Advice)
	}
	return r.stepInBrief(&r.Follows.Plan[0])
}

// seats lists who leads technology, below whom and for how much, then the money of the
// first year.
func seats(r Report) []block {
	if !r.follows() {
		return nil
	}
	c := r.chart()
	var items []item
	for _, p := range r.Follows.Posts {
		if !p.Leads {
			continue
		}
		text := c.title(p.Role)
		if note := c.note(p); note != "" {
			text += " (" + note + ")"
		}
		if p.Under != "" {
			text += ", under the " + r.roleShort(p.Under)
		}
		lines := ranges(r, p.Role)
		switch {
		case c.filled(p) == filledToday:
			lines = append(ownRange(r, p.Role), r.paidNow())
		case len(lines) == 0 && len(r.Book.Costs) > 0:
			lines = []string{noFigure}
		}
		if who := c.taker(p); who != "" && r.stayPaid(p) {
			lines = append(lines, "paid today if "+who+" takes it")
		}
		items = append(items, entry(text, lines...))
	}
	items = append(items, permanents(r)...)
	return []block{list(items...), para(r.firstYear())}
}

// priced is the company's own figure for a seat, or else what is published; nil if there
// is neither.
func (r Report) priced(role string) *model.Cost {
	if c := r.ownPriced(role); c != nil {
		return c
	}
	return inAll(r.span(r.Follows.Costs, role))
}

// besides names what a seat that somebody is hired for costs on top. Published total pay is
// without what an employer pays besides; a fee, and a figure of one's own, is all that it
// costs.
func (r Report) besides(c *model.Cost) string {
	text, joint := "the search and what an employer pays besides", ", "
	if c.ID == model.OwnCostID || c.Payment == model.Fee || c.Payment == model.AllIn {
		text, joint = "the search", " and "
	}
	counted := slices.ContainsFunc(r.Follows.Posts, func(p model.Post) bool { return p.Deputy != "" })
	if r.Advice.Recommendation == model.Hybrid && !counted {
		text = "the two deputies" + joint + text
	}
	return text
}

// ranges are prices for a seat: the company's own, then the published ones in a line,
// with what they come to.
func ranges(r Report, role string) []string {
	lines := ownRange(r, role)
	if c := r.span(r.Follows.Costs, role); c != nil {
		lines = append(lines, joinedBy(spanTold(c), "; ", r.meaning(c)))
	}
	return lines
}

// ownRange is the company's own figure for a seat; nil if there is none.
func ownRange(r Report, role string) []string {
	c := r.ownPriced(role)
	if c == nil {
		return nil
	}
	return []string{priceRange(c) + ", " + r.ownTold(c)}
}

func weight(s model.Strength) int {
	return slices.Index([]model.Strength{model.Weak, model.Medium, model.Strong}, s)
}
