package tui

import (
	"image/color"

	"charm.land/lipgloss/v2"

	"remit/model"
)

// shade is one colour of the palette in its two variants. Each is readable (at
// least 4.5 to 1) on the backgrounds that terminals of its kind use.
type shade struct{ light, dark string }

// theme is the palette turned into styles for one background. Text itself keeps
// the terminal's own colour.
type theme struct {
	isDark bool

	text   lipgloss.Style // the terminal's own
	strong lipgloss.Style // headings and what is chosen
	muted  lipgloss.Style // explanations, labels, what is not in focus
	faint  lipgloss.Style // rules, tracks of bars, decoration only
	accent lipgloss.Style // where one is: cursor, focus, the name of the app
	key    lipgloss.Style // keys in the footer
	good   lipgloss.Style
	warn   lipgloss.Style
	bad    lipgloss.Style
	chosen lipgloss.Style // the line under the cursor

	structures [model.NumStructures]lipgloss.Style
}

// newTheme makes the styles for a dark or a light background.
func newTheme(isDark bool) *theme {
	pick := func(s shade) color.Color {
		if isDark {
			return lipgloss.Color(s.dark)
		}
		return lipgloss.Color(s.light)
	}
	paint := func(s shade) lipgloss.Style { return lipgloss.NewStyle().Foreground(pick(s)) }

	focus := shade{light: "#00707d", dark: "#63d4e6"}
	return &theme{
		isDark: isDark,
		text:   lipgloss.NewStyle(),
		strong: lipgloss.NewStyle().Bold(true),
		muted:  paint(shade{light: "#5f5f5f", dark: "#a8a8a8"}),
		faint:  paint(shade{light: "#b2b2b2", dark: "#585858"}),
		accent: paint(focus),
		key:    lipgloss.NewStyle().Bold(true),
		good:   paint(shade{light: "#3d6b00", dark: "#a6d96a"}),
		warn:   paint(shade{light: "#8a5a00", dark: "#ffd866"}),
		bad:    paint(shade{light: "#b3261e", dark: "#ff8a80"}),
		chosen: paint(focus).Bold(true),
		structures: [model.NumStructures]lipgloss.Style{
			model.CTO:    paint(shade{light: "#1f5fbf", dark: "#79b0ff"}),
			model.CIO:    paint(shade{light: "#0b7350", dark: "#5fd3a2"}),
			model.Both:   paint(shade{light: "#7b3fb5", dark: "#c9a0f5"}),
			model.Hybrid: paint(shade{light: "#9c4f00", dark: "#ffae57"}),
			model.VCIO:   paint(shade{light: "#b0215c", dark: "#f78fb8"}),
		},
	}
}

// structure gives the one colour that a structure has everywhere.
func (t *theme) structure(s model.Structure) lipgloss.Style {
	if int(s) < len(t.structures) {
		return t.structures[s]
	}
	return t.text
}

// toned gives the colour and the mark of a toast, so that colour is never the
// only signal.
func (t *theme) toned(tn tone) (lipgloss.Style, string) {
	switch tn {
	case toneGood:
		return t.good, glyphCheck
	case toneWarn:
		return t.warn, glyphWarn
	}
	return t.muted, glyphBullet
}
