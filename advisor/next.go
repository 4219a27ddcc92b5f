package advisor

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"remit/model"
)

// stayFor is how many hundredths of another topic's gain a question of a topic
// already begun needs to be asked first: people dislike jumping between topics, so
// elsewhere half as much again must be gained.
const stayFor = 67

// Next chooses the question to ask now: among those without any answer that can
// still matter the one that narrows most, on average over its answers, how far the
// matter is from being decided; a topic already begun is kept to unless another one
// gains much more. What can still matter, and whether the matter is decided, is
// exact over all completions. The narrowing is a bound (see distance), its average
// over the answers is exact; nothing is drawn or estimated.
func (e *Engine) Next(as model.Answers) model.Next {
	c := e.consider(as)
	defer e.release(c)
	next := model.Next{}
	fresh := make([]bool, len(e.domains))
	for q := range e.domains {
		if as[e.domains[q].id].Kind == model.Unanswered {
			fresh[q] = true
			next.Left++
		}
	}
	possible := e.possible(nil, c.node, c.sheet, c.open)
	if len(possible) == 1 {
		next.Decided = true
		next.Question, next.Reason = e.ended(c, as)
		return next
	}
	live := c.node.live(possible)
	var ask []int
	for q := range live {
		if live[q] && c.open[q] {
			next.Matter++
		}
		if live[q] && fresh[q] {
			ask = append(ask, q)
		}
	}
	if len(ask) == 0 {
		next.Reason = "Every question that could still change the recommendation has been asked."
		return next
	}
	best, how := e.choose(c.node.prospects(possible, ask), e.begun(as))
	next.Question, next.Keeps = e.domains[best].id, how == keepsOn
	next.Reason = e.titles(possible) + " are still possible; " + whyNow(how)
	return next
}

// ended says why no further answer is needed. Where nothing that was answered speaks for
// any structure, the only one possible is the first of the ties: that is decided, but no
// advice, and what was said not to apply is what could still make one.
func (e *Engine) ended(c *consideration, as model.Answers) (question, reason string) {
	if c.speaks() {
		return "", "No further answer can change the recommendation."
	}
	asked, aside := model.Answers{}, 0
	for id, a := range as {
		if a.Kind == model.NotApplicable {
			aside++
			continue
		}
		asked[id] = a
	}
	if aside > 0 {
		if q := e.f.Question(e.Next(asked).Question); q != nil {
			return q.ID, fmt.Sprintf("What could speak for or against a structure was said not to apply. Answer “%s” after all: it brings a decision nearest.", q.Short)
		}
	}
	return "", "Nothing is left to answer that could speak for or against a structure."
}

// speaks reports whether an answer speaks for or against a structure.
func (c *consideration) speaks() bool {
	for _, rules := range c.weight {
		if slices.ContainsFunc(rules, func(i int) bool { return c.fired[i] }) {
			return true
		}
	}
	return false
}

// choice is how a question came to be asked.
type choice uint8

const (
	gainsMost choice = iota // no other question gains more
	keepsOn                 // one of another topic gains more, but not much more
)

// whyNow ends the sentence that names what is still possible.
func whyNow(how choice) string {
	if how == keepsOn {
		return "this question keeps to the topic begun, as none of another topic brings a decision much nearer."
	}
	return "of what is left to ask, this brings a decision nearest, on average over its answers."
}

// prospect is a question and what asking it gains.
type prospect struct{ question, gain int }

// or keeps the first of equal gains: the framework's order is the natural one.
func (p prospect) or(other prospect) prospect {
	if other.gain > p.gain {
		return other
	}
	return p
}

// choose picks the greatest gain, or the greatest of a topic already begun unless
// that is much less. The list is not empty.
func (e *Engine) choose(list []prospect, begun map[string]bool) (question int, how choice) {
	none := prospect{-1, math.MinInt}
	stay, move := none, none
	for _, p := range list {
		if begun[e.domains[p.question].topic] {
			stay = stay.or(p)
		} else {
			move = move.or(p)
		}
	}
	switch {
	case stay == none || move != none && stay.gain*100 < move.gain*stayFor:
		return move.question, gainsMost
	case move != none && stay.gain < move.gain:
		return stay.question, keepsOn
	}
	return stay.question, gainsMost
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
