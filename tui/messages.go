package tui

import (
	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// goMsg asks the root to open a place on top of the present one, or instead of
// it. It comes from env.open; one made before the last change of place is
// dropped, so that pressing enter twice opens one screen.
type goMsg struct {
	to      place
	session model.Session // the zero session where the place needs none
	replace bool
	visit   int
}

// backMsg asks the root to leave the top screen.
type backMsg struct{ visit int }

// open wishes for another place on top of this one.
func (e *env) open(to place, s model.Session) tea.Cmd {
	visit := e.visit
	return func() tea.Msg { return goMsg{to: to, session: s, visit: visit} }
}

// swap wishes for another place instead of this one: going back then skips the
// present screen.
func (e *env) swap(to place, s model.Session) tea.Cmd {
	visit := e.visit
	return func() tea.Msg { return goMsg{to: to, session: s, replace: true, visit: visit} }
}

// back wishes to leave the present screen.
func (e *env) back() tea.Cmd {
	visit := e.visit
	return func() tea.Msg { return backMsg{visit} }
}

// failedMsg shows an error in a panel that says what to do about it.
type failedMsg struct {
	doing string // what was tried, as in "Could not <doing>"
	err   error
}

// failed reports an error of something that was tried.
func failed(doing string, err error) tea.Cmd {
	return func() tea.Msg { return failedMsg{doing, err} }
}

// overlayMsg puts an overlay over the top screen.
type overlayMsg struct{ over overlay }

// startMsg opens what the program was started for.
type startMsg struct {
	to      place
	session model.Session
}
