package advisor

import "slices"

// tree is a partly filled sheet on which only the open questions still move, and what
// is summed over it: P is the sum of a rule's effect, *P can add another. The rules
// are reduced to what the fixed answers leave of them: a part that is certain (base),
// a part for each open question alone (choices), and the rules that still join two
// open questions or more (joint).
type tree[P any, A adder[P]] struct {
	base    P
	open    []int // questions, ascending
	choices [][]P // by question; for open ones by place in domain.distinct
	joint   []joint[P]
}

type adder[P any] interface {
	*P
	add(*P)
}

// joint is what is left of a combo: its effect, and for each open question that it
// asks about the classes that satisfy it, as places in domain.distinct.
type joint[P any] struct {
	effect P
	terms  []openTerm
}

type openTerm struct {
	question int
	holds    []bool // by place in domain.distinct
}

func (j *joint[P]) fires(at []int) bool {
	for _, t := range j.terms {
		if !t.holds[at[t.question]] {
			return false
		}
	}
	return true
}

// largestGroup is the number of assignments up to which a group of joined questions
// is tried out in full; above it a question is fixed first.
const largestGroup = 96

// settle files a rule by how many open questions it still asks about.
func (t *tree[P, A]) settle(j joint[P]) {
	switch len(j.terms) {
	case 0:
		A(&t.base).add(&j.effect)
	case 1:
		term := j.terms[0]
		for i, ok := range term.holds {
			if ok {
				A(&t.choices[term.question][i]).add(&j.effect)
			}
		}
	default:
		t.joint = append(t.joint, j)
	}
}

// fix gives one open question the class at a place and returns the smaller tree.
func (t *tree[P, A]) fix(q, place int) tree[P, A] {
	m := tree[P, A]{base: t.base, open: make([]int, 0, len(t.open)-1), choices: make([][]P, len(t.choices))}
	A(&m.base).add(&t.choices[q][place])
	for _, o := range t.open {
		if o != q {
			m.open = append(m.open, o)
			m.choices[o] = t.choices[o]
		}
	}
	owned := make([]bool, len(t.choices)) // whose choices are m's own to change
	for _, j := range t.joint {
		at := slices.IndexFunc(j.terms, func(term openTerm) bool { return term.question == q })
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
			m.choices[o] = slices.Clone(m.choices[o])
			owned[o] = true
		}
		m.settle(joint[P]{j.effect, rest})
	}
	return m
}

// groups splits the open questions into those that rules join. largest is a group
// too big to be tried out, nil if there is none.
func (t *tree[P, A]) groups() (groups [][]int, largest []int) {
	root := make([]int, len(t.choices))
	for _, q := range t.open {
		root[q] = q
	}
	find := func(q int) int {
		for root[q] != q {
			q = root[q]
		}
		return q
	}
	for _, j := range t.joint {
		for _, term := range j.terms[1:] {
			root[find(term.question)] = find(j.terms[0].question)
		}
	}
	place := make([]int, len(t.choices))
	for _, q := range t.open {
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
			size = min(size*len(t.choices[q]), 1<<20)
		}
		if len(g) > 1 && size > most {
			most, largest = size, g
		}
	}
	return groups, largest
}

// busiest gives the question of a group that most joint rules ask about, and how many
// that are.
func (t *tree[P, A]) busiest(group []int) (question, rules int) {
	count := make([]int, len(t.choices))
	for _, j := range t.joint {
		for _, term := range j.terms {
			count[term.question]++
		}
	}
	best := group[0]
	for _, q := range group {
		if count[q] > count[best] {
			best = q
		}
	}
	return best, count[best]
}

// assignments visits what every way to answer a group's questions adds up to, with
// the answers as places in domain.distinct by question.
func (t *tree[P, A]) assignments(group []int, visit func(at []int, sum *P)) {
	at := make([]int, len(t.choices))
	if len(group) == 1 {
		q := group[0]
		for at[q] = range t.choices[q] {
			visit(at, &t.choices[q][at[q]])
		}
		return
	}
	member := make([]bool, len(t.choices))
	for _, q := range group {
		member[q] = true
	}
	var rules []*joint[P]
	for i := range t.joint {
		if member[t.joint[i].terms[0].question] {
			rules = append(rules, &t.joint[i])
		}
	}
	for {
		var sum P
		for _, q := range group {
			A(&sum).add(&t.choices[q][at[q]])
		}
		for _, j := range rules {
			if j.fires(at) {
				A(&sum).add(&j.effect)
			}
		}
		visit(at, &sum)
		i := 0
		for ; i < len(group); i++ {
			q := group[i]
			if at[q]++; at[q] < len(t.choices[q]) {
				break
			}
			at[q] = 0
		}
		if i == len(group) {
			return
		}
	}
}
