package advisor

import (
	"math/rand/v2"
	"slices"
	"testing"

	"remit/model"
)

// How many questions a quick check takes is counted over companies that are played to
// the end. docs/quick-check.md publishes the figures; the tests here hold it to them.

// company is somebody who is asked.
type company struct {
	facts  model.Answers
	shrugs model.Answer // what is said where facts has nothing
}

func (c company) says(question string) model.Answer {
	if a, known := c.facts[question]; known {
		return a
	}
	return c.shrugs
}

// publishedCases are the companies of the annex.
func publishedCases(e *Engine, shrugs model.Answer) []company {
	var list []company
	for _, c := range e.Annex().Cases {
		list = append(list, company{c.Facts, shrugs})
	}
	return list
}

// knowingCompanies can answer everything: each class of each question is as likely as
// any other.
func knowingCompanies(e *Engine, n int, seed uint64) []company {
	r := rand.New(rand.NewPCG(seed, 9))
	list := make([]company, n)
	for i := range list {
		list[i].facts = model.Answers{}
		for q := range e.domains {
			d := &e.domains[q]
			list[i].facts[d.id] = d.answer[r.IntN(len(d.answer))]
		}
	}
	return list
}

// asked is a set of questions that were asked, a bit for each.
type asked uint32

func (a asked) has(q int) bool       { return a>>q&1 == 1 }
func (a asked) with(q int) asked     { return a | 1<<q }
func everything(e *Engine) asked     { return 1<<len(e.domains) - 1 }
func (a asked) without(b asked) bool { return a&b == 0 }

func (a asked) questions() (list []int) {
	for q := range 32 {
		if a.has(q) {
			list = append(list, q)
		}
	}
	return list
}

// course plays one company. What is left to ask after a set of answers is remembered,
// as searches ask for it again and again.
type course struct {
	company
	e    *Engine
	left map[asked]asked
}

func courses(e *Engine, companies []company) []*course {
	list := make([]*course, len(companies))
	for i, c := range companies {
		list[i] = &course{company: c, e: e, left: map[asked]asked{}}
	}
	return list
}

func (c *course) answers(a asked) model.Answers {
	as := model.Answers{}
	for q := range c.e.domains {
		if id := c.e.domains[q].id; a.has(q) {
			as[id] = c.says(id)
		}
	}
	return as
}

// mattering are the questions that were not asked and can still change something;
// none when the check has come to its end.
func (c *course) mattering(a asked) (left asked) {
	left, known := c.left[a]
	if known {
		return left
	}
	of := c.e.consider(c.answers(a))
	defer c.e.release(of)
	if possible := c.e.possible(nil, of.node, of.sheet, of.open); len(possible) > 1 {
		for q, live := range of.node.live(possible) {
			if live && !a.has(q) {
				left = left.with(q)
			}
		}
	}
	c.left[a] = left
	return left
}

// play counts the questions until nothing that is left can change anything.
func (c *course) play(choose func(a, mattering asked) int) (n int) {
	a := asked(0)
	for left := c.mattering(a); left != 0; left = c.mattering(a) {
		a = a.with(choose(a, left))
		n++
	}
	return n
}

// order is a sequence of questions that is the same for everybody.
type order []int

// inFull asks one question after the other.
func (o order) inFull(c *course) int {
	return c.play(func(a, _ asked) int {
		return o[slices.IndexFunc(o, func(q int) bool { return !a.has(q) })]
	})
}

// passing asks in the same order but passes over what can no longer matter.
func (o order) passing(c *course) int {
	return c.play(func(_, left asked) int {
		return o[slices.IndexFunc(o, left.has)]
	})
}

// ofInterview is the order of the full interview.
func ofInterview(e *Engine) order {
	o := make(order, len(e.domains))
	for i := range o {
		o[i] = i
	}
	return o
}

// quick is the quick check itself.
func quick(c *course) int {
	return c.play(func(a, left asked) int {
		q, ok := c.e.index[c.e.Next(c.answers(a)).Question]
		if !ok || !left.has(q) {
			panic("the quick check asks what cannot matter")
		}
		return q
	})
}

func counted(list []*course, play func(*course) int) figures {
	ns := make(figures, len(list))
	for i, c := range list {
		ns[i] = play(c)
	}
	return ns
}

// With every answer given the matter is always decided: nothing is left open.
func TestEveryKnowingCompanyIsDecided(t *testing.T) {
	e := loadedEngine(t)
	for _, c := range courses(e, knowingCompanies(e, 100, 8)) {
		quick(c)
		if as := c.answers(everything(e)); !e.Next(as).Decided {
			t.Errorf("not decided with every answer given: %v", as)
		}
	}
}
