package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// The smallest window that every screen can be used in, and the largest frame; a
// larger window gets it in the middle.
const (
	minWidth, minHeight = 40, 12
	maxWidth, maxHeight = 132, 48
)

// frame is where the parts of the window lie.
type frame struct {
	w, h         int // the window
	left, inner  int // first column and width of everything inside
	top, tall    int // first line and height of it
	bodyY, bodyH int
}

// newFrame lays out a window. Low windows spend their lines on the body.
func newFrame(w, h int) frame {
	f := frame{w: w, h: h}
	side := 1
	if w >= 72 {
		side = 3
	}
	f.inner = max(min(w-2*side, maxWidth), 1)
	f.left = max((w-f.inner)/2, 0)
	f.tall = min(h, maxHeight)
	f.top = (h - f.tall) / 2
	above, below := 1, 2
	if h >= 16 {
		above = 2
	}
	if h >= 22 {
		above, below = 4, 3
	}
	f.bodyY = f.top + above
	f.bodyH = max(f.tall-above-below, 1)
	return f
}

// body gives the room of a screen or an overlay.
func (f frame) body() (w, h int) { return f.inner, f.bodyH }

func (f frame) tooSmall() bool { return f.w < minWidth || f.h < minHeight }

// inBody gives a mouse message in the coordinates of the body.
func (f frame) inBody(msg tea.MouseMsg) tea.Msg {
	m := msg.Mouse()
	m.X -= f.left
	m.Y -= f.bodyY
	switch msg.(type) {
	case tea.MouseClickMsg:
		return tea.MouseClickMsg(m)
	case tea.MouseWheelMsg:
		return tea.MouseWheelMsg(m)
	case tea.MouseReleaseMsg:
		return tea.MouseReleaseMsg(m)
	}
	return tea.MouseMotionMsg(m)
}

// view draws the window.
func (a *app) view() tea.View {
	v := tea.NewView(a.fold(a.content()))
	v.AltScreen = true
	v.MouseMode = tea.MouseModeCellMotion
	v.WindowTitle = model.Clean(model.Cut("remit"+crumb+a.title(), 120))
	if c, ok := a.top().(cursorer); ok && a.over == nil && !a.frame.tooSmall() {
		if at := c.Cursor(); at != nil {
			at.X += a.frame.left
			at.Y += a.frame.bodyY
			v.Cursor = at
		}
	}
	return v
}

func (a *app) content() string {
	f := a.frame
	if f.tooSmall() {
		return clip(wrapped("window too small (40x12 needed)", f.w), f.w, f.h)
	}
	t := a.env.theme
	body := ""
	if a.over != nil {
		body = a.over.View()
	} else {
		body = a.top().View()
	}
	lines := make([]string, f.top, f.h)
	ruled := f.bodyY-f.top == 4
	if ruled {
		lines = append(lines, "")
	}
	lines = append(lines, a.titleLine())
	if ruled {
		lines = append(lines, t.faint.Render(strings.Repeat(glyphRule, f.inner)))
	}
	for len(lines) < f.bodyY {
		lines = append(lines, "")
	}
	note := a.noteLines()
	shown := strings.Split(box(body, f.inner, f.bodyH), "\n")
	lines = append(lines, shown[:max(len(shown)-len(note)+1, 0)]...)
	lines = append(append(lines, note...), a.footer())
	margin := blank(f.left)
	for i, l := range lines {
		if l = strings.TrimRight(l, " "); l != "" {
			l = margin + l
		}
		lines[i] = l
	}
	return clip(strings.Join(lines, "\n"), f.w, f.h)
}

func (a *app) title() string {
	if a.over != nil {
		return a.over.Title()
	}
	return a.top().Title()
}

