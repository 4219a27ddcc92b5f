package tui

import (
	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// askScreen is the one screen for all questions: the question with its choices,
// and beside it the standings. What is said is saved in Update, before anything
// moves; see keeper.
type askScreen struct {
	env  *env
	keys askKeys
	talk *interview

	shown   string // the question that choices belong to
	choices []choice
	cur     int // -1 while nothing is picked: nobody answers by pressing enter twice
	field   number
	preview map[model.Answer]model.Outlook
	shares  shares

	inner    overlay           // jump list or note; they take all keys
	unsaved  map[string]string // notes written and left with esc, by question
	evidence scroll
	unfolded bool // evidence is shown
	status   status

	warned bool // told that leaving loses something
	gone   bool // a change of place is on its way: keys pressed since are not meant for this one
	era    int  // of the last reload
	w, h   int
}

// status is the line below the question: what was saved, or what went wrong.
type status struct {
	tone tone
	text string
	hint string // what one can do about it; it stays in sight where the text gives way
}

func newAsk(w way) maker {
	return func(e *env, s model.Session) screen {
		k := keeper{ctx: e.ctx, sessions: e.Sessions, by: e.By, session: s}
		question := ""
		if w == errand {
			question = s.Position
		}
		a := &askScreen{
			env: e, keys: newAskKeys(), evidence: newScroll(), unsaved: map[string]string{},
			talk: newInterview(e.Engine, k, w, question),
		}
		a.settle()
		return a
	}
}

// loadedMsg brings a session as it is in the store now, to the screen that asked
// for it.
type loadedMsg struct {
	era     int
	session model.Session
	err     error
}

// reload reads a session in a command.
func reload(e *env, id string) (tea.Cmd, int) {
	era, ctx, sessions := e.era(), e.ctx, e.Sessions
	return func() tea.Msg {
		s, err := sessions.Get(ctx, id)
		return loadedMsg{era, s, err}
	}, era
}

// Init says if the answers were given under other rules than these. On an errand
// that was said before; there the question that is open is saved, because one did not
// come to it by answering.
func (a *askScreen) Init() tea.Cmd {
	if a.talk.way == errand {
		_ = a.talk.moved(a.talk.at) // as in moved
		return a.recount()
	}
	return tea.Batch(tellSince(a.env, a.talk.session), a.recount())
}

// Resume takes over what was changed on other screens.
func (a *askScreen) Resume() (cmd tea.Cmd) {
	a.gone = false
	cmd, a.era = reload(a.env, a.talk.session.ID)
	return cmd
}

// onLoaded takes over what other screens, or other people, changed.
func (a *askScreen) onLoaded(msg loadedMsg) tea.Cmd {
	switch {
	case msg.era != a.era:
	case msg.err != nil:
		return stale()
	default:
		a.talk.take(msg.session)
		a.reopen()
		return a.recount()
	}
	return nil
}

// stale says that a session could not be read again.
func stale() tea.Cmd {
	return toast(toneWarn, "The session could not be read again; this is as it was before.")
}

func (a *askScreen) Resize(w, h int) {
	a.w, a.h = w, h
	if a.inner != nil {
		a.inner.Resize(w, h)
	}
	a.layEvidence()
}

// Capturing is always true: digits, letters and backspace answer and move here.
func (a *askScreen) Capturing() bool { return true }

func (a *askScreen) Title() string {
	title := sessionTitle(a.talk.session)
	if a.inner != nil {
		return title + crumb + a.inner.Title()
	}
	if q := a.talk.question(); q != nil {
		return title + crumb + topicTitle(a.talk.framework(), q.Topic)
	}
	if a.talk.way == adaptive {
		return title + crumb + "Quick check"
	}
	return title + crumb + "All asked"
}

// sessionTitle is the name of a session, fit to print.
func sessionTitle(s model.Session) string {
	if name := model.Clean(s.Name); name != "" {
		return name
	}
	return "Interview"
}

func (a *askScreen) Keys() []binding {
	if a.inner != nil {
		return a.inner.Keys()
	}
	k := a.keys
	if a.talk.at == "" {
		return []binding{k.say.as("enter", "go on"), k.help, k.prev, k.result, k.review, k.leaving, k.undo.when(len(a.talk.past) > 0), k.jump, k.up, k.down}
	}
	k.review = k.review.when(a.talk.way != errand)
	k.prev = k.prev.when(a.talk.way == errand || a.talk.hasBefore())
	k.result = k.result.when(len(a.talk.drafts) == 0)
	k.undo = k.undo.when(len(a.talk.past) > 0 && len(a.talk.drafts) == 0)
	if a.unfolded {
		k.evidence = k.evidence.as("e/esc", "hide")
		k.leaving = k.leaving.as("esc", "")
		k.leaving.says = "Hide the examples; once more leaves the interview"
		k.pageDown = k.pageDown.as("pgup/pgdn", "scroll")
	}
	if a.covered() {
		return []binding{k.evidence, k.pageDown, k.help, k.leaving, k.prev, k.jump, k.review, k.up, k.down, k.pageUp}
	}
	list := []binding{k.say, k.help, k.retry.when(len(a.talk.drafts) > 0)}
	if a.unfolded {
		list = append(list, k.evidence, k.pageDown, k.prev, k.next, k.leaving)
	} else {
		list = append(list, k.prev, k.next, k.evidence, k.pageDown, k.leaving)
	}
	return append(list, k.note, k.jump, k.result, k.review, k.undo,
		k.unsure, k.na, k.later, k.clear, k.up, k.down, k.pageUp, k.top, k.bottom)
}

func (a *askScreen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case loadedMsg:
		return a.onLoaded(msg)
	case countMsg, countedMsg:
		return a.onShares(msg)
	case tea.BackgroundColorMsg:
		a.layEvidence()
		return a.inside(msg)
	}
	if a.gone {
		return nil
	}
	if a.inner != nil {
		return a.inside(msg)
	}
	var cmd tea.Cmd
	at := a.talk.at
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		a.status = status{}
		cmd = a.withTyped(msg)
		a.warned = a.warned && a.keys.leaving.hit(msg)
	case tea.PasteMsg:
		a.pasted(msg.Content)
	case tea.MouseClickMsg:
		cmd = a.onClick(msg.Mouse())
	case tea.MouseWheelMsg:
		a.onWheel(msg)
	}
	a.settle()
	a.moved(at)
	return tea.Batch(cmd, a.recount())
}

