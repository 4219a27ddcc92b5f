package tui

import (
	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// listedMsg brings a page of sessions.
type listedMsg struct {
	era    int
	rows   []summary
	cursor string
	more   bool // the page continues the list instead of beginning it
	err    error
}

// fetch reads one page of sessions and looks at each.
func (e *env) fetch(q model.Query, era int) tea.Cmd {
	ctx, sessions, engine := e.ctx, e.Sessions, e.Engine
	return func() tea.Msg {
		page, err := sessions.List(ctx, q)
		msg := listedMsg{era: era, cursor: page.Cursor, more: q.After != "", err: err}
		for _, s := range page.Sessions {
			msg.rows = append(msg.rows, summarize(engine, s))
		}
		return msg
	}
}

// trouble says in the place of a list why it is not there.
func trouble(t *theme, err error, w int) string {
	cure := ""
	if e, ok := asError(err); ok {
		cure = model.CleanLines(e.Cure)
	}
	return stack(
		t.bad.Render(hang(glyphCross+" ", "The sessions could not be read.", w)),
		wrapped(model.CleanLines(err.Error()), w),
		wrapped(cure, w),
	)
}
