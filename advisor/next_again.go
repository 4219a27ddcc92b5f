package advisor

import (
	"slices"

	"remit/model"
)

// Best chooses what is best found out next by people who may come back to what they set
// aside. An interview goes on with Next, which asks nothing twice. Where Next has nothing,
// or a question of which no answer turns the advice by itself, and neither does one of any
// other that was never asked, Best names one answered "unsure" or "later" of which an answer
// alone turns it. a is the advice on as.
func (e *Engine) Best(as model.Answers, a *model.Advice) model.Next {
	next := e.Next(as)
	if next.Decided || a.TooEarly() {
		return next
	}
	again := e.turnersSetAside(a)
	if len(again) == 0 {
		return next
	}
	c := e.consider(as)
	defer e.release(c)
	possible := e.possible(nil, c.node, c.sheet, c.open)
	best, _ := e.choose(c.node.prospects(possible, again), nil)
	next.Question, next.Keeps = e.domains[best].id, false
	next.Reason = "It was set aside, but an answer to it alone could turn the advice to " + e.couldTurnTo(a, next.Question)
	if next.Left > 0 {
		next.Reason += ", which no question that was never asked could"
	}
	next.Reason += "."
	return next
}

// turnersSetAside are the questions answered "unsure" or "later" of which one answer turns
// the advice; none where a question that was never asked is as good.
func (e *Engine) turnersSetAside(a *model.Advice) []int {
	var again []int
	for _, u := range a.Unknown {
		switch {
		case !turns(u):
		case u.Said == model.Unanswered:
			return nil
		default:
			again = append(again, slices.IndexFunc(e.domains, func(d domain) bool { return d.id == u.Question }))
		}
	}
	return again
}

// couldTurnTo names the structures to which an answer to a question turns the advice.
func (e *Engine) couldTurnTo(a *model.Advice, question string) string {
	var names []string
	for _, u := range a.Unknown {
		if u.Question == question {
			for _, s := range u.Could {
				names = append(names, e.f.Structure(s).Title)
			}
		}
	}
	return listed(names)
}
