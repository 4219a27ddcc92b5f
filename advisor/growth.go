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
	cuts     []int // in order; only at these can anything change
	asking   []int // the roles whose presence asks about the question
}

// growers readies the questions whose numbers rise as a company grows.
func (e *Engine) growers() (list []growing) {
	roles := e.Playbook().Roles
	for q := range e.domains {
		d := &e.domains[q]
		if !d.number || d.moves.By != model.ByGrowth {
			continue
		}
		g := growing{question: q}
		for _, from := range d.answer {
			g.cuts = append(g.cuts, from.Number)
		}
		for i := range roles {
			for _, x := range roles[i].Present {
				if own := cutsOf(d.id, x.When); own != nil {
					g.asking, g.cuts = append(g.asking, i), append(g.cuts, own...)
				}
			}
		}
		slices.Sort(g.cuts)
		g.cuts, g.asking = slices.Compact(g.cuts), slices.Compact(g.asking)
		list = append(list, g)
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

// growth lists what changes as a company grows, question by question, from the smallest
// number on. A question without a number has no way to grow.
func (e *Engine) growth(as model.Answers) (list []model.Threshold) {
	s := e.sheetOf(as)
	for _, g := range e.growers() {
		if s[g.question] != silent {
			list = e.grow(list, &g, s, as)
		}
	}
	return list
}

// grow follows one question upwards from its answer.
func (e *Engine) grow(list []model.Threshold, g *growing, s sheet, as model.Answers) []model.Threshold {
	d, roles := &e.domains[g.question], e.Playbook().Roles
	as = as.Clone()
	class := s[g.question]
	var a model.Advice
	e.Brief(&a, as, 0)
	there := make([]bool, len(roles))
	all := make([]int, len(roles))
	for i := range roles {
		all[i] = i
	}
	review := func(of []int, t *model.Threshold) {
		in := a.Situation()
		for _, i := range of {
			is := presenceOf(&roles[i], in) >= 0
			switch {
			case is && !there[i]:
				t.Come = append(t.Come, roles[i].ID)
			case !is && there[i]:
				t.Go = append(t.Go, roles[i].ID)
			}
			there[i] = is
		}
	}
	review(all, &model.Threshold{})
	for _, n := range g.cuts {
		if n <= as[d.id].Number || n > e.f.Questions[g.question].Max {
			continue
		}
		t := model.Threshold{Question: d.id, At: n, Was: a.Advised(), Stood: e.stands(&a)}
		as[d.id] = model.Count(n)
		if then := d.class(as[d.id]); then != class {
			class = then
			e.Brief(&a, as, 0)
		}
		t.Then, t.Stands = a.Advised(), e.stands(&a)
		if t.Turns() {
			review(all, &t)
		} else {
			review(g.asking, &t)
		}
		if t.Turns() || t.Shifts() || len(t.Come)+len(t.Go) > 0 {
			list = append(list, t)
		}
	}
	return list
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
