package advisor

import (
	"fmt"
	"slices"
	"sync"

	"remit/model"
)

// Engine is a framework made ready to judge. It never changes and may be used by
// many goroutines.
type Engine struct {
	f       *model.Framework
	domains []domain
	index   map[string]int             // question id to number
	order   [model.NumStructures]uint8 // place of each structure in the order of ties

	// Rules that score or exclude, compiled. unary holds the summed effect of the
	// rules over a single question, by question and class. The others are in combos;
	// alive says, by question and class, which of them that answer lets live, as a
	// bit set of words words: the AND over all questions is the set that fires.
	unary  [][]effect
	combos []combo
	words  int
	alive  [][]uint64

	rules      []compiled // beside f.Rules: what makes each fire
	engagement []compiled // beside f.Engagement.Rows
	reporting  []compiled
	dissents   []compiled

	// weight lists, for each structure, the scoring rules that give it points, the
	// weightiest first; lead lists, for each pair, those that put the first ahead of
	// the second, the widest first. Advice shows rules in these orders.
	weight [model.NumStructures][]int
	lead   [model.NumStructures][model.NumStructures][]int

	tangle    *tangle // how the rules join questions
	mostFlips int

	annex    func() *annex          // made when first asked for
	playbook func() *model.Playbook // read when first asked for
	growers  func() []growing       // found when first asked for
	spare    sync.Pool              // of *consideration, so that judging by the million leaves little to collect
}

// compiled is what makes a rule, a row or a dissent fire.
type compiled struct {
	terms     []term
	questions []string // that the terms ask about
}

// fires reports whether every term holds on a sheet.
func (c *compiled) fires(s sheet) bool {
	for i := range c.terms {
		if t := &c.terms[i]; !t.holds[s[t.question]] {
			return false
		}
	}
	return true
}

// effect is what rules do to the five structures.
type effect struct {
	points   [model.NumStructures]int32
	excluded uint8 // a bit for each structure
}

func (e *effect) add(o *effect) {
	for s := range e.points {
		e.points[s] += o.points[s]
	}
	e.excluded |= o.excluded
}

// combo is a scoring or excluding rule over two questions or more.
type combo struct {
	effect
	terms []term
}

// term is one condition.
type term struct {
	question int
	holds    []bool   // by class
	distinct openTerm // the same by place in domain.distinct, for nodes
}

// New compiles a loaded framework. It fails, with a *model.Error of kind KindInvalid,
// where the framework has structures that could all be excluded at once, since then
// some company would get no advice, and where it is so large or so tangled that
// people would wait for advice; see tangle.go for the limits. What Load gives is
// within them.
func New(f *model.Framework) (*Engine, error) {
	e := &Engine{f: f, domains: domains(f), index: make(map[string]int, len(f.Questions))}
	if x := tooFine(e.domains); x != nil {
		return nil, x
	}
	for i, q := range f.Questions {
		e.index[q.ID] = i
	}
	for i, s := range f.Structures {
		e.order[s.ID] = uint8(i)
	}
	var excludable uint8
	e.unary = make([][]effect, len(e.domains))
	for q := range e.domains {
		e.unary[q] = make([]effect, e.domains[q].classes())
	}
	for i, r := range f.Rules {
		c, err := e.compile("rule", r.ID, r.When)
		if err != nil {
			return nil, err
		}
		e.rules = append(e.rules, c)
		if r.Effect != model.Scores && r.Effect != model.Excludes {
			continue
		}
		eff := compileEffect(r)
		excludable |= eff.excluded
		e.compileRule(i, eff)
	}
	if excludable == 1<<model.NumStructures-1 {
		return nil, &model.Error{Kind: model.KindInvalid,
			What: "every structure is excluded by some rule, so a company could be left without advice",
			Cure: "Leave one structure that no rule excludes."}
	}
	if err := e.compileRest(); err != nil {
		return nil, err
	}
	e.compileAlive()
	e.findDistinct()
	e.compileOpenTerms()
	e.tangle, e.mostFlips = e.untangle(), e.countFlips()
	e.compileOrders()
	if x := e.excess(); x != nil {
		return nil, x
	}
	e.annex = sync.OnceValue(func() *annex { return e.readAnnex(&f.Annex) })
	e.playbook = func() *model.Playbook { return &f.Playbook }
	e.growers = sync.OnceValue(e.findGrowers)
	return e, nil
}

// Builtin is the engine of the framework that remit carries, made once. Its
// framework is tested, so it does not fail.
func Builtin() *Engine { return builtin() }

var builtin = sync.OnceValue(func() *Engine {
	e, err := New(builtinFramework())
	if err != nil {
		panic("advisor: the built-in framework: " + err.Error())
	}
	e.annex = sync.OnceValue(func() *annex { return e.readAnnex(builtinAnnex()) })
	e.playbook = builtinPlaybook
	return e
})

// Framework gives what the engine was made from; not to be changed.
func (e *Engine) Framework() *model.Framework { return e.f }

// Playbook gives what the framework says of life after the advice; not to be changed.
// Each of its parts may be empty.
func (e *Engine) Playbook() *model.Playbook { return e.playbook() }

