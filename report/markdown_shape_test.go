package report_test

import (
	"regexp"
	"strings"
	"testing"
)

// readMarkdown sees which lines are headings, items, rows of so many cells, paragraphs and
// drawings. In what they say nothing is left that a reader of Markdown takes for markup:
// behind each sign that means something stands a backslash. A drawing made of letters has
// words beside each other, and says nothing here.
func readMarkdown(t testing.TB, doc []byte) (lines []string, said string) {
	t.Helper()
	fence, inside, told := "", []byte(nil), strings.Builder{}
	for line := range strings.SplitSeq(string(doc), "\n") {
		if fence != "" {
			if line != fence {
				inside = append(inside, line+"\n"...)
				continue
			}
			if strings.HasPrefix(string(inside), "flowchart") {
				chart, labels := readMermaid(t, inside)
				lines = append(lines, chart...)
				told.WriteString(labels)
			}
			fence = ""
			continue
		}
		kind := ""
		switch text := line; {
		case line == "":
		case strings.HasPrefix(line, "```"):
			fence, inside, kind = strings.TrimSuffix(line, "mermaid"), nil, "drawing"
		case autolink.MatchString(line):
			kind = "link"
		case strings.HasPrefix(line, "|"):
			kind = "row" + strings.Repeat("|", cellsOf(t, line))
		default:
			for _, mark := range []string{"# ", "## ", "- ", "  - "} {
				if rest, ok := strings.CutPrefix(line, mark); ok {
					kind, text = mark, rest
				}
			}
			if rest, ok := strings.CutPrefix(text, "**"); ok && strings.HasSuffix(rest, "**") {
				kind, text = "strong", strings.TrimSuffix(rest, "**")
			}
			plainMarkdown(t, text)
		}
		lines = append(lines, kind)
		told.WriteString(backslash.ReplaceAllString(line, "$1") + "\n")
	}
	if fence != "" {
		t.Error("a drawing does not end")
	}
	return lines, told.String()
}

var (
	backslash = regexp.MustCompile(`\\([!-/:-@\[-` + "`" + `{-~])`)
	autolink  = regexp.MustCompile(`^  - <https?://[^\s<>]+>$`)
	divider   = regexp.MustCompile(`^(\| --- )+\|$|^\|( --- \|)+$`)
	starts    = regexp.MustCompile(`^([-+=:]|[0-9]+[.)])`)
	bare      = regexp.MustCompile(`(?i)www\.|[^\\]://|[^\\]@`)
)

// cellsOf counts the cells of a row.
func cellsOf(t testing.TB, line string) (n int) {
	t.Helper()
	if divider.MatchString(line) {
		return strings.Count(line, "|") - 1
	}
	cell, escaped := "", false
	for _, c := range line[1:] {
		if c == '|' && !escaped {
			plainMarkdown(t, strings.TrimSuffix(strings.TrimPrefix(cell, " "), " "))
			cell = ""
			n++
			continue
		}
		escaped = c == '\\' && !escaped
		cell += string(c)
	}
	if cell != "" {
		t.Errorf("a row does not end: %q", line)
	}
	return n
}

// plainMarkdown fails the test if some text is more than text.
func plainMarkdown(t testing.TB, s string) {
	t.Helper()
	escaped := false
	for _, c := range s {
		if !escaped && strings.ContainsRune("`*_[]<>&|~#$@^{}", c) || escaped && (c > '~' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c <= ' ') {
			t.Errorf("%q is markup in %q", c, s)
			return
		}
		escaped = c == '\\' && !escaped
	}
	if escaped || starts.MatchString(s) || bare.MatchString(s) || strings.TrimSpace(s) != s {
		t.Errorf("there is markup in %q", s)
	}
}