// moved saves which question is open, if it is not the one before any more. That it
// could not be saved is told on leaving: until then nothing depends on it.
func (a *askScreen) moved(before string) {
	if a.talk.at != before {
		_ = a.talk.mark()
	}
}

// inside gives a message to the jump list or the note.
func (a *askScreen) inside(msg tea.Msg) tea.Cmd {
	if a.inner == nil {
		return nil
	}
	if k, ok := msg.(tea.KeyPressMsg); ok && helpWhileTyping().hit(k) {
		return a.showHelp()
	}
	at := a.talk.at
	cmd, done := a.inner.Update(msg)
	if done {
		a.inner = nil
	}
	a.settle()
	a.moved(at)
	return tea.Batch(cmd, a.recount())
}

// settle makes the choices those of the open question.
func (a *askScreen) settle() {
	if a.shown == a.talk.at && a.choices != nil {
		return
	}
	a.reopen()
}

// reopen lays the open question out anew, with the cursor on what was said.
func (a *askScreen) reopen() {
	a.shown, a.field, a.preview = a.talk.at, number{}, map[model.Answer]model.Outlook{}
	q := a.talk.question()
	if q == nil {
		a.choices, a.cur = a.endings(), 0
		return
	}
	said := a.talk.said(q.ID)
	a.choices = choicesOf(q)
	a.cur = pickOf(a.choices, said)
	if a.cur >= 0 && a.choices[a.cur].typed {
		a.field = number{digits: said.String(), given: true}
	}
	a.evidence.top = 0
	a.layEvidence()
}

// wish asks for another place and goes deaf until it is back on top: what is
// typed meanwhile is meant for the place to come.
func (a *askScreen) wish(cmd tea.Cmd) tea.Cmd {
	a.gone = true
	return cmd
}

// showHelp lays the page with all keys over the screen.
func (a *askScreen) showHelp() tea.Cmd {
	over := newHelp(a.env, a)
	return func() tea.Msg { return overlayMsg{over} }
}
