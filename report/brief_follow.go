package report

import (
	"fmt"
	"slices"
	"strings"

	"remit/model"
)

// What a page for a board tells of what follows from the advice. It has to stay one
// page, so the lists are short.
const (
	toldSteps = 3
	toldCosts = 1 // for each seat
	toldRisks = 3
	toldLaw   = 2
)

// motion is the decision as a sentence to vote on.
func motion(r Report) string {
	f, a := r.Framework, &r.Advice
	parts := []string{lowered(f.Recommended(a))}
	if term := f.EngagementTerm(model.Engagement(a.Engagement.Then)); term.Verdict == "" {
		if parts[0] = f.Recommended(a); term.ID != "" {
			parts = append(parts, term.Title)
		}
		if then := a.Reporting.Then; then != "" {
			parts = append(parts, f.ReportingTerm(model.Reporting(then)).Title)
		}
	}
	text := "We decide on " + strings.Join(parts, ", ") + "."
	if r.follows() && r.planner() != "" {
		text += " " + capital(r.planner()) + " owns the plan and reports on it after 90 days."
	}
	return "To vote on: “" + text + "”"
}

// begins is the first step, and the next ones with their days where there is a plan.
func begins(r Report) []block {
	blocks := []block{para(r.Framework.FirstStep(&r.Advice))}
	if !r.follows() {
		return blocks
	}
	var items []item
	for _, p := range r.Follows.Practices[:min(toldSteps, len(r.Follows.Practices))] {
		items = append(items, entry(fmt.Sprintf("%s: %s (%s)", r.byDay(p.Day), p.Title, r.who(p.Who))))
	}
	return append(blocks, list(items...))
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
			lines = []string{paidToday}
		case len(lines) == 0 && len(r.Book.Costs) > 0:
			lines = []string{noFigure}
		}
		items = append(items, entry(text, lines...))
	}
	return []block{list(items...), para(r.firstYear())}
}

// firstYear is what the new seats come to in a year by published pay, as a range; ""
// unless every one of them has a figure, and all in one currency.
func (r Report) firstYear() string {
	low, high, currency, seats, besides := 0, 0, "", 0, ""
	for _, p := range r.Follows.Posts {
		if !p.Leads || r.chart().filled(p) == filledToday {
			continue
		}
		of := foundedBest(r, p.Role)
		if len(of) == 0 || of[0].Per != model.Year && of[0].Per != model.Month || currency != "" && of[0].Currency != currency {
			return ""
		}
		times := 1
		if of[0].Per == model.Month {
			times = 12
		}
		if seats += times; !p.Contract {
			besides = "the search and what an employer pays besides"
			if r.Advice.Recommendation == model.Hybrid {
				besides = "the two deputies, " + besides
			}
		}
		low, high, currency = low+times*of[0].Low, high+times*of[0].High, of[0].Currency
	}
	switch {
	case low == high:
		return ""
	case seats == 1:
		return "On top of that in the first year: " + besides + "."
	}
	return "In the first year, by these figures: " + joinedBy(spanOf(currency, low, high), ", and on top of that ", besides) + "."
}

// ranges are published prices for a seat, the best founded ones.
func ranges(r Report, role string) []string {
	of := foundedBest(r, role)
	var lines []string
	for _, c := range of[:min(toldCosts, len(of))] {
		lines = append(lines, fmt.Sprintf("%s, %s (%s, %s)", publishedRange(&c), c.What, c.Country, c.Published))
	}
	return lines
}

// foundedBest gives the published costs of a role, the best founded first.
func foundedBest(r Report, role string) []model.Cost {
	of := slices.DeleteFunc(slices.Clone(r.Follows.Costs), func(c model.Cost) bool { return c.Role != role || !inCountry(c, r.Country) })
	slices.SortStableFunc(of, func(a, b model.Cost) int { return weight(b.Strength) - weight(a.Strength) })
	return of
}

func weight(s model.Strength) int {
	return slices.Index([]model.Strength{model.Weak, model.Medium, model.Strong}, s)
}
