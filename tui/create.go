package tui

import (
	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// newQuick creates a session for a quick check and passes it on. Its name says
// when it was; it can be renamed.
func newQuick(e *env, then func(model.Session) tea.Msg) tea.Cmd {
	ctx, sessions := e.ctx, e.Sessions
	ref := e.Engine.Framework().Ref
	created := model.Event{
		By:          e.By,
		Kind:        model.EventCreated,
		Name:        model.Quick.NameAt(e.Now()),
		SessionKind: model.Quick,
		Framework:   &ref,
	}
	return func() tea.Msg {
		s, err := sessions.Create(ctx, created)
		if err != nil {
			return failedMsg{"start a quick check", err}
		}
		return then(s)
	}
}
