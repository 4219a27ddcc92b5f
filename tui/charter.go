package tui

import (
	tea "charm.land/bubbletea/v2"
)

// charterPage lists the posts of the company with what each is for; enter opens the
// charter of one as a page of its own.
type charterPage struct {
	follows *following
	keys    charterKeys
	list    entries
	reading bool   // a charter is open
	role    string // whose it is
	page    scroll
	proofs  bool
	w, h    int
}

type charterKeys struct {
	moveKeys
	open, close, after, before, evidence binding
}

func newCharterPage(f *following) *charterPage {
	m := newMoveKeys()
	m.up = m.up.as(glyphUp+glyphDown, "read")
	return &charterPage{follows: f, list: newEntries(), page: newScroll(), keys: charterKeys{
		moveKeys: m,
		open:     bind("enter", "enter", "open", "Open the charter of the post under the cursor"),
		close:    bind("enter esc backspace", "enter", "list", "Back to the list of posts (also esc)"),
		after:    bind("n", "n", "next", "The next post"),
		before:   bind("p", "p", "", "The post before"),
		evidence: bind("e", "e", "sources", "Show or hide what it rests on"),
	}}
}

// open opens the charter of a role.
func (c *charterPage) open(role string) {
	for i, p := range c.follows.look().set.Posts {
		if p.Role == role {
			c.list.at = i
			c.reading, c.role, c.page.top = true, role, 0
		}
	}
}

func (c *charterPage) Capturing() bool { return false }

func (c *charterPage) Resize(w, h int) {
	c.w, c.h = w, h
	c.lay()
}

func (c *charterPage) Keys() []binding {
	k := c.keys
	if c.reading {
		n := len(c.follows.look().set.Posts)
		return append([]binding{k.close, k.up, k.after.when(c.list.at < n-1), k.evidence, k.before.when(c.list.at > 0)}, k.moveKeys.list()[1:]...)
	}
	return c.list.bindings(k.open.when(len(c.list.list) > 0), k.evidence)
}

func (c *charterPage) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		c.onKey(msg)
	case tea.MouseWheelMsg:
		if c.reading {
			c.page.update(msg)
		} else {
			c.list.wheel(msg)
		}
	case tea.MouseClickMsg:
		place, ok := c.list.entryAt(msg.X, msg.Y)
		if !ok || c.reading || msg.Button != tea.MouseLeft {
			break
		}
		if place == c.list.at {
			c.read(place)
		} else {
			c.list.choose(place)
		}
	}
	return nil
}

func (c *charterPage) onKey(k tea.KeyPressMsg) {
	keys := c.keys
	switch {
	case keys.evidence.hit(k):
		c.proofs = !c.proofs
		c.lay()
	case c.reading && keys.close.hit(k):
		c.reading = false
		c.lay()
		c.list.choose(c.list.at)
	case c.reading && keys.after.hit(k):
		c.read(c.list.at + 1)
	case c.reading && keys.before.hit(k):
		c.read(c.list.at - 1)
	case c.reading:
		c.page.update(k)
	case keys.open.hit(k):
		c.read(c.list.at)
	default:
		c.list.move(k)
	}
}

// read opens the charter of a post by its place.
func (c *charterPage) read(i int) {
	if posts := c.follows.look().set.Posts; i >= 0 && i < len(posts) {
		c.open(posts[i].Role)
		c.lay()
	}
}

// lay writes anew what is open. A charter stays open as long as the company has its
// post.
func (c *charterPage) lay() {
	f := c.follows.look()
	list, there := make([]entry, len(f.set.Posts)), false
	for i, p := range f.set.Posts {
		list[i] = c.entry(p)
		if c.reading && p.Role == c.role {
			c.list.at, there = i, true
		}
	}
	c.reading = c.reading && there
	c.list.show(f.env.theme, list, c.w, c.h)
	if c.reading {
		const lineMost = 100
		c.page.resize(c.w, c.h)
		c.page.set(c.charterText(f.set.Posts[c.list.at], min(c.page.textWidth(), lineMost)))
	}
}

func (c *charterPage) View() string {
	if c.reading {
		return c.page.view(c.follows.env.theme)
	}
	return c.list.view()
}
