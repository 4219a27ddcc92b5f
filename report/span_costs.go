package report

import (
	"cmp"
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
	for _, kind := range []struct {
		payment model.Payment
		what    string
	}{{model.Fee, "published fees"}, {model.BasePay, "published base pay"}, {model.AllIn, "all that an employer pays"}, {model.TotalPay, "published total pay"}} {
		var year yearly
		var countries, years []string
		for _, c := range of {
			times := timesAYear(c.Per)
			if c.Payment != kind.payment || times == 0 || year.high > 0 && c.Currency != year.currency {
				continue
			}
			year.take(c.Low*times, c.High*times, c.Currency)
			countries, years = appendNew(countries, c.Country), appendNew(years, c.Published)
		}
		if year.high > year.low {
			return &model.Cost{Role: role, What: kind.what, Payment: kind.payment, Low: year.low, High: year.high, Currency: year.currency,
				Per: model.Year, Country: strings.Join(countries, "; "), Published: strings.Join(years, ", ")}
		}
	}
	if len(of) == 0 {
		return nil
	}
	best := bestFounded(of)[0]
	return &best
}

func appendNew(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// spanTold tells what span gives.
func spanTold(c *model.Cost) string {
	return fmt.Sprintf("%s, %s (%s, %s)", publishedRange(c), c.What, c.Country, c.Published)
}

// bestFounded puts the best founded figures first, and ranges before means: one number
// alone looks surer than it is.
func bestFounded(costs []model.Cost) []model.Cost {
	of := slices.Clone(costs)
	slices.SortStableFunc(of, func(a, b model.Cost) int {
		single := func(c model.Cost) int {
			if c.Low == c.High {
				return 1
			}
			return 0
		}
		return cmp.Or(single(a)-single(b), weight(b.Strength)-weight(a.Strength))
	})
	return of
}
