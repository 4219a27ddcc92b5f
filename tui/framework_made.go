package tui

import (
	"cmp"
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// madeUnder is which frameworks the sessions were made under.
type madeUnder struct {
	counted bool
	list    []madeCount // most sessions first
	more    bool        // there are sessions that were not counted
	err     error
}

// madeCount is how many sessions one framework has.
type madeCount struct {
	ref model.Ref
	n   int
}

// madeMsg brings what was counted.
type madeMsg struct {
	era  int
	made madeUnder
}

// mostCounted is how many sessions are looked at: enough for what people keep, and read
// before anybody has read the page above.
const mostCounted = 1000

// countMade counts the sessions of each framework, deleted ones left out.
func (e *env) countMade(era int) tea.Cmd {
	ctx, sessions := e.ctx, e.Sessions
	return func() tea.Msg { return madeMsg{era, count(ctx, sessions)} }
}

func count(ctx context.Context, sessions model.Sessions) madeUnder {
	page, err := sessions.List(ctx, model.Query{Show: model.ShowAll, Limit: mostCounted})
	made := madeUnder{counted: true, more: page.Cursor != "", err: err}
	for _, s := range page.Sessions {
		at := slices.IndexFunc(made.list, func(m madeCount) bool { return m.ref == s.Framework })
		if at < 0 {
			at, made.list = len(made.list), append(made.list, madeCount{ref: s.Framework})
		}
		made.list[at].n++
	}
	slices.SortStableFunc(made.list, func(a, b madeCount) int { return cmp.Compare(b.n, a.n) })
	return made
}
