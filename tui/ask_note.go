package tui

import (
	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textarea"
	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// mostNote is how many characters a note may have, each of at most four bytes.
const mostNote = model.MaxText / 4

// noteEditor is a few lines of text beside an answer.
type noteEditor struct {
	env  *env
	keys noteKeys
	ask  string
	area textarea.Model
	done func(text string, save bool)
	w    int
}

func newNoteEditor(e *env, ask, text string, done func(text string, save bool)) *noteEditor {
	n := &noteEditor{env: e, keys: newNoteKeys(), ask: ask, area: textarea.New(), done: done}
	n.area.ShowLineNumbers = false
	n.area.Prompt = ""
	n.area.CharLimit = mostNote
	n.area.MaxHeight = 0
	n.area.SetVirtualCursor(false)
	n.area.KeyMap.InsertNewline = n.keys.line.Binding
	n.area.KeyMap.Paste = key.NewBinding() // pastes come from the terminal, cleaned by the root
	n.area.SetValue(text)
	n.area.Focus()
	return n
}

func (n *noteEditor) Update(msg tea.Msg) (tea.Cmd, bool) {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		if save := n.keys.save.hit(k); save || n.keys.close.hit(k) {
			n.done(n.text(), save)
			return nil, true
		}
	}
	if _, ok := msg.(tea.MouseMsg); ok {
		return nil, false // its place is the body's, not the text's
	}
	before := n.area.Value()
	var cmd tea.Cmd
	n.area, cmd = n.area.Update(msg)
	if paste, ok := msg.(tea.PasteMsg); ok && len(n.area.Value()) < len(before)+len(paste.Content) {
		cmd = tea.Batch(cmd, toast(toneWarn, "The end of what you pasted was left out: a note holds "+thousands(mostNote)+" characters."))
	}
	return cmd, false
}

// text is what is written now.
func (n *noteEditor) text() string { return model.CleanLines(n.area.Value()) }

func (n *noteEditor) Resize(w, h int) {
	n.w = min(w, 90)
	n.area.SetWidth(n.w)
	n.area.SetHeight(max(min(h-height(n.head()), 12), 1))
}

func (n *noteEditor) head() string {
	return n.env.theme.strong.Render(cut(n.ask, n.w)) + "\n" +
		n.env.theme.muted.Render(cut("A note beside the answer: who said so, what is behind it.", n.w)) + "\n"
}

func (n *noteEditor) View() string {
	styles := textarea.DefaultStyles(n.env.theme.isDark)
	styles.Focused.CursorLine = n.env.theme.text // its own background is a black or white bar on other ones
	n.area.SetStyles(styles)
	return n.head() + "\n" + n.area.View()
}

func (n *noteEditor) Title() string { return "Note" }
func (n *noteEditor) Keys() []binding {
	return []binding{n.keys.save, n.keys.help, n.keys.close, n.keys.line}
}

// Cursor shows the terminal's own cursor in the text.
func (n *noteEditor) Cursor() *tea.Cursor {
	c := n.area.Cursor()
	if c != nil {
		c.Y += height(n.head())
	}
	return c
}

// openNote opens the editor for the open question.
func (a *askScreen) openNote() {
	q := a.talk.question()
	text, ok := a.unsaved[q.ID]
	if !ok {
		text = a.talk.noted(q.ID)
	}
	a.over(newNoteEditor(a.env, q.Ask, text, func(text string, save bool) { a.noted(q.ID, text, save) }))
}

// noted saves a note, or keeps what was written for the next time.
func (a *askScreen) noted(question, text string, save bool) {
	switch {
	case save && text == a.talk.noted(question):
		delete(a.unsaved, question)
	case save:
		delete(a.unsaved, question)
		a.saved(a.talk.note(question, text), "Note saved: "+model.Clean(text))
	case text != a.talk.noted(question):
		a.unsaved[question] = text
		a.status = status{tone: toneNote, text: "The note is not saved. Press n to go on with it."}
	}
}
