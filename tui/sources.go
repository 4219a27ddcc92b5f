package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"remit/model"
	"remit/report"
)

// finding is the position at which the sources open with the search.
const finding = "/"

// sourcesScreen lists every source of the framework in use, to be searched.
type sourcesScreen struct {
	env  *env
	list index
}

// newSources lists the sources; at the position finding one types what to find.
func newSources(e *env, s model.Session) screen {
	x := &sourcesScreen{env: e}
	x.list = newIndex(e, "an author, a year, a word of the title", x.found)
	x.list.none = "No source has these words. Press esc to show all."
	x.list.about = "What the rules, roles, prices and texts of this framework rest on"
	x.list.preview = func(id string, w int) string { return sourcePageText(e, id, w) }
	x.list.tell = func(id string) string { return sourceBy(e.Engine.Framework().Source(id)) }
	if s.Position == finding {
		x.list.beginFind()
	}
	return x
}

// found lists the sources in which all words occur.
func (x *sourcesScreen) found(words string) []indexEntry {
	var list []indexEntry
	for _, s := range x.env.Engine.Framework().Sources {
		text := strings.Join([]string{s.ID, s.Title, s.Publisher, s.Year, s.URL, s.Note}, " ")
		if report.HasWords(text, words) {
			list = append(list, indexEntry{id: s.ID, head: model.Clean(s.Title)})
		}
	}
	return list
}

func (x *sourcesScreen) Init() tea.Cmd   { return nil }
func (x *sourcesScreen) Capturing() bool { return x.list.typing }
func (x *sourcesScreen) Title() string   { return "Framework" + crumb + "Sources" }
func (x *sourcesScreen) Aside() string   { return x.list.aside() }
func (x *sourcesScreen) Resize(w, h int) { x.list.resize(w, h) }
func (x *sourcesScreen) View() string    { return x.list.view() }
func (x *sourcesScreen) Keys() []binding { return x.list.bindings() }

func (x *sourcesScreen) Update(msg tea.Msg) tea.Cmd {
	if open, _ := x.list.handle(msg); open {
		return x.env.open(placeSource, about(x.list.chosen()))
	}
	return nil
}

// sourcePage tells one source and what rests on it.
type sourcePage struct {
	env  *env
	id   string
	keys moveKeys
	body scroll
}

// newSourcePage is the page of the source at Session.Position.
func newSourcePage(e *env, s model.Session) screen {
	m := newMoveKeys()
	m.up = m.up.as(glyphUp+glyphDown, "read")
	return &sourcePage{env: e, id: s.Position, keys: m, body: newScroll()}
}

func (p *sourcePage) Init() tea.Cmd   { return nil }
func (p *sourcePage) Capturing() bool { return false }
func (p *sourcePage) View() string    { return p.body.view(p.env.theme) }
func (p *sourcePage) Title() string {
	return "Framework" + crumb + "Sources" + crumb + model.Clean(p.id)
}

func (p *sourcePage) Keys() []binding {
	k := p.keys
	k.up = k.up.when(p.body.over())
	return k.list()
}

func (p *sourcePage) Resize(w, h int) {
	p.body.resize(w, h)
	p.lay()
}

func (p *sourcePage) lay() {
	p.body.set(sourcePageText(p.env, p.id, min(p.body.textWidth(), readable)))
}

func (p *sourcePage) Update(msg tea.Msg) tea.Cmd {
	if _, ok := msg.(tea.BackgroundColorMsg); ok {
		p.lay()
	}
	p.body.update(msg)
	return nil
}

// sourceBy says who published a source, and when.
func sourceBy(s *model.Source) string {
	if s == nil {
		return ""
	}
	parts := slices.DeleteFunc([]string{s.Publisher, s.Year}, func(part string) bool { return part == "" })
	return model.Clean(strings.Join(parts, ", "))
}

// sourcePageText writes a source and all that names it.
func sourcePageText(e *env, id string, w int) string {
	t, s := e.theme, e.Engine.Framework().Source(id)
	if s == nil {
		return tint(t.muted, wrapped("There is no such source.", w))
	}
	blocks := []string{
		pile(tint(t.strong, wrapped(model.Clean(s.Title), w)), tint(t.muted, wrapped(sourceBy(s), w))),
		pile(wrapped(model.Clean(s.URL), w), wrapped(model.Clean(s.Note), w)),
	}
	for _, u := range restsOn(e.Engine, id) {
		lines := []string{t.strong.Render(cut(u.title, w))}
		for _, text := range u.texts {
			lines = append(lines, hang(glyphBullet+" ", model.Clean(text), w))
		}
		blocks = append(blocks, pile(lines...))
	}
	return stack(blocks...)
}
