package advisor

import (
	"context"
	"slices"

	"remit/model"
)

// What makes no difference to any company is dead weight, and mostly a mistake. To
// find it, most parts are shown alive by a sheet on which they matter, drawn from a
// fixed sequence; what no such sheet shows alive is searched exactly.

// trials is how many sheets are drawn before the exact search begins.
const trials = 20000

// idleRules lists the rules without which every company would get the same
// recommendation, and the questions of which the same can be said. Rules that only
// speak must be able to speak.
func (e *Engine) idleRules(ctx context.Context) (rules, questions []Idle, err error) {
	matters := make([]bool, len(e.f.Rules))
	decides := make([]bool, len(e.domains))
	e.tryOut(func(s sheet) {
		t := e.score(s)
		won := e.winner(&t)
		for i := range e.f.Rules {
			if !matters[i] && e.rules[i].fires(s) {
				matters[i] = e.mattersOn(i, s, won)
			}
		}
		for q := range decides {
			if decides[q] {
				continue
			}
			present := s[q]
			for _, s[q] = range e.domains[q].distinct {
				t := e.score(s)
				decides[q] = decides[q] || e.winner(&t) != won
			}
			s[q] = present
		}
	})
	for i := range e.f.Rules {
		if ctx.Err() != nil {
			return nil, nil, context.Cause(ctx)
		}
		if r := &e.f.Rules[i]; !matters[i] && !e.canMatter(i) {
			why := "the recommendation is the same without it, whatever is answered"
			if r.Effect == model.Misfit || r.Effect == model.Safeguard {
				why = "its conditions never hold together with a recommendation that it is about"
			}
			rules = append(rules, Idle{r.ID, why})
		}
	}
	for q := range e.domains {
		if ctx.Err() != nil {
			return nil, nil, context.Cause(ctx)
		}
		if !decides[q] && !e.canDecide(q) {
			questions = append(questions, Idle{e.domains[q].id, "no answer to it changes a recommendation, whatever else is answered"})
		}
	}
	return rules, questions, nil
}

// tryOut visits sheets of a fixed sequence; the visitor may change them.
func (e *Engine) tryOut(visit func(sheet)) {
	r := sequence(1)
	s := make(sheet, len(e.domains))
	for range trials {
		for q := range s {
			s[q] = e.domains[q].distinct[r.below(len(e.domains[q].distinct))]
		}
		visit(s)
	}
}

// mattersOn reports whether a rule that fires on a sheet makes a difference there.
func (e *Engine) mattersOn(i int, s sheet, won model.Structure) bool {
	r := &e.f.Rules[i]
	if r.Effect == model.Misfit || r.Effect == model.Safeguard {
		return concerns(r.For, won)
	}
	t := e.scoreWithout(i, s)
	return e.winner(&t) != won
}

// scoreWithout is score with one rule left out.
func (e *Engine) scoreWithout(without int, s sheet) (t effect) {
	for i := range e.f.Rules {
		r := &e.f.Rules[i]
		if i != without && (r.Effect == model.Scores || r.Effect == model.Excludes) && e.rules[i].fires(s) {
			eff := compileEffect(*r)
			t.add(&eff)
		}
	}
	return t
}

// canMatter is the exact answer for a rule.
func (e *Engine) canMatter(i int) bool {
	r := &e.f.Rules[i]
	when := e.allowing(r.When)
	if r.Effect == model.Misfit || r.Effect == model.Safeguard {
		return slices.ContainsFunc(model.Structures(), func(s model.Structure) bool {
			return concerns(r.For, s) && e.newContest(when, unlimited, world{lead: s, without: -1}).possible()
		})
	}
	return pairs(func(with, without model.Structure) bool {
		return e.newContest(when, unlimited, world{lead: with, without: -1}, world{lead: without, without: i}).possible()
	})
}

// canDecide is the exact answer for a question.
func (e *Engine) canDecide(q int) bool {
	for _, a := range e.domains[q].distinct {
		for _, b := range e.domains[q].distinct {
			if a < b && pairs(func(x, y model.Structure) bool {
				return e.newContest(nil, unlimited,
					world{lead: x, held: map[int]uint16{q: a}, without: -1},
					world{lead: y, held: map[int]uint16{q: b}, without: -1}).possible()
			}) {
				return true
			}
		}
	}
	return false
}

// pairs reports whether something is true of two different structures.
func pairs(holds func(a, b model.Structure) bool) bool {
	for _, a := range model.Structures() {
		for _, b := range model.Structures() {
			if a != b && holds(a, b) {
				return true
			}
		}
	}
	return false
}

// idleRows lists the rows of the decision tables that no company reaches.
func (e *Engine) idleRows(ctx context.Context) ([]Idle, error) {
	var idle []Idle
	for _, t := range []struct {
		name string
		rows []model.Row
		when []compiled
	}{{"engagement", e.f.Engagement.Rows, e.engagement}, {"reporting", e.f.Reporting.Rows, e.reporting}} {
		reached := make([]bool, len(t.rows))
		e.tryOut(func(s sheet) {
			score := e.score(s)
			won := e.winner(&score)
			for i := range t.rows {
				if concerns(t.rows[i].For, won) && t.when[i].fires(s) {
					reached[i] = true
					return
				}
			}
		})
		for i := range t.rows {
			if ctx.Err() != nil {
				return nil, context.Cause(ctx)
			}
			if !reached[i] && !e.canReach(t.rows, i) {
				idle = append(idle, Idle{t.name + " " + t.rows[i].ID, "the rows before it leave no company to it"})
			}
		}
	}
	return idle, nil
}

// canReach is the exact answer for a row: some structure that it is about can lead
// where its conditions hold and each earlier row that is about it fails in one of its
// own.
func (e *Engine) canReach(rows []model.Row, i int) bool {
	for _, s := range model.Structures() {
		if concerns(rows[i].For, s) && e.escape(rows[:i], s, e.allowing(rows[i].When)) {
			return true
		}
	}
	return false
}

// escape looks for a condition of the first earlier row to fail, then of the next.
func (e *Engine) escape(earlier []model.Row, s model.Structure, allowed map[int][]bool) bool {
	for len(earlier) > 0 && !concerns(earlier[0].For, s) {
		earlier = earlier[1:]
	}
	if len(earlier) == 0 {
		return e.newContest(allowed, unlimited, world{lead: s, without: -1}).possible()
	}
	for _, c := range earlier[0].When {
		q := e.index[c.Question]
		fails := e.holds(q, c)
		some := false
		for class := range fails {
			fails[class] = !fails[class] && (allowed[q] == nil || allowed[q][class])
			some = some || fails[class]
		}
		if !some {
			continue
		}
		narrower := make(map[int][]bool, len(allowed)+1)
		for k, v := range allowed {
			narrower[k] = v
		}
		narrower[q] = fails
		if e.escape(earlier[1:], s, narrower) {
			return true
		}
	}
	return false
}

// idleDissents lists the dissents that are shown to nobody.
func (e *Engine) idleDissents(ctx context.Context) ([]Idle, error) {
	var idle []Idle
	for _, d := range e.f.Dissents {
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		shown := slices.ContainsFunc(model.Structures(), func(s model.Structure) bool {
			return concerns(d.For, s) && e.newContest(e.allowing(d.When), unlimited, world{lead: s, without: -1}).possible()
		})
		if !shown {
			idle = append(idle, Idle{d.ID, "its conditions never hold together with a recommendation that it is about"})
		}
	}
	return idle, nil
}
