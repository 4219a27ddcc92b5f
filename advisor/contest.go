package advisor

import "remit/model"

// A contest asks whether some sheet makes one structure lead in one world and
// another in a second world at once, where a world is the framework with a question
// held at a class, or without one of its rules. With one world it asks whether a
// structure can lead at all under conditions. This is how laws are proved over every
// sheet, and how the smallest sheet that breaks one is found: the answer is exact.
//
// Each world asks for four differences to stay above their thresholds, as in
// possible.go. Two more numbers are added: what the two worlds' leaders gain on each
// other, in which all that is common to the worlds cancels, so that the bound is
// tight where the worlds differ little; and the number of answers, so that it can be
// bounded.

// world is a variant of the framework in which structure lead must be recommended.
type world struct {
	lead    model.Structure
	held    map[int]uint16 // questions held at a class
	without int            // a rule that is left out, by number; -1 for none
}

const (
	perWorld = model.NumStructures - 1
	crossDim = 2 * perWorld
	sizeDim  = crossDim + 1
	numDims  = sizeDim + 1
)

// margins are the numbers that a contest adds up. banned marks what excludes a
// structure that has to lead.
type margins struct {
	of     [numDims]int32
	banned bool
}

func (m *margins) add(o *margins) {
	for i := range m.of {
		m.of[i] += o.of[i]
	}
	m.banned = m.banned || o.banned
}

// unlimited is more answers than there are questions.
const unlimited = 1 << 20

// contest is a question about all sheets.
type contest struct {
	e       *Engine
	by      *verifying
	worlds  []world
	allowed map[int][]bool // by question and class; a question without an entry is free
	need    [numDims]int32
	tied    *model.Structure
	tree    tree[margins, *margins]
}

// newContest sets up the question. allowed restricts the classes of some questions;
// most bounds the number of questions with an answer.
func (v *verifying) newContest(allowed map[int][]bool, most int32, worlds ...world) *contest {
	e := v.Engine
	c := &contest{e: e, by: v, worlds: worlds, allowed: allowed}
	c.need[sizeDim] = -most
	v.spend(len(e.f.Rules))
	for w := range worlds {
		r := e.race(worlds[w].lead)
		for i, n := range r.need {
			c.need[w*perWorld+i] = n
		}
	}
	if len(worlds) == 2 && worlds[0].lead != worlds[1].lead {
		c.need[crossDim] = 1 // one of the two is behind the other in the order of ties
	}
	c.build()
	return c
}

// level asks besides that another structure is level with the leader of the only
// world: the difference to it, which may not be negative, may not be positive either.
func (c *contest) level(other model.Structure) {
	c.need[crossDim] = 0
	c.tied = &other
	c.tree = tree[margins, *margins]{}
	c.build()
}

// build reduces the rules of all worlds to one tree.
func (c *contest) build() {
	e := c.e
	c.tree.choices = make([][]margins, len(e.domains))
	held := make([]bool, len(e.domains))
	for _, w := range c.worlds {
		for q := range w.held {
			held[q] = true
		}
	}
	for q := range e.domains {
		if held[q] {
			// The worlds differ here; as an answer it counts once.
			c.tree.base.of[sizeDim]--
			continue
		}
		c.tree.open = append(c.tree.open, q)
		c.tree.choices[q] = make([]margins, len(e.domains[q].distinct))
		for place := range e.domains[q].distinct {
			m := &c.tree.choices[q][place]
			class, ok := c.class(q, place)
			m.banned = !ok
			if class != silent {
				m.of[sizeDim]--
			}
		}
	}
	for i := range e.f.Rules {
		if r := &e.f.Rules[i]; r.Effect == model.Scores || r.Effect == model.Excludes {
			c.addRule(i, compileEffect(*r))
		}
	}
}

// class gives an allowed class that the distinct one at a place stands for, silence
// if possible; ok is false if there is none.
func (c *contest) class(q, place int) (class uint16, ok bool) {
	like := c.e.domains[q].distinct[place]
	for k, same := range c.e.domains[q].same {
		if may := c.allowed[q]; same == like && (may == nil || may[k]) {
			return uint16(k), true
		}
	}
	return 0, false
}

