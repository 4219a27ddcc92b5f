package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// home is the first screen: what one can do, and the recent sessions.
type home struct {
	env     *env
	keys    homeKeys
	entries []homeEntry
	at      int
	moved   bool // the person has chosen; a late list may not move the cursor
	recent  []summary
	loaded  bool
	err     error
	era     int
	body    scroll
	rowOf   []int // the entry on each line of the body, -1 for none
}

// homeEntry is a line that can be chosen: an action, or a session.
type homeEntry struct {
	id     string
	title  string
	says   string
	short  string // what it says where there is little room
	do     func() tea.Cmd
	recent int // index of the session, -1 for an action
}

// homeKeys hold no key that answers a question: who presses one twice must not have
// answered the first.
type homeKeys struct {
	open, cont, fresh, quick, all, roles, explain, rules, again, quit binding
	move                                                              moveKeys
}

func newHomeKeys() homeKeys {
	return homeKeys{
		open:    bind("enter space right", "enter", "open", "Open what the cursor is on (also space, right)"),
		cont:    bind("c", "c", "", "Continue the last session"),
		fresh:   bind("n", "n", "new", "Start a new interview"),
		quick:   bind("f", "f", "quick check", "Start a quick check: the fast way, only the questions that still matter"),
		all:     bind("s", "s", "sessions", "See all sessions"),
		roles:   bind("o", "o", "roles", "Look up what a CIO, a CTO, an IT Director and the others do"),
		explain: bind("e", "e", "questions", "Questions that people ask, with their answers"),
		rules:   bind("a", "a", "framework", "About the rules that judge here, what they rest on, and how to use others"),
		again:   bind("r", "r", "", "Read the list of sessions again"),
		quit:    bind("q", "q", "quit", "Leave remit"),
		move:    newMoveKeys(),
	}
}

func (k homeKeys) list() []binding {
	return append([]binding{k.open, k.fresh, k.quick, k.all, k.quit, k.roles, k.explain, k.rules, k.cont, k.again}, k.move.list()...)
}

func newHome(e *env, _ model.Session) screen {
	h := &home{env: e, keys: newHomeKeys(), body: newScroll()}
	h.build()
	return h
}

func (h *home) Init() tea.Cmd   { return h.load() }
func (h *home) Resume() tea.Cmd { return h.load() }
func (h *home) Title() string   { return "Home" }
func (h *home) Capturing() bool { return false }

func (h *home) Keys() []binding {
	k := h.keys
	k.cont = k.cont.when(len(h.recent) > 0)
	if h.err != nil {
		k.again = k.again.as("r", "try again")
		return append([]binding{k.again}, slices.DeleteFunc(k.list(), func(b binding) bool { return slices.Equal(b.Keys(), k.again.Keys()) })...)
	}
	return k.list()
}

func (h *home) load() tea.Cmd {
	h.era = h.env.era()
	return h.env.fetch(model.Query{Limit: mostRecent}, h.era)
}

func (h *home) Resize(w, hh int) {
	h.body.resize(w, hh)
	h.rebuild()
}

func (h *home) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case listedMsg:
		if msg.era == h.era {
			h.listed(msg)
		}
	case tea.BackgroundColorMsg:
		h.render()
	case tea.MouseWheelMsg:
		h.body.move(wheel(msg))
	case tea.MouseClickMsg:
		return h.click(msg)
	case tea.KeyPressMsg:
		return h.onKey(msg)
	}
	return nil
}

func (h *home) listed(msg listedMsg) {
	h.err, h.loaded = msg.err, true
	if msg.err == nil {
		h.recent = msg.rows
	}
	if !h.moved {
		h.at = 0
		h.build()
		h.render()
		return
	}
	h.rebuild()
}

// rebuild lists anew what can be chosen and keeps the choice.
func (h *home) rebuild() {
	chosen := h.entries[h.at].id
	h.build()
	h.at = max(slices.IndexFunc(h.entries, func(x homeEntry) bool { return x.id == chosen }), 0)
	h.render()
}

