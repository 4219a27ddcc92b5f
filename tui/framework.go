package tui

import (
	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// frameworkScreen tells which rules judge here: where they come from, what they hold,
// how they do on published cases, which sessions were made under them, and how to use
// others. Choosing others is for a command: everything that is open was judged by these.
type frameworkScreen struct {
	env  *env
	keys frameworkKeys
	made madeUnder
	era  int
	body scroll
}

type frameworkKeys struct {
	moveKeys
	sources, find binding
}

func newFrameworkKeys() frameworkKeys {
	m := newMoveKeys()
	m.up = m.up.as(glyphUp+glyphDown, "read")
	return frameworkKeys{
		moveKeys: m,
		sources:  bind("enter right s", "enter", "sources", "All sources, and what rests on each (also s, right)"),
		find:     bind("/", "/", "find a source", "Find a source by words"),
	}
}

func newFrameworkScreen(e *env, _ model.Session) screen {
	return &frameworkScreen{env: e, keys: newFrameworkKeys(), body: newScroll()}
}

// Init looks which frameworks the sessions were made under.
func (x *frameworkScreen) Init() tea.Cmd {
	x.era = x.env.era()
	return x.env.countMade(x.era)
}

// Resume is Init: sessions may have come meanwhile.
func (x *frameworkScreen) Resume() tea.Cmd { return x.Init() }

func (x *frameworkScreen) Capturing() bool { return false }
func (x *frameworkScreen) Title() string   { return "Framework" }

func (x *frameworkScreen) Keys() []binding {
	k, some := x.keys, len(x.env.Engine.Framework().Sources) > 0
	k.up = k.up.when(x.body.over())
	list := []binding{k.sources.when(some), k.find.when(some)}
	return append(list, k.moveKeys.list()...)
}

func (x *frameworkScreen) Resize(w, h int) {
	x.body.resize(w, h)
	x.lay()
}

func (x *frameworkScreen) lay() { x.body.set(x.text(min(x.body.textWidth(), readable))) }

func (x *frameworkScreen) View() string { return x.body.view(x.env.theme) }

func (x *frameworkScreen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case madeMsg:
		if msg.era == x.era {
			x.made = msg.made
			x.lay()
		}
	case tea.BackgroundColorMsg:
		x.lay()
	case tea.KeyPressMsg:
		switch {
		case x.keys.sources.hit(msg):
			return x.env.open(placeSources, model.Session{})
		case x.keys.find.hit(msg):
			return x.env.open(placeSources, about(finding))
		}
		x.body.update(msg)
	case tea.MouseWheelMsg:
		x.body.update(msg)
	}
	return nil
}
