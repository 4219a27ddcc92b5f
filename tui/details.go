package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// details is the form of a session's name, client and who is asked, for a new
// session and for changing them later. Nothing in it can refuse to be left.
type details struct {
	env     *env
	keys    detailsKeys
	session model.Session // the one to change; without an id for a new one, of this kind
	fields  [3]*field
	at      int // the field in focus, then the buttons
	fault   status
	warned  bool // told that leaving loses what is typed
	busy    bool // the store is at work: a second enter starts nothing
	era     int
	w, h    int
}

type detailsKeys struct {
	next, prev, accept, left, right, start, leave binding
}

func newDetailsKeys() detailsKeys {
	return detailsKeys{
		accept: bind("enter", "enter", "next", "Go on; on the last line, do what it says"),
		next:   bind("tab down", "tab", "", "To the next line (also down)"),
		prev:   bind("shift+tab up", "shift+tab", "", "To the line before (also up); from the first line, shift+tab leaves"),
		left:   bind("left", glyphLeft, "", "To the choice on the left"),
		right:  bind("right", glyphRight, "", "To the choice on the right"),
		start:  bind("ctrl+s", "ctrl+s", "start", "Take it as it is, from any line"),
		leave:  bind("esc", "esc", "back", "Leave without keeping anything"),
	}
}

func (k detailsKeys) list() []binding {
	return []binding{k.accept, k.leave, k.start, k.next, k.prev, k.left, k.right}
}

// fieldTexts are the lines of the form.
func fieldTexts() [3]struct{ label, says string } {
	return [3]struct{ label, says string }{
		{"Name", "What you will find it by: the company, perhaps the year."},
		{"Client", "For whom you ask, if not for yourselves. May stay empty."},
		{"Who is asked", "Who answers: a person, a role or a team. May stay empty."},
	}
}

// newStart is the form for a new interview.
func newStart(e *env, _ model.Session) screen {
	return newDetails(e, model.Session{Kind: model.Interview})
}

// newQuickStart is the form for a quick check. Enter alone skips it.
func newQuickStart(e *env, _ model.Session) screen {
	return newDetails(e, model.Session{Kind: model.Quick})
}

// newRename is the form for a session that exists.
func newRename(e *env, s model.Session) screen { return newDetails(e, cleanSession(s)) }

func newDetails(e *env, s model.Session) *details {
	d := &details{env: e, keys: newDetailsKeys(), session: s}
	for i, value := range []string{s.Name, s.Client, s.Asked} {
		d.fields[i] = newField(e.theme, "", value, model.MaxName)
	}
	d.fields[0].focus()
	return d
}

func (d *details) Init() tea.Cmd   { return nil }
func (d *details) Capturing() bool { return d.at < len(d.fields) }

func (d *details) Title() string {
	switch {
	case d.quick():
		return "Quick check"
	case d.session.ID == "":
		return "New interview"
	}
	return called(d.session) + crumb + "Rename"
}

// quick reports the form for a new quick check.
func (d *details) quick() bool { return d.session.ID == "" && d.session.Kind == model.Quick }

func (d *details) buttons() []string {
	narrow := d.labelWidth() == 0
	switch {
	case d.session.ID != "":
		return []string{"Save"}
	case d.quick() && narrow:
		return []string{"Start", "All questions"}
	case d.quick():
		return []string{"Start the quick check", "Full interview instead"}
	case narrow:
		return []string{"Start", "Quick check"}
	}
	return []string{"Start the interview", "Quick check instead"}
}

func (d *details) Keys() []binding {
	k := d.keys
	onButtons := d.at >= len(d.fields)
	k.left, k.right = k.left.when(onButtons), k.right.when(onButtons)
	does := "start"
	if d.session.ID != "" {
		does = "save"
	}
	if k.start = k.start.as("ctrl+s", does); onButtons || d.skips() {
		k.accept = k.accept.as("enter", does)
	}
	k.leave = d.leaveKey()
	return k.list()
}

func (d *details) Resize(w, h int) {
	d.w, d.h = w, h
	for _, f := range d.fields {
		f.resize(min(w-d.labelWidth()-3, 60))
	}
}

// labelWidth is the column of labels; 0 where they stand above their fields.
func (d *details) labelWidth() int {
	if d.w < 56 {
		return 0
	}
	return 14
}

func (d *details) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return d.onKey(msg)
	case tea.PasteMsg:
		return d.paste(model.Clean(msg.Content))
	case tea.MouseClickMsg:
		return d.click(msg)
	case detailsMsg:
		if msg.era == d.era {
			return d.kept(msg)
		}
	}
	return nil
}

