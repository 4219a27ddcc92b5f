package tui

import (
	"charm.land/lipgloss/v2"

	"remit/model"
)

// shade is one colour of the palette in its two variants. Each is readable (at
// least 4.5 to 1) on the backgrounds that terminals of its kind use.
//
// Of the sixteen colours that every terminal has people choose the looks themselves, and
// the nearest of them may be that of a neighbour, or brighter than text that matters
// more. So they are named too; "" is the colour of plain text.
type shade struct{ light, dark, fewLight, fewDark string }

// theme is the palette turned into styles for one background. Text itself keeps
// the terminal's own colour.
type theme struct {
	isDark bool
	few    bool // sixteen colours are all there are

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

// newTheme makes the styles for a dark or a light background, for a terminal of many
// colours.
func newTheme(isDark bool) *theme { return themeOf(isDark, false) }

// themeOf makes the styles for a background and for many or few colours.
func themeOf(isDark, few bool) *theme {
	pick := func(s shade) string {
		switch {
		case few && isDark:
			return s.fewDark
		case few:
			return s.fewLight
		case isDark:
			return s.dark
		}
		return s.light
	}
	paint := func(s shade) lipgloss.Style {
		if name := pick(s); name != "" {
			return lipgloss.NewStyle().Foreground(lipgloss.Color(name))
		}
		return lipgloss.NewStyle()
	}

	focus := shade{"#00707d", "#63d4e6", "6", "14"}
	return &theme{
		isDark: isDark,
		few:    few,
		text:   lipgloss.NewStyle(),
		strong: lipgloss.NewStyle().Bold(true),
		muted:  paint(shade{"#5f5f5f", "#a8a8a8", "", ""}),
		faint:  paint(shade{"#b2b2b2", "#585858", "7", "8"}),
		accent: paint(focus),
		key:    lipgloss.NewStyle().Bold(true),
		good:   paint(shade{"#3d6b00", "#a6d96a", "2", "10"}),
		warn:   paint(shade{"#8a5a00", "#ffd866", "3", "11"}),
		bad:    paint(shade{"#b3261e", "#ff8a80", "1", "9"}),
		chosen: paint(focus).Bold(true),
		structures: [model.NumStructures]lipgloss.Style{
			model.CTO:    paint(shade{"#1f5fbf", "#79b0ff", "4", "12"}),
			model.CIO:    paint(shade{"#0b7350", "#5fd3a2", "2", "10"}),
			model.Both:   paint(shade{"#7b3fb5", "#c9a0f5", "5", "13"}),
			model.Hybrid: paint(shade{"#9c4f00", "#ffae57", "3", "11"}),
			model.VCIO:   paint(shade{"#b0215c", "#f78fb8", "1", "9"}),
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
