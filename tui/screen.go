package tui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"
)

// screen is one place in the app. The root gives it its size before Init and
// after every change of size; View draws the body in that size.
type screen interface {
	Init() tea.Cmd
	Update(msg tea.Msg) tea.Cmd
	View() string
	Resize(w, h int)
	Keys() []binding // what the keys do now, most useful first
	Title() string   // where one is, parts joined by crumb
	Capturing() bool // true while keys are text: the root then keeps only f1, ctrl+c and ctrl+z
}

// resumer is a screen that wants to know that it is on top again.
type resumer interface{ Resume() tea.Cmd }

// asider is a screen with a word for the right end of the title line, such as
// how far one is.
type asider interface{ Aside() string }

// cursorer is a screen that shows the terminal's own cursor, placed within its
// body; nil hides it.
type cursorer interface{ Cursor() *tea.Cursor }

// crumb joins the parts of a title.
const crumb = " " + glyphCrumb + " "

// env is what every screen is given. Screens read it; the root alone writes it.
type env struct {
	Deps
	ctx   context.Context
	theme *theme
	keys  globalKeys
	later func(time.Duration, tea.Msg) tea.Cmd // brings a message after a while

	visit int // counts changes of place, so that a wish made elsewhere is known as stale
	eras  int
}

func newEnv(ctx context.Context, d Deps) *env {
	later := func(after time.Duration, msg tea.Msg) tea.Cmd {
		return tea.Tick(after, func(time.Time) tea.Msg { return msg })
	}
	return &env{Deps: d, ctx: ctx, theme: newTheme(d.Backdrop.isDark()), keys: newGlobalKeys(), later: later}
}

// era gives a number that no other request of this program has. A screen puts it
// into a request, remembers it, and drops replies that carry another.
func (e *env) era() int {
	e.eras++
	return e.eras
}
