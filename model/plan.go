package model

import "slices"

// Clock tells from when the days of a step count.
type Clock string

// The clocks. Somebody who has to be found cannot be told what to do by a day after the
// decision.
const (
	FromDecision Clock = "decision" // for whoever is there when it is taken
	FromStart    Clock = "start"    // from the first day of whoever is new in a seat that leads
)

// Doer says who does a step, for proofs: one of the words below, or the id of a role that
// leads. What people read is told beside it in words.
type Doer string

// The words for who does a step.
const (
	Inside Doer = "inside" // somebody who is there on the day of the decision
	Leader Doer = "leader" // whoever of the company's own leads by the advice, and may still have to be found
)

// Doing gives the roles that lead and do what is by a doer; none for somebody inside.
func (p *Playbook) Doing(by Doer) (roles []*Role) {
	for i := range p.Roles {
		if r := &p.Roles[i]; r.Leads && (by == Doer(r.ID) || by == Leader && r.Level != Outside) {
			roles = append(roles, r)
		}
	}
	return roles
}

// PlanStep is one thing to do: a practice of the playbook, a step on the way from today's
// leader, or a step that stands for practices too.
type PlanStep struct {
	Clock    Clock // always FromDecision where nobody who leads is new
	Day      int   // by which day of the clock; 0 is at once
	Title    string
	Do       string
	Who      string   // as in Practice.Who
	Keep     string   // what must not be lost on the way; may be empty
	Because  string   // may be empty
	Strength Strength // may be empty
	Practice string   // id; empty if it comes from the way alone
	Way      string   // id of the transition; empty if it comes from the playbook alone
	Sources  []string
}

// AtOnce gives the engagements under which nobody is still to come: the founder who keeps
// technology is there, and so is whoever runs it where no leader comes.
func AtOnce() []Engagement { return []Engagement{Founder, Provider} }

// Arriving gives the posts that lead and that nobody holds yet, in their order.
func Arriving(posts []Post, how Engagement) (list []Post) {
	if slices.Contains(AtOnce(), how) {
		return nil
	}
	for _, p := range posts {
		if p.Leads && p.State != PostKept {
			list = append(list, p)
		}
	}
	return list
}
