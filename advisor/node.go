package advisor

import "slices"

// node is a tree over the effects of an engine's rules.
type node struct {
	tree[effect, *effect]
	e *Engine

	effects []effect   // what choices stand in
	terms   []openTerm // what the terms of joint stand in
}

// node reduces the rules to a sheet; open says which questions may still move.
func (e *Engine) node(s sheet, open []bool) *node {
	n := &node{e: e}
	n.reduce(s, open)
	return n
}

// reduce makes n the node of a sheet, in the memory that n has already.
func (n *node) reduce(s sheet, open []bool) {
	e := n.e
	n.base, n.open, n.joint = effect{}, n.open[:0], n.joint[:0]
	n.choices = append(n.choices[:0], make([][]effect, len(s))...)
	effects, terms := n.effects[:0], n.terms[:0]
	for q, class := range s {
		if !open[q] {
			n.base.add(&e.unary[q][class])
			continue
		}
		n.open = append(n.open, q)
		from := len(effects)
		for _, c := range e.domains[q].distinct {
			effects = append(effects, e.unary[q][c])
		}
		n.choices[q] = effects[from:len(effects):len(effects)]
	}
	for i := range e.combos {
		c := &e.combos[i]
		from, dead := len(terms), false
		for k := range c.terms {
			if t := &c.terms[k]; open[t.question] {
				terms = append(terms, t.distinct)
			} else if !t.holds[s[t.question]] {
				dead = true
				break
			}
		}
		if dead {
			terms = terms[:from]
			continue
		}
		n.settle(joint[effect]{c.effect, terms[from:len(terms):len(terms)]})
		if len(terms)-from < 2 {
			terms = terms[:from]
		}
	}
	n.effects, n.terms = effects, terms
}

// fix gives one open question a class and returns the smaller node.
func (n *node) fix(q int, class uint16) *node {
	return &node{tree: n.tree.fix(q, slices.Index(n.e.domains[q].distinct, class)), e: n.e}
}