// addRule files what rule number i does in the worlds.
func (c *contest) addRule(i int, eff effect) {
	var terms []openTerm
	var per [2]effect
	lives := false
	for w := range c.worlds {
		if c.worlds[w].without == i {
			continue
		}
		alive := true
		for _, t := range c.e.rules[i].terms {
			if class, held := c.worlds[w].held[t.question]; held {
				alive = alive && t.holds[class]
			}
		}
		if alive {
			per[w], lives = eff, true
		}
	}
	if !lives {
		return
	}
	for _, t := range c.e.rules[i].terms {
		if _, held := c.worlds[0].held[t.question]; held {
			continue
		}
		o := openTerm{question: t.question}
		for _, class := range c.e.domains[t.question].distinct {
			o.holds = append(o.holds, t.holds[class])
		}
		terms = append(terms, o)
	}
	c.tree.settle(joint[margins]{c.margins(per), terms})
}

// margins turns effects in the worlds into the numbers of the contest.
func (c *contest) margins(per [2]effect) (m margins) {
	for w := range c.worlds {
		r := c.e.race(c.worlds[w].lead)
		g, ok := r.gaps(&per[w])
		m.banned = m.banned || !ok
		copy(m.of[w*perWorld:], g[:])
	}
	if c.tied != nil {
		// An excluded structure is level with nobody: it may not lead at all.
		m.banned = m.banned || per[0].excluded>>*c.tied&1 == 1
		m.of[crossDim] = gain(&per[0], *c.tied, c.worlds[0].lead)
	}
	if len(c.worlds) == 2 {
		a, b := c.worlds[0].lead, c.worlds[1].lead
		m.of[crossDim] = gain(&per[0], a, b) + gain(&per[1], b, a)
	}
	return m
}

// gain is what an effect gives to a over b.
func gain(e *effect, a, b model.Structure) int32 {
	g := e.points[a] - e.points[b]
	if e.excluded>>b&1 == 1 {
		g += outOfRace
	}
	return g
}

// possible reports whether such a sheet exists; it says no once the verification has
// given up.
func (c *contest) possible() bool { return c.search(c.tree) }

func (c *contest) search(t tree[margins, *margins]) bool {
	if t.base.banned || !c.by.spend(len(t.open)+len(t.joint)) || !c.hopeful(&t) {
		return false
	}
	groups, largest := t.groups()
	if largest == nil {
		return c.addUp(&t, groups)
	}
	q, _ := t.busiest(largest)
	for place := range t.choices[q] {
		if !t.choices[q][place].banned && c.search(t.fix(q, place)) {
			return true
		}
	}
	return false
}

// hopeful bounds a tree from above: every question gives its best to each number on
// its own, and every rule that helps fires.
func (c *contest) hopeful(t *tree[margins, *margins]) bool {
	best := t.base.of
	for _, q := range t.open {
		top, seen := [numDims]int32{}, false
		for i := range t.choices[q] {
			m := &t.choices[q][i]
			switch {
			case m.banned:
			case !seen:
				top, seen = m.of, true
			default:
				top = higher(top, m.of)
			}
		}
		if !seen {
			return false
		}
		best = added(best, top)
	}
	for i := range t.joint {
		if j := &t.joint[i]; !j.effect.banned {
			best = added(best, higher(j.effect.of, [numDims]int32{}))
		}
	}
	return reaches(best, [numDims]int32{}, c.need)
}

// addUp decides a tree whose groups share no rule; see node.addUp.
func (c *contest) addUp(t *tree[margins, *margins], groups [][]int) bool {
	fronts := make([][][numDims]int32, 0, len(groups))
	for _, g := range groups {
		var front [][numDims]int32
		t.assignments(g, func(_ []int, m *margins) {
			if !m.banned {
				front = keep(front, m.of)
			}
		})
		if len(front) == 0 {
			return false
		}
		fronts = append(fronts, front)
	}
	return addUp(t.base.of, c.need, fronts, c.by.spend)
}

// example gives a sheet with as few answers as any that wins the contest, held
// questions at their class in the first world; nil if there is none. It asks the
// contest again and again, with fewer answers and then with one question fixed after
// the other.
func (c *contest) example() sheet {
	if !c.possible() {
		return nil
	}
	low, high := int32(0), int32(len(c.e.domains))
	for low < high {
		middle := (low + high) / 2
		c.need[sizeDim] = -middle
		if c.possible() {
			high = middle
		} else {
			low = middle + 1
		}
	}
	c.need[sizeDim] = -low
	s := make(sheet, len(c.e.domains))
	for q, class := range c.worlds[0].held {
		s[q] = class
	}
	t := c.tree
	for len(t.open) > 0 && c.by.err == nil {
		q := t.open[0]
		for place := range c.e.domains[q].distinct {
			class, ok := c.class(q, place)
			if !ok || t.choices[q][place].banned {
				continue
			}
			if fixed := t.fix(q, place); c.search(fixed) {
				s[q], t = class, fixed
				break
			}
		}
	}
	return s
}
