package advisor

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"remit/model"
)

// A topic begun is left only for a question that is worth much more, or when nothing
// in it can matter any more; and the reason given says truly which it was.
func TestTopicsAreKeptTogether(t *testing.T) {
	kept, left := 0, 0
	forRandomAnswers(t, 300, func(t *testing.T, e *Engine, as model.Answers, _ *rand.Rand) {
		next := e.Next(as)
		if next.Question == "" {
			return
		}
		begun := e.begun(as)
		var chosen, stay, move prospect
		for _, p := range prospectsOf(e, as) {
			d := &e.domains[p.question]
			if d.id == next.Question {
				chosen = p
			}
			if begun[d.topic] {
				stay = stay.or(p)
			} else {
				move = move.or(p)
			}
		}
		keeps := strings.Contains(next.Reason, "keeps to the topic")
		switch {
		case begun[e.domains[chosen.question].topic]:
			kept++
			if chosen.gain < stay.gain || keeps != (move.gain > stay.gain) {
				t.Errorf("%s is worth %d, of begun topics at most %d, elsewhere %d: %s", next.Question, chosen.gain, stay.gain, move.gain, next.Reason)
			}
		default:
			left++
			if chosen.gain < move.gain || 100*stay.gain >= stayFor*move.gain && stay.gain > 0 || keeps {
				t.Errorf("%s is worth %d, a begun topic %d: %s", next.Question, chosen.gain, stay.gain, next.Reason)
			}
		}
	})
	if kept == 0 || left == 0 {
		t.Errorf("topics were kept to %d times and left %d times, so the rule was not tried", kept, left)
	}
}

// Where all that could speak was said not to apply nothing can turn the first of the ties,
// which is no advice: what to answer after all is named, and whoever answers it goes on.
func TestWhatWasSetAsideMayBeAnsweredAfterAll(t *testing.T) {
	e := loadedEngine(t)
	as := model.Answers{}
	for _, q := range e.f.Questions {
		as[q.ID] = model.Answer{Kind: model.NotApplicable}
	}
	next := e.Next(as)
	if first := e.Next(model.Answers{}).Question; !next.Decided || next.Question != first || !strings.Contains(next.Reason, e.f.Question(first).Short) {
		t.Errorf("%+v, and %s is asked of those who said nothing", next, first)
	}
	a := e.Advise(as.With(next.Question, legal(e.f.Question(next.Question))[0]), 0)
	if a.TooEarly() {
		t.Errorf("an answer to %s says nothing", next.Question)
	}
	forRandomAnswers(t, 200, func(t *testing.T, e *Engine, as model.Answers, _ *rand.Rand) {
		a := e.Advise(as, 0)
		if next := e.Next(as); next.Decided && next.Question != "" && !a.TooEarly() {
			t.Errorf("%v is decided by what was said, and %s is asked", as, next.Question)
		}
	})
}

// prospectsOf weighs the questions that Next chooses from.
func prospectsOf(e *Engine, as model.Answers) []prospect {
	c := e.consider(as)
	defer e.release(c)
	possible := e.possible(nil, c.node, c.sheet, c.open)
	var ask []int
	for q, live := range c.node.live(possible) {
		if live && as[e.domains[q].id].Kind == model.Unanswered {
			ask = append(ask, q)
		}
	}
	return c.node.prospects(possible, ask)
}

// The distance is a bound: whatever is answered later, no structure ends further
// ahead of the best placed one than it says, and where it is 0 the matter is decided.
func TestTheDistanceIsABound(t *testing.T) {
	forRandomAnswers(t, 200, func(t *testing.T, e *Engine, as model.Answers, r *rand.Rand) {
		c := e.consider(as)
		defer e.release(c)
		possible := e.possible(nil, c.node, c.sheet, c.open)
		bound := c.node.distanceOf(possible)
		if bound == 0 && len(possible) > 1 {
			t.Errorf("distance 0, but %v are possible with %v", possible, as)
		}
		least := farthest
		for _, placed := range possible {
			most := 0
			for range 50 {
				later := slices.Clone(c.sheet)
				for q := range later {
					if c.open[q] {
						later[q] = uint16(r.IntN(e.domains[q].classes()))
					}
				}
				points := e.score(later)
				won := e.winner(&points)
				if won != placed && points.excluded>>placed&1 == 0 {
					most = max(most, int(points.points[won]-points.points[placed]))
				}
			}
			least = min(least, most)
		}
		if least > bound {
			t.Errorf("distance %d, but somebody ends %d ahead of every structure, with %v", bound, least, as)
		}
	})
}

func (n *node) distanceOf(possible []model.Structure) int {
	spans := make([]span, len(possible))
	bests := make([]*gaps, len(possible))
	for i, s := range possible {
		spans[i] = n.span(s)
		bests[i] = &spans[i].best
	}
	return distance(spans, bests)
}

// What an answer leaves of a bound is put together from parts; it must not fall below
// the bound of the sheet with that answer.
func TestGivenBoundsTheAnsweredSheet(t *testing.T) {
	forRandomAnswers(t, 100, func(t *testing.T, e *Engine, as model.Answers, _ *rand.Rand) {
		c := e.consider(as)
		defer e.release(c)
		for _, s := range model.Structures() {
			whole := c.node.span(s)
			for _, q := range c.node.open {
				for place, class := range e.domains[q].distinct {
					g, ok := whole.gaps(&c.node.choices[q][place])
					part, possible := c.node.fix(q, class).bound(&whole.race)
					if !ok || !possible {
						continue
					}
					if got := whole.given(q, g, c.node.dead(q, place)); higher(got, part) != got {
						t.Fatalf("%s class %d leaves %v a bound of %v, its sheet has %v", e.domains[q].id, class, s, got, part)
					}
				}
			}
		}
	})
}
