package tui

import (
	"runtime"
	"strings"
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

// shellLines breaks a command so that it can be copied as it stands: before its flags,
// and between other words where a flag with its values is too long. A line that does not
// fit into w cells is a single word.
func shellLines(command string, w int) string {
	const goesOn = ` \`
	var lines []string
	put := func(part string) (fits bool) {
		last := len(lines) - 1
		if last >= 0 && width(lines[last])+1+width(part)+len(goesOn) <= w {
			lines[last] += " " + part
			return true
		}
		lines = append(lines, part)
		return width(part)+len(goesOn) <= w
	}
	for _, part := range flagged(shellWords(command)) {
		if put(strings.Join(part, " ")) {
			continue
		}
		lines = lines[:len(lines)-1]
		for _, word := range part {
			put(word)
		}
	}
	return strings.Join(lines, goesOn+"\n")
}

// flagged groups the words of a command: each flag with what follows it.
func flagged(words []string) [][]string {
	var parts [][]string
	for i, word := range words {
		if i == 0 || strings.HasPrefix(word, "-") {
			parts = append(parts, nil)
		}
		parts[len(parts)-1] = append(parts[len(parts)-1], word)
	}
	return parts
}

// shellWords takes a command apart into its words, as they are written in it.
func shellWords(command string) []string {
	var words []string
	from, quoted, escaped := 0, false, false
	for i, c := range command {
		switch {
		case escaped:
			escaped = false
		case c == '\'':
			quoted = !quoted
		case quoted:
		case c == '\\':
			escaped = true
		case c == ' ':
			words = append(words, command[from:i])
			from = i + 1
		}
	}
	return append(words, command[from:])
}
