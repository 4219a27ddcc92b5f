package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// A toast is a line above the footer, up to three where its words need them. It stays for a
// few seconds and no longer than the page that it was said on: what it tells of, and above
// all the keys that it names, may be another matter on the next one.

const toastTime = 6 * time.Second

// tone is how a toast is meant.
type tone uint8

const (
	toneGood tone = iota
	toneNote
	toneWarn
)

// toastMsg shows a toast.
type toastMsg struct {
	text string
	tone tone
}

// toast says one line to the person, on the page that is open when it arrives.
func toast(t tone, text string) tea.Cmd {
	return func() tea.Msg { return toastMsg{text, t} }
}

// toastOverMsg takes the toast away if it is still the same one.
type toastOverMsg struct{ era int }

// parting says one line on the screen that leaving leads to.
func (e *env) parting(t tone, text string) tea.Cmd {
	return tea.Sequence(e.back(), toast(t, text))
}

// spot tells one page of the app from the others.
type spot struct {
	visit int
	over  overlay
	title string
	page  int
}

// pager is a screen that shows several pages under one title.
type pager interface{ Page() int }

// spot says which page is before the person.
func (a *app) spot() spot {
	s := spot{visit: a.env.visit, over: a.over, title: a.top().Title()}
	if p, ok := a.top().(pager); ok {
		s.page = p.Page()
	}
	return s
}

func (a *app) onToast(msg toastMsg) tea.Cmd {
	a.note, a.noted, a.said = msg, a.env.era(), a.spot()
	return a.env.later(toastTime, toastOverMsg{a.noted})
}
