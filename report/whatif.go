package report

import "remit/model"

// WhatIf is what would change the advice, and how easily. It is put together by the
// caller; the writers only read it.
type WhatIf struct {
	Framework *model.Framework
	Advice    model.Advice
	Name      string                   // for whom, if somebody said so
	Draws     int                      // how many times all rules were weighed anew
	Stands    [model.NumStructures]int // in how many of these draws each structure was recommended
	Turns     []Turn                   // for each structure cheapest first
	Most      int                      // the greatest number of changes that was looked for
	Along     string                   // the question that Path follows; empty for none
	Path      []Stretch
	Map       Map
	Way       *model.Transition // from who leads technology today to the advice; nil if that is unknown
	Near      []model.Neighbour // published cases that resemble the company, the nearest first
}

// Turn is a smallest set of changed answers that turns the advice. What holds for
// the answers named holds for all that their spans allow, in every combination.
type Turn struct {
	To     model.Structure
	Steps  []Step
	Effort int // as in model.Flip
}

// Step is one changed answer.
type Step struct {
	model.Change
	Within Span // every answer that does the same, To among them
}

// Stretch is a part of a path on which one structure is recommended.
type Stretch struct {
	Span
	Structure model.Structure
	Here      bool // the present answer is in it
}

// told is one or more turns that differ in one chosen option only.
type told struct {
	steps   []Step
	differs int            // which step; -1 while the turn stands alone
	others  []model.Answer // further options of that step
}

// turnsTo gathers the ways to a structure: turns that are the same but for one option
// are one way, as nobody wants to read "some" and "a great deal" as two.
func (w *WhatIf) turnsTo(to model.Structure) []told {
	var ways []told
	for _, turn := range w.Turns {
		if turn.To != to || len(turn.Steps) == 0 || joined(ways, turn.Steps) {
			continue
		}
		ways = append(ways, told{steps: turn.Steps, differs: -1})
	}
	return ways
}

// joined adds steps to a way that takes them, if there is one.
func joined(ways []told, steps []Step) bool {
	for i := range ways {
		w := &ways[i]
		at, ok := difference(w.steps, steps)
		if ok && (w.differs < 0 || w.differs == at) {
			w.differs = at
			w.others = append(w.others, steps[at].To)
			return true
		}
	}
	return false
}

// difference gives the one step in which two turns choose another option of the same
// question; ok is false if they differ in more, or otherwise.
func difference(a, b []Step) (at int, ok bool) {
	if len(a) != len(b) {
		return 0, false
	}
	at = -1
	for i := range a {
		switch {
		case a[i] == b[i]:
		case at >= 0, a[i].Question != b[i].Question, a[i].To.Kind != model.Option:
			return 0, false
		default:
			at = i
		}
	}
	return at, at >= 0
}