func (d *details) onKey(k tea.KeyPressMsg) tea.Cmd {
	last := len(d.fields) + len(d.buttons()) - 1
	leaves := d.leaveKey().hit(k) || d.keys.prev.hit(k) && d.at == 0 && k.Code != tea.KeyUp
	d.warned = d.warned && leaves
	switch {
	case leaves:
		return d.leave()
	case d.keys.start.hit(k), d.keys.accept.hit(k) && d.at >= len(d.fields), d.keys.accept.hit(k) && d.skips():
		return d.keep()
	case d.keys.next.hit(k), d.keys.accept.hit(k):
		d.focus(min(d.at+1, last))
	case d.keys.prev.hit(k):
		d.focus(max(d.at-1, 0))
	case d.at >= len(d.fields):
		if d.keys.left.hit(k) {
			d.focus(max(d.at-1, len(d.fields)))
		} else if d.keys.right.hit(k) {
			d.focus(min(d.at+1, last))
		}
	default:
		d.edit(k)
	}
	return nil
}

// skips reports that enter passes the form over: nothing is typed, and a quick check
// gets its name by itself.
func (d *details) skips() bool {
	return d.quick() && d.at == 0 && d.fields[0].value == ""
}

func (d *details) edit(msg tea.Msg) {
	if d.at < len(d.fields) {
		d.fault = status{}
		d.fields[d.at].edit(msg)
	}
}

func (d *details) focus(i int) {
	d.at = i
	for n, f := range d.fields {
		if n == i {
			f.focus()
		} else {
			f.blur()
		}
	}
}

func (d *details) click(m tea.MouseClickMsg) tea.Cmd {
	if at := d.lineOf(m.Y, m.X); m.Button == tea.MouseLeft && at >= 0 {
		d.focus(at)
		if at >= len(d.fields) {
			return d.keep()
		}
	}
	return nil
}

// keep takes what was typed: it creates the session, or renames it.
func (d *details) keep() tea.Cmd {
	said := func(i int) string { return strings.TrimSpace(model.Clean(model.Cut(d.fields[i].value, model.MaxName))) }
	e := model.Event{By: d.env.By, Name: said(0), Client: said(1), Asked: said(2)}
	if e.Name == "" {
		e.Name = e.Client
	}
	if e.Name == "" && d.quick() {
		e.Name = model.Quick.NameAt(d.env.Now())
	}
	if e.Name == "" {
		d.focus(0)
		d.fault = status{text: "Give it a name first, so that you can find it again."}
		return nil
	}
	if d.busy {
		return nil
	}
	d.busy, d.era = true, d.env.era()
	if d.session.ID != "" {
		e.Kind = model.EventRenamed
		return keepDetails(d.env, d.era, d.session.ID, e)
	}
	ref := d.env.Engine.Framework().Ref
	e.Kind, e.Framework, e.SessionKind = model.EventCreated, &ref, d.session.Kind
	if d.at == len(d.fields)+1 {
		e.SessionKind = otherKind(d.session.Kind)
	}
	return keepDetails(d.env, d.era, "", e)
}

// otherKind is what the second button starts.
func otherKind(k model.SessionKind) model.SessionKind {
	if k == model.Quick {
		return model.Interview
	}
	return model.Quick
}

// detailsMsg says that the session is created or renamed, or why not.
type detailsMsg struct {
	era     int
	session model.Session
	err     error
}

// keepDetails creates a session from its event, or adds the event to the session
// with this id.
func keepDetails(env *env, era int, id string, e model.Event) tea.Cmd {
	ctx, sessions := env.ctx, env.Sessions
	return func() tea.Msg {
		var s model.Session
		var err error
		if id == "" {
			s, err = sessions.Create(ctx, e)
		} else {
			s, err = sessions.Append(ctx, id, e)
		}
		return detailsMsg{era, s, err}
	}
}

func (d *details) kept(msg detailsMsg) tea.Cmd {
	d.busy = false
	switch {
	case msg.err != nil && d.session.ID == "":
		return failed("create the session", msg.err)
	case msg.err != nil:
		return failed("rename the session", msg.err)
	case d.session.ID != "":
		return d.env.parting(toneGood, "Renamed.")
	case msg.session.Kind == model.Quick:
		return d.env.swap(placeQuick, msg.session)
	}
	return d.env.swap(placeInterview, msg.session)
}
