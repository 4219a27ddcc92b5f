package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// index is a list of things to look up: one walks through it, narrows it by words, and
// sees what is under the cursor told in full. Roles and questions are such lists.
type index struct {
	env     *env
	keys    indexKeys
	find    *field
	typing  bool // the words have the keys
	search  func(words string) []indexEntry
	preview func(id string, w int) string // what stands beside the list where there is room
	tell    func(id string) string        // what a head of its own line says under the cursor; nil where heads have a column
	none    string                        // what to say if nothing is found
	about   string                        // what the list is, while nobody searches
	column  int                           // how wide the heads are; 0 for a line of their own

	entries []indexEntry
	at      int
	body    scroll
	spans   []lineSpan // of each entry, in lines of the body
	beyond  string     // what stands beside the list
	room    indexRoom
	w, h    int
}

// indexEntry is one thing to look up; its texts are fit to print.
type indexEntry struct {
	id    string
	group string // heading under which it stands; "" for none
	head  string
	says  string // behind a head in a column
	tick  bool   // marked by the person
}

type indexKeys struct {
	moveKeys
	open, find, clear, done binding
}

func newIndexKeys() indexKeys {
	return indexKeys{
		moveKeys: newMoveKeys(),
		open:     bind("enter right l", "enter", "open", "Read all about what is under the cursor (also right)"),
		find:     bind("/", "/", "find", "Find by words: all that you type must occur"),
		clear:    bind("esc", "esc", "show all", "Show the whole list again"),
		done:     bind("enter down tab esc", "enter", "to the list", "Go to what was found; no words show all"),
	}
}

func newIndex(e *env, hint string, search func(string) []indexEntry) index {
	x := index{env: e, keys: newIndexKeys(), body: newScroll(), search: search, find: newField(e.theme, hint, "", model.MaxName)}
	x.entries = search("")
	return x
}

// chosen gives the id under the cursor; "" if nothing is found.
func (x *index) chosen() string {
	if x.at >= len(x.entries) {
		return ""
	}
	return x.entries[x.at].id
}

// refresh lists anew what is found and keeps the cursor on the same thing; if it is
// not there, on the first.
func (x *index) refresh() {
	was := x.chosen()
	x.entries = x.search(x.find.value)
	x.at = max(slices.IndexFunc(x.entries, func(e indexEntry) bool { return e.id == was }), 0)
	x.lay()
}

// seek narrows the list to these words, from its start.
func (x *index) seek(words string) {
	if words != x.find.value {
		x.find.value = words
		x.find.dress(x.env.theme)
	}
	x.entries, x.at = x.search(words), 0
	x.body.top = 0
	x.lay()
}

// handle takes what moves and narrows the list; done is false for everything else, which is
// for the screen. open says that the thing under the cursor is wanted.
func (x *index) handle(msg tea.Msg) (open, done bool) {
	switch msg := msg.(type) {
	case tea.BackgroundColorMsg:
		x.lay()
	case tea.KeyPressMsg:
		return x.onKey(msg)
	case tea.PasteMsg:
		if x.typing {
			x.typeIn(tea.PasteMsg{Content: model.Clean(msg.Content)})
		}
	case tea.MouseWheelMsg:
		x.body.move(wheel(msg))
	case tea.MouseClickMsg:
		return x.onClick(msg.Mouse()), true
	default:
		return false, false
	}
	return false, true
}

func (x *index) onKey(k tea.KeyPressMsg) (open, done bool) {
	if x.typing {
		x.typeIn(k)
		return false, true
	}
	if n, ok := x.keys.delta(k, x.body.h); ok {
		x.move(n)
		return false, true
	}
	switch {
	case x.keys.open.hit(k):
		return x.chosen() != "", true
	case x.keys.find.hit(k):
		x.beginFind()
		x.lay()
	case x.keys.clear.hit(k) && x.find.value != "":
		x.seek("")
	default:
		return false, false
	}
	return false, true
}

// beginFind gives the keys to the words.
func (x *index) beginFind() {
	x.typing = true
	x.find.focus()
}

// typeIn edits the words; the list follows every key.
func (x *index) typeIn(msg tea.Msg) {
	if k, ok := msg.(tea.KeyPressMsg); ok && x.keys.done.hit(k) {
		x.typing = false
		x.find.blur()
		return
	}
	before := x.find.value
	if x.find.edit(msg); x.find.value != before {
		x.seek(x.find.value)
	}
}

func (x *index) move(n int) {
	x.at = min(max(x.at+n, 0), max(len(x.entries)-1, 0))
	x.lay()
}

// onClick moves the cursor; a click on what is under it opens.
func (x *index) onClick(m tea.Mouse) (open bool) {
	y := m.Y - x.room.top
	if m.Button != tea.MouseLeft || y < 0 || y >= x.body.h || m.X >= x.room.list {
		return false
	}
	for i, s := range x.spans {
		if s.from <= y+x.body.top && y+x.body.top <= s.to {
			open = i == x.at
			x.move(i - x.at)
		}
	}
	return open
}

// bindings gives the keys that do something now; more are the screen's own, put where
// they are read.
func (x *index) bindings(more ...binding) []binding {
	k := x.keys
	if x.typing {
		return []binding{k.done}
	}
	some := len(x.entries) > 0
	list := append([]binding{k.open.when(some)}, more...)
	list = append(list, k.find, k.clear.when(x.find.value != ""))
	return append(list, k.moveKeys.list()...)
}
