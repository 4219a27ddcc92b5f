package advisor

import (
	"slices"

	"remit/model"
)

// sheet is one class for each question, in the framework's order.
type sheet []uint16

// silent is the class of a question without a real answer.
const silent = 0

// domain is a question as the engine sees it: the classes that its answers fall
// into. Class 0 is silence; the others follow the options, or the cut numbers.
type domain struct {
	id     string
	topic  string
	number bool
	moves  model.Moves
	// answer gives a legal answer for each class but silence, at index class-1. For
	// numbers it is the smallest of the class.
	answer []model.Answer
	// distinct are the classes that scoring rules can tell apart, silence first;
	// completions need no others.
	distinct []uint16
	// alike is how many classes each of distinct stands for, itself included.
	alike []uint64
	// same gives for each class the one of distinct that it cannot be told from.
	same []uint16
	// targets are the distinct classes as real answers: silence is replaced by an
	// answer that scores like it, where there is one.
	targets []uint16
}

func (d *domain) classes() int { return len(d.answer) + 1 }

// class gives the class of an answer, silence for whatever the question does not
// know.
func (d *domain) class(a model.Answer) uint16 {
	switch a.Kind {
	case model.Option:
		for i := range d.answer {
			if d.answer[i].Option == a.Option {
				return uint16(i + 1)
			}
		}
	case model.Number:
		if !d.number {
			return silent
		}
		c := silent
		for i := range d.answer {
			if a.Number < d.answer[i].Number {
				break
			}
			c = i + 1
		}
		return uint16(c)
	}
	return silent
}

// domains cuts every question into its classes.
func domains(f *model.Framework) []domain {
	cuts := map[string][]int{}
	conditions(f, func(c model.Condition) {
		if c.AtLeast != nil {
			cuts[c.Question] = append(cuts[c.Question], *c.AtLeast)
		}
		if c.AtMost != nil {
			cuts[c.Question] = append(cuts[c.Question], *c.AtMost+1)
		}
	})
	ds := make([]domain, len(f.Questions))
	for i, q := range f.Questions {
		ds[i] = domain{id: q.ID, topic: q.Topic, number: q.Kind == model.NumberQuestion, moves: q.Moves}
		if !ds[i].number {
			for _, o := range q.Options {
				ds[i].answer = append(ds[i].answer, model.Choose(o.ID))
			}
			continue
		}
		starts := append([]int{q.Min}, cuts[q.ID]...)
		slices.Sort(starts)
		for _, n := range slices.Compact(starts) {
			if n >= q.Min && n <= q.Max {
				ds[i].answer = append(ds[i].answer, model.Count(n))
			}
		}
	}
	return ds
}

// conditions visits every condition of the framework, of rules, tables,
// dissents and laws alike: a class must decide all of them.
func conditions(f *model.Framework, visit func(model.Condition)) {
	each := func(when []model.Condition) {
		for _, c := range when {
			visit(c)
		}
	}
	for _, r := range f.Rules {
		each(r.When)
	}
	for _, t := range []model.Table{f.Engagement, f.Reporting} {
		for _, r := range t.Rows {
			each(r.When)
		}
	}
	for _, d := range f.Dissents {
		each(d.When)
	}
	for _, l := range f.Laws {
		each(l.When)
	}
}
