package tui

import (
	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// overlay lies over the top screen and takes all input until it is done. What it
// stands for is carried out by the command that it returns.
type overlay interface {
	Update(msg tea.Msg) (cmd tea.Cmd, done bool)
	View() string
	Resize(w, h int)
	Keys() []binding
	Title() string
}

// panel is an overlay with a text and a few keys that close it.
type panel struct {
	env   *env
	title string
	text  func(w int) string // the text at this width
	yes   binding
	no    binding
	do    tea.Cmd // what yes does; may be nil
	body  scroll
}

func newPanel(e *env, title string, text func(w int) string, yes, no binding, do tea.Cmd) *panel {
	return &panel{env: e, title: title, text: text, yes: yes, no: no, do: do, body: newScroll()}
}

func (p *panel) Update(msg tea.Msg) (tea.Cmd, bool) {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch {
		case p.yes.hit(k):
			return p.do, true
		case p.no.hit(k):
			return nil, true
		}
	}
	p.body.update(msg)
	return nil, false
}

func (p *panel) Resize(w, h int) {
	p.body.resize(min(w, 76), h)
	p.body.set(p.text(p.body.textWidth()))
}

func (p *panel) View() string    { return p.body.view(p.env.theme) }
func (p *panel) Keys() []binding { return []binding{p.yes, p.no, p.body.reading().when(p.body.over())} }
func (p *panel) Title() string   { return p.title }

// ask puts a question over the screen; do is carried out if the person agrees.
// yes says in a word or two what agreeing does.
func (e *env) ask(question, detail, yes string, do tea.Cmd) tea.Cmd {
	text := func(w int) string {
		return stack(e.theme.strong.Render(wrapped(model.Clean(question), w)), wrapped(model.CleanLines(detail), w))
	}
	over := newPanel(e, "Sure?", text,
		bind("y enter", "y", yes, "Yes, do it"),
		bind("n esc backspace left", "n", "no, go back", "No, leave it as it is"), do)
	return func() tea.Msg { return overlayMsg{over} }
}

// tell says over the screen what is too long for a toast.
func (e *env) tell(title, head, detail string) tea.Cmd {
	text := func(w int) string {
		return stack(e.theme.strong.Render(wrapped(model.Clean(head), w)), wrapped(model.CleanLines(detail), w))
	}
	over := newPanel(e, title, text, closing(), bind("", "", "", ""), nil)
	return func() tea.Msg { return overlayMsg{over} }
}

// closing is the key of a panel that only tells.
func closing() binding {
	return bind("enter esc backspace q space", "enter", "close", "Close this message")
}

// newFailure tells an error as a person can use it: what failed, what is lost,
// what to do.
func newFailure(e *env, msg failedMsg) *panel {
	what, lost, cure := model.CleanLines(msg.err.Error()), "", ""
	if err, ok := asError(msg.err); ok {
		lost, cure = model.Clean(err.Lost), model.CleanLines(err.Cure)
	}
	text := func(w int) string {
		t := e.theme
		return stack(
			t.bad.Render(hang(glyphCross+" ", "Could not "+msg.doing+".", w)),
			wrapped(what, w),
			wrapped(lost, w),
			wrapped(cure, w),
		)
	}
	return newPanel(e, "Something went wrong", text, closing(), bind("", "", "", ""), nil)
}