// titleLine says where one is: the last part stands out, and when room is short what
// stands before it gives way first.
func (a *app) titleLine() string {
	t, w := a.env.theme, a.frame.inner
	aside := ""
	if s, ok := a.top().(asider); ok && a.over == nil {
		aside = asideIn(s.Aside(), w/3)
	}
	room := w
	if aside != "" {
		room -= width(aside) + 2
	}
	const name = "remit"
	head, last := titleParts(a.title(), room-len(name)-width(crumb))
	left := t.accent.Bold(true).Render(name) + t.faint.Render(crumb) + t.muted.Render(head) + t.strong.Render(last)
	return ends(left, t.muted.Render(aside), w)
}

// asideIn fits what stands at the right end into w cells: its last parts give way.
func asideIn(text string, w int) string {
	for width(text) > w {
		i := strings.LastIndex(text, " "+glyphDot+" ")
		if i < 0 {
			return cut(text, w)
		}
		text = text[:i]
	}
	return text
}

// titleParts fits a title into w cells: its last part, and in what room is left those
// before it.
func titleParts(title string, w int) (head, last string) {
	const least = 6 // less of the parts before says nothing
	i := strings.LastIndex(title, crumb)
	if i < 0 {
		return "", cutMiddle(title, w)
	}
	last = cutMiddle(title[i+len(crumb):], w)
	if room := w - width(last) - width(crumb); room >= least {
		head = cutMiddle(title[:i], room) + crumb
	}
	return head, last
}

// noteLines gives the toast: the line above the footer and, where its words need more, the
// last lines of the body.
func (a *app) noteLines() []string {
	const most = 3
	if a.note.text == "" {
		return []string{""}
	}
	style, mark := a.env.theme.toned(a.note.tone)
	lines := strings.Split(hang(mark+" ", model.Clean(a.note.text), a.frame.inner), "\n")
	if len(lines) > most {
		last := lines[most-1] + " " + strings.TrimSpace(lines[most])
		lines = append(lines[:most-1], cut(last, a.frame.inner))
	}
	for i, l := range lines {
		lines[i] = style.Render(l)
	}
	return lines
}

// tightFooter is the width below which the keys in the footer stand closer together.
const tightFooter = 60

// footer shows as many keys as there is room for. Help and back have their place
// at the right end, so that they can always be found.
func (a *app) footer() string {
	t := a.env.theme
	gap := "   "
	if a.frame.inner < tightFooter {
		gap = "  "
	}
	here, roots := a.footerKeys()
	hints := make([]string, len(roots))
	for i, b := range roots {
		hints[i] = keyHint(t, b)
	}
	right := strings.Join(hints, gap)
	room := a.frame.inner - width(right) - len(gap)
	var left string
	for _, b := range here {
		if b.Help().Desc == "" || !b.Enabled() {
			continue
		}
		hint := keyHint(t, b)
		if left != "" {
			hint = gap + hint
		}
		if width(left)+width(hint) > room {
			break
		}
		left += hint
	}
	return ends(left, right, a.frame.inner)
}

// footerKeys gives the keys of the screen and those at the right end: the root's,
// or the screen's own key for help if it has one.
func (a *app) footerKeys() (here, roots []binding) {
	if a.over != nil {
		return a.over.Keys(), nil
	}
	keys := a.env.keys
	for _, b := range a.top().Keys() {
		if slices.Contains(b.Keys(), "?") || slices.Contains(b.Keys(), "f1") {
			roots = append(roots, b)
		} else {
			here = append(here, b)
		}
	}
	switch {
	case roots != nil:
	case a.top().Capturing():
		roots = []binding{keys.helpTyping}
	case len(a.stack) > 1:
		own := slices.ContainsFunc(here, func(b binding) bool { return b.Enabled() && b.Help().Key == "esc" && b.Help().Desc != "" })
		if roots = []binding{keys.back, keys.help}; own { // the screen says itself what esc does now
			roots = roots[1:]
		}
	default:
		roots = []binding{keys.help}
	}
	return here, roots
}

func keyHint(t *theme, b binding) string {
	return t.key.Render(b.Help().Key) + " " + t.muted.Render(b.Help().Desc)
}
