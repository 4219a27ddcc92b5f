package advisor

import (
	"strings"

	"remit/model"
)

const (
	// samples is how many completions Next weighs questions with. They are spread
	// evenly over the classes by a fixed sequence, the same in every process.
	samples = 512

	// stayFor is how many hundredths of another topic's gain a question of a topic
	// already begun needs to be asked first: people dislike jumping between topics.
	stayFor = 60
)

// sample draws completions of the empty sheet, class by class evenly.
func (e *Engine) sample() []sheet {
	list := make([]sheet, samples)
	r := sequence(0)
	for i := range list {
		s := make(sheet, len(e.domains))
		for q := range s {
			if classes := e.domains[q].classes() - 1; classes > 0 {
				s[q] = uint16(1 + r.below(classes))
			}
		}
		list[i] = s
	}
	return list
}

// sequence is a fixed sequence of numbers that look random (splitmix64): the same in
// every process and for ever, as the advice must be.
type sequence uint64

func (r *sequence) next() uint64 {
	*r += 0x9e3779b97f4a7c15
	z := uint64(*r)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

func (r *sequence) below(n int) int { return int(r.next() % uint64(n)) }

// Next chooses the question to ask now: among those without any answer the one that
// separates best, over sampled completions, the structures that are still possible;
// questions of a topic already begun go first unless another gains much more. What
// can still matter, and whether the matter is decided, is exact; only the choice
// among the questions that matter is weighed by samples.
func (e *Engine) Next(as model.Answers) model.Next {
	c := e.consider(as)
	defer e.release(c)
	s, open, n := c.sheet, c.open, c.node
	next := model.Next{}
	fresh := make([]bool, len(e.domains))
	for q := range e.domains {
		if as[e.domains[q].id].Kind == model.Unanswered {
			fresh[q] = true
			next.Left++
		}
	}
	possible := e.possible(nil, n, s, open)
	next.Decided = len(possible) == 1
	live := n.live(possible)
	for q := range live {
		if live[q] && open[q] {
			next.Matter++
		}
	}
	if next.Decided {
		next.Matter = 0
		next.Reason = "No further answer can change the recommendation."
		return next
	}
	best := e.weigh(s, open, func(q int) bool { return fresh[q] && live[q] }, e.begun(as))
	if best < 0 {
		next.Reason = "Every question that could still change the recommendation has been asked."
		return next
	}
	next.Question = e.domains[best].id
	next.Reason = e.titles(possible) + " are still possible; no other question tells them apart better."
	return next
}

// titles names structures in a sentence, at least two.
func (e *Engine) titles(list []model.Structure) string {
	if len(list) == model.NumStructures {
		return "All five"
	}
	words := make([]string, len(list))
	for i, s := range list {
		words[i] = e.f.Structure(s).Title
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

// live marks the open questions whose answer can still change how the possible
// structures stand to each other.
func (n *node) live(possible []model.Structure) []bool {
	live := make([]bool, len(n.choices))
	differs := func(a, b *effect) bool {
		for _, p := range possible {
			if a.points[p]-a.points[possible[0]] != b.points[p]-b.points[possible[0]] {
				return true
			}
		}
		return a.excluded != b.excluded
	}
	for _, q := range n.open {
		for i := range n.choices[q] {
			live[q] = live[q] || differs(&n.choices[q][0], &n.choices[q][i])
		}
	}
	for i := range n.joint {
		if differs(&effect{}, &n.joint[i].effect) {
			for _, t := range n.joint[i].terms {
				live[t.question] = true
			}
		}
	}
	return live
}

// begun marks the topics in which something has been answered.
func (e *Engine) begun(as model.Answers) map[string]bool {
	topics := map[string]bool{}
	for q := range e.domains {
		if as[e.domains[q].id].Kind != model.Unanswered {
			topics[e.domains[q].topic] = true
		}
	}
	return topics
}

// weigh gives the eligible question with the greatest gain, -1 if there is none.
// The gain of a question is how much purer the samples' recommendations become when
// they are split by its answer (the Gini gain, in whole numbers).
func (e *Engine) weigh(s sheet, open []bool, eligible func(int) bool, begun map[string]bool) int {
	won := make([]uint8, samples)
	try := make(sheet, len(s))
	list := e.samples()
	for i, sample := range list {
		for q := range try {
			try[q] = s[q]
			if open[q] {
				try[q] = sample[q]
			}
		}
		t := e.score(try)
		won[i] = uint8(e.winner(&t))
	}
	stay, move := pick{-1, -1}, pick{-1, -1}
	for q := range s {
		if !eligible(q) {
			continue
		}
		p := pick{q, e.purity(q, list, won)}
		if begun[e.domains[q].topic] {
			stay = stay.or(p)
		} else {
			move = move.or(p)
		}
	}
	if move.question < 0 || stay.question >= 0 && stay.gain*100 >= move.gain*stayFor {
		return stay.question
	}
	return move.question
}

type pick struct{ question, gain int }

// or keeps the first of equal gains: the framework's order is the natural one.
func (p pick) or(other pick) pick {
	if other.gain > p.gain {
		return other
	}
	return p
}

// purity measures how alike the samples are within each answer to q, less how alike
// they are on the whole; in thousandths of a sample, so that small gains count.
func (e *Engine) purity(q int, list []sheet, won []uint8) int {
	counts := make([][model.NumStructures]int, e.domains[q].classes())
	var total [model.NumStructures]int
	for i, s := range list {
		counts[s[q]][won[i]]++
		total[won[i]]++
	}
	const scale = 1000
	pure := func(c [model.NumStructures]int) int {
		sum, squares := 0, 0
		for _, k := range c {
			sum += k
			squares += k * k
		}
		if sum == 0 {
			return 0
		}
		return squares * scale / sum
	}
	gain := -pure(total)
	for _, c := range counts {
		gain += pure(c)
	}
	return gain
}
