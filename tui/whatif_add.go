package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// addSession asks which saved session to put beside the others.
func (v *whatIfScreen) addSession() tea.Cmd {
	if len(v.aside) == mostVariants-1 {
		return toast(toneWarn, "Four are the most. Take one out first.")
	}
	v.picker = newSessionPicker(v.env, v.session.ID)
	over := v.picker
	return tea.Batch(over.look(), func() tea.Msg { return overlayMsg{over} })
}

// pickedMsg brings a session that was picked, as it is in the store at that moment.
type pickedMsg struct {
	era     int
	session model.Session
	err     error
}

// added puts a saved session beside the others.
func (v *whatIfScreen) added(msg pickedMsg) tea.Cmd {
	if v.picker == nil || msg.era != v.picker.picked {
		return nil
	}
	s := cleanSession(msg.session)
	name := cutMiddle(called(s), 40)
	switch {
	case msg.err != nil:
		return failed("add the session", msg.err)
	case s.Deleted:
		return toast(toneWarn, "“"+name+"” has been deleted meanwhile.")
	case slices.ContainsFunc(v.aside, func(x variant) bool { return x.session == s.ID }):
		return toast(toneNote, "“"+name+"” is there already.")
	case len(v.aside) == mostVariants-1:
		return toast(toneWarn, "Four are the most. Take one out first.")
	}
	v.aside = append(v.aside, variant{answers: s.Answers.Clone(), advice: v.env.Engine.Advise(s.Answers, 0), from: called(s), session: s.ID})
	v.table.column = len(v.aside)
	v.lay()
	says := "Added “" + name + "” as " + variantLetter(len(v.aside)) + "."
	if s.Framework != v.words().Ref {
		says += " It was answered under other rules than today's."
	}
	return toast(toneGood, says)
}

// sessionPicker lists the saved sessions to pick one of. Typing narrows the list to
// those with these words in name, client or who was asked.
type sessionPicker struct {
	env    *env
	keys   pickerKeys
	but    string // id of the session that is not offered
	query  string
	rows   []summary
	next   string // cursor of the page after, "" at the end
	era    int    // of the page that is wanted
	picked int    // era of the session that was picked
	busy   bool
	loaded bool
	err    error
	list   pick
	w, h   int
}

type pickerKeys struct {
	up, down, pageUp, pageDown, open, erase, close binding
}

func newSessionPicker(e *env, but string) *sessionPicker {
	return &sessionPicker{env: e, but: but, keys: pickerKeys{
		open:     bind("enter", "enter", "add", "Add the session under the cursor"),
		close:    bind("esc left", "esc", "close", "Back without adding one"),
		up:       bind("up ctrl+p", glyphUp+glyphDown, "choose", "Up"),
		down:     bind("down ctrl+n", glyphDown, "", "Down"),
		pageUp:   bind("pgup", "pgup", "", "A page up"),
		pageDown: bind("pgdown", "pgdn", "", "A page down"),
		erase:    bind("backspace", "backspace", "", "Take the last letter of the search away"),
	}}
}

// look reads the list from its start.
func (p *sessionPicker) look() tea.Cmd {
	p.rows, p.next, p.loaded = nil, "", false
	p.list = pick{}
	return p.read("")
}

func (p *sessionPicker) read(after string) tea.Cmd {
	p.era, p.busy = p.env.era(), true
	return p.env.fetch(model.Query{Text: p.query, After: after, Limit: libraryPage}, p.era)
}

// readOn reads the next page if the cursor comes near the end of what is here.
func (p *sessionPicker) readOn() tea.Cmd {
	if p.busy || p.next == "" || p.list.at < len(p.rows)-libraryAhead {
		return nil
	}
	return p.read(p.next)
}

