package advisor

import (
	"fmt"
	"slices"

	"remit/model"
)

// The limits of what an engine can be made from. They bound every answer that a
// person waits for, whatever is in the rules, and they are counted, never timed: a
// framework is within them everywhere or nowhere.
const (
	// maxSteps is how much work it may be to take the questions out (see unravel.go).
	// The built-in framework needs a twentieth of it.
	maxSteps = 2 << 20

	// maxClasses is into how many ranges rules may cut a number.
	maxClasses = 128

	// maxReach is how many points may lie between two structures when everything
	// that favours one fires: counts keep them in 16 bits.
	maxReach = 30_000
)

// tangle says how the rules join questions: in which order to take the questions
// out, and how much work that is when nothing is answered yet. An answer takes its
// question out for nothing, so that no partial sheet is more work than the blank one.
type tangle struct {
	rank  []int // by question
	steps int
	worst []int // the questions that the largest table is over
}

// untangle takes out, again and again, the question that is joined to the least.
func (e *Engine) untangle() *tangle {
	n := len(e.domains)
	t := &tangle{rank: make([]int, n)}
	joined := make([]map[int]bool, n)
	for q := range joined {
		joined[q] = map[int]bool{}
	}
	for i := range e.combos {
		for _, a := range e.combos[i].terms {
			for _, b := range e.combos[i].terms {
				if a.question != b.question {
					joined[a.question][b.question] = true
				}
			}
		}
	}
	left := make([]int, n)
	for q := range left {
		left[q] = q
	}
	scopes, largest := make([][]int, n), 0
	for rank := range n {
		q, size := e.loosest(left, joined)
		left = slices.DeleteFunc(left, func(o int) bool { return o == q })
		t.rank[q] = rank
		for o := range joined[q] {
			scopes[q] = append(scopes[q], o)
			delete(joined[o], q)
		}
		for _, a := range scopes[q] {
			for _, b := range scopes[q] {
				if a != b {
					joined[a][b] = true
				}
			}
		}
		t.steps = plus(t.steps, size)
		if size > largest {
			largest, t.worst = size, append([]int{q}, scopes[q]...)
		}
		scopes[q] = append(scopes[q], q)
	}
	for q, scope := range scopes {
		if len(scope) > 2 { // what is left of it is a table over two questions or more, added to another
			next := t.firstOf(slices.DeleteFunc(slices.Clone(scope), func(o int) bool { return o == q }))
			t.steps = plus(t.steps, e.cells(scopes[next]))
		}
	}
	slices.Sort(t.worst)
	for i := range e.combos {
		t.steps = plus(t.steps, e.cellsOf(&e.combos[i], scopes[t.first(e.combos[i].terms)]))
	}
	return t
}

// loosest gives the question whose table is the smallest, and its cells.
func (e *Engine) loosest(left []int, joined []map[int]bool) (loosest, size int) {
	for _, q := range left {
		cells := len(e.domains[q].distinct)
		for o := range joined[q] {
			cells = product(cells, len(e.domains[o].distinct))
		}
		if size == 0 || cells < size {
			loosest, size = q, cells
		}
	}
	return loosest, size
}

// firstOf gives the question that is taken out first.
func (t *tangle) firstOf(questions []int) int { return slices.MinFunc(questions, t.compare) }

func (t *tangle) first(terms []term) int {
	return slices.MinFunc(terms, func(a, b term) int { return t.compare(a.question, b.question) }).question
}

// cells is how many ways there are to answer some questions.
func (e *Engine) cells(questions []int) int {
	cells := 1
	for _, q := range questions {
		cells = product(cells, len(e.domains[q].distinct))
	}
	return cells
}

// cellsOf counts the cells of a table in which a rule fires.
func (e *Engine) cellsOf(c *combo, scope []int) int {
	cells := 1
	for _, q := range scope {
		n := len(e.domains[q].distinct)
		if i := slices.IndexFunc(c.terms, func(t term) bool { return t.question == q }); i >= 0 {
			n = 0
			for _, ok := range c.terms[i].distinct.holds {
				if ok {
					n++
				}
			}
		}
		cells = product(cells, n)
	}
	return cells
}

// enough is where counts of work stop growing: above every limit, far from overflow.
const enough = 1 << 40

func product(a, b int) int {
	if b > 0 && a > enough/b {
		return enough
	}
	return a * b
}

func plus(a, b int) int { return min(a+b, enough) }

// excess is an error about what a framework has too much of, with the rule or the
// question to look at first.
type excess struct {
	fault    *model.Error
	noun, id string
}

func (x *excess) Error() string { return x.fault.Error() }
func (x *excess) Unwrap() error { return x.fault }

func tooMuch(noun, id, what, cure string) *excess {
	return &excess{&model.Error{Kind: model.KindInvalid, What: what, Cure: cure}, noun, id}
}

// tooFine complains about a number that is cut into too many ranges.
func tooFine(ds []domain) *excess {
	for i := range ds {
		if d := &ds[i]; len(d.answer) > maxClasses {
			return tooMuch("question", d.id,
				fmt.Sprintf("question %q: rules and tables cut its numbers into %d ranges; the limit is %d", d.id, len(d.answer), maxClasses),
				"Use the same few bounds in all of them.")
		}
	}
	return nil
}

// excess gives what is too much, nil if nothing is.
func (e *Engine) excess() *excess {
	if x := e.tooFar(); x != nil {
		return x
	}
	return e.tooTangled()
}

// tooFar complains about points that add up to more than counts can hold.
func (e *Engine) tooFar() *excess {
	for a, first := range model.Structures() {
		for b, second := range model.Structures() {
			if far := e.reach(a, b); far > maxReach {
				last := e.lead[a][b][0]
				return tooMuch("rule", e.f.Rules[last].ID,
					fmt.Sprintf("the points could put %v ahead of %v by %d; the limit is %d", first, second, far, maxReach),
					"Give smaller points, or join rules that say the same.")
			}
		}
	}
	return nil
}

// tooTangled complains about rules that join too many questions.
func (e *Engine) tooTangled() *excess {
	if e.tangle.steps <= maxSteps {
		return nil
	}
	joins := make([]int, len(e.domains))
	var rules []string
	for i := range e.f.Rules {
		r := &e.f.Rules[i]
		terms := slices.DeleteFunc(slices.Clone(e.rules[i].terms), func(t term) bool { return !slices.Contains(e.tangle.worst, t.question) })
		if len(terms) < 2 || r.Effect != model.Scores && r.Effect != model.Excludes {
			continue
		}
		rules = append(rules, r.ID)
		for _, t := range terms {
			joins[t.question]++
		}
	}
	worst := slices.Clone(e.tangle.worst)
	slices.SortStableFunc(worst, func(a, b int) int { return joins[b] - joins[a] })
	var names []string
	for _, q := range worst {
		names = append(names, e.domains[q].id)
	}
	return tooMuch("rule", rules[0],
		fmt.Sprintf("rules over several questions at once tie these %d so closely together that nobody could wait for the advice: %s", len(names), someOf(names, 12)),
		fmt.Sprintf("They are tied by %s. Make rules over one question where that says enough, or tie fewer of them to one another.", someOf(rules, 6)))
}

// reach is how far a could be ahead of b if all that favours it fired at once.
func (e *Engine) reach(a, b int) int {
	far := 0
	for q := range e.unary {
		top := 0
		for class := range e.unary[q] {
			p := &e.unary[q][class].points
			top = max(top, int(p[a]-p[b]))
		}
		far += top
	}
	for i := range e.combos {
		p := &e.combos[i].points
		far += max(0, int(p[a]-p[b]))
	}
	return far
}
