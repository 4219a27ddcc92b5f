package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// glimpse names a preview: what it shows, and for how many columns.
type glimpse struct {
	of      ExportRequest // without a path
	columns int
}

// glimpsedMsg brings a preview.
type glimpsedMsg struct {
	of   glimpse
	text string
	err  error
}

// look asks for a preview of what is chosen now, unless that is the one that was asked
// for last.
func (x *exportScreen) look() tea.Cmd {
	wanted := glimpse{x.request(), min(x.page.textWidth(), readable)}
	wanted.of.Path = ""
	if x.env.Preview == nil || wanted == x.shown {
		return nil
	}
	x.shown = wanted
	ctx, preview := x.env.ctx, x.env.Preview
	return func() tea.Msg {
		text, err := preview(ctx, wanted.of, wanted.columns)
		return glimpsedMsg{wanted, text, err}
	}
}

// longestGlimpse is how many lines of a preview are kept: enough to see what it is.
const longestGlimpse = 200

func (x *exportScreen) glimpsed(msg glimpsedMsg) {
	lines := strings.Split(strings.TrimSpace(model.CleanLines(msg.text)), "\n")
	if len(lines) > longestGlimpse {
		lines = append(lines[:longestGlimpse], "", "and so on")
	}
	x.sample = strings.Join(lines, "\n")
	if msg.err != nil {
		x.sample = "There is no preview: " + model.CleanLines(msg.err.Error())
	}
	x.lay()
}
