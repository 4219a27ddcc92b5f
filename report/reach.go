package report

import (
	"slices"

	"remit/model"
)

// What people read about changes is what they can imagine. A bakery does not become a
// company of a thousand, and nobody plans for an executive fewer than there is. Programs
// get every way all the same.

const (
	farTimes = 10 // how many times as much, or as little, a number may become
	farBands = 3  // from how many bands of the question on it is another kind of company
	farSteps = 5  // from how many bands and options in all on it is another company
)

// WithinReach gives the turns that a company can imagine, in their order. The advice says
// who leads today and whether the seat is paid.
func WithinReach(f *model.Framework, a *model.Advice, all []model.Turn) []model.Turn {
	return slices.DeleteFunc(slices.Clone(all), func(t model.Turn) bool {
		steps := 0
		for _, c := range t.Changes {
			if far(f, c) || unseats(a, c) {
				return true
			}
			steps += places(f, c)
		}
		return steps >= farSteps
	})
}

// far reports whether a number would have to move to where no plan leads.
func far(f *model.Framework, c model.Widened) bool {
	if c.From.Kind != model.Number || c.To.Kind != model.Number {
		return false
	}
	low, high := min(c.From.Number, c.To.Number), max(c.From.Number, c.To.Number)
	return low > 0 && high > farTimes*low || places(f, c) >= farBands
}

// unseats reports whether a change takes the last seat from a company that pays for one.
func unseats(a *model.Advice, c model.Widened) bool {
	const seats = "seats"
	return c.Question == seats && c.From.Kind == model.Number && c.From.Number > 0 && c.To.Number == 0 &&
		slices.Contains([]string{"cto", "cio", "both", "hybrid"}, a.Answers[model.Incumbent].Option)
}

// places is how far apart the two answers of a change stand among the bands or options
// of the question; 0 where it has neither.
func places(f *model.Framework, c model.Widened) int {
	q := f.Question(c.Question)
	if q == nil {
		return 0
	}
	at := func(a model.Answer) int {
		if a.Kind == model.Number {
			return slices.IndexFunc(q.Bands, func(b model.Band) bool { return b.From <= a.Number && a.Number <= b.To })
		}
		return slices.IndexFunc(q.Options, func(o model.OptionInfo) bool { return o.ID == a.Option })
	}
	if !c.From.Real() {
		return 0 // nothing moves: an answer is found out
	}
	from, to := at(c.From), at(c.To)
	return max(from-to, to-from)
}
