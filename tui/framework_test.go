package tui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"remit/advisor"
	"remit/model"
)

// onFramework is the page of the framework, in a window that shows all of it.
func onFramework(r *rig) *rig {
	r.begin().press("a")
	r.send(tea.WindowSizeMsg{Width: 120, Height: 48})
	return r
}

// told gives all that a scrolled text says, as one line.
func told(s scroll) string {
	return strings.Join(strings.Fields(ansi.Strip(strings.Join(s.lines, " "))), " ")
}

// The page names the framework exactly, and gives every number that it has about itself.
func TestTheFrameworkIsTold(t *testing.T) {
	r := onFramework(newRig(t))
	f := r.app.env.Engine.Framework()
	text := told(r.app.top().(*frameworkScreen).body)
	wanted := []string{f.Title, f.ID + " " + f.Version, f.Hash, f.Summary,
		fmt.Sprint(len(f.Questions), " questions"), fmt.Sprint(len(f.Rules), " rules"), fmt.Sprint(len(f.Sources), " sources")}
	for _, g := range f.Agreement.Cases {
		wanted = append(wanted, fmt.Sprintf("%d of %d", g.Agree, g.Total), fmt.Sprintf("%d of %d", g.FirstTwo, g.Total))
		for _, l := range g.ByLabel {
			wanted = append(wanted, fmt.Sprintf("%s %d of %d", f.Structure(l.Structure).Title, l.Agree, l.Total))
		}
	}
	for _, w := range wanted {
		if !strings.Contains(text, w) {
			t.Errorf("%q is not told:\n%s", w, text)
		}
	}
}

// Sessions are counted by the framework that they were made under, archived ones too.
func TestTheFrameworksOfTheSessionsAreCounted(t *testing.T) {
	r := newRig(t)
	r.create("Acme", "", 2)
	r.create("Globex", "", 2)
	other := foreign(r)
	if _, err := r.store.Append(t.Context(), other.ID, model.Event{Kind: model.EventArchived}); err != nil {
		t.Fatal(err)
	}
	onFramework(r)
	text := told(r.app.top().(*frameworkScreen).body)
	f := r.app.env.Engine.Framework()
	for _, w := range []string{"2 sessions " + f.ID + " " + f.Version + ", in use", "1 session " + refInWords(other.Framework)} {
		if !strings.Contains(text, w) {
			t.Errorf("%q is not told:\n%s", w, text)
		}
	}
}

// A store that cannot be read takes nothing else from the page.
func TestTheFrameworkIsToldWithoutAStore(t *testing.T) {
	r := newRig(t)
	r.app.env.Sessions = broken{}
	onFramework(r)
	text := told(r.app.top().(*frameworkScreen).body)
	for _, w := range []string{"could not be read", "remit framework use", r.app.env.Engine.Framework().Hash} {
		if !strings.Contains(text, w) {
			t.Errorf("%q is not told:\n%s", w, text)
		}
	}
}

// From the page one comes to a source by its words, and from there to what rests on it.
func TestASourceIsFoundByItsWords(t *testing.T) {
	r := onFramework(newRig(t))
	f := r.app.env.Engine.Framework()
	s := f.Sources[len(f.Sources)/2]
	r.press("/")
	r.write(strings.ToUpper(s.ID))
	r.press("enter", "enter")
	page, ok := r.app.top().(*sourcePage)
	if !ok || page.id != s.ID {
		t.Fatalf("the search for %s leads to %q", s.ID, r.app.title())
	}
	if text := told(page.body); !strings.Contains(text, s.Title) {
		t.Errorf("the source is not told: %s", text)
	}
	r.press("esc", "esc", "esc")
	if r.app.title() != "Framework" && len(r.app.stack) > 1 {
		t.Errorf("back leads to %q", r.app.title())
	}
}

// Whatever names a source stands on the page of that source.
func TestWhatRestsOnASource(t *testing.T) {
	e := advisor.Builtin()
	f, b := e.Framework(), e.Playbook()
	named := func(source, words string) {
		t.Helper()
		uses := restsOn(e, source)
		if !slices.ContainsFunc(uses, func(u sourceUse) bool { return slices.Contains(u.texts, words) }) {
			t.Errorf("on the page of %s %q is missing", source, words)
		}
	}
	for _, r := range f.Rules {
		for _, s := range r.Sources {
			named(s, r.Because)
		}
	}
	for _, r := range b.Roles {
		for _, s := range r.Sources {
			named(s, r.Title)
		}
	}
	for _, x := range b.Costs {
		for _, s := range x.Sources {
			words := x.What
			if r := b.Role(x.Role); r != nil {
				words = r.Short + ", " + words
			}
			named(s, words)
		}
	}
	for _, s := range f.Sources {
		if len(restsOn(e, s.ID)) == 0 {
			t.Errorf("nothing rests on %s, or what does is not looked for", s.ID)
		}
	}
}
