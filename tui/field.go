package tui

import (
	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
	"charm.land/lipgloss/v2"
)

// findPrompt stands before the words that a list is searched for.
const findPrompt = "Find  "

// field is one line of text to type. Huh draws and edits it; where the keys lead
// is for the screen to say, because a Huh form can refuse to go back.
type field struct {
	value   string // what stands there now
	hint    string // shown while it is empty
	limit   int    // most characters; 0 for none
	w       int
	focused bool
	worn    *theme // the one that it is dressed in
	input   *huh.Input
}

func newField(t *theme, hint, value string, limit int) *field {
	f := &field{value: value, hint: hint, limit: limit, w: 40}
	f.dress(t)
	return f
}

// dress builds the input anew for a theme: Huh takes a theme only once.
func (f *field) dress(t *theme) {
	styles := func(bool) *huh.Styles {
		s := huh.ThemeBase(t.isDark)
		s.Focused.Base, s.Blurred.Base = lipgloss.NewStyle(), lipgloss.NewStyle()
		s.Focused.TextInput = huh.TextInputStyles{
			Cursor: t.accent, CursorText: t.text, Placeholder: t.muted, Prompt: t.accent, Text: t.text,
		}
		s.Blurred.TextInput = s.Focused.TextInput
		return s
	}
	f.worn = t
	f.input = huh.NewInput().Prompt("").Placeholder(f.hint).CharLimit(f.limit).Value(&f.value)
	f.input.WithTheme(huh.ThemeFunc(styles))
	f.input.WithKeyMap(&huh.KeyMap{}) // no key of Huh's own leads anywhere
	f.resize(f.w)
	if f.focused {
		f.input.Focus()
	}
}

// suggest shows another hint.
func (f *field) suggest(hint string) {
	if f.hint != hint {
		f.hint = hint
		f.dress(f.worn)
	}
}

func (f *field) resize(w int) {
	f.w = max(w, 4)
	f.input.WithWidth(f.w)
}

// focus and blur drop the commands of the cursor: it does not blink, so that the
// program sleeps while nobody types.
func (f *field) focus() {
	f.focused = true
	f.input.Focus()
}

func (f *field) blur() {
	f.focused = false
	f.input.Blur()
}

// edit gives the field a key or a paste.
func (f *field) edit(msg tea.Msg) { f.input.Update(msg) }

func (f *field) view(t *theme) string {
	if f.worn != t {
		f.dress(t)
	}
	if !f.focused && f.value != "" {
		return cut(f.value, f.w) // Huh paints what is not in focus in a colour of its own
	}
	return clip(f.input.View(), f.w, 1)
}
