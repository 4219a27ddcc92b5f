package tui

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"remit/advisor"
	"remit/model"
	"remit/report"
)

// inRoles opens the catalogue from the home screen, as a person does.
func inRoles(t *testing.T) (*rig, *rolesScreen) {
	t.Helper()
	r := newRig(t).begin()
	r.press("o")
	s, ok := r.app.top().(*rolesScreen)
	if !ok {
		t.Fatalf("o leads to %q", r.app.title())
	}
	return r, s
}

// seek searches a list of things to look up for words, and goes to what is found.
func seek(r *rig, words string) {
	r.press("/")
	r.write(words)
	r.press("enter")
}

// Every role of the framework is in the list, under the heading of its level and with
// what it is for.
func TestTheCatalogueListsEveryRoleByLevel(t *testing.T) {
	r, s := inRoles(t)
	book := r.app.env.Engine.Playbook()
	if len(s.list.entries) != len(book.Roles) {
		t.Fatalf("%d of %d roles are listed", len(s.list.entries), len(book.Roles))
	}
	r.send(tea.WindowSizeMsg{Width: 100, Height: 48})
	r.shows("Executives", "Management", words(book.Role(s.list.chosen()).Purpose))
	last := -1
	for _, e := range s.list.entries {
		role := book.Role(e.id)
		if e.says != role.Purpose {
			t.Errorf("%s is said to be for %q", e.id, e.says)
		}
		if place := levelPlace(role); place < last {
			t.Errorf("%s stands below a lower level", e.id)
		} else {
			last = place
		}
	}
}

// Searching finds roles by anything that is said of them, follows every key, and esc
// shows all again before it leaves.
func TestRolesAreFoundByTheirTexts(t *testing.T) {
	r, s := inRoles(t)
	all := len(s.list.entries)
	focus := r.app.env.Engine.Playbook().Role("cio").Focus[0]
	seek(r, focus)
	found := false
	for _, e := range s.list.entries {
		found = found || e.id == "cio"
	}
	if !found || len(s.list.entries) == all {
		t.Errorf("%q finds %v", focus, s.list.entries)
	}
	r.press("/")
	r.write(" zzz")
	r.shows("No role has these words")
	if r.press("enter", "enter", "space", "c"); r.app.top() != screen(s) {
		t.Error("something was opened where nothing was found")
	}
	if r.press("esc"); len(s.list.entries) != all || r.app.top() != screen(s) {
		t.Errorf("esc shows %d of %d", len(s.list.entries), all)
	}
	if r.press("esc"); len(r.app.stack) != 1 {
		t.Error("esc does not go back")
	}
}

