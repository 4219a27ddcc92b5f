package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"remit/model"
	"remit/report"
)

// mostBeside is how many roles can be marked: more columns cannot be read.
const mostBeside = 4

// rolesScreen is the catalogue of roles: by level, each with what it is for. Some can
// be marked and put side by side.
type rolesScreen struct {
	env    *env
	keys   rolesKeys
	list   index
	marked []string // ids, in the order in which they were marked
}

type rolesKeys struct {
	mark, beside, unmark binding
}

func newRolesKeys() rolesKeys {
	return rolesKeys{
		mark:   bind("space m", "space", "mark", "Mark the role to put it beside others, or take the mark away (also m)"),
		beside: bind("c", "c", "compare", "Put the marked roles side by side; one alone, or none, with what it is confused with"),
		unmark: bind("u", "u", "unmark", "Take all marks away"),
	}
}

func newRoles(e *env, _ model.Session) screen {
	r := &rolesScreen{env: e, keys: newRolesKeys()}
	r.list = newIndex(e, "a word from anything that is said of roles", r.found)
	r.list.column = 14
	r.list.none = "No role has these words. Press esc to show all."
	if len(r.list.entries) == 0 {
		r.list.none = "This framework has no roles."
	}
	r.list.about = plural(len(r.list.entries), "role", "roles") + ", from the top of the company downwards"
	r.list.preview = func(id string, w int) string { return r.told(id, w) }
	return r
}

// found lists the roles in whose texts all words occur. They stand by level.
func (r *rolesScreen) found(words string) []indexEntry {
	c := r.env.catalogue()
	var list []indexEntry
	roles := c.SearchRoles(words)
	slices.SortStableFunc(roles, func(x, y *model.Role) int { return levelPlace(x) - levelPlace(y) })
	for _, role := range roles {
		_, group := report.LevelOf(role.Level)
		list = append(list, indexEntry{
			id: role.ID, group: model.Clean(group), head: model.Clean(role.Short), says: model.Clean(role.Purpose),
			tick: slices.Contains(r.marked, role.ID),
		})
	}
	return list
}

func levelPlace(r *model.Role) int {
	place, _ := report.LevelOf(r.Level)
	return place
}

func (r *rolesScreen) told(id string, w int) string {
	role := r.env.Engine.Playbook().Role(id)
	if role == nil {
		return ""
	}
	return printed(r.env.theme, r.env.catalogue().Role(role, report.RoleOptions{}), w)
}

func (r *rolesScreen) Init() tea.Cmd   { return nil }
func (r *rolesScreen) Capturing() bool { return r.list.typing }
func (r *rolesScreen) Title() string   { return "Roles" }
func (r *rolesScreen) Resize(w, h int) { r.list.resize(w, h) }
func (r *rolesScreen) View() string    { return r.list.view() }

// Aside says how many are marked, or where one is.
func (r *rolesScreen) Aside() string {
	if len(r.marked) > 0 {
		return plural(len(r.marked), "marked", "marked")
	}
	return r.list.aside()
}

func (r *rolesScreen) Keys() []binding {
	k, some := r.keys, r.list.chosen() != ""
	return r.list.bindings(k.mark.when(some), k.beside.when(some), k.unmark.when(len(r.marked) > 0))
}

func (r *rolesScreen) Update(msg tea.Msg) tea.Cmd {
	open, done := r.list.handle(msg)
	switch {
	case open:
		return r.env.open(placeRole, about(r.list.chosen()))
	case done:
		return nil
	}
	if k, ok := msg.(tea.KeyPressMsg); ok && r.list.chosen() != "" {
		return r.onKey(k)
	}
	return nil
}

func (r *rolesScreen) onKey(k tea.KeyPressMsg) tea.Cmd {
	switch {
	case r.keys.mark.hit(k):
		return r.mark(r.list.chosen())
	case r.keys.unmark.hit(k):
		r.marked = nil
		r.list.refresh()
	case r.keys.beside.hit(k):
		return r.env.open(placeBeside, about(r.toCompare()...))
	}
	return nil
}

func (r *rolesScreen) mark(id string) tea.Cmd {
	if i := slices.Index(r.marked, id); i >= 0 {
		r.marked = slices.Delete(r.marked, i, i+1)
	} else if len(r.marked) == mostBeside {
		return toast(toneNote, "Four are the most that can stand side by side. u takes all marks away.")
	} else {
		r.marked = append(r.marked, id)
	}
	r.list.refresh()
	return nil
}

// toCompare gives the marked roles. To one alone, and to the one under the cursor
// where none is marked, come those that it is taken for.
func (r *rolesScreen) toCompare() []string {
	switch len(r.marked) {
	case 0:
		return taken(r.env.Engine.Playbook(), r.list.chosen())
	case 1:
		return taken(r.env.Engine.Playbook(), r.marked[0])
	}
	return r.marked
}

// taken gives a role with those that it must not be confused with or works with, as
// many as can stand side by side; at least one more if there is any.
func taken(book *model.Playbook, id string) []string {
	ids := []string{id}
	role := book.Role(id)
	if role == nil {
		return ids
	}
	add := func(other string) {
		if book.Role(other) != nil && !slices.Contains(ids, other) && len(ids) < mostBeside {
			ids = append(ids, other)
		}
	}
	for _, u := range role.Unlike {
		add(u.With)
	}
	if len(ids) == 1 && len(role.Works) > 0 {
		add(role.Works[0].Role)
	}
	return ids
}

// about wishes for a page about things of the framework: it travels where a question
// does.
func about(ids ...string) model.Session { return model.Session{Position: strings.Join(ids, " ")} }
