package report

import (
	"slices"
	"strings"

	"remit/model"
)

// What the seats cost: published figures, and what is paid today already.

// costs are published ranges, each with country and year; they are not converted.
func costs(r Report) []block {
	if !r.follows() || len(r.Book.Costs)+len(r.Own) == 0 {
		return nil
	}
	blocks := []block{list(entries(slices.Concat(r.paidToday(), r.unpaid()))...)}
	if said := r.seatTaken(); said != "" {
		blocks = append(blocks, para(said))
	}
	t := table("Seat", "What", "Range", "Where and when", "Founded on")
	t.records = true
	ownCosts(r, &t)
	published := r.here(r.newCosts())
	for _, c := range published {
		what := c.What
		if c.Engagement != "" {
			what = r.Framework.EngagementTerm(c.Engagement).Title + ", " + what
		}
		if c.Note != "" {
			what += ". " + c.Note
		}
		t.row(r.roleShort(c.Role), what, priceRange(&c), c.Country+", "+c.Published+" "+cited(c.Sources), FoundedPrice(&c))
	}
	switch {
	case len(published) > 0 && len(r.Own) > 0:
		blocks = append(blocks, para("Your own figures first. The published ones stand as they are, not converted and not adjusted."), t)
	case len(published) > 0:
		blocks = append(blocks, para("Published figures as they stand, not converted and not adjusted. Put your own beside them."), t)
	case len(r.Own) > 0:
		blocks = append(blocks, para("Your own figures:"), t)
	case r.Country != "" && len(r.newCosts()) > 0:
		blocks = append(blocks, para("There is no published figure from "+r.Country+" for these seats."))
	case len(r.paidToday()) == 0:
		blocks = append(blocks, para(noFigure))
	}
	if compared := r.compared(); len(compared) > 0 {
		blocks = append(blocks, para("Part-time beside full-time:"), list(entries(compared)...),
			para("That 60 to 70 percent is the place to compare is our own reading of published pay; no study gives a point."))
	}
	return blocks
}

const (
	noFigure  = "No published range fits a company like yours."
	paidToday = "paid today; no new cost"

	keptByFounder = "kept by the founder beside other work; no new cost"
)

// paidFor is what is said of a seat that somebody fills today: no new cost, but for the
// deputies that one head for both needs.
func (r Report) paidFor(p model.Post) string {
	switch {
	case p.Leads && r.foundersOwn():
		return keptByFounder
	case p.Leads && r.Advice.Recommendation == model.Hybrid:
		return "paid today; new is what the two deputies cost, where you have none"
	}
	return paidToday
}

// foundersOwn reports whether the founder is to go on leading.
func (r Report) foundersOwn() bool { return r.Advice.Engagement.Then == string(model.Founder) }

// noNewCost reports whether somebody holds a post today who keeps it.
func (r Report) noNewCost(p model.Post) bool {
	return r.chart().filled(p) == filledToday || p.Leads && r.foundersOwn()
}

// paidNow says what a seat costs that somebody fills today. A head for both sides needs two
// deputies, and nobody said that they are there.
func (r Report) paidNow() string {
	var assumed []string
	for _, p := range r.Follows.Posts {
		if p.Deputy != "" && p.State != model.PostKept {
			assumed = append(assumed, p.Deputy)
		}
	}
	if r.Advice.Recommendation != model.Hybrid || len(assumed) == 0 {
		return paidToday
	}
	return "paid today; count the cost of a deputy for " + strings.Join(assumed, " and one for ") + ", unless you have them"
}

// paidToday names the seats that somebody fills today.
func (r Report) paidToday() []string {
	var seats []string
	for _, p := range r.Follows.Posts {
		if (p.Leads || p.Contract) && r.chart().filled(p) == filledToday {
			seats = append(seats, r.roleShort(p.Role)+": "+r.paidNow()+".")
		}
	}
	return seats
}

// unpaid names what is taken on beside another post; nil if nothing is.
func (r Report) unpaid() []string {
	var names []string
	for _, p := range r.Follows.Posts {
		if p.Duty {
			names = append(names, r.roleShort(p.Role))
		}
	}
	if len(names) == 0 {
		return nil
	}
	return []string{strings.Join(names, ", ") + ": beside another job; count hours, not a salary."}
}

// newCosts are the published costs of what is not paid for today, and of the permanent
// leader for whom somebody holds the chair.
func (r Report) newCosts() []model.Cost {
	return slices.DeleteFunc(slices.Concat(r.Follows.Costs, r.permanentCosts()), func(c model.Cost) bool {
		p := r.posted(c.Role)
		return p != nil && r.noNewCost(*p)
	})
}

// here are those of the costs that are from the country of the report.
func (r Report) here(costs []model.Cost) []model.Cost {
	return slices.DeleteFunc(slices.Clone(costs), func(c model.Cost) bool { return !inCountry(c, r.Country) })
}

// FoundedPrice says what a published price rests on.
func FoundedPrice(c *model.Cost) string {
	switch {
	case c.Strength == model.Strong:
		return "survey or payroll data"
	case len(c.Sources) > 1:
		return "several pages of the trade"
	case c.Strength == model.Medium:
		return "one page of the trade"
	}
	return "one seller's figure"
}

// NewCosts are the published costs that a report tells: those of seats that nobody is
// paid for today, and from its country. PaidToday names the others.
func NewCosts(r Report) []model.Cost { return r.here(r.newCosts()) }

// NoCosts says that nothing published fits the company; "" where something does, somebody
// is paid already, or the playbook has no costs.
func NoCosts(r Report) string {
	if len(r.Book.Costs) == 0 || len(NewCosts(r))+len(r.paidToday()) > 0 {
		return ""
	}
	return noFigure
}

// PaidToday names the seats that somebody fills today, one sentence each.
func PaidToday(r Report) []string { return r.paidToday() }

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
