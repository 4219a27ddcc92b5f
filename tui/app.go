package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"remit/model"
)

// The order in which a message finds its way, first match first:
//
//  1. size
//  2. background colour, how many colours there are
//  3. ctrl+c, ctrl+z
//  4. keys, pastes and mouse: to the overlay if one is open
//  5. changes of place, overlays, toasts, failures
//  6. keys of the root (help, back) that the top screen has no use for itself;
//     f1 alone while it takes text
//  7. keys, pastes and mouse: to the top screen
//  8. everything else, replies of commands above all: to every screen on the
//     stack, because the one that asked may be covered; it knows its replies
//     by type and era
type app struct {
	env   *env
	make  map[place]maker
	start tea.Cmd

	stack []screen
	over  overlay
	note  toastMsg
	noted int  // era of the toast that is shown
	said  spot // where it was said

	warned bool // told that leaving loses something

	w, h  int
	frame frame
	fold  func(string) string
	crash error
}

func newApp(e *env, start tea.Cmd) *app {
	a := &app{env: e, make: makers(), start: start, fold: func(s string) string { return s }}
	if e.ASCII {
		a.fold = folder().Replace
	}
	a.resize(80, 24)
	a.stack = []screen{a.make[placeHome](e, model.Session{})}
	a.place(a.top())
	return a
}

func (a *app) top() screen { return a.stack[len(a.stack)-1] }

func (a *app) init() tea.Cmd {
	if a.start == nil {
		a.foretell()
	}
	return tea.Batch(tea.RequestBackgroundColor, a.top().Init(), a.start)
}

func (a *app) update(msg tea.Msg) tea.Cmd {
	cmd := a.route(msg)
	if a.said != a.spot() {
		a.note = toastMsg{} // what it says may not be so here
	}
	return cmd
}

func (a *app) route(msg tea.Msg) tea.Cmd {
	switch msg := cleaned(msg).(type) {
	case tea.WindowSizeMsg:
		a.resize(msg.Width, msg.Height)
		return nil
	case tea.BackgroundColorMsg:
		if !a.env.Backdrop.settled() {
			a.env.theme = themeOf(msg.IsDark(), a.env.theme.few)
		}
		return a.toAll(msg)
	case tea.ColorProfileMsg:
		a.env.theme = themeOf(a.env.theme.isDark, msg.Profile == colorprofile.ANSI)
		return a.toAll(tea.BackgroundColorMsg{}) // all that was drawn is drawn anew
	case tea.KeyPressMsg:
		return a.onKey(msg)
	case tea.PasteMsg:
		return a.toFront(msg)
	case tea.MouseMsg:
		return a.toFront(a.frame.inBody(msg))

	case startMsg:
		cmd := a.push(a.make[msg.to](a.env, msg.session))
		a.foretell()
		return cmd
	case goMsg:
		return a.onGo(msg)
	case backMsg:
		return a.onBack(msg.visit)
	case overlayMsg:
		return a.cover(msg.over)
	case failedMsg:
		return a.cover(newFailure(a.env, msg))
	case toastMsg:
		return a.onToast(msg)
	case toastOverMsg:
		if msg.era == a.noted {
			a.note = toastMsg{}
		}
		return nil
	default:
		return a.toAll(msg)
	}
}

// longestPaste is more than any field holds, so that each field itself notices
// what does not fit.
const longestPaste = 4 * model.MaxText

// cleaned takes out of typed and pasted text what is no text, before anybody
// sees it.
func cleaned(msg tea.Msg) tea.Msg {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if model.Clean(msg.Text) != msg.Text {
			return nil
		}
	case tea.PasteMsg:
		msg.Content = model.CleanLines(model.Cut(msg.Content, longestPaste))
		return msg
	}
	return msg
}

func (a *app) onKey(k tea.KeyPressMsg) tea.Cmd {
	keys := a.env.keys
	a.warned = a.warned && keys.stop.hit(k)
	switch {
	case keys.stop.hit(k):
		return a.stop()
	case keys.suspend.hit(k):
		return tea.Suspend
	case a.frame.tooSmall():
		return nil // what the keys would do could not be seen
	case a.over != nil:
		return a.toFront(k)
	case owned(a.top().Keys(), k):
		return a.top().Update(k)
	case keys.helpTyping.hit(k):
		return a.cover(newHelp(a.env, a.top()))
	case a.top().Capturing():
		return a.top().Update(k)
	case keys.help.hit(k):
		return a.cover(newHelp(a.env, a.top()))
	case keys.back.hit(k) && len(a.stack) > 1:
		return a.onBack(a.env.visit)
	}
	return a.top().Update(k)
}

// owned reports whether a screen uses this key itself.
func owned(keys []binding, k tea.KeyPressMsg) bool {
	return slices.ContainsFunc(keys, func(b binding) bool { return b.hit(k) })
}

// foretell says, over the first screen, that other rules judge than was wished.
func (a *app) foretell() {
	if a.env.Instead != nil {
		a.cover(a.env.insteadPanel())
	}
}

// toFront gives input to the overlay, or else to the top screen.
func (a *app) toFront(msg tea.Msg) tea.Cmd {
	if a.over == nil {
		return a.top().Update(msg)
	}
	cmd, done := a.over.Update(msg)
	if done {
		a.over = nil
	}
	return cmd
}

// cover puts an overlay over the top screen, instead of one that is there.
func (a *app) cover(o overlay) tea.Cmd {
	a.over = o
	o.Resize(a.frame.body())
	return nil
}

func (a *app) toAll(msg tea.Msg) tea.Cmd {
	cmds := make([]tea.Cmd, len(a.stack))
	for i, s := range a.stack {
		cmds[i] = s.Update(msg)
	}
	return tea.Batch(cmds...)
}

func (a *app) onGo(msg goMsg) tea.Cmd {
	if msg.visit != a.env.visit {
		return nil
	}
	if msg.replace && len(a.stack) > 1 {
		a.stack = a.stack[:len(a.stack)-1]
	}
	return a.push(a.make[msg.to](a.env, msg.session))
}

// push puts a screen on top: its size first, then Init.
func (a *app) push(s screen) tea.Cmd {
	a.env.visit++
	a.over = nil
	a.stack = append(a.stack, s)
	a.place(s)
	return s.Init()
}

// onBack leaves the top screen; the one below learns that it is on top again.
func (a *app) onBack(visit int) tea.Cmd {
	if visit != a.env.visit || len(a.stack) == 1 {
		return nil
	}
	a.env.visit++
	a.over = nil
	last := len(a.stack) - 1
	a.stack[last] = nil
	a.stack = a.stack[:last]
	if r, ok := a.top().(resumer); ok {
		return r.Resume()
	}
	return nil
}

// resize takes a size as the terminal gives it and lays out every screen.
func (a *app) resize(w, h int) {
	a.w, a.h = w, h
	a.frame = newFrame(w, h)
	for _, s := range a.stack {
		a.place(s)
	}
	if a.over != nil {
		a.over.Resize(a.frame.body())
	}
}

func (a *app) place(s screen) { s.Resize(a.frame.body()) }
