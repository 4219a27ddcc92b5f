package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// library is the list of all sessions: find, open, rename, put away, bring back.
type library struct {
	env  *env
	keys libraryKeys
	show model.Show
	rows []summary
	next string // cursor of the page after, "" at the end
	era  int    // of the listing that is wanted now
	busy bool   // a page is on its way

	acting bool   // a deed is on its way: the list is about to change
	wanted string // the session to go to when the list is there

	loaded bool
	err    error
	list   pick
	find   *field
	typing bool // the filter has the keys
	undo   []deed
	w, h   int
	room   libraryRoom
}

// libraryPage is how many sessions are read at a time; the next page is read
// when the cursor comes within libraryAhead of the end.
const (
	libraryPage  = 50
	libraryAhead = 15
)

type libraryKeys struct {
	open, result, export, find, rename, archive, restore, remove, undo, purge, fresh, shelf, clear, done, leave, again binding
	move                                                                                                               moveKeys
}

func newLibraryKeys() libraryKeys {
	return libraryKeys{
		open:    bind("enter right l", "enter", "open", "Open the session at its next open question, or at its result (also right)"),
		find:    bind("/", "/", "find", "Find by name, client or who was asked"),
		rename:  bind("r", "r", "rename", "Change name, client and who is asked"),
		archive: bind("a", "a", "archive", "Put the session into the archive"),
		restore: bind("a", "a", "bring back", "Bring the session back to the active ones"),
		remove:  bind("d delete", "d", "delete", "Delete the session; it can be brought back"),
		purge:   bind("d delete", "d", "delete for good", "Delete the session for good, after a question"),
		undo:    bindUndo("Take back the last archiving or deleting"),
		result:  bind("v", "v", "result", "Look at the result as it stands"),
		again:   bind("r", "r", "try again", "Read the list again"),
		fresh:   bind("n", "n", "", "Start a new interview"),
		shelf:   bind("tab", "tab", "", "Show the active, the archived, the deleted sessions in turn"),
		clear:   bind("esc", "esc", "show all", "Show the whole list again"),
		export:  bind("x", "x", "export", "Write the report to a file, in a format of your choice"),
		done:    bind("enter down tab esc", "enter", "to the list", "Go to what was found; an empty filter shows all"),
		leave:   bind("left h", glyphLeft, "", "Back to the screen before (also h)"),
		move:    newMoveKeys(),
	}
}

func newLibrary(e *env, _ model.Session) screen {
	return &library{env: e, keys: newLibraryKeys(), find: newField(e.theme, "name, client or who was asked", "", model.MaxName)}
}

func (l *library) Init() tea.Cmd   { return l.reload() }
func (l *library) Resume() tea.Cmd { return l.reload() }
func (l *library) Capturing() bool { return l.typing }

func (l *library) Title() string { return "Sessions" + crumb + shelfName(l.show) }

// Keys gives those that do something now.
func (l *library) Keys() []binding {
	k := l.keys
	if l.typing {
		return []binding{k.done}
	}
	some := len(l.rows) > 0 && l.err == nil
	if !some {
		k.fresh = k.fresh.as("n", "new")
	}
	active := l.show == model.ShowActive
	if some && l.show == model.ShowDeleted {
		return append([]binding{k.restore, k.purge, k.shelf, k.find, k.clear.when(l.find.value != ""), k.undo.when(len(l.undo) > 0),
			k.export.when(l.env.Export != nil), k.fresh, k.leave}, k.move.list()...)
	}
	return append([]binding{
		k.again.when(l.err != nil), k.open.when(some), k.find, k.clear.when(l.find.value != ""), k.undo.when(len(l.undo) > 0),
		k.rename.when(some), k.archive.when(some && active), k.restore.when(some && !active),
		k.remove.when(some), k.result.when(some), k.export.when(some && l.env.Export != nil), k.shelf, k.fresh, k.leave,
	}, k.move.list()...)
}

// reload reads the list from its start, as far as it was read before.
func (l *library) reload() tea.Cmd {
	l.era, l.busy = l.env.era(), true
	limit := min(max(libraryPage, len(l.rows)), 1000)
	return l.env.fetch(model.Query{Show: l.show, Text: l.find.value, Limit: limit}, l.era)
}

// readOn reads the next page if the cursor comes near the end of what is here.
func (l *library) readOn() tea.Cmd {
	if l.busy || l.next == "" || l.list.at < len(l.rows)-libraryAhead {
		return nil
	}
	l.busy = true
	return l.env.fetch(model.Query{Show: l.show, Text: l.find.value, After: l.next, Limit: libraryPage}, l.era)
}

