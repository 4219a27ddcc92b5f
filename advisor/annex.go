package advisor

import (
	"slices"

	"remit/model"
)

// annex is the annex of a framework, made ready for use.
type annex struct {
	*model.Annex
	sheets []sheet // the facts of the cases
	weight []int64 // by question: how much it matters when cases are compared
}

func (e *Engine) readAnnex(from *model.Annex) *annex {
	a := &annex{Annex: from, sheets: make([]sheet, len(from.Cases)), weight: e.weights()}
	for i := range from.Cases {
		a.sheets[i] = e.sheetOf(from.Cases[i].Facts)
	}
	return a
}

// Annex gives what the framework carries beside its judgement; not to be changed.
func (e *Engine) Annex() *model.Annex { return e.annex().Annex }

// Transition gives the way from who leads technology today to an advised structure
// and the way in which its leader comes. ok is false where nobody said who leads today, and where the framework has no
// transitions.
func (e *Engine) Transition(as model.Answers, to model.Structure, how model.Engagement) (plain model.Transition, ok bool) {
	today := as[incumbent]
	if today.Kind != model.Option {
		return plain, false
	}
	for _, t := range e.Annex().Transitions {
		switch {
		case !slices.Contains(t.From, today.Option) || !slices.Contains(t.To, to):
		case slices.Contains(t.Engaged, how):
			return t, true
		case len(t.Engaged) == 0:
			plain, ok = t, true
		}
	}
	return plain, ok
}
