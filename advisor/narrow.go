package advisor

import "remit/model"

// How much a question narrows the matter down. A quick check ends when one structure
// is left that no other can pass any more. So the distance to the end is measured in
// points: by how much the most dangerous rival could still come to stand before the
// structure that is best placed to win. A question is worth what the distance shrinks
// by its answer, on average over all its answers.

// farthest is the greatest distance that is told from greater ones. A rival whose
// opponent may yet be excluded is as far ahead as can be.
const farthest = 200

// grain is what the last point of distance counts.
const grain = 1000

// prospects tells for each question to be asked how much nearer its answers bring the
// end. Each class of real answers counts alike; silence is no answer to hope for.
func (n *node) prospects(possible []model.Structure, ask []int) []prospect {
	spans := make([]span, len(possible))
	bests := make([]*gaps, len(possible))
	for i, s := range possible {
		spans[i] = n.span(s)
		bests[i] = &spans[i].best
	}
	list := make([]prospect, len(ask))
	now := steps(distance(spans, bests))
	then := make([]gaps, len(possible))
	for k, q := range ask {
		d := &n.e.domains[q]
		sum := 0
		for place, class := range d.distinct {
			alike := int(d.alike[place])
			if class == silent {
				alike--
			}
			if alike == 0 {
				continue
			}
			dead := n.dead(q, place)
			for i := range spans {
				bests[i] = nil
				if g, ok := spans[i].gaps(&n.choices[q][place]); ok {
					then[i] = spans[i].given(q, g, dead)
					bests[i] = &then[i]
				}
			}
			sum += alike * (now - steps(distance(spans, bests)))
		}
		list[k] = prospect{q, sum / max(1, len(d.answer))}
	}
	return list
}

// steps weighs a distance: a point counts the more the nearer the end is, the last
// one grain, the one before it half of that, and so on. To come from two points to
// none is worth more than to come from thirty to twenty-eight.
func steps(distance int) (sum int) {
	for k := range distance {
		sum += grain / (k + 1)
	}
	return sum
}

// distance bounds from above by how many points a rival could still come to stand
// before a structure; of the structures the best placed is taken, of its rivals the
// most dangerous. bests are bounds of the differences, nil for a structure that is
// excluded. It is 0 only if the matter is decided, but may be more when it is.
func distance(spans []span, bests []*gaps) int {
	var lead [model.NumStructures]int // by structure: the most that a rival may come before it
	hopeful := 0
	for i := range spans {
		r := &spans[i].race
		if bests[i] == nil || !r.reaches(*bests[i]) {
			lead[r.lead] = farthest
			continue
		}
		hopeful++
		for k, s := range r.rivals {
			lead[s] = max(lead[s], min(farthest, int(bests[i][k]-r.need[k])+1))
		}
	}
	if hopeful < 2 {
		return 0
	}
	least := farthest
	for i := range spans {
		least = min(least, lead[spans[i].lead])
	}
	return least
}

// span is a race with the bound of its differences and what the bound is made of.
type span struct {
	race
	best  gaps
	tops  []gaps // by question: the best that an answer adds
	helps []gaps // by joint rule: what it adds if it helps
}

func (n *node) span(lead model.Structure) span {
	s := span{race: n.e.race(lead), tops: make([]gaps, len(n.choices)), helps: make([]gaps, len(n.joint))}
	s.best, _ = n.bound(&s.race)
	for _, q := range n.open {
		s.tops[q], _ = n.top(&s.race, q)
	}
	for i := range n.joint {
		s.helps[i] = n.help(&s.race, i)
	}
	return s
}

// given is the bound once a question adds g for certain, and the dead rules nothing.
func (s *span) given(q int, g gaps, dead []int) gaps {
	best := added(s.best, g).minus(s.tops[q])
	for _, i := range dead {
		best = best.minus(s.helps[i])
	}
	return best
}

// dead lists the joint rules that cannot fire once a question has a class.
func (n *node) dead(q, place int) (rules []int) {
	for i := range n.joint {
		for _, t := range n.joint[i].terms {
			if t.question == q && !t.holds[place] {
				rules = append(rules, i)
				break
			}
		}
	}
	return rules
}
