package tui

import (
	"context"
	"maps"
	"time"

	tea "charm.land/bubbletea/v2"

	"remit/advisor"
	"remit/model"
)

// shares is how many ways to answer the rest lead to each structure, as far as they are
// counted. Counting takes a moment while little is known, so it is done in a command;
// what was counted before is shown muted until then.
type shares struct {
	era    int           // of the counting that is wanted now
	of     model.Answers // what it is for; nil before the first
	stop   context.CancelFunc
	counts *advisor.Counts // what was counted last; nil before
	known  bool            // counts are those of the answers that count now
}

// narrowed is the number of answers from which counting is quick. With fewer it waits
// until nothing was said for a moment: who answers quickly should not wait for what
// is out of date at once.
const (
	narrowed = 4
	lull     = 150 * time.Millisecond
)

// countMsg asks for a counting that was put off.
type countMsg struct{ era int }

// countedMsg brings what was counted.
type countedMsg struct {
	era    int
	counts advisor.Counts
}

// recount counts anew if the answers that count have changed.
func (a *askScreen) recount() tea.Cmd {
	as := a.talk.framework().Usable(a.talk.session.Answers)
	if a.shares.of != nil && maps.Equal(as, a.shares.of) {
		return nil
	}
	if a.shares.stop != nil {
		a.shares.stop()
	}
	a.shares = shares{era: a.env.era(), of: as.Clone(), counts: a.shares.counts}
	if a.talk.framework().Tally(as).Answered < narrowed {
		return a.env.later(lull, countMsg{a.shares.era})
	}
	return a.count()
}

// count counts in a command, which ends when it is not wanted any more.
func (a *askScreen) count() tea.Cmd {
	ctx, stop := context.WithCancel(a.env.ctx)
	a.shares.stop = stop
	era, as, engine := a.shares.era, a.shares.of, a.env.Engine
	return func() tea.Msg {
		defer stop()
		counts, err := engine.Shares(ctx, as)
		if err != nil {
			return nil // nobody waits for it
		}
		return countedMsg{era, counts}
	}
}

// onShares takes what was counted, unless it is out of date.
func (a *askScreen) onShares(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case countMsg:
		if msg.era == a.shares.era {
			return a.count()
		}
	case countedMsg:
		if msg.era == a.shares.era {
			a.shares.counts, a.shares.known = &msg.counts, true
		}
	}
	return nil
}
