package advisor

import (
	"fmt"

	"remit/model"
)

func (b *bookRead) readCost(s spot) model.Cost {
	f := s.form("cost")
	defer f.done()
	amount := func(s spot) int { return s.integer(0, maxNumber) }
	c := model.Cost{
		ID:         f.declared(),
		Fit:        b.fit(f),
		Role:       required(f, "role", refer("role")),
		Engagement: optional(f, "engagement", func(s spot) model.Engagement { return model.Engagement(refer("engagement")(s)) }),
		Proxy:      optional(f, "proxy", refer("role")),
		What:       required(f, "what", spot.line),
		Payment:    required(f, "payment", oneOf("payment", model.BasePay, model.TotalPay, model.AllIn, model.Fee)),
		Low:        required(f, "low", amount),
		High:       required(f, "high", amount),
		Currency:   required(f, "currency", spot.currency),
		Per:        required(f, "per", oneOf("period", model.Hour, model.Day, model.Month, model.Year, model.PerUser)),
		Country:    required(f, "country", spot.line),
		Published:  required(f, "published", spot.year),
		Note:       optional(f, "note", spot.text),
		Strength:   required(f, "strength", spot.strength),
		Sources:    required(f, "sources", spot.sources),
	}
	if high, ok := f.get("high"); ok && f.has("low") {
		switch {
		case c.Low > c.High:
			high.fault(fmt.Sprintf("high is %d, less than low, which is %d", c.High, c.Low), "Swap the two numbers.")
		case c.Low == c.High: // one number alone looks surer than it is
			high.fault(fmt.Sprintf("low and high are both %d, and a cost is a range", c.Low), "Write the lowest and the highest that sources name; leave a single number out, or place it in the note of a range.")
		}
	}
	return c
}

// currency is the code of a currency in three capital letters.
func (s spot) currency() string {
	text, ok := s.raw()
	if !ok {
		return ""
	}
	if !model.IsCurrency(text) {
		s.fault(fmt.Sprintf("currency %q is no code of three capital letters", shown(text)), "Write a code such as USD or EUR.")
		return ""
	}
	return text
}
