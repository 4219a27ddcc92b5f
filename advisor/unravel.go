package advisor

import (
	"cmp"
	"slices"
)

// Questions that one rule asks about cannot be judged one by one. Taken out in a good
// order they can: a question is answered at its best for each way to answer those
// that it is still joined to, and what it then gives is a table over them. The work
// is the size of these tables, not the number of sheets. It is known before the first
// answer (tangle.go), and no answer makes it greater.

// unravel gives the greatest sum of a weighing of the effect over all completions of
// the node, and a completion that has it, as places in domain.distinct by question.
func (n *node) unravel(value func(*effect) int64) (best int64, at []int) {
	u := n.unraveling(value)
	order := slices.Clone(n.open)
	slices.SortFunc(order, n.e.tangle.compare)
	best = value(&n.base)
	answers := make([]*table, len(order))
	for i, q := range order {
		rest := &table{}
		answers[i], rest = u.takeOut(q)
		switch len(rest.scope) {
		case 0:
			best += rest.cells[0]
		case 1:
			for place, v := range rest.cells {
				u.own[rest.scope[0]][place] += v
			}
		default:
			u.tables[rest.scope[0]] = append(u.tables[rest.scope[0]], rest)
		}
	}
	at = make([]int, len(n.choices))
	for i := len(order) - 1; i >= 0; i-- {
		at[order[i]] = int(answers[i].cells[answers[i].cell(at)])
	}
	return best, at
}

// unraveling is what is still to be done, by the question at which it is due: the
// first of its questions that is taken out.
type unraveling struct {
	*node
	own    [][]int64 // what each place of a question adds alone
	joints [][]worth
	tables [][]*table
}

// worth is what a joint rule adds where its terms hold.
type worth struct {
	terms []openTerm
	value int64
}

// unraveling weighs a node; rules that add nothing join nothing.
func (n *node) unraveling(value func(*effect) int64) *unraveling {
	u := &unraveling{node: n, own: make([][]int64, len(n.choices)), joints: make([][]worth, len(n.choices)), tables: make([][]*table, len(n.choices))}
	for _, q := range n.open {
		u.own[q] = make([]int64, len(n.choices[q]))
		for place := range n.choices[q] {
			u.own[q][place] = value(&n.choices[q][place])
		}
	}
	for i := range n.joint {
		if v := value(&n.joint[i].effect); v != 0 {
			q := u.next(n.joint[i].terms)
			u.joints[q] = append(u.joints[q], worth{n.joint[i].terms, v})
		}
	}
	return u
}

// next gives the question of a rule that is taken out first.
func (u *unraveling) next(terms []openTerm) int {
	return slices.MinFunc(terms, func(a, b openTerm) int { return u.e.tangle.compare(a.question, b.question) }).question
}

// takeOut answers q at its best: answers says with which place, by what the questions
// joined to q say, and rest what it then adds.
func (u *unraveling) takeOut(q int) (answers, rest *table) {
	scope := []int{q}
	for _, j := range u.joints[q] {
		for _, t := range j.terms {
			scope = append(scope, t.question)
		}
	}
	for _, t := range u.tables[q] {
		scope = append(scope, t.scope...)
	}
	slices.SortFunc(scope, u.e.tangle.compare)
	all := u.newTable(slices.Compact(scope))
	own := len(u.own[q])
	for cell := 0; cell < len(all.cells); cell += own {
		copy(all.cells[cell:], u.own[q])
	}
	for _, j := range u.joints[q] {
		all.addWhere(j.terms, j.value)
	}
	for _, t := range u.tables[q] {
		all.addTable(t)
	}
	answers, rest = u.newTable(all.scope[1:]), u.newTable(all.scope[1:])
	for cell := range rest.cells {
		row := all.cells[cell*own : (cell+1)*own]
		top := slices.Max(row)
		rest.cells[cell], answers.cells[cell] = top, int64(slices.Index(row, top))
	}
	return answers, rest
}

// table gives a number for each way to answer the questions of its scope, which
// stand in the order in which they are taken out. The first runs fastest.
type table struct {
	scope  []int
	size   []int // places of each question
	stride []int
	cells  []int64
}

func (n *node) newTable(scope []int) *table {
	t := &table{scope: scope, size: make([]int, len(scope)), stride: make([]int, len(scope))}
	cells := 1
	for i, q := range scope {
		t.size[i], t.stride[i] = len(n.choices[q]), cells
		cells *= t.size[i]
	}
	t.cells = make([]int64, cells)
	return t
}

// cell is where the answers at stand.
func (t *table) cell(at []int) (cell int) {
	for i, q := range t.scope {
		cell += at[q] * t.stride[i]
	}
	return cell
}

// addWhere adds v wherever all terms hold.
func (t *table) addWhere(terms []openTerm, v int64) {
	holds := make([][]bool, len(t.scope))
	for _, term := range terms {
		holds[slices.Index(t.scope, term.question)] = term.holds
	}
	var fill func(axis, cell int)
	fill = func(axis, cell int) {
		if axis < 0 {
			t.cells[cell] += v
			return
		}
		for place := range t.size[axis] {
			if holds[axis] == nil || holds[axis][place] {
				fill(axis-1, cell+place*t.stride[axis])
			}
		}
	}
	fill(len(t.scope)-1, 0)
}

// addTable adds what a table over some of the questions gives.
func (t *table) addTable(o *table) {
	stride := make([]int, len(t.scope))
	for i, q := range o.scope {
		stride[slices.Index(t.scope, q)] = o.stride[i]
	}
	var fill func(axis, cell, from int)
	fill = func(axis, cell, from int) {
		if axis < 0 {
			t.cells[cell] += o.cells[from]
			return
		}
		for place := range t.size[axis] {
			fill(axis-1, cell+place*t.stride[axis], from+place*stride[axis])
		}
	}
	fill(len(t.scope)-1, 0, 0)
}

// compare orders questions as they are taken out.
func (t *tangle) compare(a, b int) int { return cmp.Compare(t.rank[a], t.rank[b]) }
