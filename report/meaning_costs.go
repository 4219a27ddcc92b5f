package report

import (
	"remit/model"
)

// What a published figure means for a budget: base pay is not what somebody costs, a price
// by the day is none by the month, and a fee hangs on the days.

// How long somebody is there who comes for a limited time, for a price by the day.
const (
	daysAMonth              = 20
	leastMonths, mostMonths = 3, 9
	wide                    = 4 // from how many times the low end a fee says little by itself
)

// inAll is a figure with what an employer pays besides: of base pay so much more, of any
// other what it is, nil of nil.
func inAll(c *model.Cost) *model.Cost {
	if c == nil || c.Payment != model.BasePay {
		return c
	}
	all := *c
	all.Payment, all.Low, all.High = model.AllIn, thousands(c.Low*leastInAll/100), thousands(c.High*mostInAll/100)
	return &all
}

// limited reports whether a figure is the price by the day of somebody who comes for a
// limited time.
func limited(c *model.Cost) bool { return c.Per == model.Day && c.Engagement == model.Interim }

// forTheTime is what such a figure comes to from the first day to the last.
func forTheTime(c *model.Cost) yearly {
	return yearly{thousands(c.Low * daysAMonth * leastMonths), thousands(c.High * daysAMonth * mostMonths), c.Currency}
}

// thousands rounds to the nearest thousand.
func thousands(n int) int { return (n + 500) / 1000 * 1000 }

// meaning says what a figure comes to for whoever has to pay it; "" where it speaks for
// itself.
func (r Report) meaning(c *model.Cost) string {
	switch {
	case c.Payment == model.BasePay:
		return "with what an employer pays besides, about " + priceRange(inAll(c))
	case limited(c):
		return "at 20 days a month for three to nine months that comes to " + forTheTime(c).String()
	case c.Payment == model.Fee && c.High >= wide*c.Low:
		return "it hangs on the days: settle first how many you need"
	}
	return ""
}
