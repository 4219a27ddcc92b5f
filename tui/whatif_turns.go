package tui

import (
	"cmp"
	"slices"
	"strings"

	"remit/advisor"
	"remit/model"
)

// turn is a smallest set of changes that turns the advice, with every number that
// does the same: people ask from how many on.
type turn struct {
	to    model.Structure
	steps []turnStep
}

type turnStep struct {
	question string
	within   advisor.Class
}

// turnsOf widens flips and sorts them, for each structure the cheapest first.
func turnsOf(e *advisor.Engine, as model.Answers, flips []model.Flip) []turn {
	flips = slices.Clone(flips)
	slices.SortStableFunc(flips, func(a, b model.Flip) int {
		return cmp.Or(cmp.Compare(a.To, b.To), cmp.Compare(len(a.Changes), len(b.Changes)), cmp.Compare(a.Effort, b.Effort))
	})
	var list []turn
	count := [model.NumStructures]int{}
	for _, flip := range flips {
		if count[flip.To] == mostTurns {
			continue
		}
		t := widened(e, as, flip)
		if !slices.ContainsFunc(list, func(u turn) bool { return u.to == t.to && slices.Equal(u.steps, t.steps) }) {
			list = append(list, t)
			count[flip.To]++
		}
	}
	return list
}

// mostTurns is how many ways to one structure are shown.
const mostTurns = 3

// widened gives a flip with the numbers around the first of its numbers that do the
// same; a second number stays exact, because what is said must hold for every pair.
func widened(e *advisor.Engine, as model.Answers, flip model.Flip) turn {
	t := turn{to: flip.To}
	for _, c := range flip.Changes {
		as = as.With(c.Question, c.To)
		t.steps = append(t.steps, turnStep{c.Question, advisor.Class{From: c.To, To: c.To}})
	}
	for i, c := range flip.Changes {
		if c.To.Kind != model.Number {
			continue
		}
		t.steps[i].within = e.Around(as, c.Question)
		break
	}
	return t
}

// inWords says the conditions: "Head count: 100 people or more, and Regulation: Heavy".
func (t turn) inWords(f *model.Framework) string {
	parts := make([]string, len(t.steps))
	for i, s := range t.steps {
		q := f.Question(s.question)
		parts[i] = q.Short + ": " + threshold(q, s.within)
	}
	return strings.Join(parts, ", and ")
}

// threshold words a range of answers as a threshold.
func threshold(q *model.Question, c advisor.Class) string {
	if c.From.Kind != model.Number {
		return inWords(q, c.From)
	}
	low, high := c.From.Number, c.To.Number
	switch {
	case low == high:
		return exactly(q, low)
	case high >= q.Max:
		return counted(q, low) + " or more"
	case low <= q.Min:
		return counted(q, high) + " or fewer"
	}
	return thousands(low) + " to " + counted(q, high)
}

// exactly words one number, by the name of its band if that means nothing else.
func exactly(q *model.Question, n int) string {
	for _, b := range q.Bands {
		if b.From == n && b.To == n {
			return b.Label
		}
	}
	return counted(q, n)
}

// counted is a number with its unit.
func counted(q *model.Question, n int) string {
	return strings.TrimSpace(thousands(n) + " " + q.UnitOf(n))
}

// pathInWords follows the advice as the company grows, in one sentence.
func pathInWords(f *model.Framework, question string, path []advisor.Stretch) string {
	q := f.Question(question)
	if q == nil || len(path) == 0 {
		return ""
	}
	if len(path) == 1 {
		return f.Structure(path[0].Structure).Title + ", whatever the answer."
	}
	parts := make([]string, len(path))
	for i, s := range path {
		parts[i] = f.Structure(s.Structure).Title
		if i < len(path)-1 {
			parts[i] += " up to " + counted(q, s.To.Number)
		}
		if s.Here {
			parts[i] += " (you are here)"
		}
	}
	return strings.Join(parts, ", then ") + "."
}
