package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"remit/model"
	"remit/report"
)

// besideScreen puts roles side by side: what each says of itself, what they differ in,
// and what lies between them. What the rows are called stays where it is; the columns
// move sideways where not all fit.
type besideScreen struct {
	env   *env
	keys  besideKeys
	table report.RoleTable
	first int // column at the left
	room  besideRoom
	body  scroll
	w, h  int
}

// besideRoom is how the width is shared.
type besideRoom struct {
	label  int // 0 where the names of rows stand above them
	column int
	shown  int // columns in sight
}

const (
	besideLabel       = 16
	besideColumnLeast = 22 // narrower ones cannot be read
	besideNarrow      = 60 // below it labels stand above, and one column is in sight
)

type besideKeys struct {
	moveKeys
	next, prev binding
}

func newBesideKeys() besideKeys {
	m := newMoveKeys()
	m.up = m.up.as(glyphUp+glyphDown, "read")
	return besideKeys{
		moveKeys: m,
		next:     bind("right l tab", glyphLeft+glyphRight, "roles", "To the roles further right (also l and tab)"),
		prev:     bind("left h shift+tab", glyphLeft, "", "To the roles further left (also h and shift+tab)"),
	}
}

// newBeside shows the roles at Session.Position.
func newBeside(e *env, s model.Session) screen {
	b := &besideScreen{env: e, keys: newBesideKeys(), body: newScroll()}
	var roles []*model.Role
	for id := range strings.FieldsSeq(s.Position) {
		if r := e.Engine.Playbook().Role(id); r != nil && len(roles) < mostBeside {
			roles = append(roles, r)
		}
	}
	b.table = e.catalogue().RoleTable(roles)
	return b
}

func (b *besideScreen) Init() tea.Cmd   { return nil }
func (b *besideScreen) Capturing() bool { return false }
func (b *besideScreen) Title() string   { return "Roles" + crumb + "Side by side" }

func (b *besideScreen) Keys() []binding {
	k := b.keys
	k.up = k.up.when(b.body.over())
	some := b.room.shown < len(b.table.Names)
	return append([]binding{k.next.when(some), k.up, k.prev.when(some)}, k.moveKeys.list()[1:]...)
}

func (b *besideScreen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.BackgroundColorMsg:
		b.lay()
	case tea.KeyPressMsg:
		switch {
		case b.keys.next.hit(msg):
			b.first++
		case b.keys.prev.hit(msg):
			b.first--
		default:
			b.body.update(msg)
			return nil
		}
		b.lay()
	case tea.MouseWheelMsg:
		b.body.update(msg)
	}
	return nil
}

func (b *besideScreen) Resize(w, h int) {
	b.w, b.h = w, h
	b.body.resize(w, max(h-besideHead, 1))
	b.lay()
}

// besideHead is how many lines stand above the rows: the names and a rule.
const besideHead = 2

// share fits n columns into w cells.
func share(w, n int) besideRoom {
	if w < besideNarrow {
		return besideRoom{column: w, shown: min(n, 1)}
	}
	r := besideRoom{label: besideLabel}
	r.shown = min(max((w-r.label)/besideColumnLeast, 1), n)
	if r.shown > 0 {
		r.column = min((w-r.label)/r.shown, 2*besideColumnLeast)
	}
	return r
}

// lay writes the rows anew. The place in the text is kept: sideways one reads the same
// row of another role.
func (b *besideScreen) lay() {
	t, w := b.env.theme, b.body.textWidth()
	b.room = share(w, len(b.table.Names))
	b.first = min(max(b.first, 0), len(b.table.Names)-b.room.shown)
	if len(b.table.Names) == 0 {
		b.body.set(wrapped("There are no roles to compare.", w))
		return
	}
	var blocks []string
	for _, row := range b.table.Rows {
		blocks = append(blocks, b.row(row))
	}
	list := func(title string, texts []string) {
		for i, text := range texts {
			if i == 0 {
				title = t.strong.Render(cut(title, w)) + "\n"
			} else {
				title = ""
			}
			blocks = append(blocks, title+hang(glyphBullet+" ", text, min(w, readable)))
		}
	}
	list("What tells them apart", b.table.Apart)
	list("What they work on together", b.table.Together)
	blocks = append(blocks, t.muted.Render(wrapped(glyphOn+" marks where they differ.", w)))
	b.body.set(stack(blocks...))
}

// row draws what the roles in sight say to one subject.
func (b *besideScreen) row(r report.RoleRow) string {
	t, mark := b.env.theme, "  "
	if r.Differ {
		mark = t.accent.Render(glyphOn) + " "
	}
	cells := r.Cells[b.first : b.first+b.room.shown]
	if b.room.label == 0 {
		return mark + t.muted.Render(cut(r.Name, b.room.column-2)) + "\n" + indent(wrapped(cells[0], b.room.column-2), "  ")
	}
	widths, h := []int{b.room.label}, 1
	blocks := []string{mark + t.muted.Render(cut(r.Name, b.room.label-3))}
	for _, cell := range cells {
		text := wrapped(cell, b.room.column-2)
		widths, blocks, h = append(widths, b.room.column), append(blocks, text), max(h, height(text))
	}
	return beside(h, 0, widths, blocks...)
}

func (b *besideScreen) View() string {
	if b.room.shown == 0 {
		return b.body.view(b.env.theme)
	}
	return strings.Join([]string{clip(b.heads(), b.w, 1), clip(b.rule(), b.w, 1), b.body.view(b.env.theme)}, "\n")
}

// heads names the roles in sight; arrows point to those that are not.
func (b *besideScreen) heads() string {
	t, line := b.env.theme, blank(b.room.label)
	left, right := "", ""
	if b.first > 0 {
		left = glyphLeft + " "
	}
	if b.first+b.room.shown < len(b.table.Names) {
		right = " " + glyphRight
	}
	names := b.table.Names[b.first : b.first+b.room.shown]
	tooWide := func(name string) bool { return width(name)+width(left)+width(right) > b.room.column-2 }
	if slices.ContainsFunc(names, tooWide) {
		names = b.table.Shorts[b.first : b.first+b.room.shown]
	}
	for i, name := range names {
		room := b.room.column - 2
		if i == 0 {
			line += t.accent.Render(left)
			room -= width(left)
		}
		if last := i == b.room.shown-1; last {
			line += t.strong.Render(fit(name, room-width(right))) + t.accent.Render(right)
		} else {
			line += t.strong.Render(fit(name, room)) + "  "
		}
	}
	return line
}

func (b *besideScreen) rule() string {
	line := blank(b.room.label)
	for range b.room.shown {
		line += strings.Repeat(glyphRule, b.room.column-2) + "  "
	}
	return b.env.theme.faint.Render(strings.TrimRight(line, " "))
}
