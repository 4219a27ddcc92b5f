package cli

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"remit/advisor"
	"remit/model"
	"remit/report"
)

// Figures of a company's own, as people type them and as they are told.

// ownCost reads a figure such as "vcio=EUR 3000/month".
func ownCost(cmd *cobra.Command, e *advisor.Engine, word string) (model.OwnCost, error) {
	id, rest, ok := strings.Cut(word, "=")
	at := strings.LastIndexByte(rest, '/')
	if !ok || at < 0 {
		return model.OwnCost{}, misused(cmd, "Write it like --cost vcio=3000/month.", "--cost %s: a figure has the form role=amount/period", model.Quote(word))
	}
	role, err := roleCalled(e.Framework(), e.Playbook(), id)
	if err != nil {
		return model.OwnCost{}, err
	}
	amount, err := model.ParseAmount(rest[:at])
	if err != nil {
		return model.OwnCost{}, ofFlag("--cost "+model.Quote(word), err)
	}
	per, err := model.ParsePeriod(rest[at+1:])
	if err != nil {
		return model.OwnCost{}, ofFlag("--cost "+model.Quote(word), err)
	}
	return model.OwnCost{Role: role.ID, Per: per, Amount: amount}, nil
}

// takenBack reads "vcio/month", or "vcio" for all figures that s keeps of that role.
func takenBack(cmd *cobra.Command, e *advisor.Engine, s model.Session, word string) ([]model.Event, error) {
	id, period, one := strings.Cut(word, "/")
	if strings.TrimSpace(id) == "" {
		return nil, misused(cmd, "Write it like --take-back vcio/month.", "--take-back %s: there is no role", model.Quote(word))
	}
	id, err := roleKept(e, s, id)
	if err != nil {
		return nil, err
	}
	if one {
		per, err := model.ParsePeriod(period)
		if err != nil {
			return nil, ofFlag("--take-back "+model.Quote(word), err)
		}
		return []model.Event{model.OwnCost{Role: id, Per: per}.TakeBack()}, nil
	}
	var back []model.Event
	for _, c := range s.Costs {
		if c.Role == id {
			back = append(back, c.TakeBack())
		}
	}
	return back, nil
}

// notKept is the error for a figure that is to be taken back and is not there: most likely
// the role or the period is not the one that was meant.
func notKept(s model.Session, words []string) error {
	e := &model.Error{Kind: model.KindNotFound, Where: "--take-back", What: "no figure is kept for " + orList(words),
		Lost: "Nothing was written.", Cure: "The session keeps no figures of its own."}
	if s.ID == "" {
		e.Cure = "The answers are from no session, so no figures are kept."
	}
	var kept []string
	for _, c := range s.Costs {
		kept = append(kept, c.Role+"/"+string(c.Per))
	}
	if len(kept) > 0 {
		e.Cure = "It keeps " + andList(kept) + "."
	}
	return e
}

// roleKept gives the id of a role of the framework, or of one that the session has a
// figure of: it may have been kept under another framework.
func roleKept(e *advisor.Engine, s model.Session, said string) (string, error) {
	role, err := roleCalled(e.Framework(), e.Playbook(), said)
	if err == nil {
		return role.ID, nil
	}
	if slices.ContainsFunc(s.Costs, func(c model.OwnCost) bool { return c.Role == said }) {
		return said, nil
	}
	return "", err
}

// ofFlag says in which flag something is wrong.
func ofFlag(where string, err error) error {
	if e, ok := errors.AsType[*model.Error](err); ok {
		e.Where = where
	}
	return err
}

// roleCalled gives the role that a person means, by its id, its title or its short name.
func roleCalled(f *model.Framework, p *model.Playbook, said string) (*model.Role, error) {
	c := report.Catalogue{Framework: f, Book: p}
	role := c.FindRole(said)
	if role == nil {
		return nil, unknownRole(c, said)
	}
	return role, nil
}

// costsTold says how many figures of its own a session keeps; "" for none.
func costsTold(s model.Session) string {
	if len(s.Costs) == 0 {
		return ""
	}
	return counted(len(s.Costs), "own figure") + "; remit plan shows them beside published ones"
}

// priceTold says a change of the figures in words.
func priceTold(p *model.Playbook, e model.Event) string {
	switch {
	case e.Role == "":
		return "took all own costs back"
	case e.Amount == nil:
		return "took back the own cost of " + roleName(p, e.Role) + " by the " + string(e.Per)
	}
	return "gave the cost of " + roleName(p, e.Role) + ": " + amountTold(&model.OwnCost{Role: e.Role, Per: e.Per, Amount: *e.Amount})
}

// amountTold writes "EUR 3,000 to 4,000 a month"; "none" for no figure.
func amountTold(c *model.OwnCost) string {
	if c == nil {
		return "none"
	}
	cost := c.Cost()
	return report.PriceRange(&cost)
}

// costChange is a figure of a seat and a period that is not the same in two sessions.
type costChange struct {
	Role string         `json:"role"`
	Per  model.Period   `json:"per"`
	From *model.OwnCost `json:"from"` // nil where there is none
	To   *model.OwnCost `json:"to"`
}

// costChanges lists the figures that differ, by role and period.
func costChanges(from, to model.Session) []costChange {
	list := []costChange{}
	both := model.Session{Costs: from.Costs}
	for _, c := range to.Costs {
		both.Costs = model.Priced(both.Costs, c)
	}
	for _, c := range both.Costs {
		a, b := figure(from.Costs, c), figure(to.Costs, c)
		if (a == nil) != (b == nil) || a != nil && *a != *b {
			list = append(list, costChange{c.Role, c.Per, a, b})
		}
	}
	return list
}

// figure is the one of the same seat and period; nil if there is none.
func figure(costs []model.OwnCost, like model.OwnCost) *model.OwnCost {
	for i := range costs {
		if costs[i].Role == like.Role && costs[i].Per == like.Per {
			return &costs[i]
		}
	}
	return nil
}
