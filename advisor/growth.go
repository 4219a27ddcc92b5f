package advisor

import (
	"slices"

	"remit/model"
)

// What growth alone changes. A company that grows through a number and answers all else
// as before may be advised something else, or the same more or less firmly, or get posts
// that it did not have. Between two numbers at which some rule, table or post is cut
// nothing can change, so trying the cuts one by one is exact.

// growing is what a growth path over one question has to look at.
type growing struct {
	question int
	cuts     []int  // in order; only at these can anything change
	asks     []bool // by role: whether its presence asks about the question
}

// findGrowers readies the questions whose numbers rise as a company grows.
func (e *Engine) findGrowers() (list []growing) {
	roles := e.Playbook().Roles
	for q := range e.domains {
		d := &e.domains[q]
		if !d.number || d.moves.By != model.ByGrowth {
			continue
		}
		g := growing{question: q, asks: make([]bool, len(roles))}
		for _, from := range d.answer {
			g.cuts = append(g.cuts, from.Number)
		}
		for i := range roles {
			for _, when := range settling(e.Playbook(), &roles[i]) {
				if own := cutsOf(d.id, when); own != nil {
					g.asks[i], g.cuts = true, append(g.cuts, own...)
				}
			}
		}
		slices.Sort(g.cuts)
		g.cuts = slices.Compact(g.cuts)
		list = append(list, g)
	}
	return list
}

// settling gives the conditions on which it hangs whether a role is there: its own, and those
// of the roles without whom alone it is there.
func settling(book *model.Playbook, r *model.Role) (list [][]model.Condition) {
	for _, x := range r.Present {
		list = append(list, x.When)
		for _, id := range x.Without {
			for _, other := range book.Role(id).Present {
				list = append(list, other.When)
			}
		}
	}
	return list
}

// cutsOf gives the numbers at which one of the conditions on a question begins to hold
// or ends.
func cutsOf(question string, when []model.Condition) (cuts []int) {
	for _, c := range when {
		if c.Question == question && c.AtLeast != nil {
			cuts = append(cuts, *c.AtLeast)
		}
		if c.Question == question && c.AtMost != nil {
			cuts = append(cuts, *c.AtMost+1)
		}
	}
	return cuts
}

// standpoint is what a company of some size is advised, and which roles it has.
type standpoint struct {
	is     model.Advised
	stands model.Footing
	there  []bool // by role
}

// growth lists what changes as a company grows, question by question, from the smallest
// number on. A question without a number has no way to grow, nor has one of which the
// framework says that growth does not move it here.
func (e *Engine) growth(as model.Answers) (list []model.Threshold) {
	var today *standpoint
	growers := e.growers()
	for i := range growers {
		g := &growers[i]
		if !e.f.Questions[g.question].Grows(as) {
			continue
		}
		if today == nil {
			today = e.standpointOf(as)
		}
		list = e.grow(list, g, *today, as)
	}
	return list
}

// standpointOf is where a company stands today.
func (e *Engine) standpointOf(as model.Answers) *standpoint {
	var a model.Advice
	e.Brief(&a, as, 0)
	roles := e.Playbook().Roles
	p := &standpoint{a.Advised(), e.stands(&a), make([]bool, len(roles))}
	crew := newStaffed(e.Playbook(), a.Situation(), nil)
	for i := range roles {
		p.there[i] = crew.presence(&roles[i]) >= 0
	}
	return p
}

// grow follows one question upwards from its answer.
func (e *Engine) grow(list []model.Threshold, g *growing, at standpoint, as model.Answers) []model.Threshold {
	d := &e.domains[g.question]
	as, at.there = as.Clone(), slices.Clone(at.there)
	class := d.class(as[d.id])
	var a model.Advice
	for _, n := range g.cuts {
		if n <= as[d.id].Number || n > e.f.Questions[g.question].Max {
			continue
		}
		t := model.Threshold{Question: d.id, At: n, Was: at.is, Stood: at.stands}
		as[d.id] = model.Count(n)
		if then := d.class(as[d.id]); then != class {
			class = then
			e.Brief(&a, as, 0)
			at.is, at.stands = a.Advised(), e.stands(&a)
		}
		t.Then, t.Stands = at.is, at.stands
		e.review(&t, g, at.there, as)
		if t.Turns() || t.Shifts() || len(t.Come)+len(t.Go) > 0 {
			list = append(list, t)
		}
	}
	return list
}

// review notes which roles come and go at a number. As long as the advice stays only those
// can whose presence asks about it.
func (e *Engine) review(t *model.Threshold, g *growing, there []bool, as model.Answers) {
	roles := e.Playbook().Roles
	in := model.Situation{Structure: t.Then.Structure, Engagement: t.Then.Engagement, Reporting: t.Then.Reporting, Answers: as}
	crew := newStaffed(e.Playbook(), in, nil)
	for i := range roles {
		if !t.Turns() && !g.asks[i] {
			continue
		}
		is := crew.presence(&roles[i]) >= 0
		switch {
		case is && !there[i]:
			t.Come = append(t.Come, roles[i].ID)
		case !is && there[i]:
			t.Go = append(t.Go, roles[i].ID)
		}
		there[i] = is
	}
}

// stands is how firm an advice is, and whether what is wrong with it are the answers.
func (e *Engine) stands(a *model.Advice) model.Footing {
	at := a.Footing()
	at.Conflict = slices.ContainsFunc(a.Misfits, e.contradiction)
	return at
}

// advisedAs is what the tables give a structure on a sheet, whether it leads there or not.
func (e *Engine) advisedAs(lead model.Structure, s sheet) model.Advised {
	return model.Advised{Structure: lead,
		Engagement: model.Engagement(decide(e.f.Engagement.Rows, e.engagement, lead, s).Then),
		Reporting:  model.Reporting(decide(e.f.Reporting.Rows, e.reporting, lead, s).Then)}
}