func compileEffect(r model.Rule) effect {
	var eff effect
	if r.Effect == model.Scores {
		for s, p := range r.Points {
			eff.points[s] = int32(p)
		}
	}
	for _, s := range r.Exclude {
		eff.excluded |= 1 << s
	}
	return eff
}

// compileRule files the effect of rule number i.
func (e *Engine) compileRule(i int, eff effect) {
	terms := e.rules[i].terms
	if len(terms) != 1 {
		e.combos = append(e.combos, combo{effect: eff, terms: terms})
		return
	}
	for class, ok := range terms[0].holds {
		if ok {
			e.unary[terms[0].question][class].add(&eff)
		}
	}
}

// compile readies conditions; kind and id name their owner in errors.
func (e *Engine) compile(kind, id string, when []model.Condition) (compiled, error) {
	c := compiled{}
	for _, cond := range when {
		q, ok := e.index[cond.Question]
		if !ok {
			return c, &model.Error{Kind: model.KindInvalid, What: fmt.Sprintf("%s %q asks about the unknown question %q", kind, id, cond.Question)}
		}
		c.terms = append(c.terms, term{question: q, holds: e.holds(q, cond)})
		c.questions = append(c.questions, cond.Question)
	}
	return c, nil
}

// compileRest readies the tables and the dissents.
func (e *Engine) compileRest() error {
	for _, t := range []struct {
		rows []model.Row
		into *[]compiled
	}{{e.f.Engagement.Rows, &e.engagement}, {e.f.Reporting.Rows, &e.reporting}} {
		for _, r := range t.rows {
			c, err := e.compile("row", r.ID, r.When)
			if err != nil {
				return err
			}
			*t.into = append(*t.into, c)
		}
	}
	for _, d := range e.f.Dissents {
		c, err := e.compile("dissent", d.ID, d.When)
		if err != nil {
			return err
		}
		e.dissents = append(e.dissents, c)
	}
	return nil
}

// holds says for each class of a question whether a condition holds.
func (e *Engine) holds(q int, c model.Condition) []bool {
	d := &e.domains[q]
	h := make([]bool, d.classes())
	for i, a := range d.answer {
		h[i+1] = c.Holds(a)
	}
	return h
}

// compileAlive turns the combos' terms into the bit sets that scoring reads.
func (e *Engine) compileAlive() {
	e.words = (len(e.combos) + 63) / 64
	e.alive = make([][]uint64, len(e.domains))
	for q := range e.domains {
		e.alive[q] = make([]uint64, e.domains[q].classes()*e.words)
		for i := range e.alive[q] {
			e.alive[q][i] = ^uint64(0)
		}
	}
	for i := range e.combos {
		for _, t := range e.combos[i].terms {
			for class, ok := range t.holds {
				if !ok {
					e.alive[t.question][class*e.words+i/64] &^= 1 << (i % 64)
				}
			}
		}
	}
}

// findDistinct merges the classes that no scoring or excluding rule tells apart.
func (e *Engine) findDistinct() {
	for q := range e.domains {
		d := &e.domains[q]
		d.same = make([]uint16, d.classes())
		for class := range d.classes() {
			d.same[class] = uint16(class)
			for _, other := range d.distinct {
				if e.alike(q, class, int(other)) {
					d.same[class] = other
				}
			}
			if d.same[class] == uint16(class) {
				d.distinct = append(d.distinct, uint16(class))
			}
		}
		for _, like := range d.distinct {
			n := uint64(0)
			for _, class := range d.same {
				if class == like {
					n++
				}
			}
			d.alike = append(d.alike, n)
			if i := slices.Index(d.same[1:], like); i >= 0 {
				d.targets = append(d.targets, uint16(i+1))
			}
		}
	}
}

func (e *Engine) alike(q, a, b int) bool {
	if e.unary[q][a] != e.unary[q][b] {
		return false
	}
	for w := range e.words {
		if e.alive[q][a*e.words+w] != e.alive[q][b*e.words+w] {
			return false
		}
	}
	return true
}

// compileOpenTerms translates the terms of combos from classes to distinct classes.
func (e *Engine) compileOpenTerms() {
	for i := range e.combos {
		for k := range e.combos[i].terms {
			t := &e.combos[i].terms[k]
			t.distinct = openTerm{question: t.question, holds: make([]bool, len(e.domains[t.question].distinct))}
			for place, class := range e.domains[t.question].distinct {
				t.distinct.holds[place] = t.holds[class]
			}
		}
	}
}

// read turns answers into a sheet, and marks the questions that a completion may
// still answer.
func (e *Engine) read(as model.Answers, s sheet, open []bool) {
	for q := range e.domains {
		a := as[e.domains[q].id]
		s[q], open[q] = e.domains[q].class(a), a.Open()
	}
}

// sheetOf is read for those who want the sheet only.
func (e *Engine) sheetOf(as model.Answers) sheet {
	s := make(sheet, len(e.domains))
	e.read(as, s, make([]bool, len(s)))
	return s
}
