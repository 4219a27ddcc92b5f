package model_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"remit/model"
)

func TestCleanTakesOutWhatCommandsATerminal(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain text", "Acme & Söhne, 東京", "Acme & Söhne, 東京"},
		{"colour", "\x1b[31mred\x1b[0m", "red"},
		{"clipboard write, ended by BEL", "a\x1b]52;c;cGF5\x07b", "ab"},
		{"window title, ended by ST", "a\x1b]2;owned\x1b\\b", "ab"},
		{"device control string", "a\x1bP1;2|payload\x1b\\b", "ab"},
		{"eight-bit control sequence", "a\u009b31mb", "ab"},
		{"unfinished sequence loses only its introducer", "a\x1b]2;text", "a2;text"},
		{"lone escape", "a\x1b", "a"},
		{"carriage return that would wipe the line", "secret\rpublic", "secret public"},
		{"line breaks in one line", "a\r\nb\nc", "a b c"},
		{"tab", "a\tb", "a b"},
		{"bell, backspace, NUL, DEL", "a\a\b\x00\x7fb", "ab"},
		{"bidi override", "user\u202egnp.exe", "usergnp.exe"},
		{"bidi isolate", "a\u2066b\u2069c", "abc"},
		{"invisible tags", "a\U000E0041b", "ab"},
		{"zero width space and byte order mark", "\ufeffa\u200bb", "ab"},
		{"line and paragraph separators", "a\u2028b\u2029c", "a b c"},
		{"invalid UTF-8", "a\xffb", "a\uFFFDb"},
		{"a family stays one", "👩\u200d👧", "👩\u200d👧"},
		{"a pile of marks is cut", "e" + strings.Repeat("\u0301", 50), "e" + strings.Repeat("\u0301", 8)},
	} {
		if got := model.Clean(c.in); got != c.want {
			t.Errorf("%s: Clean(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
	}
	if got := model.CleanLines("a\r\nb\tc\x1b[2Jd"); got != "a\nb cd" {
		t.Errorf("CleanLines keeps lines and nothing else: %q", got)
	}
}

// What Clean gives holds nothing that a terminal obeys, and cleaning it again
// changes nothing.
func FuzzClean(f *testing.F) {
	for _, s := range []string{"", "a", "\x1b[31m", "\x1b\x1b[[mm", "\u009b\u009d", "e\u0301\u200b\u0301", "\xf0\x9f", "\r\n\r"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		one, lines := model.Clean(s), model.CleanLines(s)
		if model.Clean(one) != one || model.CleanLines(lines) != lines {
			t.Errorf("not idempotent on %q", s)
		}
		if !utf8.ValidString(one) || strings.ContainsFunc(one, unicode.IsControl) {
			t.Errorf("Clean(%q) = %q", s, one)
		}
		if strings.ContainsFunc(strings.ReplaceAll(lines, "\n", ""), unicode.IsControl) {
			t.Errorf("CleanLines(%q) = %q", s, lines)
		}
		if strings.ContainsFunc(one, func(r rune) bool { return unicode.Is(unicode.Bidi_Control, r) }) {
			t.Errorf("a bidi control is left in %q", one)
		}
	})
}

func FuzzCut(f *testing.F) {
	f.Add("Söhne", 4)
	f.Add("東京", 3)
	f.Fuzz(func(t *testing.T, s string, n int) {
		got := model.Cut(s, n)
		if n >= 0 && len(got) > n {
			t.Errorf("Cut(%q, %d) has %d bytes", s, n, len(got))
		}
		if utf8.ValidString(s) && !utf8.ValidString(got) {
			t.Errorf("Cut(%q, %d) splits a character: %q", s, n, got)
		}
	})
}

// A message about a text must show what is wrong with it, and must not be longer
// than a line or command the terminal itself.
func TestQuoteShowsWhatCannotBeSeen(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain text", "Söhne", `"Söhne"`},
		{"quotes", `a "b"`, `"a \"b\""`},
		{"escape sequence", "\x1b[31m", `"\x1b[31m" (with invisible characters)`},
		{"bidi override", "\u202etechnology", `"\u202etechnology" (with invisible characters)`},
		{"zero width space", "part\u200b", `"part\u200b" (with invisible characters)`},
		{"two lines", "a\nb", `"a\nb" (with invisible characters)`},
		{"invalid UTF-8", "a\xff", `"a\xff"`},
	} {
		if got := model.Quote(c.in); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	for _, long := range []string{strings.Repeat("9", 900_000), strings.Repeat("\x1b", 900_000)} {
		if got := model.Quote(long); len(got) > 300 || model.Clean(got) != got {
			t.Errorf("%d bytes, or not clean: %.80s", len(got), got)
		}
	}
}
