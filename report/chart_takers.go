package report

import (
	"slices"

	"remit/model"
)

// Who leads today may take a seat that is new: whoever holds a job of another shape need
// not go because the shape changes. Which seat it is, is for people to settle, so a chart
// names the chance and never the person.

// taker names who of today may take a new seat that leads; "" if nobody may. Whoever comes
// for a limited time, and an adviser, comes from outside.
func (c *Chart) taker(p model.Post) string {
	const founder, cto, cio, both, hybrid = "founder", "cto", "cio", "both", "hybrid"
	role := c.Book.Role(p.Role)
	if p.State != model.PostNew || !p.Leads || role == nil || role.Level == model.Outside || c.Advice.Engagement.Then == string(model.Interim) {
		return ""
	}
	today := c.Advice.Answers[model.Incumbent].Option
	switch {
	case today == founder:
		return "the founder"
	case p.Contract:
		return ""
	case today == hybrid:
		return "the present head"
	case today == both:
		return "one of the present two"
	case p.Role == hybrid && (today == cto || today == cio):
		return "the present " + c.short(today)
	}
	return ""
}

func (c *Chart) short(role string) string {
	if r := c.Book.Role(role); r != nil {
		return model.Clean(r.Short)
	}
	return model.Clean(role)
}

// stays names who of those whose post is dropped may take a new seat; "" if nobody may.
func (c *Chart) stays() string {
	if !c.leaderGoes() {
		return ""
	}
	for _, p := range c.Posts {
		if who := c.taker(p); who != "" {
			return who
		}
	}
	return ""
}

// leaderGoes reports whether a post that leads today is dropped.
func (c *Chart) leaderGoes() bool {
	return slices.ContainsFunc(c.Dropped, func(id string) bool {
		r := c.Book.Role(id)
		return r != nil && r.Leads
	})
}

// stayPaid reports whether a new seat costs nothing new if whoever may take it does: that
// person is on the payroll today. What a founder draws nobody said.
func (r Report) stayPaid(p model.Post) bool {
	const founder = "founder"
	return r.chart().taker(p) != "" && r.Advice.Answers[model.Incumbent].Option != founder
}

// open are the new seats of which somebody on the payroll may take one.
func (r Report) open() []model.Post {
	return slices.DeleteFunc(slices.Clone(r.Follows.Posts), func(p model.Post) bool { return !r.stayPaid(p) })
}

// seatTaken says what a seat costs that somebody of today may take; "" if there is none.
func (r Report) seatTaken() string {
	switch seats := r.open(); len(seats) {
	case 0:
		return ""
	case 1:
		return "The seat is paid today if " + r.chart().taker(seats[0]) + " takes it; the figures are for somebody new."
	default:
		return "One of the two seats is paid today if " + r.chart().taker(seats[0]) + " takes it; only the other is counted as new."
	}
}

// ifTaken says beside the price of a seat that somebody of today may take it.
func (r Report) ifTaken(role string) string {
	if p := r.posted(role); p != nil && r.stayPaid(*p) {
		return "; paid today if " + r.chart().taker(*p) + " takes it"
	}
	return ""
}
