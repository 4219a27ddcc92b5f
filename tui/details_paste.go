package tui

import (
	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// paste puts text into the line in focus, and says if the end of it had no room.
func (d *details) paste(text string) tea.Cmd {
	if d.at >= len(d.fields) {
		return nil
	}
	before := d.fields[d.at].value
	d.edit(tea.PasteMsg{Content: text})
	f := d.fields[d.at]
	if whole := len(f.value) >= len(before)+len(text); whole && len(f.value) <= model.MaxName {
		return nil
	}
	f.value = model.Cut(f.value, model.MaxName) // in bytes, while the field counts characters
	f.dress(d.env.theme)
	return toast(toneWarn, "The end of what you pasted was left out: “"+fieldTexts()[d.at].label+"” has no room for more.")
}
