package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// deed is something done to a session that can be taken back.
type deed struct {
	session model.Session // as it was before
	events  []model.EventKind
	says    string // "Deleted"
}

// reverse gives what brings the session back to where it was.
func (d deed) reverse() deed {
	back := deed{session: d.session, events: []model.EventKind{model.EventRestored}, says: "Taken back"}
	if d.session.Archived {
		back.events = append(back.events, model.EventArchived)
	}
	if d.session.Deleted {
		back.events = append(back.events, model.EventDeleted)
	}
	return back
}

// deedMsg says that a deed is on disk, or why not.
type deedMsg struct {
	deed deed
	undo bool // it took another deed back
	err  error
}

// commit does a deed, one at a time: a second key would hit a session that is
// about to leave the list.
func (l *library) commit(d deed) tea.Cmd {
	if l.acting {
		return nil
	}
	l.acting = true
	return carryOut(l.env, d, false)
}

// takeBack undoes the last deed that stands.
func (l *library) takeBack() tea.Cmd {
	switch {
	case l.acting:
		return nil
	case len(l.undo) == 0:
		return toast(toneNote, "There is nothing to take back.")
	}
	l.acting = true
	return carryOut(l.env, l.undo[len(l.undo)-1].reverse(), true)
}

func carryOut(e *env, d deed, undo bool) tea.Cmd {
	ctx, sessions := e.ctx, e.Sessions
	events := make([]model.Event, len(d.events))
	for i, kind := range d.events {
		events[i] = model.Event{By: e.By, Kind: kind}
	}
	return func() tea.Msg {
		_, err := sessions.Append(ctx, d.session.ID, events...)
		return deedMsg{d, undo, err}
	}
}

// did takes note of a deed and reads the list again.
func (l *library) did(msg deedMsg) tea.Cmd {
	l.acting = false
	name := called(msg.deed.session)
	if msg.err != nil {
		return failed("change “"+cut(name, 40)+"”", msg.err)
	}
	hint := ""
	if msg.undo {
		l.undo = l.undo[:len(l.undo)-1]
		l.wanted = msg.deed.session.ID
	} else {
		l.undo = append(l.undo, msg.deed)
		hint = " " + takesItBack
	}
	return tea.Batch(l.reload(), toast(toneGood, l.toldOf(msg.deed.says, name, hint)))
}

// toldOf says what was done with a session, so that the hint behind it stays in sight: in
// a narrow window the name is shorter.
func (l *library) toldOf(done, name, hint string) string {
	const least, most, mark = 8, 40, 2
	room := l.w - mark - width(done+": "+"."+hint)
	return done + ": " + cutMiddle(name, min(max(room, least), most)) + "." + hint
}

// purgedMsg says that a session is gone for good, or why not.
type purgedMsg struct {
	session model.Session
	err     error
}

// askPurge asks before it does what cannot be taken back.
func (l *library) askPurge(s model.Session) tea.Cmd {
	ctx, sessions := l.env.ctx, l.env.Sessions
	purge := func() tea.Msg { return purgedMsg{s, sessions.Purge(ctx, s.ID)} }
	return l.env.ask("Delete “"+cut(called(s), 40)+"” for good?",
		"Its answers, notes and history are removed from the store. Nothing brings them back.", "delete", purge)
}

func (l *library) purged(msg purgedMsg) tea.Cmd {
	name := cut(called(msg.session), 40)
	if msg.err != nil {
		return failed("delete “"+name+"”", msg.err)
	}
	l.undo = slices.DeleteFunc(l.undo, func(d deed) bool { return d.session.ID == msg.session.ID })
	return tea.Batch(l.reload(), toast(toneGood, "Deleted for good: "+name+"."))
}

// shelfName says which sessions are shown.
func shelfName(s model.Show) string {
	switch s {
	case model.ShowArchived:
		return "Archived"
	case model.ShowDeleted:
		return "Deleted"
	}
	return "Active"
}
