package advisor

import (
	"slices"

	"remit/model"
)

// Who is there follows from the playbook alone: a role has a post if one of its
// presences holds, and stands below the first role of its lines that is there.

// posts gives the roles that a company in the situation has or gets, in the order of
// the catalogue, and those that may belong there once more is known.
func posts(p *model.Playbook, s model.Situation) (list []model.Post, unsure []model.Unsettled) {
	crew := newStaffed(p, s, nil)
	for i := range p.Roles {
		r := &p.Roles[i]
		if at := crew.presence(r); at >= 0 {
			list = append(list, model.Post{
				Role: r.ID, State: stateOf(r, s.Answers), Contract: !crew.mayAnswer(r), Leads: r.Leads,
				Duty:    r.Duty || r.Present[at].Duty,
				Asked:   askedFor(r.Present[at].Fit),
				Because: r.Present[at].Because, Sources: r.Present[at].Sources,
			})
			continue
		}
		var questions []string
		for _, x := range r.Present {
			questions = append(questions, x.Waits(s)...)
		}
		if len(questions) > 0 {
			slices.Sort(questions)
			unsure = append(unsure, model.Unsettled{Role: r.ID, Questions: slices.Compact(questions)})
		}
	}
	crew = newStaffed(p, s, presence(list))
	for i := range list {
		list[i].Under = crew.superior(p.Role(list[i].Role))
	}
	for i := range list {
		list[i].Deputy = crew.deputy(list[i].Role)
	}
	oneHolds(p, list, s.Answers[incumbent])
	return list, unsure
}

// askedFor reports whether a role is there by more than the size of the company.
func askedFor(f model.Fit) bool {
	const size = "headcount"
	return len(f.For)+len(f.Engaged)+len(f.Reporting) > 0 ||
		slices.ContainsFunc(f.When, func(c model.Condition) bool { return c.Question != size })
}

// oneHolds leaves one post to a manager who could hold several today: the highest.
func oneHolds(p *model.Playbook, list []model.Post, today model.Answer) {
	held := false
	for i := range list {
		if r := p.Role(list[i].Role); managed(r, today.Option) {
			if held {
				list[i].State = model.PostExpected // whoever could hold it holds a higher one
			}
			held = true
		}
	}
}

// deputy is the side on which a role is deputy of the one above it: of those named for a
// side the first who is there and stands below. "" if it is nobody's deputy.
func (d *crew) deputy(role string) (side string) {
	head := d.book.Role(d.superior(d.book.Role(role)))
	if head == nil {
		return ""
	}
	for _, x := range head.Deputies {
		if !slices.Contains(x.Roles, role) {
			continue
		}
		at := slices.IndexFunc(x.Roles, func(id string) bool { return d.there(id) && d.superior(d.book.Role(id)) == head.ID })
		if at >= 0 && x.Roles[at] == role {
			side = x.For
		}
	}
	return side
}

// presence gives the first reason for a role to be there, -1 where there is none.
func (d *crew) presence(r *model.Role) int {
	return slices.IndexFunc(r.Present, func(x model.Presence) bool {
		return d.holds(x.Fit) && !slices.ContainsFunc(x.Without, d.settled)
	})
}

// settled reports whether a role is there by answers alone, whoever else is.
func (d *crew) settled(role string) bool {
	return slices.ContainsFunc(d.book.Role(role).Present, func(x model.Presence) bool { return len(x.Without) == 0 && d.holds(x.Fit) })
}

// present tells which roles have a post.
type present map[string]bool

func presence(list []model.Post) present {
	there := make(present, len(list))
	for _, post := range list {
		there[post.Role] = true
	}
	return there
}

// superior is the role above; "" for the root.
func (d *crew) superior(r *model.Role) string {
	for _, line := range r.Under {
		if line.Role != r.ID && d.holds(line.Fit) && d.there(line.Role) {
			return line.Role
		}
	}
	return ""
}

// stateOf tells how a post comes about. Who leads today is asked, and of some roles how
// many could hold them: whoever does the work is who was counted, a head need not be among
// them. Of the others nobody said whether they are filled.
func stateOf(r *model.Role, as model.Answers) model.PostState {
	today := as[incumbent]
	switch {
	case r.Hands(as) > 0:
		return model.PostKept
	case today.Kind == model.Option && slices.Contains(r.Today, today.Option):
		return model.PostKept
	case today.Kind == model.Option && r.Leads, as[r.Counted] == model.Count(0):
		return model.PostNew
	}
	return model.PostExpected
}

// dropped lists the roles that are filled today and have no post.
func dropped(p *model.Playbook, as model.Answers, there present) []string {
	today := as[incumbent]
	if today.Kind != model.Option {
		return nil
	}
	var list []string
	for _, r := range p.Roles {
		if !there[r.ID] && slices.Contains(r.Today, today.Option) && !elsewhere(p, &r, today.Option, there) {
			list = append(list, r.ID)
		}
	}
	return list
}

// elsewhere reports whether a manager who could hold the post today has another one.
func elsewhere(p *model.Playbook, r *model.Role, today string, there present) bool {
	return managed(r, today) && slices.ContainsFunc(p.Roles, func(x model.Role) bool { return there[x.ID] && managed(&x, today) })
}

// managed reports whether the manager of today could hold a post: one person, where
// those who lead may be two.
func managed(r *model.Role, today string) bool {
	return r.Level == model.Management && slices.Contains(r.Today, today)
}
