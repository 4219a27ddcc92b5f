package report

import (
	"strings"

	"remit/model"
)

// What an advice costs in its first year, in one line: the seats that are new and what the
// plan needs beside them. A post without a figure is named, because a sum that leaves it
// out in silence reads as if it cost nothing.

// programme is who carries a great change: nobody has one before it begins.
const programme = "programme-director"

// bill is what is new in the first year.
type bill struct {
	sum     yearly
	whose   []string // the posts that the sum is of
	named   bool     // they are not only the seats that lead, so the sum says whose it is
	told    bool     // the sum is the price of one seat as the page tells it already
	besides string   // what somebody who is hired costs on top
	apart   []string // prices that no sum can take in
	lead    []string // seats that lead without a figure
	missing []string // other posts without one
	guessed []string // posts that are counted and may be there
}

// firstYear is what the new posts come to in a year by the company's own figures, or else
// by published ones; "" if nothing is new.
func (r Report) firstYear() string {
	b := r.billed()
	text, lacking := b.added(), b.missing
	if text != "" {
		lacking = append(b.lead, b.missing...)
	}
	if len(lacking) > 0 {
		text = joinedBy(text, "; ", "no published figure: "+strings.Join(lacking, ", "))
	}
	if text == "" {
		return ""
	}
	text = joinedBy(r.seatTaken(), " ", capital(text)+".")
	if len(b.guessed) > 0 {
		text += " Leave out whom you have already: " + strings.Join(b.guessed, ", ") + "."
	}
	return text
}

// added tells the sum with what cannot be added; "" if there is no figure.
func (b *bill) added() string {
	prices := b.apart
	switch {
	case len(b.whose) > 0 && b.named:
		prices = append([]string{b.sum.String() + " for " + strings.Join(b.whose, " and ")}, b.apart...)
	case len(b.whose) > 0:
		prices = append([]string{b.sum.String()}, b.apart...)
	}
	switch {
	case len(prices) == 0:
		return ""
	case len(prices) == 1 && b.told && b.besides != "":
		return "On top of that in the first year: " + b.besides
	}
	return joinedBy("In the first year, by these figures: "+strings.Join(prices, ", "), ", and on top of that ", b.besides)
}

// billed adds up what is new. Of two seats of which somebody of today takes one, one is.
func (r Report) billed() bill {
	var b bill
	var either yearly
	oneOfTwo := len(r.open()) > 1
	for _, p := range r.Follows.Posts {
		if !p.Leads || r.noNewCost(p) {
			continue
		}
		c := r.priced(p.Role)
		if c != nil && oneOfTwo && r.stayPaid(p) {
			if price, ok := inAYear(c); ok {
				either.take(price)
				b.hire(r, p, c)
				continue
			}
		}
		b.take(r, p, c)
	}
	if either.high > 0 {
		b.add(either, "one of the two seats")
	}
	for _, p := range r.Follows.Posts {
		if r.needed(p) {
			b.take(r, p, r.priced(p.Role))
		}
	}
	for _, p := range r.permanent() {
		if p.price.high == 0 {
			b.lead = append(b.lead, "the permanent "+r.roleShort(p.role))
			continue
		}
		b.apart = append(b.apart, "then "+p.price.String()+" a year for the permanent "+r.roleShort(p.role))
		b.besides = "the search and what an employer pays besides"
		if p.full {
			b.besides = "the search"
		}
	}
	return b
}

// take adds the price of a post.
func (b *bill) take(r Report, p model.Post, c *model.Cost) {
	if c != nil && !p.Leads && p.State == model.PostExpected {
		b.guessed = append(b.guessed, r.roleTitle(p.Role))
	}
	switch {
	case c == nil && p.Leads:
		b.lead = append(b.lead, r.roleTitle(p.Role))
	case c == nil:
		b.missing = append(b.missing, r.roleTitle(p.Role))
	case limited(c):
		b.apart = append(b.apart, forTheTime(c).String()+" for the interim "+r.roleShort(p.Role))
	case timesAYear(c.Per) == 0:
		b.apart = append(b.apart, priceRange(c)+" for "+r.Book.Role(p.Role).Named())
	default:
		price, _ := inAYear(c)
		b.add(price, r.Book.Role(p.Role).Named())
		b.told = len(b.whose) == 1 && p.Leads && c.Per == model.Year
		b.named = b.named || !p.Leads
		b.hire(r, p, c)
	}
}

