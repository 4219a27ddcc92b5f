package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// leaveKey is the key that leaves the form. On the buttons the root's own key does, as
// long as nothing is lost by it.
func (d *details) leaveKey() binding {
	if d.at < len(d.fields) {
		return d.keys.leave
	}
	return d.keys.leave.with("backspace").when(d.atStake() != "")
}

// leave goes back. What is typed is named first; a second time in a row it is given up.
func (d *details) leave() tea.Cmd {
	text := d.atStake()
	if text == "" || d.warned {
		return d.env.back()
	}
	d.warned = true
	d.fault = status{text: "Not saved yet: " + text + ".", hint: "Ctrl+s goes on; esc again leaves."}
	return nil
}

// atStake names what was typed and is not saved; "" if that is nothing.
func (d *details) atStake() string {
	var list []string
	for i, was := range []string{d.session.Name, d.session.Client, d.session.Asked} {
		if now := strings.TrimSpace(d.fields[i].value); now != strings.TrimSpace(was) {
			list = append(list, fieldTexts()[i].label+" “"+cut(now, 30)+"”")
		}
	}
	return strings.Join(list, ", ")
}