// listed takes a page of sessions.
func (p *sessionPicker) listed(msg listedMsg) {
	if p == nil || msg.era != p.era {
		return
	}
	p.busy, p.loaded, p.err, p.next = false, true, msg.err, msg.cursor
	p.rows = append(p.rows, slices.DeleteFunc(msg.rows, func(s summary) bool { return s.session.ID == p.but })...)
	p.list.size(len(p.rows), p.h-pickerHead)
}

func (p *sessionPicker) Update(msg tea.Msg) (cmd tea.Cmd, done bool) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return p.onKey(msg)
	case tea.PasteMsg:
		return p.search(p.query + model.Clean(model.Cut(msg.Content, model.MaxName))), false
	case tea.MouseWheelMsg:
		p.list.move(wheel(msg))
		return p.readOn(), false
	case tea.MouseClickMsg:
		m := msg.Mouse()
		if from, to := p.list.window(); m.Button == tea.MouseLeft && m.Y >= pickerHead && from+m.Y-pickerHead < to {
			p.list.at = from + m.Y - pickerHead
			return p.pick()
		}
	}
	return nil, false
}

func (p *sessionPicker) onKey(k tea.KeyPressMsg) (cmd tea.Cmd, done bool) {
	step := 0
	switch {
	case p.keys.close.hit(k):
		return nil, true
	case p.keys.open.hit(k):
		return p.pick()
	case p.keys.erase.hit(k):
		if p.query == "" {
			return nil, true
		}
		letters := []rune(p.query)
		return p.search(string(letters[:len(letters)-1])), false
	case p.keys.up.hit(k):
		step = -1
	case p.keys.down.hit(k):
		step = 1
	case p.keys.pageUp.hit(k):
		step = -p.list.rows
	case p.keys.pageDown.hit(k):
		step = p.list.rows
	case k.Text != "" && len(p.query) < model.MaxName:
		return p.search(p.query + k.Text), false
	}
	p.list.move(step)
	return p.readOn(), false
}

func (p *sessionPicker) search(query string) tea.Cmd {
	p.query = model.Cut(query, model.MaxName)
	return p.look()
}

// pick reads the session under the cursor anew: it may be another by now.
func (p *sessionPicker) pick() (cmd tea.Cmd, done bool) {
	if p.list.at >= len(p.rows) {
		return nil, false
	}
	p.picked = p.env.era()
	era, ctx, sessions, id := p.picked, p.env.ctx, p.env.Sessions, p.rows[p.list.at].session.ID
	return func() tea.Msg {
		s, err := sessions.Get(ctx, id)
		return pickedMsg{era, s, err}
	}, true
}

// pickerHead is how many lines stand above the list.
const pickerHead = 2

func (p *sessionPicker) Resize(w, h int) {
	p.w, p.h = min(w, 100), h
	p.list.size(len(p.rows), h-pickerHead)
}

func (p *sessionPicker) Title() string { return "Add a saved session" }

func (p *sessionPicker) Keys() []binding {
	k := p.keys
	return []binding{k.open, k.up, k.close, k.down, k.pageUp, k.pageDown, k.erase}
}

func (p *sessionPicker) View() string {
	t := p.env.theme
	hint := ""
	if p.query == "" {
		hint = " type a word"
	}
	lines := []string{t.accent.Render(findPrompt) + cutLeft(p.query, p.w-len(findPrompt)-1) + t.muted.Render(cut(hint, p.w-len(findPrompt))), ""}
	switch {
	case p.err != nil:
		return pile(lines[0], "", trouble(t, p.err, p.w))
	case p.loaded && len(p.rows) == 0 && p.query == "":
		lines = append(lines, tint(t.muted, wrapped("There is no other session yet.", p.w)))
	case p.loaded && len(p.rows) == 0:
		lines = append(lines, tint(t.muted, wrapped("No session has these words.", p.w)))
	}
	from, to := p.list.window()
	list := rows(p.env, p.rows[from:to], fitColumns(p.w-2), p.list.at-from)
	return pile(strings.Join(lines, "\n"), p.list.view(t, list, p.w))
}