func (l *library) listed(msg listedMsg) {
	l.busy, l.loaded, l.err = false, true, msg.err
	if msg.err != nil {
		return
	}
	before, was := l.chosen()
	wanted := l.wanted
	if was && wanted == "" {
		wanted = before.session.ID
	}
	l.wanted = ""
	if msg.more {
		l.rows = append(l.rows, msg.rows...)
	} else {
		l.rows = msg.rows
	}
	l.next = msg.cursor
	l.list.size(len(l.rows), l.room.rows)
	same := func(s summary) bool { return s.session.ID == wanted }
	if i := slices.IndexFunc(l.rows, same); i >= 0 {
		l.list.move(i - l.list.at) // a session that was changed has moved to the top
	}
}

func (l *library) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case listedMsg:
		if msg.era == l.era {
			l.listed(msg)
		}
	case deedMsg:
		return l.did(msg)
	case purgedMsg:
		return l.purged(msg)
	case tea.KeyPressMsg:
		if l.typing {
			return l.typeIn(msg)
		}
		return l.onKey(msg)
	case tea.PasteMsg:
		if l.typing {
			return l.typeIn(tea.PasteMsg{Content: model.Clean(msg.Content)})
		}
	case tea.MouseWheelMsg:
		l.list.move(wheel(msg))
		return l.readOn()
	case tea.MouseClickMsg:
		return l.click(msg)
	}
	return nil
}

func (l *library) onKey(k tea.KeyPressMsg) tea.Cmd {
	if n, ok := l.keys.move.delta(k, l.list.rows); ok {
		l.list.move(n)
		return l.readOn()
	}
	switch keys := l.keys; {
	case keys.find.hit(k):
		l.typing = true
		l.find.focus()
	case keys.clear.hit(k) && l.find.value != "":
		return l.look(l.show, "")
	case keys.shelf.hit(k):
		return l.look((l.show+1)%(model.ShowDeleted+1), l.find.value)
	case keys.fresh.hit(k):
		return l.env.open(placeNew, model.Session{})
	case keys.leave.hit(k):
		return l.env.back()
	case l.err != nil:
		if keys.again.hit(k) {
			return l.reload()
		}
		return nil
	case keys.undo.hit(k):
		return l.takeBack()
	}
	if s, ok := l.chosen(); ok {
		return l.onSession(k, s)
	}
	return nil
}

// onSession carries out what is done to the session under the cursor.
func (l *library) onSession(k tea.KeyPressMsg, s summary) tea.Cmd {
	switch keys := l.keys; {
	case keys.open.hit(k):
		return l.open(s, s.place())
	case keys.result.hit(k):
		return l.open(s, placeVerdict)
	case keys.export.hit(k) && l.env.Export != nil:
		return l.env.open(placeExport, s.session)
	case keys.rename.hit(k):
		return l.open(s, placeRename)
	case keys.archive.hit(k) && l.show == model.ShowActive:
		return l.commit(deed{s.session, []model.EventKind{model.EventArchived}, "Archived"})
	case keys.restore.hit(k):
		return l.commit(deed{s.session, []model.EventKind{model.EventRestored}, "Brought back"})
	case keys.remove.hit(k) && l.show != model.ShowDeleted:
		return l.commit(deed{s.session, []model.EventKind{model.EventDeleted}, "Deleted"})
	case keys.purge.hit(k):
		return l.askPurge(s.session)
	}
	return nil
}

// open shows a session. One that is deleted is not to be worked on by oversight.
func (l *library) open(s summary, at place) tea.Cmd {
	if s.session.Deleted {
		return toast(toneNote, "It is deleted. Press a to bring it back first.")
	}
	return l.env.open(at, s.session)
}

// typeIn edits the filter; the list follows every key.
func (l *library) typeIn(msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyPressMsg); ok && l.keys.done.hit(k) {
		l.typing = false
		l.find.blur()
		return nil
	}
	before := l.find.value
	l.find.edit(msg)
	if l.find.value == before {
		return nil
	}
	return l.look(l.show, l.find.value)
}

// look shows another selection, from its start.
func (l *library) look(show model.Show, text string) tea.Cmd {
	l.show = show
	if text != l.find.value {
		l.find.value = text
		l.find.dress(l.env.theme)
	}
	l.rows, l.next = nil, ""
	l.list = pick{}
	l.loaded = false
	l.list.size(0, l.room.rows)
	return l.reload()
}

func (l *library) chosen() (summary, bool) {
	if l.list.at >= len(l.rows) {
		return summary{}, false
	}
	return l.rows[l.list.at], true
}

func (l *library) click(m tea.MouseClickMsg) tea.Cmd {
	i := m.Y - l.room.top + l.list.top
	if m.Button != tea.MouseLeft || m.Y < l.room.top || m.Y >= l.room.top+l.room.rows || m.X >= l.room.list || i >= len(l.rows) {
		return nil
	}
	if i == l.list.at {
		return l.open(l.rows[i], l.rows[i].place())
	}
	l.list.move(i - l.list.at)
	return nil
}
