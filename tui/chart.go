package tui

import (
	tea "charm.land/bubbletea/v2"

	"remit/model"
	"remit/report"
)

// chartPage draws who stands below whom, with a cursor that tells why a post is there.
// Below the tree it lists what is dropped, what is not settled, and other ways to draw
// it.
type chartPage struct {
	follows *following
	keys    chartKeys
	visit   func(question string) tea.Cmd
	charter func(role string)
	list    entries
	does    []func() tea.Cmd // what enter does on each entry; nil for nothing
	opens   []string         // and in a word
	proofs  bool
	w, h    int
}

type chartKeys struct{ open, evidence binding }

func newChartPage(f *following, visit func(string) tea.Cmd, charter func(string)) *chartPage {
	return &chartPage{follows: f, visit: visit, charter: charter, list: newEntries(), keys: chartKeys{
		open:     bind("enter", "enter", "open", "Show what the post under the cursor is for, or answer what a role depends on"),
		evidence: bind("e", "e", "sources", "Show or hide what it rests on"),
	}}
}

func (c *chartPage) Capturing() bool { return false }
func (c *chartPage) View() string    { return c.list.view() }

func (c *chartPage) Resize(w, h int) {
	c.w, c.h = w, h
	c.lay()
}

func (c *chartPage) Keys() []binding {
	k, word := c.keys, ""
	if c.list.at < len(c.opens) {
		word = c.opens[c.list.at]
	}
	return c.list.bindings(k.open.as("enter", word).when(word != ""), k.evidence)
}

func (c *chartPage) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return c.onKey(msg)
	case tea.MouseWheelMsg:
		c.list.wheel(msg)
	case tea.MouseClickMsg:
		if place, ok := c.list.entryAt(msg.X, msg.Y); ok && msg.Button == tea.MouseLeft {
			if place == c.list.at {
				return c.enter()
			}
			c.list.choose(place)
		}
	}
	return nil
}

func (c *chartPage) onKey(k tea.KeyPressMsg) tea.Cmd {
	switch {
	case c.keys.open.hit(k):
		return c.enter()
	case c.keys.evidence.hit(k):
		c.proofs = !c.proofs
		c.lay()
		c.list.choose(c.list.at)
	default:
		c.list.move(k)
	}
	return nil
}

func (c *chartPage) enter() tea.Cmd {
	if c.list.at >= len(c.does) || c.does[c.list.at] == nil {
		return nil
	}
	return c.does[c.list.at]()
}

// lay lists everything anew.
func (c *chartPage) lay() {
	f := c.follows.look()
	var list []entry
	c.does, c.opens = nil, nil
	add := func(e entry, word string, do func() tea.Cmd) {
		list, c.opens, c.does = append(list, e), append(c.opens, word), append(c.does, do)
	}
	for _, row := range c.rows() {
		add(c.post(row), "charter", func() tea.Cmd { c.charter(row.Post.Role); return nil })
	}
	for i, role := range f.set.Dropped {
		add(c.dropped(role, i == 0), "", nil)
	}
	for i, u := range f.set.Unsure {
		first := u.Questions[0]
		add(c.unsettled(u, i == 0), "answer", func() tea.Cmd { return c.visit(first) })
	}
	for i := range f.set.Alternatives {
		add(c.alternative(&f.set.Alternatives[i], i == 0), "", nil)
	}
	c.list.show(f.env.theme, list, c.w, c.h)
}

func (c *chartPage) rows() []report.ChartRow {
	f := c.follows
	return report.ChartRows(&report.Chart{Framework: f.framework(), Book: f.book(), Advice: f.advice, Posts: f.set.Posts}, f.env.ASCII)
}

// otherRows draws another way to draw the structure.
func (c *chartPage) otherRows(a *model.Alternative) []report.ChartRow {
	posts := make([]model.Post, len(a.Posts))
	for i, p := range a.Posts {
		posts[i] = model.Post{Role: p.Title, Under: p.Under}
	}
	f := c.follows
	return report.ChartRows(&report.Chart{Framework: f.framework(), Book: &model.Playbook{}, Advice: f.advice, Posts: posts}, f.env.ASCII)
}
