package tui

import tea "charm.land/bubbletea/v2"

// What can be done with a file that was written.

// openedMsg says what became of showing a file.
type openedMsg struct {
	path string
	err  error
}

func (x *exportScreen) onWrittenKey(k tea.KeyPressMsg) tea.Cmd {
	switch {
	case x.keys.again.hit(k):
		x.done, x.page.top = nil, 0
		x.lay()
	case x.keys.copy.hit(k):
		return tea.Batch(tea.SetClipboard(x.done.Path), toast(toneGood, "Path copied, if the terminal allows."))
	case x.keys.show.hit(k) && x.env.Open != nil:
		return tea.Batch(x.show(), toast(toneNote, "Opening it in another program."))
	}
	return nil
}

// show asks the system to show the file that was written.
func (x *exportScreen) show() tea.Cmd {
	path, open := x.done.Path, x.env.Open
	return func() tea.Msg { return openedMsg{path, open(path)} }
}