func (h *home) onKey(k tea.KeyPressMsg) tea.Cmd {
	if n, ok := h.keys.move.delta(k, h.body.h); ok {
		h.choose(h.at + n)
		return nil
	}
	switch {
	case h.keys.open.hit(k):
		return h.entries[h.at].do()
	case h.keys.cont.hit(k) && len(h.recent) > 0:
		return h.resume(0)
	case h.keys.fresh.hit(k):
		return h.env.open(placeNew, model.Session{})
	case h.keys.quick.hit(k):
		return h.env.open(placeNewQuick, model.Session{})
	case h.keys.all.hit(k):
		return h.env.open(placeSessions, model.Session{})
	case h.keys.roles.hit(k):
		return h.env.open(placeRoles, model.Session{})
	case h.keys.explain.hit(k):
		return h.env.open(placeExplain, model.Session{})
	case h.keys.rules.hit(k):
		return h.env.open(placeFramework, model.Session{})
	case h.keys.again.hit(k):
		return h.load()
	case h.keys.quit.hit(k):
		return tea.Quit
	}
	return nil
}

func (h *home) choose(i int) {
	h.at = min(max(i, 0), len(h.entries)-1)
	h.moved = true
	h.render()
	line := slices.Index(h.rowOf, h.at)
	if h.at == len(h.entries)-1 {
		h.body.move(len(h.rowOf)) // what stands below the last one, such as a failure
	}
	h.body.reveal(line, line)
	if h.at == 0 {
		h.body.move(-len(h.rowOf)) // what stands above the first entry comes back into sight
	}
}

// click chooses; a click on what is chosen opens it.
func (h *home) click(m tea.MouseClickMsg) tea.Cmd {
	line := m.Y + h.body.top
	if m.Button != tea.MouseLeft || m.Y < 0 || m.Y >= h.body.h || line >= len(h.rowOf) || h.rowOf[line] < 0 {
		return nil
	}
	if h.rowOf[line] == h.at {
		return h.entries[h.at].do()
	}
	h.choose(h.rowOf[line])
	return nil
}

func (h *home) resume(i int) tea.Cmd {
	s := h.recent[i]
	return h.env.open(s.place(), s.session)
}

// build lists what can be chosen, the most used first.
func (h *home) build() {
	h.entries = nil
	add := func(id, title, says, short string, do func() tea.Cmd) {
		h.entries = append(h.entries, homeEntry{id, title, says, short, do, -1})
	}
	to := func(p place) func() tea.Cmd {
		return func() tea.Cmd { return h.env.open(p, model.Session{}) }
	}
	if len(h.recent) > 0 {
		last := h.recent[0]
		says := called(last.session)
		if !last.done() {
			says += " " + glyphDot + " " + last.Tally.String()
		}
		add("continue", "Continue", says, called(last.session), func() tea.Cmd { return h.resume(0) })
	}
	add("new", "New interview", "about ten minutes, every question explained", "about ten minutes", to(placeNew))
	add("quick", "Quick check", "only the questions that can still change the result", "what still matters", to(placeNewQuick))
	if len(h.recent) > 0 {
		add("all", "All sessions", "find, rename, put away", "find, rename", to(placeSessions))
	}
	add("roles", "Roles", "what a CIO, a CTO and the others do; side by side", "who does what", to(placeRoles))
	add("explain", "Questions", "what people ask about all this, with answers", "and their answers", to(placeExplain))
	add("framework", "Framework", "the rules behind the advice, and their sources", "rules and sources", to(placeFramework))
	for i, s := range h.recent[:h.room(len(h.entries))] {
		h.entries = append(h.entries, homeEntry{s.session.ID, "", "", "", func() tea.Cmd { return h.resume(i) }, i})
	}
}
