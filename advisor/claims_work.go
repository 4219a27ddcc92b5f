package advisor

import (
	"fmt"
	"slices"

	"remit/model"
)

// work: whoever is drawn below the executives answers for a row or does its work. A box
// on the chart without either is a post that nobody could say what it is for.
func (p *prover) work() (list []promise) {
	if len(p.book.Activities) == 0 {
		return nil
	}
	for i := range p.book.Roles {
		r := &p.book.Roles[i]
		if r.Level == model.Executive || len(r.Present) == 0 {
			continue
		}
		rows := p.likely(r.ID)
		list = append(list, promise{name: r.Short + " has something to do", wrong: []func(*crew) string{func(d *crew) string {
			if d.there(r.ID) && !slices.ContainsFunc(rows, func(a *model.Activity) bool { return p.works(d, a, r.ID) }) {
				return r.Short + " is on the chart and holds neither A nor R"
			}
			return ""
		}}})
	}
	return list
}

// likely are all rows, those that name the role first: fewer situations have to be
// told apart when the answer comes soon.
func (p *prover) likely(role string) []*model.Activity {
	var named, others []*model.Activity
	for i := range p.book.Activities {
		a := &p.book.Activities[i]
		if slices.ContainsFunc(a.Responsible, func(x model.Part) bool { return x.Role == role }) ||
			slices.ContainsFunc(a.Accountable, func(x model.Assignment) bool { return x.Role == role }) {
			named = append(named, a)
		} else {
			others = append(others, a)
		}
	}
	return append(named, others...)
}

// works reports whether a role answers for a row or does its work.
func (p *prover) works(d *crew, a *model.Activity, role string) bool {
	if !p.inquiry.needs(a) {
		return false
	}
	answers := d.answering(a)
	return answers == role || slices.Contains(d.working(a, answers), role)
}

// daily: nobody who leads technology does work of every day in person. A matrix that says so
// hides that nobody was named for it.
func (p *prover) daily() (list []promise) {
	for i := range p.book.Activities {
		a := &p.book.Activities[i]
		if !a.Daily {
			continue
		}
		list = append(list, promise{name: fmt.Sprintf("no leader does %q in person", a.Title), wrong: []func(*crew) string{func(d *crew) string {
			if !p.inquiry.needs(a) {
				return ""
			}
			for _, role := range d.working(a, d.answering(a)) {
				if r := p.book.Role(role); r.Leads {
					return r.Short + " is named for the work of every day"
				}
			}
			return ""
		}}})
	}
	return list
}
