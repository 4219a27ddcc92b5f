package tui

import (
	"fmt"
	"image/color"
	"math"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"

	"remit/model"
)

// Everything that carries words can be read (4.5 to 1, the usual bound for text)
// on the backgrounds that dark and light terminals come with.
func TestEveryColourCanBeRead(t *testing.T) {
	for _, c := range []struct {
		isDark      bool
		backgrounds []color.Color
	}{
		{true, []color.Color{rgb{0, 0, 0}, rgb{30, 30, 30}, rgb{40, 42, 54}, rgb{0, 43, 54}}},
		{false, []color.Color{rgb{255, 255, 255}, rgb{250, 250, 250}, rgb{253, 246, 227}}},
	} {
		th := newTheme(c.isDark)
		styles := map[string]lipgloss.Style{
			"muted": th.muted, "accent": th.accent, "good": th.good, "warn": th.warn, "bad": th.bad, "chosen": th.chosen,
		}
		for _, s := range model.Structures() {
			styles[s.String()] = th.structure(s)
		}
		for name, style := range styles {
			for _, bg := range c.backgrounds {
				if got := contrast(style.GetForeground(), bg); got < 4.5 {
					t.Errorf("dark %v: %s on %v has a contrast of %.1f", c.isDark, name, bg, got)
				}
			}
			few, least := colorprofile.ANSI256.Convert(style.GetForeground()), c.backgrounds[0]
			if got := contrast(few, least); got < 4.5 {
				t.Errorf("dark %v: with 256 colours %s has a contrast of %.1f", c.isDark, name, got)
			}
		}
	}
}

func TestNoTwoStructuresShareAColour(t *testing.T) {
	for _, th := range []*theme{themeOf(true, false), themeOf(false, false), themeOf(true, true), themeOf(false, true)} {
		seen := map[string]model.Structure{}
		for _, s := range model.Structures() {
			c := fmt.Sprint(th.structure(s).GetForeground())
			if other, taken := seen[c]; taken {
				t.Errorf("dark %v, few colours %v: %s looks like %s", th.isDark, th.few, s, other)
			}
			seen[c] = s
		}
	}
}

// A terminal of sixteen colours gets some of these and no others, on either background.
func TestFewColoursAreAskedForByName(t *testing.T) {
	r := newRig(t).begin()
	r.send(tea.ColorProfileMsg{Profile: colorprofile.ANSI})
	for _, bg := range []rgb{{0, 0, 0}, {255, 255, 255}} {
		r.send(tea.BackgroundColorMsg{Color: bg})
		if strings.Contains(r.app.view().Content, "\x1b[38;") {
			t.Errorf("on %v a colour is drawn that the terminal has not", bg)
		}
	}
	r.send(tea.ColorProfileMsg{Profile: colorprofile.TrueColor})
	if !strings.Contains(r.app.view().Content, "38;2;") {
		t.Error("many colours are not made use of")
	}
}

// contrast is the ratio of the two luminances, as the Web's accessibility
// guidelines define it.
func contrast(a, b color.Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	linear := func(v uint32) float64 {
		x := float64(v>>8) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

// A terminal that does not tell its background is drawn on as the caller believes it to be;
// what a person has set holds whatever the terminal tells.
func TestTheBackdropThatWasSetHolds(t *testing.T) {
	white, black := rgb{255, 255, 255}, rgb{0, 0, 0}
	for _, c := range []struct {
		backdrop            Backdrop
		before, light, dark bool // whether the colours are those for dark: at first, told white, told black
	}{
		{MaybeDark, true, false, true},
		{MaybeLight, false, false, true},
		{Dark, true, true, true},
		{Light, false, false, false},
	} {
		r := newRig(t, func(d *Deps) { d.Backdrop = c.backdrop }).begin()
		got := []bool{r.app.env.theme.isDark}
		for _, bg := range []rgb{white, black} {
			r.send(tea.BackgroundColorMsg{Color: bg})
			got = append(got, r.app.env.theme.isDark)
		}
		if want := fmt.Sprint([]bool{c.before, c.light, c.dark}); fmt.Sprint(got) != want {
			t.Errorf("backdrop %d: dark %v, want %v", c.backdrop, got, want)
		}
	}
}
