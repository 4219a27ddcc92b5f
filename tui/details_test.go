package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

func inNew(r *rig) *details {
	r.begin().goTo(placeNew, model.Session{})
	return r.app.top().(*details)
}

func only(t *testing.T, r *rig) model.Session {
	t.Helper()
	page, err := r.store.List(t.Context(), model.Query{})
	if err != nil || len(page.Sessions) != 1 {
		t.Fatalf("there are %d sessions, %v", len(page.Sessions), err)
	}
	return page.Sessions[0]
}

func TestANewInterviewIsSavedAndOpened(t *testing.T) {
	r := newRig(t)
	inNew(r)
	r.write("Acme ?q")
	r.press("enter")
	r.write("Globex")
	r.press("tab")
	r.write("The founder")
	r.press("enter", "enter")
	s := only(t, r)
	f := r.app.env.Engine.Framework()
	if s.Name != "Acme ?q" || s.Client != "Globex" || s.Asked != "The founder" || s.Kind != model.Interview || s.Framework != f.Ref {
		t.Errorf("saved as %+v", s)
	}
	if _, still := r.app.top().(*details); still || len(r.app.stack) != 2 {
		t.Error("the interview did not take the form's place")
	}
}

func TestTheFormStartsAQuickCheckToo(t *testing.T) {
	r := newRig(t)
	inNew(r)
	r.write("Acme")
	r.press("tab", "tab", "tab", "right", "enter")
	if s := only(t, r); s.Kind != model.Quick {
		t.Errorf("created as %q", s.Kind)
	}
}

// From every line, empty or not, with a complaint on the screen or not, one can
// go on typing, go forth and go back.
func TestTheFormHasNoDeadEnd(t *testing.T) {
	for _, way := range [][]string{
		{"shift+tab"},
		{"esc"},
		{"ctrl+s", "shift+tab"},
		{"ctrl+s", "esc"},
		{"tab", "tab", "tab", "tab", "up", "up", "up", "up", "shift+tab"},
		{"tab", "tab", "tab", "enter", "esc"},
		{"tab", "tab", "tab", "tab", "backspace"},
	} {
		t.Run(strings.Join(way, " "), func(t *testing.T) {
			r := newRig(t)
			inNew(r)
			r.press(way...)
			if len(r.app.stack) != 1 {
				t.Errorf("still at %q", r.app.title())
			}
		})
	}
	r := newRig(t)
	inNew(r)
	r.press("ctrl+s", "shift+tab")
	d := inNew(r)
	r.press("ctrl+s")
	r.write("Acme")
	if d.fields[0].value != "Acme" {
		t.Errorf("after a complaint the field holds %q", d.fields[0].value)
	}
}

func TestAPasteIsOneCleanLineOfBoundedLength(t *testing.T) {
	r := newRig(t)
	d := inNew(r)
	r.send(tea.PasteMsg{Content: "Ac\x1b[31mme\u202e\r\nGmbH\x07" + strings.Repeat("x", 1<<20)})
	got := d.fields[0].value
	if !strings.HasPrefix(got, "Acme GmbH") || len(got) > model.MaxName {
		t.Errorf("the field holds %d bytes: %.40q", len(got), got)
	}
}

func TestTwoEntersCreateOneSession(t *testing.T) {
	r := newRig(t)
	inNew(r)
	r.write("Acme")
	done := keyPress(t, "ctrl+s")
	first, second := r.app.update(done), r.app.update(done)
	r.run(first)
	r.run(second)
	only(t, r)
}

func TestWhatWasTypedStaysWhenTheStoreFails(t *testing.T) {
	r := newRig(t)
	d := inNew(r)
	s := r.app.env.Sessions
	r.app.env.Sessions = broken{}
	r.write("Acme")
	r.press("ctrl+s")
	r.shows("Could not create the session.", "Put the disk back")
	r.press("enter")
	r.app.env.Sessions = s
	if d.fields[0].value != "Acme" {
		t.Fatalf("the field holds %q", d.fields[0].value)
	}
	r.press("ctrl+s")
	only(t, r)
}

// A change of the terminal's background keeps what was typed.
func TestTheThemeChangesUnderTheForm(t *testing.T) {
	r := newRig(t)
	d := inNew(r)
	r.write("Acme")
	r.send(tea.BackgroundColorMsg{Color: rgb{255, 255, 255}})
	if r.app.env.theme.isDark {
		t.Fatal("white counts as dark")
	}
	r.shows("Acme")
	r.write("!")
	if d.fields[0].value != "Acme!" {
		t.Errorf("the field holds %q", d.fields[0].value)
	}
}
