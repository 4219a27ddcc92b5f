package report

import (
	"fmt"
	"slices"

	"remit/model"
)

// What a company pays, or was quoted, beside the published figures. From part-time pay
// a full-time post comes into view where part-time reaches 60 to 70 percent of what
// full-time costs in all. All of it is ranges: published pay is, and so is what an
// employer pays on top.

// What an employer pays in all for each hundred of base pay, and from where on part-time
// is near that, in percent of it.
const (
	leastInAll, mostInAll    = 130, 160
	nearFullTime, atFullTime = 60, 70
)

// ownCosts are the rows of the company's own figures.
func ownCosts(r Report, t *block) {
	for i := range r.Own {
		c := &r.Own[i]
		t.row(r.roleShort(c.Role), r.ownTold(c), priceRange(c), "", "")
	}
}

// forNow reports whether one of the company's own figures was given for this report alone:
// no session keeps it.
func (r Report) forNow(c *model.Cost) bool {
	return r.Session == nil || !slices.ContainsFunc(r.Session.OwnCosts(), func(kept model.Cost) bool {
		return kept.Role == c.Role && kept.Per == c.Per && kept.Low == c.Low && kept.High == c.High && kept.Currency == c.Currency
	})
}

// ownTold says whose figure it is, and whether it was given for this report alone.
func (r Report) ownTold(c *model.Cost) string {
	if r.forNow(c) {
		return ownFigure + ", given for this document alone"
	}
	return ownFigure
}

// ownPriced gives the company's own figure of what a seat comes to in a year; nil if there
// is none.
func (r Report) ownPriced(role string) *model.Cost {
	for i := range r.Own {
		c := &r.Own[i]
		permanent := c.Per == model.Year && r.after() != "" // a year is more than whoever holds the chair is there
		if c.Role == role && timesAYear(c.Per) > 0 && !permanent {
			return c
		}
	}
	return nil
}

// Compared says how part-time stands to full-time, as the report does. It reads the
// figures, the country, the advice, the playbook and what follows, if that is there.
func Compared(r Report) []string { return r.compared() }

// compared says for each own figure how it stands to full-time, and the same for the
// published fees of a seat for which there is none.
func (r Report) compared() []string {
	var said []string
	if r.Book == nil {
		return nil
	}
	for i := range r.Own {
		if c := &r.Own[i]; c.Per != model.Year && r.mayBeFullTime(c.Role) {
			said = append(said, r.compare(c))
		}
	}
	if r.Follows == nil {
		return said
	}
	if r.noSeat() {
		return said
	}
	for _, p := range r.Follows.Posts {
		if p.Leads && !slices.ContainsFunc(r.Own, func(c model.Cost) bool { return c.Role == p.Role }) {
			if text := r.compareFees(p.Role); text != "" {
				said = append(said, text)
			}
		}
	}
	return said
}

// noSeat reports whether the company has said that it can pay no full-time executive.
func (r Report) noSeat() bool {
	const seats = "seats"
	return r.Advice.Answers[seats] == model.Count(0)
}

// compare holds a part-time figure against full-time: the company's own figure for it,
// or else published pay.
func (r Report) compare(c *model.Cost) string {
	who := r.roleShort(c.Role)
	fee, ok := inAYear(c)
	if !ok {
		return fmt.Sprintf("%s: a price by the %s says nothing of a year. Give it by the month to see from where full-time is worth a look.", who, c.Per)
	}
	said := who + ": " + fee.String() + " a year. "
	seat := r.fullTimeSeat(c.Role)
	full, from := r.fullTime(seat, c.Currency)
	if c.Currency != "" && full.currency != "" && c.Currency != full.currency {
		return said + "Your own figure for full-time is in " + full.currency + "; they cannot be compared, because nothing is converted here. Give both in one currency."
	}
	if full.high == 0 {
		return said + "There is no figure for full-time to hold it against; give your own for a full-time " + r.roleShort(seat) + ", by the year."
	}
	return said + full.compared(from) + r.beside("Your figure", fee, full) + readAs(c.Currency, full.currency)
}

// compareFees holds the published fees for a seat against published full-time pay; ""
// where there are not both, in one currency.
func (r Report) compareFees(role string) string {
	var fees yearly
	for _, c := range r.here(r.newCosts()) {
		if fee, ok := inAYear(&c); ok && c.Role == role && c.Payment == model.Fee {
			fees.take(fee)
		}
	}
	full, from := r.fullTime(r.fullTimeSeat(role), fees.currency)
	if fees.high == 0 || full.high == 0 || fees.currency != full.currency {
		return ""
	}
	return fmt.Sprintf("%s: %s a year by published fees. ", r.roleShort(role), fees) + full.compared(from) + r.beside("Such a fee", fees, full)
}

// yearly is what somebody costs a year.
type yearly struct {
	low, high int
	currency  string
}

func (y yearly) String() string { return spanOf(y.currency, y.low, y.high) }

