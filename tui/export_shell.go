package tui

import (
	"runtime"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// opener is the command that opens a file with what it belongs to.
func opener() string {
	switch runtime.GOOS {
	case "darwin":
		return "open"
	case "windows":
		return "start"
	}
	return "xdg-open"
}

// shellWord writes a text so that a shell reads it as one word.
func shellWord(s string) string {
	plain := func(c rune) bool {
		return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.ContainsRune("/._-+", c)
	}
	if s != "" && strings.IndexFunc(s, func(c rune) bool { return !plain(c) }) < 0 {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}

// shellLines breaks a command before its flags so that it can be copied as it stands;
// a word that is wider than w is broken where the line ends.
func shellLines(command string, w int) string {
	const goesOn = ` \`
	var lines []string
	for _, part := range flagged(command) {
		if last := len(lines) - 1; last >= 0 && width(lines[last])+1+width(part)+len(goesOn) <= w {
			lines[last] += " " + part
		} else {
			lines = append(lines, part)
		}
	}
	for i, line := range lines {
		if i < len(lines)-1 {
			line += goesOn
		}
		lines[i] = ansi.Hardwrap(line, max(w, 1), true)
	}
	return strings.Join(lines, "\n")
}

// flagged takes a command apart before each flag that stands outside of quotes.
func flagged(command string) []string {
	var parts []string
	from, quoted := 0, false
	for i := range len(command) {
		switch {
		case command[i] == '\'':
			quoted = !quoted
		case !quoted && i > from && strings.HasPrefix(command[i:], " -"):
			parts = append(parts, command[from:i])
			from = i + 1
		}
	}
	return append(parts, command[from:])
}