// The page of a role is the one that remit roles prints, and every word of it can be
// scrolled to in the smallest window.
func TestARolesPageTellsEverything(t *testing.T) {
	r, _ := inRoles(t)
	r.goTo(placeRole, about("cio"))
	p := r.app.top().(*rolePage)
	if p.role().ID != "cio" {
		t.Fatalf("opened is %s", p.role().ID)
	}
	text := strings.Join(strings.Fields(unstyled(p.body.lines)), " ")
	role := p.role()
	for _, want := range []string{role.Purpose, role.Measures[0], role.Works[0].On, role.Unlike[0].How} {
		if !strings.Contains(text, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	r.send(tea.WindowSizeMsg{Width: 40, Height: 12})
	for _, line := range p.body.lines {
		if width(line) > p.body.textWidth() {
			t.Errorf("nobody can read the end of %q", line)
		}
	}
	short := len(p.body.lines)
	if r.press("e"); len(p.body.lines) <= short {
		t.Error("with its charters the page is no longer")
	}
}

// Left and right lead through all roles, and round.
func TestPagesOfRolesTurn(t *testing.T) {
	r, s := inRoles(t)
	r.press("enter")
	p, seen := r.app.top().(*rolePage), map[string]bool{}
	first := p.role().ID
	for range s.list.entries {
		seen[p.role().ID] = true
		r.press("right")
	}
	if p.role().ID != first || len(seen) != len(s.list.entries) {
		t.Errorf("%d of %d were shown, and then %s", len(seen), len(s.list.entries), p.role().ID)
	}
	if r.press("left"); p.role().ID != s.list.entries[len(s.list.entries)-1].id {
		t.Errorf("before the first comes %s", p.role().ID)
	}
}

// Marked roles stand side by side in the order in which they were marked; more than
// four are refused, with a word.
func TestMarkedRolesStandSideBySide(t *testing.T) {
	r, s := inRoles(t)
	r.press("space", "down", "space", "down", "space", "down", "m", "down", "space")
	if len(s.marked) != mostBeside {
		t.Fatalf("marked are %v", s.marked)
	}
	r.shows("Four are the most", "4 marked")
	r.press("c")
	b := r.app.top().(*besideScreen)
	book := r.app.env.Engine.Playbook()
	for i, id := range s.marked {
		if b.table.Shorts[i] != book.Role(id).Short {
			t.Errorf("column %d is %s, want %s", i, b.table.Shorts[i], id)
		}
	}
	r.press("esc", "u")
	if len(s.marked) != 0 || r.app.top() != screen(s) {
		t.Errorf("after u marked are %v", s.marked)
	}
}

// Without a mark a role is held against those that it is taken for.
func TestARoleIsComparedWithWhatItIsTakenFor(t *testing.T) {
	r := newRig(t)
	book := r.app.env.Engine.Playbook()
	for _, role := range book.Roles {
		ids := taken(book, role.ID)
		if ids[0] != role.ID || len(ids) > mostBeside {
			t.Errorf("%s is compared as %v", role.ID, ids)
		}
		if alone := len(role.Unlike)+len(role.Works) > 0 && len(ids) == 1; alone {
			t.Logf("%s stands alone", role.ID)
		}
	}
}

// Whatever the window, each role can be brought into sight sideways, and the names of
// the rows stay.
func TestEveryColumnCanBeReached(t *testing.T) {
	for _, size := range sights {
		r, _ := inRoles(t)
		r.goTo(placeBeside, about("cio", "cto", "it-director", "vp-engineering"))
		r.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		b := r.app.top().(*besideScreen)
		seen := map[string]bool{}
		for range b.table.Names {
			for _, short := range b.table.Shorts[b.first : b.first+b.room.shown] {
				seen[short] = true
			}
			r.shows("Purpose")
			r.press("right")
		}
		if len(seen) != len(b.table.Names) {
			t.Errorf("%v: only %v can be seen", size, seen)
		}
		for range b.table.Names {
			r.press("left")
		}
		if b.first != 0 {
			t.Errorf("%v: left ends at column %d", size, b.first)
		}
	}
}

// A row is marked exactly if its cells are not all the same.
func TestWhatDiffersIsMarked(t *testing.T) {
	r, _ := inRoles(t)
	r.send(tea.WindowSizeMsg{Width: 120, Height: 40})
	r.goTo(placeBeside, about("cio", "cto"))
	b := r.app.top().(*besideScreen)
	same, differ := 0, 0
	for _, row := range b.table.Rows {
		if row.Differ != (row.Cells[0] != row.Cells[1]) {
			t.Errorf("%s: %q, marked %v", row.Name, row.Cells, row.Differ)
		}
		if marked := strings.Contains(b.row(row), glyphOn); marked != row.Differ {
			t.Errorf("%s is drawn as marked: %v", row.Name, marked)
		}
		if row.Differ {
			differ++
		} else {
			same++
		}
	}
	if same == 0 || differ == 0 {
		t.Errorf("%d the same, %d differ: nothing to tell apart", same, differ)
	}
}

// The cursor, and the name under it, stay in sight in every window.
func TestTheCursorOfTheListsStaysInSight(t *testing.T) {
	for _, key := range []string{"o", "e"} {
		for _, size := range sights {
			r := newRig(t).begin()
			r.press(key)
			r.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			for i := range 30 {
				if !strings.Contains(r.text(), glyphCursor+" ") {
					t.Fatalf("%s, %v, entry %d: out of sight:\n%s", key, size, i, r.text())
				}
				r.press("down")
			}
			r.press("G")
			if !strings.Contains(r.text(), glyphCursor+" ") {
				t.Fatalf("%s, %v: the last entry is out of sight:\n%s", key, size, r.text())
			}
		}
	}
}

// A click chooses, and a click on what is chosen opens it.
func TestClickingInTheCatalogue(t *testing.T) {
	r, s := inRoles(t)
	line := -1
	for i, l := range strings.Split(r.text(), "\n") {
		if line < 0 && strings.Contains(l, "  CTO ") {
			line = i
		}
	}
	for range 2 {
		r.send(tea.MouseClickMsg{X: 12, Y: line, Button: tea.MouseLeft})
	}
	if s.list.chosen() != "cto" || len(r.app.stack) != 3 {
		t.Errorf("chosen is %s, and %d screens are open", s.list.chosen(), len(r.app.stack))
	}
}

// Texts of a framework from elsewhere are text, on every page of the catalogue.
func TestTheCatalogueIsNoCode(t *testing.T) {
	for _, name := range hostileNames() {
		r := newRig(t).begin()
		book := r.app.env.Engine.Playbook()
		role := *book.Role("cto")
		role.Short, role.Title, role.Purpose, role.Focus = name, name, name, []string{name}
		page := r.app.env.catalogue().Role(&role, report.RoleOptions{})
		for _, w := range []int{20, 38, 72, 100} {
			within(t, fmt.Sprintf("%.20q at %d", name, w), printed(r.app.env.theme, page, w), w, 1<<20)
		}
		s := model.Session{Position: name}
		for _, to := range []place{placeRole, placeBeside, placeExplained} {
			r.goTo(to, s)
			harmless(t, r, string(to), name)
			r.press("esc")
		}
		r.goTo(placeRoles, model.Session{})
		r.press("/")
		r.send(tea.PasteMsg{Content: name})
		harmless(t, r, "roles", name)
	}
}

// Where a framework has no roles it is said so; nobody searched for words.
func TestAFrameworkWithoutRolesSaysSo(t *testing.T) {
	f := *advisor.Builtin().Framework()
	f.Playbook = model.Playbook{}
	e, err := advisor.New(&f)
	if err != nil {
		t.Fatal(err)
	}
	r := newRig(t, func(d *Deps) { d.Engine = e }).begin()
	r.press("o")
	r.shows("This framework has no roles.")
}
