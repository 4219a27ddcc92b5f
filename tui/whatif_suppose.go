package tui

import (
	"maps"
	"slices"
	"strings"

	"remit/advisor"
	"remit/model"
)

// supposition is a set of answers beside the one that it was changed from. Both are
// replaced and never written to, as advice refers to them.
type supposition struct{ was, now model.Answers }

func (s supposition) changed(question string) bool { return s.was[question] != s.now[question] }

// changes lists the questions with another answer, in the order given.
func (s supposition) changes(order []string) []string {
	var list []string
	for _, q := range order {
		if s.changed(q) {
			list = append(list, q)
		}
	}
	return list
}

func sameAnswers(a, b model.Answers) bool { return b != nil && maps.Equal(a, b) }

// changesInWords says each change on a line: "Head count: 12 people · was 40 people".
func (v *whatIfScreen) changesInWords(as model.Answers) string {
	f := v.words()
	var lines []string
	for _, id := range (supposition{v.suppose.was, as}).changes(v.order) {
		q := f.Question(id)
		lines = append(lines, quote(f, id, as[id])+" "+glyphDot+" was "+saidInWords(q, v.suppose.was[id]))
	}
	return strings.Join(lines, "\n")
}

// stops are the answers that the arrow keys go through: none, each option or band,
// and what the session and the variant that one went on from have, wherever it belongs.
func (v *whatIfScreen) stops(question string) []model.Answer {
	q := v.words().Question(question)
	stops := []model.Answer{{}}
	switch {
	case q.Kind == model.ChoiceQuestion:
		for _, o := range q.Options {
			stops = append(stops, model.Choose(o.ID))
		}
	case len(q.Bands) > 0:
		for _, b := range q.Bands {
			stops = append(stops, model.Count(b.Value))
		}
	default:
		stops = append(stops, v.classes(question)...)
	}
	return withStop(withStop(stops, v.suppose.was[question]), v.wentOn[question])
}

// withStop puts an answer among the others: a number in its place, anything else first
// after none.
func withStop(stops []model.Answer, a model.Answer) []model.Answer {
	if slices.Contains(stops, a) {
		return stops
	}
	at := 1
	for a.Kind == model.Number && at < len(stops) && (stops[at].Kind != model.Number || stops[at].Number < a.Number) {
		at++
	}
	return slices.Insert(stops, at, a)
}

// classes gives an answer for each range of numbers that rules can tell apart.
func (v *whatIfScreen) classes(question string) []model.Answer {
	var list []model.Answer
	for _, other := range v.order {
		if m, err := v.env.Engine.PhaseMap(nil, question, other); err == nil {
			for _, c := range m.X.Classes {
				list = append(list, c.From)
			}
			break
		}
	}
	return list
}

func stopAt(stops []model.Answer, a model.Answer) int { return max(slices.Index(stops, a), 0) }

// whatFollows is everything that the engine says about what is supposed.
type whatFollows struct {
	advice model.Advice
	turns  []model.Turn
	growth string // the question of path; "" for none
	path   []advisor.Stretch
	plan   advisor.PhaseMap
	wasX   int // the session's place on the map, -1 where it has none
	wasY   int
	mapped bool // there is a map: the framework has two questions
}

// judge asks the engine anew.
func (v *whatIfScreen) judge() {
	e, as := v.env.Engine, v.suppose.now
	n := whatFollows{advice: e.Advise(as, e.MostFlips()), growth: growthOf(v.words())}
	n.turns = e.Turns(as, n.advice.Flips)
	n.path = e.Path(as, n.growth)
	plan, err := e.PhaseMap(as, v.x, v.y)
	if n.mapped = err == nil; n.mapped {
		n.plan = plan
		was, _ := e.PhaseMap(v.suppose.was, v.x, v.y) // the same axes
		n.wasX, n.wasY = was.HereX, was.HereY
	}
	v.now = n
}

const (
	byHeads = "headcount" // along which companies grow
	byUse   = "technology"
)

// usualAxes gives the questions of the first map; the first two of a framework that
// asks neither head count nor what technology is for.
func usualAxes(f *model.Framework) (x, y string) {
	switch {
	case f.Question(byHeads) != nil && f.Question(byUse) != nil:
		return byHeads, byUse
	case len(f.Questions) > 1:
		return f.Questions[0].ID, f.Questions[1].ID
	}
	return "", ""
}

// growthOf gives the question along which a company grows, "" if none counts.
func growthOf(f *model.Framework) string {
	if f.Question(byHeads) != nil {
		return byHeads
	}
	for _, q := range f.Questions {
		if q.Kind == model.NumberQuestion {
			return q.ID
		}
	}
	return ""
}