// take widens y by another figure, if it is in the same currency; y of no figure takes any.
func (y *yearly) take(other yearly) {
	switch {
	case y.high == 0 && (y.currency == "" || y.currency == other.currency):
		*y = other
	case y.currency == other.currency:
		y.low, y.high = min(y.low, other.low), max(y.high, other.high)
	}
}

// inAYear is what a price comes to in a year; ok is false for one that does not say.
func inAYear(c *model.Cost) (y yearly, ok bool) {
	times := timesAYear(c.Per)
	return yearly{c.Low * times, c.High * times, c.Currency}, times > 0
}

// near is where part-time comes near y.
func (y yearly) near() yearly {
	return yearly{y.low * nearFullTime / 100, y.high * atFullTime / 100, y.currency}
}

// compared says what full-time costs, and from where on to compare.
func (y yearly) compared(from string) string {
	return fmt.Sprintf("Full-time costs %s a year in all (%s). From 60 to 70 percent of that on, %s a year, compare both. ", y, from, y.near())
}

// beside says where a fee stands to the place to compare. Quotes are worth the asking only
// where a full-time seat could be paid.
func (r Report) beside(what string, fee, full yearly) string {
	near := full.near()
	var said string
	switch {
	case fee.high < near.low:
		return what + " is below that: part-time costs less."
	case fee.low > near.high:
		said = " is above that: full-time may cost no more."
	case fee.low < near.low || fee.high > near.high:
		said = " is partly within that: full-time may be worth its price."
	default:
		said = " is within that: full-time may be worth its price."
	}
	if r.noSeat() {
		return what + said
	}
	return what + said + " Get a quote for both."
}

// readAs says which currency was assumed where only one of two figures names one.
func readAs(part, full string) string {
	switch {
	case part == "" && full != "":
		return " Your figure names no currency and was read as " + full + "."
	case part != "" && full == "":
		return " Your figure for full-time names no currency and was read as " + part + "."
	}
	return ""
}

const ownFigure = "your own figure"

// fullTime gives what a full-time seat costs a year, all in, and where that is from. A
// figure of the company's own goes first, whatever its currency. Of published figures
// those count that tell base pay or all that an employer pays, in the wanted currency,
// or in the first that is known if none is wanted; what total pay leaves to be paid on
// top no source says.
func (r Report) fullTime(seat, wanted string) (full yearly, from string) {
	if c := r.ownFullTime(seat, wanted); c != nil {
		return yearly{c.Low, c.High, c.Currency}, ownFigure
	}
	full.currency = wanted
	for _, c := range r.published(seat) {
		switch c.Payment {
		case model.BasePay:
			full.take(yearly{c.Low * leastInAll / 100, c.High * mostInAll / 100, c.Currency})
		case model.AllIn:
			full.take(yearly{c.Low, c.High, c.Currency})
		}
	}
	return full, "published base pay of a " + r.roleShort(seat) + ", and 30 to 60 percent on top for what an employer pays besides"
}

// ownFullTime is the company's own figure for a seat by the year: of several the one in
// the wanted currency, else one that names none, else any. It is nil if there is none.
func (r Report) ownFullTime(seat, wanted string) *model.Cost {
	var best *model.Cost
	for i := range r.Own {
		c := &r.Own[i]
		switch {
		case c.Role != seat || c.Per != model.Year:
		case c.Currency == wanted:
			return c
		case best == nil || c.Currency == "" && best.Currency != "":
			best = c
		}
	}
	return best
}

// published is pay for a full-time seat by the year, in the countries of the report and
// from companies like this one.
func (r Report) published(seat string) []model.Cost {
	in := r.Advice.Situation()
	return slices.DeleteFunc(slices.Clone(r.Book.Costs), func(c model.Cost) bool {
		return c.Role != seat || c.Engagement != model.FullTime || c.Per != model.Year || !inCountry(c, r.Country) || !(model.Fit{When: c.When}).Holds(in)
	})
}

// fullTimeSeat is the seat that a part-time one could become: a virtual CIO a CIO, any
// other itself.
func (r Report) fullTimeSeat(role string) string {
	const cio = "cio"
	if x := r.Book.Role(role); x != nil && x.Leads && x.Level == model.Outside && r.Book.Role(cio) != nil {
		return cio
	}
	return role
}

// mayBeFullTime reports whether a role could be a post: a provider could not.
func (r Report) mayBeFullTime(role string) bool {
	x := r.Book.Role(role)
	return x != nil && (x.Leads || x.Level != model.Outside)
}

// timesAYear is how often a price is paid in a year; 0 for one by the hour or day, which
// does not say.
func timesAYear(p model.Period) int {
	switch p {
	case model.Year:
		return 1
	case model.Month:
		return 12
	}
	return 0
}

func money(currency string, n int) string { return joinedBy(currency, " ", model.Thousands(n)) }

func spanOf(currency string, low, high int) string {
	if low == high {
		return money(currency, low)
	}
	return money(currency, low) + " to " + model.Thousands(high)
}
