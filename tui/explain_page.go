package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"remit/model"
	"remit/report"
)

// explainedPage answers one question: the answer, where the sources disagree, what it
// rests on. The roles in it stand below, to be opened.
type explainedPage struct {
	env   *env
	keys  explainedKeys
	topic report.Explained
	at    int // the role under the cursor
	body  scroll
	w, h  int
}

type explainedKeys struct {
	moveKeys
	next, prev, open binding
}

func newExplainedKeys() explainedKeys {
	m := newMoveKeys()
	m.up = m.up.as(glyphUp+glyphDown, "read")
	return explainedKeys{
		moveKeys: m,
		open:     bind("enter", "enter", "role", "Read about the role under the cursor"),
		next:     bind("right l tab", glyphLeft+glyphRight, "choose", "To the next role in the answer (also l and tab)"),
		prev:     bind("left h shift+tab", glyphLeft, "", "To the role before (also h and shift+tab)"),
	}
}

// newExplained explains the topic at Session.Position.
func newExplained(e *env, s model.Session) screen {
	x := &explainedPage{env: e, keys: newExplainedKeys(), body: newScroll()}
	x.topic = e.catalogue().Explain(topicNamed(e, s.Position))
	return x
}

func (x *explainedPage) Init() tea.Cmd   { return nil }
func (x *explainedPage) Capturing() bool { return false }
func (x *explainedPage) Title() string {
	return "Questions people ask" + crumb + model.Clean(x.topic.Topic.Title)
}

func (x *explainedPage) Keys() []binding {
	k, n := x.keys, len(x.topic.Roles)
	k.up = k.up.when(x.body.over())
	list := []binding{k.up, k.open.when(n > 0), k.next.when(n > 1), k.prev.when(n > 1)}
	return append(list, k.moveKeys.list()[1:]...)
}

func (x *explainedPage) Resize(w, h int) {
	x.w, x.h = w, h
	x.lay()
}

func (x *explainedPage) lay() {
	x.body.resize(x.w, max(x.h-x.footHeight(), 1))
	x.body.set(printed(x.env.theme, x.env.catalogue().Page(x.topic), min(x.body.textWidth(), readable)))
}

func (x *explainedPage) footHeight() int {
	switch {
	case len(x.topic.Roles) == 0:
		return 0
	case x.h < 14:
		return 1
	}
	return 2
}

func (x *explainedPage) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.BackgroundColorMsg:
		x.lay()
	case tea.KeyPressMsg:
		return x.onKey(msg)
	case tea.MouseWheelMsg:
		x.body.update(msg)
	case tea.MouseClickMsg:
		return x.onClick(msg.Mouse())
	}
	return nil
}

func (x *explainedPage) onKey(k tea.KeyPressMsg) tea.Cmd {
	n := len(x.topic.Roles)
	switch {
	case n > 0 && x.keys.open.hit(k):
		return x.openRole(x.at)
	case n > 1 && x.keys.next.hit(k):
		x.at = (x.at + 1) % n
	case n > 1 && x.keys.prev.hit(k):
		x.at = (x.at + n - 1) % n
	default:
		x.body.update(k)
	}
	return nil
}

func (x *explainedPage) openRole(i int) tea.Cmd {
	return x.env.open(placeRole, about(x.topic.Roles[i]))
}

func (x *explainedPage) onClick(m tea.Mouse) tea.Cmd {
	if m.Button != tea.MouseLeft || m.Y != x.h-1 || len(x.topic.Roles) == 0 {
		return nil
	}
	if i := (m.X - len(rolesLabel)) / roleChip; m.X >= len(rolesLabel) && x.firstChip()+i < len(x.topic.Roles) {
		return x.openRole(x.firstChip() + i)
	}
	return nil
}

const (
	rolesLabel = "Roles  "
	roleChip   = 15 // cells that one role takes; the short names have 12 at most
)

// firstChip is the role at the left end of the line: with many of them it follows the
// cursor.
func (x *explainedPage) firstChip() int {
	fit := max((x.w-len(rolesLabel))/roleChip, 1)
	return max(x.at-fit+1, 0)
}

// foot is the line of the roles, the one under the cursor marked.
func (x *explainedPage) foot() string {
	t, line := x.env.theme, x.env.theme.muted.Render(rolesLabel)
	for i := x.firstChip(); i < len(x.topic.Roles); i++ {
		short := x.topic.Roles[i]
		if r := x.env.Engine.Playbook().Role(short); r != nil {
			short = r.Short
		}
		mark, paint := "  ", t.text
		if i == x.at {
			mark, paint = t.accent.Render(glyphCursor)+" ", t.chosen
		}
		line += mark + paint.Render(fit(model.Clean(short), roleChip-3)) + " "
	}
	return strings.TrimRight(clip(line, x.w, 1), " ")
}

func (x *explainedPage) View() string {
	view := x.body.view(x.env.theme)
	if x.footHeight() == 0 {
		return view
	}
	return box(view, x.w, x.h-1) + "\n" + x.foot()
}