// add takes a price into the sum, or beside it if it is in another currency.
func (b *bill) add(y yearly, who string) {
	if len(b.whose) > 0 && y.currency != b.sum.currency {
		b.apart = append(b.apart, y.String()+" for "+who)
		return
	}
	b.sum = yearly{b.sum.low + y.low, b.sum.high + y.high, y.currency}
	b.whose = append(b.whose, who)
}

// hire names what somebody who is hired costs besides.
func (b *bill) hire(r Report, p model.Post, c *model.Cost) {
	if p.Leads && !p.Contract && (b.besides == "" || c.ID != model.OwnCostID) {
		b.besides = r.besides(c)
	}
}

// needed reports whether the plan asks for a post that nobody said is there: one that a
// great change needs, a deputy, and whoever keeps things running where a leader goes and
// nobody leads full-time in that place.
func (r Report) needed(p model.Post) bool {
	role := r.Book.Role(p.Role)
	if role == nil || p.Leads || p.Duty || p.Contract || p.State == model.PostKept {
		return false
	}
	runs := role.Level == model.Management && r.takesSide(p.Role)
	return p.Role == programme || p.Deputy != "" || r.Advice.Recommendation == model.VCIO && runs && r.chart().leaderGoes()
}

// takesSide reports whether a role could decide one side of a leader's work.
func (r Report) takesSide(role string) bool {
	for _, head := range r.Book.Roles {
		for _, d := range head.Deputies {
			for _, id := range d.Roles {
				if id == role {
					return true
				}
			}
		}
	}
	return false
}

// standing is a permanent leader for whom somebody holds the chair.
type standing struct {
	role  string
	price yearly
	full  bool // the price is all that an employer pays
}

// permanentCosts are published for the permanent leader; nil where nobody holds the chair.
func (r Report) permanentCosts() []model.Cost {
	if o := r.option(r.Advice.Recommendation); o != nil && o.After != nil {
		return o.After.Costs
	}
	return nil
}

// permanent are the seats for which somebody holds the chair, with what they come to in a
// year by published figures, if there are any.
func (r Report) permanent() []standing {
	var list []standing
	if r.after() == "" {
		return nil
	}
	for _, p := range r.Follows.Posts {
		if !p.Leads {
			continue
		}
		s := standing{role: p.Role}
		c := r.ownFullTime(p.Role, "")
		if c == nil {
			c = inAll(r.span(r.permanentCosts(), p.Role))
		}
		if c != nil {
			if price, ok := inAYear(c); ok {
				s.price, s.full = price, c.Payment == model.AllIn || c.ID == model.OwnCostID
			}
		}
		list = append(list, s)
	}
	return list
}

// permanents list the permanent leaders with their price, below those who hold the chair.
func permanents(r Report) []item {
	var items []item
	for _, s := range r.permanent() {
		var lines []string
		if c := r.ownFullTime(s.role, ""); c != nil {
			lines = append(lines, priceRange(c)+", "+r.ownTold(c))
		}
		if c := r.span(r.permanentCosts(), s.role); c != nil {
			lines = append(lines, joinedBy(spanTold(c), "; ", r.meaning(c)))
		}
		if len(lines) == 0 {
			lines = []string{noFigure}
		}
		how := r.Framework.EngagementTerm(r.Advice.Engagement.Before).Title
		items = append(items, entry("Then, for good: "+r.roleTitle(s.role)+" (new, "+how+", searched for from today)", lines...))
	}
	return items
}
