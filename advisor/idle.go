package advisor

import (
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
func (v *verifying) idleRules() (rules, questions []Idle) {
	matters := make([]bool, len(v.f.Rules))
	decides := make([]bool, len(v.domains))
	v.tryOut(func(s sheet) {
		t := v.score(s)
		won := v.winner(&t)
		for i := range v.f.Rules {
			if !matters[i] && v.rules[i].fires(s) {
				v.left -= len(v.f.Rules)
				matters[i] = v.mattersOn(i, s, won)
			}
		}
		for q := range decides {
			if decides[q] {
				continue
			}
			v.left -= len(v.domains[q].distinct) * len(s) * (1 + v.words)
			present := s[q]
			for _, s[q] = range v.domains[q].distinct {
				t := v.score(s)
				decides[q] = decides[q] || v.winner(&t) != won
			}
			s[q] = present
		}
	})
	for i := range v.f.Rules {
		v.claim("whether rule %q matters", v.f.Rules[i].ID)
		if r := &v.f.Rules[i]; !matters[i] && !v.canMatter(i) {
			why := "the recommendation is the same without it, whatever is answered"
			if r.Effect == model.Misfit || r.Effect == model.Safeguard {
				why = "its conditions never hold together with a recommendation that it is about"
			}
			rules = append(rules, Idle{r.ID, why})
		}
	}
	for q := range v.domains {
		v.claim("whether question %q can decide", v.domains[q].id)
		if !decides[q] && !v.canDecide(q) {
			questions = append(questions, Idle{v.domains[q].id, "no answer to it changes a recommendation, whatever else is answered"})
		}
	}
	return rules, questions
}

// tryOut visits sheets of a fixed sequence, fewer where a visit takes much work, which
// visitors take off what is left; they may change the sheets.
func (v *verifying) tryOut(visit func(sheet)) {
	r := sequence(1)
	s := make(sheet, len(v.domains))
	v.left = trialsWork
	for range trials {
		if v.left <= 0 || !v.spend(0) {
			return
		}
		for q := range s {
			s[q] = v.domains[q].distinct[r.below(len(v.domains[q].distinct))]
		}
		v.left -= len(v.f.Rules) + len(s)*(1+v.words)
		visit(s)
	}
}

// mattersOn reports whether a rule that fires on a sheet makes a difference there.
func (v *verifying) mattersOn(i int, s sheet, won model.Structure) bool {
	r := &v.f.Rules[i]
	if r.Effect == model.Misfit || r.Effect == model.Safeguard {
		return concerns(r.For, won)
	}
	t := v.scoreWithout(i, s)
	return v.winner(&t) != won
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
func (v *verifying) canMatter(i int) bool {
	r := &v.f.Rules[i]
	when := v.allowing(r.When)
	if r.Effect == model.Misfit || r.Effect == model.Safeguard {
		return slices.ContainsFunc(model.Structures(), func(s model.Structure) bool {
			return concerns(r.For, s) && v.newContest(when, unlimited, world{lead: s, without: -1}).possible()
		})
	}
	return pairs(func(with, without model.Structure) bool {
		return v.newContest(when, unlimited, world{lead: with, without: -1}, world{lead: without, without: i}).possible()
	})
}

// canDecide is the exact answer for a question.
func (v *verifying) canDecide(q int) bool {
	for _, a := range v.domains[q].distinct {
		for _, b := range v.domains[q].distinct {
			if a < b && pairs(func(x, y model.Structure) bool {
				return v.newContest(nil, unlimited,
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
func (v *verifying) idleRows() (idle []Idle) {
	for _, t := range []struct {
		name string
		rows []model.Row
		when []compiled
	}{{"engagement", v.f.Engagement.Rows, v.engagement}, {"reporting", v.f.Reporting.Rows, v.reporting}} {
		reached := make([]bool, len(t.rows))
		v.tryOut(func(s sheet) {
			score := v.score(s)
			won := v.winner(&score)
			for i := range t.rows {
				if concerns(t.rows[i].For, won) && t.when[i].fires(s) {
					reached[i] = true
					return
				}
			}
		})
		for i := range t.rows {
			v.claim("whether row %q of %s is reached", t.rows[i].ID, t.name)
			if !reached[i] && !v.canReach(t.rows, i) {
				idle = append(idle, Idle{t.name + " " + t.rows[i].ID, "the rows before it leave no company to it"})
			}
		}
	}
	return idle
}

// canReach is the exact answer for a row: some structure that it is about can lead
// where its conditions hold and each earlier row that is about it fails in one of its
// own.
func (v *verifying) canReach(rows []model.Row, i int) bool {
	for _, s := range model.Structures() {
		leads := func(allowed map[int][]bool) bool {
			return v.newContest(allowed, unlimited, world{lead: s, without: -1}).possible()
		}
		if concerns(rows[i].For, s) && v.escape(rows[:i], s, v.allowing(rows[i].When), leads) {
			return true
		}
	}
	return false
}

// escape looks for a condition of the first earlier row to fail, then of the next,
// until use is content with the answers that are then allowed.
func (v *verifying) escape(earlier []model.Row, s model.Structure, allowed map[int][]bool, use func(map[int][]bool) bool) bool {
	if !v.spend(1) {
		return false
	}
	for len(earlier) > 0 && !concerns(earlier[0].For, s) {
		earlier = earlier[1:]
	}
	if len(earlier) == 0 {
		return use(allowed)
	}
	for _, c := range earlier[0].When {
		q := v.index[c.Question]
		fails := v.holds(q, c)
		some := false
		for class := range fails {
			fails[class] = !fails[class] && (allowed[q] == nil || allowed[q][class])
			some = some || fails[class]
		}
		if !some {
			continue
		}
		narrower := map[int][]bool{q: fails}
		for other, may := range allowed {
			if other != q {
				narrower[other] = may
			}
		}
		if v.escape(earlier[1:], s, narrower, use) {
			return true
		}
	}
	return false
}

// idleDissents lists the dissents that are shown to nobody.
func (v *verifying) idleDissents() (idle []Idle) {
	for _, d := range v.f.Dissents {
		v.claim("whether dissent %q is shown", d.ID)
		shown := slices.ContainsFunc(model.Structures(), func(s model.Structure) bool {
			return concerns(d.For, s) && v.newContest(v.allowing(d.When), unlimited, world{lead: s, without: -1}).possible()
		})
		if !shown {
			idle = append(idle, Idle{d.ID, "its conditions never hold together with a recommendation that it is about"})
		}
	}
	return idle
}
