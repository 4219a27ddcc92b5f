package tui

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"remit/model"
	"remit/report"
)

// rolePage tells everything about one role.
type rolePage struct {
	env   *env
	keys  rolePageKeys
	order []string // ids of all roles, as the catalogue lists them
	at    int
	full  bool // with the charters in full
	body  scroll
}

type rolePageKeys struct {
	moveKeys
	next, prev, charters, beside binding
}

func newRolePageKeys() rolePageKeys {
	m := newMoveKeys()
	m.up = m.up.as(glyphUp+glyphDown, "read")
	return rolePageKeys{
		moveKeys: m,
		next:     bind("right tab", glyphLeft+glyphRight, "role", "The next role of the catalogue (also tab)"),
		prev:     bind("left shift+tab", glyphLeft, "", "The role before (also shift+tab)"),
		charters: bind("e", "e", "charters", "Show or hide its charters in full: duties, first 90 days, questions for a candidate"),
		beside:   bind("c", "c", "compare", "Put it side by side with what it is confused with"),
	}
}

// newRolePage is the page of the role at Session.Position.
func newRolePage(e *env, s model.Session) screen {
	p := &rolePage{env: e, keys: newRolePageKeys(), body: newScroll()}
	roles := e.catalogue().SearchRoles("")
	slices.SortStableFunc(roles, func(x, y *model.Role) int { return levelPlace(x) - levelPlace(y) })
	for _, r := range roles {
		p.order = append(p.order, r.ID)
	}
	p.at = max(slices.Index(p.order, s.Position), 0)
	return p
}

// role gives the role that is shown; nil only of a framework without any.
func (p *rolePage) role() *model.Role {
	if len(p.order) == 0 {
		return nil
	}
	return p.env.Engine.Playbook().Role(p.order[p.at])
}

func (p *rolePage) Init() tea.Cmd   { return nil }
func (p *rolePage) Capturing() bool { return false }

func (p *rolePage) Title() string {
	if r := p.role(); r != nil {
		return "Roles" + crumb + model.Clean(r.Short)
	}
	return "Roles"
}

func (p *rolePage) Aside() string { return fmt.Sprintf("%d of %d", p.at+1, len(p.order)) }

func (p *rolePage) Keys() []binding {
	k := p.keys
	if p.full {
		k.charters = k.charters.as("e", "less")
	}
	k.up = k.up.when(p.body.over())
	list := []binding{k.up, k.next, k.charters.when(p.hasCharters()), k.beside.when(len(p.order) > 1), k.prev}
	return append(list, k.moveKeys.list()[1:]...)
}

func (p *rolePage) hasCharters() bool {
	return slices.ContainsFunc(p.env.Engine.Playbook().Charters, func(c model.Charter) bool { return p.role() != nil && c.Role == p.role().ID })
}

func (p *rolePage) Resize(w, h int) {
	p.body.resize(w, h)
	p.lay()
}

func (p *rolePage) lay() {
	r, w := p.role(), min(p.body.textWidth(), readable)
	if r == nil {
		p.body.set(wrapped("This framework describes no roles.", w))
		return
	}
	p.body.set(printed(p.env.theme, p.env.catalogue().Role(r, report.RoleOptions{Charters: p.full}), w))
}

// readable is how wide a page of text may be; longer lines are tiring to read.
const readable = 100

func (p *rolePage) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.BackgroundColorMsg:
		p.lay()
	case tea.KeyPressMsg:
		return p.onKey(msg)
	case tea.MouseWheelMsg:
		p.body.update(msg)
	}
	return nil
}

func (p *rolePage) onKey(k tea.KeyPressMsg) tea.Cmd {
	switch n := len(p.order); {
	case n == 0:
	case p.keys.next.hit(k):
		p.turn((p.at + 1) % n)
	case p.keys.prev.hit(k):
		p.turn((p.at + n - 1) % n)
	case p.keys.charters.hit(k) && p.hasCharters():
		p.full = !p.full
		p.lay()
	case p.keys.beside.hit(k) && n > 1:
		return p.env.open(placeBeside, about(taken(p.env.Engine.Playbook(), p.order[p.at])...))
	default:
		p.body.update(k)
	}
	return nil
}

// turn goes to another role, from its start.
func (p *rolePage) turn(to int) {
	p.at, p.body.top = to, 0
	p.lay()
}

func (p *rolePage) View() string { return p.body.view(p.env.theme) }
