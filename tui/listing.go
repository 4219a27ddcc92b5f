package tui

import (
	"context"

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
		names := parentNames(ctx, sessions, page.Sessions)
		for _, s := range page.Sessions {
			sum := summarize(engine, s)
			sum.parent = names[s.Parent]
			msg.rows = append(msg.rows, sum)
		}
		return msg
	}
}

// parentNames names, by id, the sessions that these branched from, fit to print.
func parentNames(ctx context.Context, sessions model.Sessions, list []model.Session) map[string]string {
	names := map[string]string{}
	for _, s := range list {
		if _, known := names[s.Parent]; known || s.Parent == "" {
			continue
		}
		parent, err := sessions.Get(ctx, s.Parent)
		switch e, _ := asError(err); {
		case err == nil:
			names[s.Parent] = called(cleanSession(parent))
		case e != nil && e.Kind == model.KindNotFound:
			names[s.Parent] = "a session that is gone"
		default:
			names[s.Parent] = "another session"
		}
	}
	return names
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
