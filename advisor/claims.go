package advisor

import (
	"fmt"
	"slices"

	"remit/model"
)

// chart: one role is there and stands at the top, and following the lines upwards
// leads to it from everywhere.
func (p *prover) chart() []promise {
	var tops []*model.Role
	c := promise{name: "the chart is one tree"}
	for i := range p.book.Roles {
		r := &p.book.Roles[i]
		switch {
		case len(r.Present) == 0:
		case len(r.Under) == 0:
			tops = append(tops, r)
		default:
			c.wrong = append(c.wrong, func(d *crew) string { return d.astray(r) })
		}
	}
	if len(p.book.Roles) == 0 {
		return nil
	}
	c.wrong = append(c.wrong, func(d *crew) string {
		there := slices.DeleteFunc(slices.Clone(tops), func(r *model.Role) bool { return !d.there(r.ID) })
		if len(there) != 1 {
			return fmt.Sprintf("%d roles stand at the top, not one", len(there))
		}
		return ""
	})
	return []promise{c}
}

// astray says what is wrong with the way from a role to the top.
func (d *crew) astray(r *model.Role) string {
	if !d.there(r.ID) {
		return ""
	}
	walk := []string{r.ID}
	for at := r; len(at.Under) > 0; {
		up := d.superior(at)
		switch {
		case up == "":
			return "Nobody is above " + at.Short
		case slices.Contains(walk, up):
			return fmt.Sprintf("%s stands below itself", d.book.Role(up).Short)
		}
		walk, at = append(walk, up), d.book.Role(up)
	}
	return ""
}

// rows: somebody inside answers for every row. That only one does, and that somebody
// works, is so by the way in which rows are made.
func (p *prover) rows() []promise {
	list := make([]promise, len(p.book.Activities))
	for i := range p.book.Activities {
		a := &p.book.Activities[i]
		list[i] = promise{name: fmt.Sprintf("somebody inside answers for %q", a.Title), wrong: []func(*crew) string{func(d *crew) string {
			if !p.inquiry.needs(a) {
				return ""
			}
			by := d.assignment(a)
			if by == nil {
				return "No line says who answers for it"
			}
			if d.holder(by.Role, d.mayAnswer) == "" {
				return fmt.Sprintf("%s is absent or under contract, and so are its stand-ins", p.book.Role(by.Role).Short)
			}
			return ""
		}}}
	}
	return list
}

// needs reports whether there is such a row, settled or not.
func (q *inquiry) needs(a *model.Activity) bool {
	return len(a.Needed) == 0 || slices.ContainsFunc(a.Needed, q.holdsOrWaits)
}

// separations: duties that must be apart are apart, whoever is there.
func (p *prover) separations() []promise {
	list := make([]promise, len(p.book.Separations))
	for i := range p.book.Separations {
		x := &p.book.Separations[i]
		list[i].name = "kept apart: " + x.Title
		for _, other := range x.Others {
			list[i].wrong = append(list[i].wrong, func(d *crew) string { return p.meet(d, x, other) })
		}
	}
	return list
}

// meet says who holds both of two duties that are kept apart.
func (p *prover) meet(d *crew, x *model.Separation, other model.Duty) string {
	if !d.holds(model.Fit{When: x.When}) {
		return ""
	}
	one := p.holding(d, x.One)
	if len(one) == 0 {
		return ""
	}
	for _, role := range p.holding(d, other) {
		if slices.Contains(one, role) {
			return p.book.Role(role).Short + " holds both"
		}
	}
	return ""
}

// holding are the roles with a duty, as the matrix gives it to them.
func (p *prover) holding(d *crew, duty model.Duty) []string {
	if duty.Role != "" {
		return []string{duty.Role}
	}
	a := p.book.Activity(duty.Activity)
	if !p.inquiry.needs(a) {
		return nil
	}
	answers := d.answering(a)
	switch {
	case duty.Letter != model.LetterA:
		return d.working(a, answers)
	case answers == "":
		return nil
	}
	return []string{answers}
}

// chartered reports whether a role has a charter wherever it is there.
func chartered(r *model.Role) bool { return r.Leads || r.Seat || r.Level == model.Outside }

// charters: every seat that leads, that is under contract or that says so has one.
func (p *prover) charters() (list []promise) {
	if len(p.book.Charters) == 0 {
		return nil
	}
	for i := range p.book.Roles {
		r := &p.book.Roles[i]
		if len(r.Present) == 0 || !chartered(r) {
			continue
		}
		list = append(list, promise{name: r.Short + " has a charter", wrong: []func(*crew) string{func(d *crew) string {
			fits := func(c model.Charter) bool { return c.Role == r.ID && c.Deputy == "" && d.holds(c.Fit) }
			if d.there(r.ID) && !slices.ContainsFunc(p.book.Charters, fits) {
				return "No charter of it holds"
			}
			return ""
		}}})
	}
	return list
}
