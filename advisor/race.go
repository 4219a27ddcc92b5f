package advisor

import "remit/model"

// race is one structure against the other four.
type race struct {
	lead   int
	rivals [model.NumStructures - 1]int
	need   gaps // the difference that keeps the leader in front
}

func (e *Engine) race(lead model.Structure) race {
	r := race{lead: int(lead)}
	i := 0
	for s := range model.NumStructures {
		if s == int(lead) {
			continue
		}
		r.rivals[i] = s
		if e.order[s] < e.order[lead] {
			r.need[i] = 1
		}
		i++
	}
	return r
}

// gaps are the leader's differences to its rivals.
type gaps [model.NumStructures - 1]int32

// outOfRace is what an excluded rival adds to the leader's difference: more than the
// points of all rules (maxReach), and far from overflow when every rule adds it.
const outOfRace = 2 * maxReach

// gaps turns an effect into differences; ok is false if it excludes the leader.
func (r *race) gaps(e *effect) (g gaps, ok bool) {
	for i, s := range r.rivals {
		g[i] = e.points[r.lead] - e.points[s]
		if e.excluded>>s&1 == 1 {
			g[i] += outOfRace
		}
	}
	return g, e.excluded>>r.lead&1 == 0
}

func (g gaps) minus(h gaps) gaps {
	for i := range g {
		g[i] -= h[i]
	}
	return g
}

// reaches reports whether the leader stays in front with these differences.
func (r *race) reaches(g gaps) bool { return reaches(g, gaps{}, r.need) }
