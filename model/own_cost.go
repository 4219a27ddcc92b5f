package model

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// OwnCost is a figure of the company's own: what a seat costs it, or what it was quoted.
// There is one for a seat and a period.
type OwnCost struct {
	Role string `json:"role"`
	Per  Period `json:"per"` // one of OwnPeriods
	Amount
}

// OwnCostID marks a figure of the company's own among published ones.
const OwnCostID = "own"

// OwnPeriods lists what a figure of one's own can be paid for, the shortest first.
func OwnPeriods() []Period { return []Period{Hour, Day, Month, Year} }

// ParsePeriod reads a period in any case. Errors are *Error of KindUsage.
func ParsePeriod(said string) (Period, error) {
	p := Period(strings.ToLower(strings.TrimSpace(said)))
	if !slices.Contains(OwnPeriods(), p) {
		return "", &Error{Kind: KindUsage, What: "the period " + Quote(said) + " is unknown", Cure: "The period is hour, day, month or year, as in 3000/month."}
	}
	return p, nil
}

// Check is the error of a figure that nobody can have entered.
func (c OwnCost) Check() error {
	if !slices.Contains(OwnPeriods(), c.Per) {
		return fmt.Errorf("%s is no period of a figure; it is hour, day, month or year", Quote(string(c.Per)))
	}
	return c.Amount.Check()
}

// Event is the event that keeps the figure.
func (c OwnCost) Event() Event {
	return Event{Kind: EventPriced, Role: c.Role, Per: c.Per, Amount: &c.Amount}
}

// TakeBack is the event that takes the figure back.
func (c OwnCost) TakeBack() Event { return Event{Kind: EventPriced, Role: c.Role, Per: c.Per} }

// Cost is the figure as one of the costs that documents tell.
func (c OwnCost) Cost() Cost {
	return Cost{ID: OwnCostID, Role: c.Role, What: "your own figure", Low: c.Low, High: c.High, Currency: c.Currency, Per: c.Per}
}

// OwnCosts are the figures that the session keeps, as documents tell them.
func (s Session) OwnCosts() []Cost {
	var own []Cost
	for _, c := range s.Costs {
		own = append(own, c.Cost())
	}
	return own
}

// Priced gives figures with one more, which takes the place of the one for the same seat
// and period. They are in one order, whatever the order was in which they were said.
func Priced(costs []OwnCost, c OwnCost) []OwnCost {
	after := append(unpriced(costs, c.Role, c.Per), c)
	slices.SortFunc(after, func(a, b OwnCost) int {
		return cmp.Or(strings.Compare(a.Role, b.Role), slices.Index(OwnPeriods(), a.Per)-slices.Index(OwnPeriods(), b.Per))
	})
	return after
}

// unpriced gives figures without the one for a seat and a period.
func unpriced(costs []OwnCost, role string, per Period) []OwnCost {
	var after []OwnCost
	for _, c := range costs {
		if c.Role != role || c.Per != per {
			after = append(after, c)
		}
	}
	return after
}

// priced gives the figures after an event.
func priced(costs []OwnCost, e Event) []OwnCost {
	switch {
	case e.Role == "":
		return nil
	case e.Amount == nil:
		return unpriced(costs, e.Role, e.Per)
	}
	return Priced(costs, OwnCost{e.Role, e.Per, *e.Amount})
}
