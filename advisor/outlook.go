package advisor

import "remit/model"

// Outlook says what partial answers still allow: for each structure its points now
// and the range they can still reach, whether some completion recommends it, and
// whether the matter is decided. All of it is exact over all completions.
func (e *Engine) Outlook(as model.Answers) model.Outlook {
	c := e.consider(as)
	defer e.release(c)
	var o model.Outlook
	c.outlook(&o)
	c.addRanges(&o)
	return o
}

// outlook is what can be told without the ranges.
func (c *consideration) outlook(o *model.Outlook) {
	o.Possible = c.possible(o.Possible[:0], c.node, c.sheet, c.open)
	o.Decided = len(o.Possible) == 1
	for s := range o.Bars {
		points := int(c.now.points[s])
		o.Bars[s] = model.Bar{Points: points, Low: points, High: points, Excluded: c.now.excluded>>s&1 == 1}
	}
	for _, p := range o.Possible {
		o.Bars[p].Possible = true
	}
}

func (c *consideration) addRanges(o *model.Outlook) {
	for s := range o.Bars {
		o.Bars[s].Low, o.Bars[s].High = c.node.pointRange(model.Structure(s))
	}
}

// possible lists the structures that some completion recommends.
func (e *Engine) possible(list []model.Structure, n *node, s sheet, open []bool) []model.Structure {
	now := e.score(s)
	leader := e.winner(&now)
	for _, lead := range model.Structures() {
		if lead == leader || n.mayLead(lead) && (e.witness(s, open, lead) || n.leads(lead)) {
			list = append(list, lead)
		}
	}
	return list
}

// mayLead is the quick refusal before any search.
func (n *node) mayLead(lead model.Structure) bool {
	r := n.e.race(lead)
	return n.base.excluded>>lead&1 == 0 && n.hopeful(&r)
}

// witness looks greedily for a completion that recommends lead: one question after
// the other takes the class that serves the weakest of the four differences best.
// What it finds is sure; that it finds nothing means nothing, so it may give up.
func (e *Engine) witness(s sheet, open []bool, lead model.Structure) bool {
	const passes = 3
	work := effort{left: longSearch}
	r := e.race(lead)
	try := append(sheet(nil), s...)
	best := e.worstGap(&r, try)
	for range passes {
		before := best
		for q := range try {
			if !open[q] {
				continue
			}
			keep := try[q]
			for _, class := range e.domains[q].distinct {
				if !work.spend(len(s) * (1 + e.words)) {
					return false
				}
				try[q] = class
				if g := e.worstGap(&r, try); g.better(best) {
					best, keep = g, class
				}
			}
			try[q] = keep
			if best.worst >= 0 {
				return true
			}
		}
		if best == before {
			return false
		}
	}
	return false
}

// shortfall is how far a leader is from leading: its worst difference to a rival,
// and the sum of all that are below their thresholds.
type shortfall struct{ worst, sum int32 }

func (a shortfall) better(b shortfall) bool {
	return a.sum > b.sum || a.sum == b.sum && a.worst > b.worst
}

func (e *Engine) worstGap(r *race, s sheet) shortfall {
	t := e.score(s)
	g, ok := r.gaps(&t)
	f := shortfall{worst: outOfRace}
	if !ok {
		f.worst, f.sum = -outOfRace, -outOfRace
	}
	for i := range g {
		short := g[i] - r.need[i]
		f.worst = min(f.worst, short)
		f.sum += min(0, short)
	}
	return f
}
