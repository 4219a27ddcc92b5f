package advisor

// node is a partly filled sheet on which only the open questions still move. The
// rules are reduced to what the fixed answers leave of them: a part that is certain
// (base), a part for each open question alone (choices), and the rules that still
// join two open questions or more (joint).
type node struct {
	e       *Engine
	base    effect
	open    []int      // questions, ascending
	choices [][]effect // by question; for open ones by place in domain.distinct
	joint   []joint

	effects []effect   // what choices stand in
	terms   []openTerm // what the terms of joint stand in
}

// joint is what is left of a combo: its effect, and for each open question that it
// asks about the classes that satisfy it, as places in domain.distinct.
type joint struct {
	effect
	terms []openTerm
}

type openTerm struct {
	question int
	holds    []bool // by place in domain.distinct
}

// largestGroup is the number of assignments up to which a group of joined questions
// is tried out in full; above it a question is fixed first.
const largestGroup = 96

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
		n.settle(joint{effect: c.effect, terms: terms[from:len(terms):len(terms)]})
		if len(terms)-from < 2 {
			terms = terms[:from]
		}
	}
	n.effects, n.terms = effects, terms
}

// settle files a rule by how many open questions it still asks about.
func (n *node) settle(j joint) {
	switch len(j.terms) {
	case 0:
		n.base.add(&j.effect)
	case 1:
		t := j.terms[0]
		for i, ok := range t.holds {
			if ok {
				n.choices[t.question][i].add(&j.effect)
			}
		}
	default:
		n.joint = append(n.joint, j)
	}
}

// fix gives one open question a class and returns the smaller node.
func (n *node) fix(q int, class uint16) *node {
	place := 0
	for n.e.domains[q].distinct[place] != class {
		place++
	}
	m := &node{e: n.e, base: n.base, open: make([]int, 0, len(n.open)-1), choices: make([][]effect, len(n.choices))}
	m.base.add(&n.choices[q][place])
	for _, o := range n.open {
		if o != q {
			m.open = append(m.open, o)
			m.choices[o] = n.choices[o]
		}
	}
	owned := make([]bool, len(n.choices)) // whose choices are m's own to change
	for _, j := range n.joint {
		at := -1
		for i := range j.terms {
			if j.terms[i].question == q {
				at = i
			}
		}
		if at < 0 {
			m.joint = append(m.joint, j)
			continue
		}
		if !j.terms[at].holds[place] {
			continue
		}
		rest := make([]openTerm, 0, len(j.terms)-1)
		rest = append(append(rest, j.terms[:at]...), j.terms[at+1:]...)
		if len(rest) == 1 && !owned[rest[0].question] {
			o := rest[0].question
			m.choices[o] = append([]effect(nil), m.choices[o]...)
			owned[o] = true
		}
		m.settle(joint{j.effect, rest})
	}
	return m
}

// groups splits the open questions into those that rules join. largest is a group
// too big to be tried out, nil if there is none.
func (n *node) groups() (groups [][]int, largest []int) {
	root := make([]int, len(n.choices))
	for _, q := range n.open {
		root[q] = q
	}
	find := func(q int) int {
		for root[q] != q {
			q = root[q]
		}
		return q
	}
	for _, j := range n.joint {
		for _, t := range j.terms[1:] {
			root[find(t.question)] = find(j.terms[0].question)
		}
	}
	place := make([]int, len(n.choices))
	for _, q := range n.open {
		r := find(q)
		if place[r] == 0 {
			groups = append(groups, nil)
			place[r] = len(groups)
		}
		groups[place[r]-1] = append(groups[place[r]-1], q)
	}
	most := largestGroup
	for _, g := range groups {
		size := 1
		for _, q := range g {
			size = min(size*len(n.choices[q]), 1<<20)
		}
		if len(g) > 1 && size > most {
			most, largest = size, g
		}
	}
	return groups, largest
}

// busiest gives the question of a group that most joint rules ask about.
func (n *node) busiest(group []int) int {
	count := make([]int, len(n.choices))
	for _, j := range n.joint {
		for _, t := range j.terms {
			count[t.question]++
		}
	}
	best := group[0]
	for _, q := range group {
		if count[q] > count[best] {
			best = q
		}
	}
	return best
}

// assignments visits the effect of every way to answer a group's questions.
func (n *node) assignments(group []int, visit func(*effect)) {
	if len(group) == 1 {
		for i := range n.choices[group[0]] {
			visit(&n.choices[group[0]][i])
		}
		return
	}
	n.places(group, func(_ []int, e *effect) { visit(e) })
}

// places is assignments that also tells the answers, as places in domain.distinct by
// question.
func (n *node) places(group []int, visit func(at []int, e *effect)) {
	at := make([]int, len(n.choices))
	member := make([]bool, len(n.choices))
	for _, q := range group {
		member[q] = true
	}
	var rules []*joint
	for i := range n.joint {
		if member[n.joint[i].terms[0].question] {
			rules = append(rules, &n.joint[i])
		}
	}
	for {
		var sum effect
		for _, q := range group {
			sum.add(&n.choices[q][at[q]])
		}
		for _, j := range rules {
			if j.fires(at) {
				sum.add(&j.effect)
			}
		}
		visit(at, &sum)
		i := 0
		for ; i < len(group); i++ {
			q := group[i]
			if at[q]++; at[q] < len(n.choices[q]) {
				break
			}
			at[q] = 0
		}
		if i == len(group) {
			return
		}
	}
}

func (j *joint) fires(at []int) bool {
	for _, t := range j.terms {
		if !t.holds[at[t.question]] {
			return false
		}
	}
	return true
}
