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

// What somebody costs in all, and from where on part-time is near it, in percent of
// the pay and of that cost.
const (
	leastOnTop, mostOnTop    = 130, 160
	nearFullTime, atFullTime = 60, 70
)

// ownCosts are the rows of the company's own figures.
func ownCosts(r Report, t *block) {
	for i := range r.Own {
		c := &r.Own[i]
		t.row(r.roleShort(c.Role), "your own figure", priceRange(c), "", "")
	}
}

// compared says for each own figure how it stands to full-time.
func (r Report) compared() []string {
	var said []string
	if r.Book == nil {
		return nil
	}
	for i := range r.Own {
		if c := &r.Own[i]; c.Per != model.Year {
			said = append(said, r.compare(c))
		}
	}
	return said
}

// compare holds a part-time figure against full-time: the company's own figure for it,
// or else published pay.
func (r Report) compare(c *model.Cost) string {
	who := r.roleShort(c.Role)
	year, known := yearly(c)
	if !known {
		return fmt.Sprintf("%s: a price by the %s says nothing of a year. Give it by the month to see from where full-time is worth a look.", who, c.Per)
	}
	seat := r.fullTimeSeat(c.Role)
	low, high, currency, from := r.fullTime(seat, c.Currency)
	if c.Currency != "" && currency != "" && c.Currency != currency {
		return fmt.Sprintf("%s: %s a year. Your own figure for full-time is in %s; they cannot be compared, because nothing is converted here. Give both in one currency.",
			who, money(c.Currency, year), currency)
	}
	if high == 0 {
		return fmt.Sprintf("%s: %s a year. There is no figure for full-time to hold it against; give one, such as --cost %s=150000/year.", who, money(c.Currency, year), seat)
	}
	text := fmt.Sprintf("%s: %s a year. Full-time costs %s a year in all (%s). From 60 to 70 percent of that on, %s to %s a year, compare both. ",
		who, money(c.Currency, year), spanOf(currency, low, high), from, money(currency, low*nearFullTime/100), model.Thousands(high*atFullTime/100))
	switch {
	case year < low*nearFullTime/100:
		text += "Your figure is below that: part-time costs less."
	case year > high*atFullTime/100:
		text += "Your figure is above that: full-time may cost no more. Get a quote for both."
	default:
		text += "Your figure is within that: full-time may be worth its price. Get a quote for both."
	}
	return text + readAs(c.Currency, currency)
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
// figure of the company's own goes first, whatever its currency; published pay is taken
// in the wanted currency, or in the first that is known if none is wanted.
func (r Report) fullTime(seat, wanted string) (low, high int, currency, from string) {
	if c := r.ownFullTime(seat, wanted); c != nil {
		return c.Low, c.High, c.Currency, ownFigure
	}
	currency = wanted
	for _, c := range r.published(seat) {
		if currency == "" {
			currency = c.Currency
		}
		if c.Currency != currency {
			continue
		}
		if low == 0 || c.Low < low {
			low = c.Low
		}
		high = max(high, c.High)
	}
	return low * leastOnTop / 100, high * mostOnTop / 100, currency, "published pay of a " + r.roleShort(seat) + ", and 30 to 60 percent on top for what an employer pays besides"
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

// published is pay for a full-time seat by the year, in the countries of the report.
func (r Report) published(seat string) []model.Cost {
	return slices.DeleteFunc(slices.Clone(r.Book.Costs), func(c model.Cost) bool {
		return c.Role != seat || c.Engagement != model.FullTime || c.Per != model.Year || !inCountry(c, r.Country)
	})
}

// fullTimeSeat is the seat that a part-time one could become: a virtual CIO a CIO.
func (r Report) fullTimeSeat(role string) string {
	if len(r.published(role)) > 0 {
		return role
	}
	const cio = "cio"
	if r.Book.Role(cio) != nil {
		return cio
	}
	return role
}

// yearly is what a figure comes to in a year; a price by the hour or day does not say.
func yearly(c *model.Cost) (amount int, known bool) {
	switch c.Per {
	case model.Year:
		return c.Low, true
	case model.Month:
		return c.Low * 12, true
	}
	return 0, false
}

func money(currency string, n int) string { return joinedBy(currency, " ", model.Thousands(n)) }

func spanOf(currency string, low, high int) string {
	if low == high {
		return money(currency, low)
	}
	return money(currency, low) + " to " + model.Thousands(high)
}
