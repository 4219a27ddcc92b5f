package tui

import (
	"regexp"
	"strings"
	"testing"
	"unicode"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"remit/model"
)

// hostileNames are texts that a session from elsewhere may carry.
func hostileNames() []string {
	return []string{
		"\x1b]52;c;ZXZpbA==\x07", "\x1b]8;;file:///etc/passwd\x07click\x1b]8;;\x07", "\x1b[2J\x1b[H", "\x1b[?1049l",
		"\x1bP+q544e\x1b\\", "\u009b31m", "\u009d0;title\u009c", "a\rb", "a\bb", "a\tb", "a\nb\nc", "\x00\x7f",
		"\u202eevil\u202c", "\u2066x\u2069", "\U000e0041\U000e0042", "\xff\xfe", "e" + strings.Repeat("\u0301", 500),
		"日本語の会社", "👩‍👩‍👧‍👦 family", "🇩🇪🇫🇷", "مرحبا بالعالم", "ไทยแลนด์", strings.Repeat("長", 5000), strings.Repeat("x", 10_000),
		strings.Repeat("word ", 2000), "", "   ",
	}
}

// ownSequences are what the app itself sends: colours and attributes.
var ownSequences = regexp.MustCompile(`\x1b\[[0-9;:]*m`)

func TestTextOfOthersIsNeverCode(t *testing.T) {
	for _, name := range hostileNames() {
		r := newRig(t)
		s := model.Session{
			ID: "01", Name: name, Client: name, Asked: name, Kind: model.Interview, Created: noon, Updated: noon,
			Framework: r.app.env.Engine.Framework().Ref, Position: name,
			Answers: model.Answers{name: model.Choose(name)},
			Notes:   map[string]string{r.app.env.Engine.Framework().Questions[0].ID: name, name: name},
		}
		r.begin()
		r.send(listedMsg{era: r.app.top().(*home).era, rows: []summary{summarize(r.app.env.Engine, s)}})
		harmless(t, r, "home", name)

		l := inLibrary(r)
		r.send(listedMsg{era: l.era, rows: []summary{summarize(r.app.env.Engine, s)}})
		harmless(t, r, "sessions", name)
		r.press("r")
		harmless(t, r, "rename", name)
		r.press("esc")
		r.run(toast(toneNote, name))
		harmless(t, r, "toast", name)
		r.run(failed("do it", &model.Error{What: name, Lost: name, Cure: name}))
		harmless(t, r, "failure", name)
		r.press("enter")
		r.run(r.app.env.ask(name, name, "yes", nil))
		harmless(t, r, "question", name)
	}
}

func harmless(t *testing.T, r *rig, where, name string) {
	t.Helper()
	for _, size := range [][2]int{{40, 12}, {80, 24}, {140, 40}} {
		r.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		v := r.app.view()
		fits(t, r, where)
		for what, text := range map[string]string{"window": ownSequences.ReplaceAllString(v.Content, ""), "title": v.WindowTitle} {
			for _, c := range text {
				if c != '\n' && unicode.IsControl(c) || unicode.Is(unicode.Bidi_Control, c) || c == unicode.ReplacementChar && !strings.Contains(name, "\xff") {
					t.Fatalf("%s, %s: %q lets %q through", where, what, name, c)
				}
			}
		}
	}
}

// Keys that carry more than text do nothing.
func TestAKeyWithHiddenTextIsDropped(t *testing.T) {
	r := newRig(t)
	d := inNew(r)
	r.send(tea.KeyPressMsg{Code: tea.KeyExtended, Text: "\u202e"})
	r.send(tea.KeyPressMsg{Code: tea.KeyExtended, Text: "a\x1b[2J"})
	if d.fields[0].value != "" {
		t.Errorf("the field holds %q", d.fields[0].value)
	}
}

// Wrapping, cutting and filling keep to their widths whatever the text.
func TestLayoutKeepsItsWidths(t *testing.T) {
	for _, name := range hostileNames() {
		name = model.CleanLines(name)
		for w := range 25 {
			line := model.Clean(name)
			if got := width(fit(line, w)); got != w {
				t.Errorf("fit(%.20q, %d) is %d wide", line, w, got)
			}
			if got := width(fitRight(line, w)); got != w {
				t.Errorf("fitRight(%.20q, %d) is %d wide", line, w, got)
			}
			if got := width(cutLeft(line, w)); got > w {
				t.Errorf("cutLeft(%.20q, %d) is %d wide", line, w, got)
			}
			if w < 2 {
				continue // a wide character has no room in one cell
			}
			for _, l := range wrap(name, w) {
				if width(l) > w {
					t.Errorf("wrap(%.20q, %d) has a line of %d", name, w, width(l))
				}
			}
			if strings.Count(box(name, w, 3), "\n") != 2 || ansi.StringWidth(strings.Split(box(name, w, 3), "\n")[0]) != w {
				t.Errorf("box(%.20q, %d, 3) is not a box", name, w)
			}
		}
	}
}
