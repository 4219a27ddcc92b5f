package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// help lists every key of a screen and of the root in words.
type help struct {
	env   *env
	title string
	here  []binding
	body  scroll
	close binding
	asked binding
}

func newHelp(e *env, s screen) *help {
	return &help{
		env:   e,
		title: s.Title(),
		here:  s.Keys(),
		body:  newScroll(),
		close: bind("? esc backspace q enter left f1", "esc", "close", "Close this page (also ? and q)"),
		asked: bind("w", "w", "questions people ask", "What people ask about the subject, with answers"),
	}
}

func (h *help) Update(msg tea.Msg) (tea.Cmd, bool) {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch {
		case h.close.hit(k):
			return nil, true
		case h.asked.hit(k):
			return h.env.open(placeExplain, model.Session{}), true
		}
	}
	h.body.update(msg)
	return nil, false
}

func (h *help) Resize(w, hh int) {
	h.body.resize(w, hh)
	h.body.set(h.text(min(h.body.textWidth(), readable)))
}

func (h *help) View() string  { return h.body.view(h.env.theme) }
func (h *help) Title() string { return h.title + crumb + "Keys" }

func (h *help) Keys() []binding {
	return []binding{h.close, h.asked, h.body.reading().when(h.body.over())}
}

func (h *help) text(w int) string {
	t, roots := h.env.theme, h.env.keys.list()
	col := min(labelWidth(append(roots, h.here...)), w/3)
	return stack(
		t.strong.Render("On this screen"),
		keyTable(t, h.here, col, w),
		t.strong.Render("Everywhere"),
		keyTable(t, roots, col, w),
		t.strong.Render(cut("The letters of the five", w)),
		h.letters(w),
		t.muted.Render(wrapped("Where you see a list, the mouse works too: click to choose, turn the wheel to scroll.", w)),
	)
}

// letters names the structures, which narrow windows show by their letters alone.
func (h *help) letters(w int) string {
	f := h.env.Engine.Framework()
	lines := make([]string, 0, model.NumStructures)
	for _, s := range model.Structures() {
		info := f.Structure(s)
		lines = append(lines, "  "+h.env.theme.structure(s).Bold(true).Render(info.Letter)+"  "+cut(info.Title, w-5))
	}
	return pile(lines...)
}

// labelWidth is the width of the widest label.
func labelWidth(keys []binding) int {
	col := 0
	for _, b := range keys {
		col = max(col, width(b.ownLabel()))
	}
	return col
}

// keyTable aligns labels, in a column of this width, and sentences.
func keyTable(t *theme, keys []binding, col, w int) string {
	var lines []string
	for _, b := range keys {
		if b.Enabled() {
			mark := "  " + t.key.Render(fit(b.ownLabel(), col)) + "  "
			lines = append(lines, hang(mark, b.says, w))
		}
	}
	return strings.Join(lines, "\n")
}
