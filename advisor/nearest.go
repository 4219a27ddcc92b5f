package advisor

import (
	"cmp"
	"math/bits"
	"slices"

	"remit/model"
)

// fewestShared is how many answers a case must have in common with a company to be
// worth showing.
const fewestShared = 3

// whole is one: gaps between answers are counted in parts of it.
const whole = 1000

// Nearest gives at most n published cases that resemble a company, the nearest first.
//
// Only questions count that both the company and the case answer: what either does
// not say is no difference. Each counts as much as it matters to the rules (see
// weights). Two answers that rules cannot tell apart are in common, but for numbers of
// which one is more than twice the other; two options that differ are apart; two numbers
// are as far apart as the share of the question's ranges that lies between them. The resemblance is what is in common, divided by
// what is in common, what is apart, and a doubt as heavy as three questions of
// middling weight: few things in common prove little. So a case resembles itself more
// than any other one that does not say all the same, a further common answer never
// moves a case back, and the order of answers is irrelevant. Equal resemblance keeps
// the framework's order.
//
// A case with fewer than three answers in common is left out. Resemblance is no
// proof: cases are shown to be looked up, the advice rests on the rules.
func (e *Engine) Nearest(as model.Answers, n int) []model.Neighbour {
	a, here := e.annex(), e.sheetOf(as)
	t := e.score(here)
	advised := e.winner(&t)
	var near []resemblance
	for i := range a.sheets {
		apart := e.apart(as, a.Cases[i].Facts, here, a.sheets[i])
		if r := e.compare(here, a.sheets[i], apart, a.weight); r.shared >= fewestShared {
			r.number = i
			near = append(near, r)
		}
	}
	slices.SortStableFunc(near, func(a, b resemblance) int { return b.compare(a) })
	list := make([]model.Neighbour, min(max(n, 0), len(near)))
	for i := range list {
		k := near[i].number
		list[i] = e.neighbour(&a.Cases[k], here, a.sheets[k], e.apart(as, a.Cases[k].Facts, here, a.sheets[k]))
		list[i].Agrees = slices.Contains(a.Cases[k].Expect, advised)
	}
	return list
}

// resemblance is common out of all, a fraction.
type resemblance struct {
	number      int // of the case
	shared      int // how many answers are in common
	common, all int64
}

// compare orders fractions without dividing. The products can be longer than 64 bits.
func (r resemblance) compare(o resemblance) int {
	high, low := bits.Mul64(uint64(r.common), uint64(o.all))
	otherHigh, otherLow := bits.Mul64(uint64(o.common), uint64(r.all))
	return cmp.Or(cmp.Compare(high, otherHigh), cmp.Compare(low, otherLow))
}

// Two numbers are alike if the greater is at most so many times the smaller, or if they
// lie no further apart than slightly: rules make no difference between 500 and 120
// developers, but people do.
const (
	likeTimes = 2
	slightly  = 5
)

// apart tells the questions to which both give numbers that rules cannot tell apart, and
// people can.
func (e *Engine) apart(as, facts model.Answers, here, there sheet) []bool {
	apart := make([]bool, len(here))
	for q := range here {
		if d := &e.domains[q]; d.number && here[q] != silent && here[q] == there[q] {
			low, high := min(as[d.id].Number, facts[d.id].Number), max(as[d.id].Number, facts[d.id].Number)
			apart[q] = high > likeTimes*low && high-low > slightly
		}
	}
	return apart
}

// compare weighs what two sheets have in common. Numbers of one class that are apart
// count like those of neighbouring classes.
func (e *Engine) compare(a, b sheet, apart []bool, weight []int64) resemblance {
	r := resemblance{all: doubt(weight)}
	for q := range a {
		if a[q] == silent || b[q] == silent {
			continue
		}
		gap := e.domains[q].gap(a[q], b[q])
		switch {
		case a[q] != b[q]:
		case apart[q]:
			gap = e.domains[q].step()
		default:
			r.shared++
		}
		r.common += weight[q] * (whole - gap)
		r.all += weight[q] * whole
	}
	return r
}

// doubt is what every comparison starts with: three questions of middling weight. It
// is never 0, so that fractions can be compared.
func doubt(weight []int64) int64 {
	sorted := slices.Sorted(slices.Values(weight))
	if len(sorted) == 0 {
		return 1
	}
	return max(1, fewestShared*sorted[len(sorted)/2]*whole)
}

// gap is how far apart two answers are, from 0 to whole.
func (d *domain) gap(a, b uint16) int64 {
	switch {
	case a == b:
		return 0
	case !d.number:
		return whole
	}
	return int64(max(a, b)-min(a, b)) * whole / int64(d.classes()-2)
}

// step is how far apart neighbouring classes of numbers are; whole where there is one.
func (d *domain) step() int64 { return whole / int64(max(d.classes()-2, 1)) }

// neighbour tells two sheets apart in words.
func (e *Engine) neighbour(c *model.Case, here, there sheet, apart []bool) model.Neighbour {
	n := model.Neighbour{Case: *c}
	for q := range here {
		switch {
		case here[q] == silent || there[q] == silent:
		case here[q] == there[q] && !apart[q]:
			n.Shared = append(n.Shared, e.domains[q].id)
		default:
			n.Differs = append(n.Differs, e.domains[q].id)
		}
	}
	return n
}

// weights says how much each question matters to the rules that score or exclude.
// Each rule spreads the structures: by the points between the one that it helps most
// and the one that it hurts most, and by the widest such spread of all if it excludes.
// The questions that it asks share that evenly.
func (e *Engine) weights() []int64 {
	widest := int64(1)
	for i := range e.f.Rules {
		widest = max(widest, spread(&e.f.Rules[i]))
	}
	weight := make([]int64, len(e.domains))
	for i := range e.f.Rules {
		r := &e.f.Rules[i]
		points := spread(r)
		if r.Effect == model.Excludes {
			points = widest
		}
		for _, t := range e.rules[i].terms {
			weight[t.question] += points * whole / int64(len(e.rules[i].terms))
		}
	}
	return weight
}

// spread is 0 for a rule that does not score.
func spread(r *model.Rule) int64 {
	if r.Effect != model.Scores {
		return 0
	}
	return int64(slices.Max(r.Points[:]) - slices.Min(r.Points[:]))
}
