package cli

import (
	"strings"
	"testing"

	"remit/tui"
)

// What REMIT_THEME says holds; without it a light background is known by what many
// terminals leave in COLORFGBG, until they answer.
func TestTheColoursFitTheBackground(t *testing.T) {
	for _, c := range []struct {
		theme, colors string
		want          tui.Backdrop
	}{
		{"", "", tui.MaybeDark},
		{"", "15;0", tui.MaybeDark},
		{"", "0;15", tui.MaybeLight},
		{"", "0;default;7", tui.MaybeLight},
		{"", "0;", tui.MaybeDark},
		{"auto", "0;15", tui.MaybeLight},
		{"dark", "0;15", tui.Dark},
		{"Light", "15;0", tui.Light},
	} {
		vars := map[string]string{"REMIT_THEME": c.theme, "COLORFGBG": c.colors}
		a := &app{env: Env{Getenv: func(v string) string { return vars[v] }}}
		if got, err := a.backdrop(); got != c.want || err != nil {
			t.Errorf("REMIT_THEME=%q COLORFGBG=%q: %v, %v, want %v", c.theme, c.colors, got, err, c.want)
		}
	}
	a := &app{env: Env{Getenv: func(string) string { return "pink" }}}
	if _, err := a.backdrop(); err == nil || !strings.Contains(err.Error(), "pink") {
		t.Errorf("a theme that is none: %v", err)
	}
}

// In a terminal no word of the interview is broken, and nothing is lost.
func TestLinesBreakBetweenWords(t *testing.T) {
	const said = "Question 1 of 16. Which technical device do people use?\n  2. A laptop: it is carried from one place to another\n> "
	got := atWords(said, 24)
	for _, line := range strings.Split(got, "\n") {
		if len(line) > 24 {
			t.Errorf("%q is too long", line)
		}
	}
	if strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(said), " ") {
		t.Errorf("words are broken or lost:\n%s", got)
	}
	if !strings.HasSuffix(got, "\n> ") || !strings.Contains(got, "\n  2. A laptop") {
		t.Errorf("lines run together:\n%s", got)
	}
}
