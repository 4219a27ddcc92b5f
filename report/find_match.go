package report

import "math"

// Laying a question beside a topic, and judging what came of it.

// likeness is how far a question is one of the ways to ask for a topic.
type likeness struct {
	fits  float64 // from 0 to 1
	point float64 // where the way to ask only names roles: how much of what was asked of them the topic has, from 0 to 1
	scant bool    // they share no more than one word that tells something, and one of them says much more
	twins bool    // they are the same but for how they ask
	same  bool    // they are the same
}

// asking is a question as it is laid beside topics.
type asking struct {
	weighed
	near []float64 // beside its words: what each counts where a way to ask lacks it and the topic in hand has it
}

// match lays what was asked beside a topic. What is one of the ways to ask for it word
// for word goes before all that is only like it.
func (f *Finder) match(i int, asked *asking) Match {
	const (
		exact  = 1.15
		twin   = 1.1 // but for how it is asked
		alike  = 0.8 // what the nearest way to ask counts; the rest is how much the topic speaks of it at all
		missed = 0.7 // for each role that was named and that it is not about
	)
	t := &f.shelf[i]
	m := Match{Topic: f.topics[i]}
	there, point := t.nearTo(asked)
	if !there {
		return m
	}
	for j := range t.phrases {
		p := &t.phrases[j]
		like := asked.liken(p)
		if asked.point > 0 && p.point == 0 {
			like.point = point / asked.point
		}
		if like.fits > m.fits {
			m.likeness = like
		}
		switch {
		case like.same:
			m.Score = exact
		case like.twins && asked.point > 0:
			m.Score = max(m.Score, twin)
		}
	}
	m.fits = alike*m.fits + (1-alike)*t.covered(asked)/asked.weight
	var missing int
	missing, m.misses = t.missing(asked)
	m.Score = max(m.Score, m.fits) * rank(m.Kind) * math.Pow(missed, float64(missing))
	return m
}

// nearTo works out what each word that was asked counts where a way to ask lacks it and
// the topic has it. It reports whether the topic has any of them, and what those weigh
// that are neither roles nor ways to ask.
func (t *shelved) nearTo(asked *asking) (there bool, point float64) {
	const (
		inAbout = 0.6 // of its weight does a word count that is one of the topic's roles
		inWays  = 0.5 // one that stands in another way to ask
		inText  = 0.3 // and one that stands in the answer
	)
	for k, word := range asked.tokens {
		w := asked.words[k]
		asked.near[k] = 0
		switch {
		case t.about.holds(word):
			asked.near[k] = inAbout * w.weight
		case word.in(t.ways):
			asked.near[k] = inWays * w.weight
		case t.speaks(word) > 0:
			asked.near[k] = inText * w.weight
		}
		if asked.near[k] > 0 {
			there = true
			if w.tells() {
				point += w.weight
			}
		}
	}
	return there, point
}

// liken compares what was asked with one way to ask for a topic: how much of the question
// stands in it, and how much of it in the question.
func (a *asking) liken(p *weighed) likeness {
	const (
		least  = 0.45 // what is left where the way to ask says far more than the question
		others = 0.8  // for a way to ask that is about roles of which none was named
		half   = 0.6  // of a text is enough for one word to tell what it is about
	)
	both, near, said, shared := 0.0, 0.0, 0.0, 0
	like := likeness{point: 1, twins: true, same: true}
	lacks := func(w word) {
		like.same = false
		like.twins = like.twins && w.frames
	}
	for k, token := range a.tokens {
		w := a.words[k]
		if !p.holds(token) {
			near += a.near[k]
			lacks(w)
			continue
		}
		both += w.weight
		if !w.frames {
			shared++
		}
	}
	roles, named := false, false
	for k, token := range p.tokens {
		w, there := p.words[k], a.holds(token)
		if there {
			said += w.weight
		} else {
			lacks(w)
		}
		roles, named = roles || w.role, named || w.role && there
	}
	like.fits = (both + near) / a.weight * (least + (1-least)*said/p.weight)
	if roles && !named {
		like.fits *= others
	}
	like.scant = shared < 2 && (said < half*p.weight || both < half*a.weight)
	return like
}

// judge gives the best match if it has most of what was asked, is about a role that was
// named and about what was asked of it; and what comes so near to it that it may be meant
// just as well. The less of the question the best one has, the more the next may be it.
func judge(matches []Match) (best, second *Topic) {
	const (
		most    = 0.42
		machine = 0.65 // of what is a part of the machine
		part    = 0.4
		good    = 0.6
		whole   = 0.93 // next to nothing is missing, so that being first is enough
		ahead   = 1.08
		apart   = 1.25 // where it is not even good
	)
	if len(matches) == 0 {
		return nil, nil
	}
	m := &matches[0]
	least, lead := machine, ahead
	if m.Kind == AboutExplanation || m.Kind == AboutRole {
		least = most
	}
	if m.fits < least || m.point < part || m.misses || m.scant {
		return nil, nil
	}
	if m.fits < good {
		lead = apart
	}
	for i := range matches[1:] {
		next := &matches[1+i]
		if m.fits >= whole || m.Score >= lead*next.Score {
			break
		}
		if next.ID != m.ID { // what bears the same name is about the same
			return &m.Topic, &next.Topic
		}
	}
	return &m.Topic, nil
}
