package report

import (
	"fmt"
	"slices"
	"strings"

	"remit/model"
)

// Several figures are published for a seat. Where one line has room for one, it is what
// they span: the same wherever it is told, and never the one that suits.

// span is what the published figures for a seat come to in a year: fees or else base pay,
// or else whatever there is, of the currency of the first. Its words, country and year
// are those of all of them. It is nil where nothing is published.
func (r Report) span(costs []model.Cost, role string) *model.Cost {
	of := slices.DeleteFunc(r.here(costs), func(c model.Cost) bool { return c.Role != role })
	for _, payment := range []model.Payment{model.Fee, model.BasePay, model.AllIn, model.TotalPay} {
		if c := r.spanPaid(of, role, payment, ""); c != nil {
			return c
		}
	}
	if len(of) == 0 {
		return nil
	}
	best := slices.MaxFunc(of, func(a, b model.Cost) int { return weight(a.Strength) - weight(b.Strength) })
	return &best
}

// spanPaid is what the published figures of one kind for a seat come to in a year, in a
// currency or else in that of the first; nil where there are none. If all are those of
// another role for want of better, its words say of which.
func (r Report) spanPaid(costs []model.Cost, role string, payment model.Payment, currency string) *model.Cost {
	year := yearly{currency: currency}
	var countries, years, whose []string
	for _, c := range r.here(costs) {
		paid, ok := inAYear(&c)
		if !ok || c.Role != role || c.Payment != payment || year.currency != "" && c.Currency != year.currency {
			continue
		}
		year.take(paid)
		countries, years, whose = appendWidest(countries, c.Country), appendNew(years, c.Published), appendNew(whose, c.Proxy)
	}
	if year.high == 0 {
		return nil
	}
	what := map[model.Payment]string{model.Fee: "published fees", model.BasePay: "published base pay", model.AllIn: "all that an employer pays",
		model.TotalPay: "published total pay"}[payment]
	if len(whose) == 1 && whose[0] != "" {
		what += " of a " + r.roleShort(whose[0])
	}
	return &model.Cost{Role: role, What: what, Payment: payment, Low: year.low, High: year.high, Currency: year.currency,
		Per: model.Year, Country: strings.Join(countries, "; "), Published: strings.Join(years, ", ")}
}

func appendNew(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// appendWidest adds a country or several, and drops what others hold already.
func appendWidest(list []string, country string) []string {
	if slices.ContainsFunc(list, func(s string) bool { return inCountry(model.Cost{Country: s}, country) }) {
		return list
	}
	return append(slices.DeleteFunc(list, func(s string) bool { return inCountry(model.Cost{Country: country}, s) }), country)
}

// spanTold tells what span gives.
func spanTold(c *model.Cost) string {
	return fmt.Sprintf("%s, %s (%s, %s)", priceRange(c), c.What, c.Country, c.Published)
}
