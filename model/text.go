package model

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// MaxText is the longest text in bytes that a person can leave in a note; names
// are held to MaxName.
const (
	MaxText = 64 << 10
	MaxName = 200
)

// Clean makes one line of text from outside fit to print: escape sequences,
// control characters, bidirectional controls and invisible tags are taken out,
// line breaks and tabs become spaces, invalid UTF-8 becomes U+FFFD and a pile of
// combining marks is cut to eight. It is idempotent.
func Clean(s string) string { return clean(s, false) }

// CleanLines is Clean for text that may have several lines.
func CleanLines(s string) string { return clean(s, true) }

// Cut shortens s to at most n bytes without splitting a character, marking the
// cut with an ellipsis.
func Cut(s string, n int) string {
	const mark = "…"
	if len(s) <= n {
		return s
	}
	if n < len(mark) {
		return ""
	}
	n -= len(mark)
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n] + mark
}

// quoted is how many bytes of a text from outside a message repeats: enough to
// recognise it by.
const quoted = 60

// Quote repeats text from outside in a message about it: in double quotes, cut to
// 60 bytes, on one line. Clean would take characters out that nobody can see, and
// with them the reason for the message; here they show as escapes, such as \u202e
// or \x1b, and the message says that there are some.
func Quote(s string) string {
	q := strconv.Quote(Cut(s, quoted))
	if strings.ContainsFunc(s, func(r rune) bool { return !strconv.IsPrint(r) }) {
		q += " (with invisible characters)"
	}
	return q
}

func clean(s string, lines bool) string {
	if plain(s) {
		return s
	}
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.ReplaceAll(s, "\r\n", "\n")
	var b strings.Builder
	b.Grow(len(s))
	marks := 0
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if n := sequence(s[i:]); n > 0 {
			i += n
			continue
		}
		i += size
		if unseen(r) && !unicode.IsSpace(r) {
			continue // before the marks are counted, or a second pass would count differently
		}
		if unicode.Is(unicode.Mn, r) {
			if marks++; marks > 8 {
				continue
			}
		} else {
			marks = 0
		}
		switch {
		case r == '\n' && lines:
			b.WriteRune(r)
		case r == '\t' || r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029':
			b.WriteByte(' ')
		case !unseen(r):
			b.WriteRune(r)
		}
	}
	return b.String()
}

// plain is the common case: printable ASCII needs no work.
func plain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// sequence gives the length of the escape sequence at the start of s, 0 if there
// is none. An unfinished sequence is only its introducer: the text behind it is
// not lost.
func sequence(s string) int {
	rest, intro := s, 0
	switch {
	case strings.HasPrefix(s, "\x1b"):
		if len(s) < 2 {
			return 1
		}
		rest, intro = s[2:], 2
		switch s[1] {
		case '[':
			return intro + csi(rest)
		case ']', 'P', 'X', '^', '_':
			return intro + untilTerminator(rest)
		}
		if s[1] >= ' ' && s[1] <= '~' {
			return 2
		}
		return 1
	case strings.HasPrefix(s, "\u009b"):
		return 2 + csi(s[2:])
	case strings.HasPrefix(s, "\u0090"), strings.HasPrefix(s, "\u009d"),
		strings.HasPrefix(s, "\u0098"), strings.HasPrefix(s, "\u009e"), strings.HasPrefix(s, "\u009f"):
		return 2 + untilTerminator(s[2:])
	}
	return 0
}

// csi gives the length of parameters and final byte of a control sequence.
func csi(s string) int {
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 0x40 && c <= 0x7e:
			return i + 1
		case c < 0x20 || c > 0x3f:
			return 0
		}
	}
	return 0
}

// untilTerminator gives the length of a string sequence with its BEL or ST.
func untilTerminator(s string) int {
	for i := range len(s) {
		switch {
		case s[i] == 0x07:
			return i + 1
		case strings.HasPrefix(s[i:], "\x1b\\"), strings.HasPrefix(s[i:], "\u009c"):
			return i + 2
		}
	}
	return 0
}

// unseen reports characters that a reader cannot see but a terminal, a page or a
// sort order obeys.
func unseen(r rune) bool {
	switch {
	case unicode.IsControl(r),
		r == 0x00AD, r == 0x061C, r == 0x180E, r == 0x200B, r == 0x200E, r == 0x200F,
		r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x206F,
		r == 0xFEFF, r >= 0xFFF9 && r <= 0xFFFB,
		r >= 0xE0000 && r <= 0xE007F,
		r&0xFFFE == 0xFFFE, r >= 0xFDD0 && r <= 0xFDEF:
		return true
	}
	return false
}
