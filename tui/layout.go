package tui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"remit/report"
)

// width gives the number of cells that a line takes on the screen.
func width(s string) int { return ansi.StringWidth(s) }

// cut shortens one line to w cells, marking the cut.
func cut(s string, w int) string {
	if w <= 0 {
		return ""
	}
	if width(s) <= w {
		return s
	}
	return ansi.Truncate(s, w, glyphEllipse)
}

// cutLeft shortens one line to w cells, keeping its end.
func cutLeft(s string, w int) string {
	over := width(s) - w
	if over <= 0 {
		return s
	}
	if w <= 0 {
		return ""
	}
	return cut(ansi.TruncateLeft(s, over+1, glyphEllipse), w)
}

// cutMiddle shortens one line to w cells, keeping both ends: long names that belong
// together mostly differ at the end.
func cutMiddle(s string, w int) string {
	if width(s) <= w || w < 3 {
		return cut(s, w)
	}
	head := strings.TrimRight(ansi.Truncate(s, w/2, ""), " ")
	return head + cutLeft(s, w-width(head))
}

// fit makes one line exactly w cells wide: cut or filled with spaces.
func fit(s string, w int) string {
	s = cut(s, w)
	return s + blank(w-width(s))
}

// fitRight is fit with the text at the right end.
func fitRight(s string, w int) string {
	s = cut(s, w)
	return blank(w-width(s)) + s
}

// blank gives n spaces; none if n is negative.
func blank(n int) string { return strings.Repeat(" ", max(n, 0)) }

// wrap breaks text into lines of at most w cells, at spaces where it can.
func wrap(s string, w int) []string {
	if w <= 0 {
		return nil
	}
	return report.Wrap(s, w)
}

// wrapped is wrap as one text.
func wrapped(s string, w int) string { return strings.Join(wrap(s, w), "\n") }

// shorten wraps text into at most n lines of w cells; what does not fit gives way
// to an ellipsis.
func shorten(s string, w, n int) string {
	lines := wrap(s, w)
	if n <= 0 {
		return ""
	}
	if len(lines) > n {
		lines = append(lines[:n-1], cut(lines[n-1]+" "+lines[n], w-1)+glyphEllipse)
		lines[n-1] = strings.Replace(lines[n-1], glyphEllipse+glyphEllipse, glyphEllipse, 1)
	}
	return strings.Join(lines, "\n")
}

// flow puts parts beside each other with a gap between, on as many lines of w cells
// as it takes; no part is broken that fits on a line.
func flow(parts []string, gap string, w int) []string {
	var lines []string
	for _, p := range parts {
		last := len(lines) - 1
		if last >= 0 && width(lines[last])+width(gap)+width(p) <= w {
			lines[last] += gap + p
			continue
		}
		lines = append(lines, cut(p, w))
	}
	return lines
}

// indent puts prefix before every line of s.
func indent(s, prefix string) string {
	return prefix + strings.ReplaceAll(s, "\n", "\n"+prefix)
}

// hang wraps text behind a mark; the lines after the first stand under its text.
func hang(mark, text string, w int) string {
	lines := wrap(text, w-width(mark))
	return mark + strings.Join(lines, "\n"+blank(width(mark)))
}

// clip cuts a block to w cells and h lines.
func clip(s string, w, h int) string {
	lines := strings.Split(s, "\n")
	lines = lines[:min(len(lines), max(h, 0))]
	for i, l := range lines {
		lines[i] = ansi.Truncate(l, max(w, 0), "")
	}
	return strings.Join(lines, "\n")
}

// box makes a block exactly w cells by h lines.
func box(s string, w, h int) string {
	lines := strings.Split(clip(s, w, h), "\n")
	for len(lines) < h {
		lines = append(lines, "")
	}
	for i, l := range lines {
		lines[i] = l + blank(w-width(l))
	}
	return strings.Join(lines[:max(h, 0)], "\n")
}

// beside puts blocks next to each other with gap cells between. Each column is
// as wide as widths says; the result is h lines high.
func beside(h, gap int, widths []int, blocks ...string) string {
	columns := make([][]string, len(blocks))
	for i, b := range blocks {
		columns[i] = strings.Split(box(b, widths[i], h), "\n")
	}
	lines := make([]string, max(h, 0))
	for row := range lines {
		var b strings.Builder
		for i, c := range columns {
			if i > 0 {
				b.WriteString(blank(gap))
			}
			b.WriteString(c[row])
		}
		lines[row] = strings.TrimRight(b.String(), " ")
	}
	return strings.Join(lines, "\n")
}

// ends puts one text at the left end and one at the right end of a line of w
// cells. Where they do not fit together the left one gives way.
func ends(left, right string, w int) string {
	right = cut(right, w)
	room := w - width(right)
	if room < w {
		room -= 2
	}
	left = cut(left, room)
	return left + blank(w-width(left)-width(right)) + right
}

// height gives the number of lines of a block; 0 for an empty one.
func height(s string) int {
	if s == "" {
		return 0
	}
	return strings.Count(s, "\n") + 1
}

// stack puts blocks below each other with an empty line between; empty blocks
// take no room.
func stack(blocks ...string) string { return joined("\n\n", blocks) }

// pile is stack without the empty lines.
func pile(blocks ...string) string { return joined("\n", blocks) }

func joined(sep string, blocks []string) string {
	kept := make([]string, 0, len(blocks))
	for _, b := range blocks {
		if b != "" {
			kept = append(kept, b)
		}
	}
	return strings.Join(kept, sep)
}
