package report

import "remit/model"

// Where a figure of a cost is from, for programs.
const (
	fromFramework = "framework" // published; its sources are named
	fromSession   = "session"   // the company's own, kept with the session
	fromRun       = "run"       // the company's own, given for this document and kept nowhere
)

func appendCost(dst []byte, c model.Cost) []byte {
	return appendObject(dst, append([]member{
		text("id", c.ID), text("role", c.Role), orNull("proxy", c.Proxy), orNull("engagement", string(c.Engagement)), text("what", c.What), text("payment", string(c.Payment)),
		count("low", c.Low), count("high", c.High), text("currency", c.Currency), text("per", string(c.Per)),
		text("country", c.Country), text("published", c.Published), text("note", c.Note),
	}, append(founding(c.Strength, c.Sources), text("from", fromFramework))...)...)
}

func (r Report) appendOwnCost(dst []byte, c model.Cost) []byte {
	from := fromSession
	if r.forNow(&c) {
		from = fromRun
	}
	return appendObject(dst, text("role", c.Role), count("low", c.Low), count("high", c.High), text("currency", c.Currency), text("per", string(c.Per)), text("from", from))
}
