package tui

import (
	"fmt"
	"testing"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// inLibrary opens the list of all sessions.
func inLibrary(r *rig) *library {
	r.begin().goTo(placeSessions, model.Session{})
	return r.app.top().(*library)
}

func (l *library) names() []string {
	names := []string{}
	for _, s := range l.rows {
		names = append(names, s.session.Name)
	}
	return names
}

func state(t *testing.T, r *rig, id string) model.Session {
	t.Helper()
	s, err := r.store.Get(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// After a deed is taken back the cursor is on the session that came back.
func TestUndoGoesToWhatCameBack(t *testing.T) {
	r := newRig(t).begin()
	for i := range 5 {
		r.create(fmt.Sprint("Session ", i), "", i)
	}
	r.goTo(placeSessions, model.Session{})
	l := r.app.top().(*library)
	r.press("down", "down")
	gone, _ := l.chosen()
	r.press("d", "G", "z")
	if back, _ := l.chosen(); back.session.ID != gone.session.ID {
		t.Errorf("the cursor is on %q, want %q", back.session.Name, gone.session.Name)
	}
}

// Whatever is done to a session by archiving or deleting, z brings it back to
// where it was.
func TestUndoRestoresEveryState(t *testing.T) {
	for _, c := range []struct {
		name  string
		start []model.EventKind
		shelf int // how many times tab leads there
		key   string
	}{
		{"archive an active one", nil, 0, "a"},
		{"delete an active one", nil, 0, "d"},
		{"delete an archived one", []model.EventKind{model.EventArchived}, 1, "d"},
		{"bring an archived one back", []model.EventKind{model.EventArchived}, 1, "a"},
		{"bring a deleted one back", []model.EventKind{model.EventDeleted}, 2, "a"},
		{"bring back one that was archived, then deleted", []model.EventKind{model.EventArchived, model.EventDeleted}, 2, "a"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := newRig(t)
			s := r.create("Acme", "", 2)
			for _, kind := range c.start {
				if _, err := r.store.Append(t.Context(), s.ID, model.Event{Kind: kind}); err != nil {
					t.Fatal(err)
				}
			}
			before := state(t, r, s.ID)
			l := inLibrary(r)
			for range c.shelf {
				r.press("tab")
			}
			if len(l.rows) != 1 {
				t.Fatalf("the shelf holds %v", l.names())
			}
			r.press(c.key)
			if after := state(t, r, s.ID); after.Archived == before.Archived && after.Deleted == before.Deleted {
				t.Fatalf("%s did nothing", c.key)
			}
			if len(l.rows) != 0 {
				t.Error("the session is still on its shelf")
			}
			r.press("z")
			if after := state(t, r, s.ID); after.Archived != before.Archived || after.Deleted != before.Deleted {
				t.Errorf("after undo archived=%v deleted=%v", after.Archived, after.Deleted)
			}
			if len(l.rows) != 1 {
				t.Error("the session is not back on its shelf")
			}
		})
	}
}

func TestFindFollowsEveryKeyAndLetsGoAgain(t *testing.T) {
	r := newRig(t)
	r.create("Acme", "", 1)
	r.create("Initech", "Globex", 1)
	l := inLibrary(r)
	r.press("/")
	r.write("glob?q")
	r.shows("glob?q")
	for range 2 {
		r.press("backspace")
	}
	if got := fmt.Sprint(l.names()); got != "[Initech]" {
		t.Errorf("glob finds %s", got)
	}
	r.press("esc")
	if len(r.app.stack) != 2 {
		t.Fatal("esc left the screen instead of the filter")
	}
	r.press("esc")
	if len(l.rows) != 2 {
		t.Errorf("after clearing the filter there is %v", l.names())
	}
}

// The answer to a filter that was typed over arrives late and is dropped.
func TestALateListIsDropped(t *testing.T) {
	r := newRig(t)
	r.create("Acme", "", 1)
	r.create("Initech", "", 1)
	l := inLibrary(r)
	slow := l.look(l.show, "acme")
	r.run(l.look(l.show, "initech"))
	r.run(slow)
	if got := fmt.Sprint(l.names()); got != "[Initech]" {
		t.Errorf("the list shows %s", got)
	}
}

func TestTheListReadsOnAsOneScrolls(t *testing.T) {
	r := newRig(t)
	for i := range 2*libraryPage + 5 {
		r.create(fmt.Sprint("Session ", i), "", 0)
	}
	l := inLibrary(r)
	if len(l.rows) != libraryPage {
		t.Fatalf("%d sessions are read at first", len(l.rows))
	}
	for range 3 {
		r.press("G")
	}
	if len(l.rows) != 2*libraryPage+5 || l.next != "" {
		t.Errorf("at the end %d sessions are read", len(l.rows))
	}
	r.shows("Session 0 ")
}

func TestRenamingShowsInTheList(t *testing.T) {
	r := newRig(t)
	s := r.create("Acme", "", 1)
	inLibrary(r)
	r.press("r")
	r.write(" 2026")
	r.press("ctrl+s")
	if got := state(t, r, s.ID); got.Name != "Acme 2026" || len(got.Answers) != 1 {
		t.Errorf("renamed to %q with %d answers", got.Name, len(got.Answers))
	}
	r.shows("Acme 2026", "Renamed.", "Sessions")
}

func TestAWideWindowShowsThePreview(t *testing.T) {
	r := newRig(t)
	s := r.create("Acme", "Globex", 3)
	q := r.app.env.Engine.Framework().Questions[0]
	if _, err := r.store.Append(t.Context(), s.ID, model.Event{Kind: model.EventNoted, Question: q.ID, Text: "a doubt"}); err != nil {
		t.Fatal(err)
	}
	r.app.resize(140, 40)
	inLibrary(r)
	r.shows("Client", "Globex", "3 of 16", "a doubt")
}

// A key that is pressed again before the list has changed does nothing more.
func TestOneDeedAtATime(t *testing.T) {
	r := newRig(t)
	s := r.create("Acme", "", 1)
	r.create("Initech", "", 1)
	inLibrary(r)
	r.press("down")
	d := keyPress(t, "d")
	first, second := r.app.update(d), r.app.update(d)
	r.run(first)
	r.run(second)
	if !state(t, r, s.ID).Deleted {
		t.Fatal("the session under the cursor was not deleted")
	}
	r.press("z")
	if state(t, r, s.ID).Deleted {
		t.Error("one undo did not bring it back")
	}
}

// An undo that could not be saved can be tried again.
func TestAFailedUndoCanBeTriedAgain(t *testing.T) {
	r := newRig(t)
	s := r.create("Acme", "", 1)
	inLibrary(r)
	r.press("a")
	whole := r.app.env.Sessions
	r.app.env.Sessions = broken{}
	r.press("z")
	r.shows("Could not change", "Put the disk back")
	r.app.env.Sessions = whole
	r.press("enter", "z")
	if state(t, r, s.ID).Archived {
		t.Error("the second undo did nothing")
	}
}

// Deleting for good asks first, and leaves nothing to take back.
func TestDeletingForGoodAsksFirst(t *testing.T) {
	r := newRig(t)
	s := r.create("Acme", "", 1)
	l := inLibrary(r)
	r.press("d", "tab", "tab", "d")
	r.shows("Delete “Acme” for good?")
	r.press("n")
	if state(t, r, s.ID); len(l.rows) != 1 {
		t.Fatal("no means no")
	}
	r.press("d", "y")
	if _, err := r.store.Get(t.Context(), s.ID); model.KindOf(err) != model.KindNotFound {
		t.Errorf("after yes the store says %v", err)
	}
	r.shows("Nothing is deleted.", "Deleted for good")
	r.press("z")
	r.shows("nothing to take back")
}

// What can be taken back says so in every window, however long the name is.
func TestTheWayToTakeBackIsAlwaysInSight(t *testing.T) {
	for _, w := range []int{40, 47, 60, 80} {
		r := newRig(t)
		r.create("A session of a company with a name that is longer than any line", "", 2)
		r.begin().press("s")
		r.send(tea.WindowSizeMsg{Width: w, Height: 16})
		r.press("d")
		r.shows("Deleted: A", "take", "it back.")
	}
}

// After a failure to read, nothing can be done to sessions that are not shown; a key
// reads them again.
func TestTheListIsReadAgain(t *testing.T) {
	r := newRig(t)
	r.create("Acme", "", 2)
	l := inLibrary(r)
	works := r.app.env.Sessions
	r.app.env.Sessions = broken{}
	r.press("tab", "tab", "tab")
	r.shows("could not be read", "try again")
	if r.press("r", "d"); r.app.top() != screen(l) || r.app.over != nil {
		t.Fatalf("on a list that is not shown something is done: %q", r.app.title())
	}
	r.app.env.Sessions = works
	r.press("r")
	r.shows("Acme", "rename")
}

// Space, which marks elsewhere, opens nothing here.
func TestSpaceOpensNoSession(t *testing.T) {
	r := newRig(t).begin()
	r.create("Acme", "", 2)
	l := inLibrary(r)
	if r.press("space"); r.app.top() != screen(l) {
		t.Errorf("space leads to %q", r.app.title())
	}
}

// A deleted session is not worked on by oversight: no key opens it before it is brought
// back, and the key for that is in sight in the smallest window.
func TestADeletedSessionIsBroughtBackFirst(t *testing.T) {
	r := newRig(t)
	s := r.create("Acme", "", 2)
	if _, err := r.store.Append(t.Context(), s.ID, model.Event{Kind: model.EventDeleted}); err != nil {
		t.Fatal(err)
	}
	l := inLibrary(r)
	r.send(tea.WindowSizeMsg{Width: 40, Height: 12})
	r.press("tab", "tab")
	for _, key := range []string{"enter", "right", "v", "r"} {
		r.press(key)
		if r.app.top() != screen(l) {
			t.Fatalf("%s leads to %q", key, r.app.title())
		}
		r.shows("a bring back", "Press a")
	}
	r.press("a", "tab", "enter")
	if _, open := r.app.top().(*askScreen); !open {
		t.Errorf("brought back, it opens %q", r.app.title())
	}
}
