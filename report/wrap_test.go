package report_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"remit/model"
	"remit/report"
)

// No line is wider than asked for, and nothing but the spaces at the breaks is lost,
// whatever the text is made of.
func TestWrappedTextIsWhole(t *testing.T) {
	const seeds = 3000
	parts := []string{"a", "part", "time", "executive", "-", "--", "-5", "日本", "語", "é", "e\u0301", "👩‍💻", "…", "—", "“x”", "\u00a0",
		"\x1b[1m", "\x1b[0m", "\x1b[38;5;9m", "report-2.pdf", " ", " ", " ", "  ", "\n"}
	for seed := range uint64(seeds) {
		chance := rand.New(rand.NewPCG(seed, 1))
		var b strings.Builder
		for range 1 + chance.IntN(40) {
			b.WriteString(parts[chance.IntN(len(parts))])
		}
		text, w := b.String(), 1+chance.IntN(80)
		lines := report.Wrap(text, w)
		for _, line := range lines {
			if own := ansi.StringWidth(line); own > max(w, 2) || own > w && len(strings.Fields(line)) > 1 {
				t.Fatalf("seed %d: %d cells where %d are: %q", seed, own, w, line)
			}
		}
		if got, want := spaceless(strings.Join(lines, "\n")), spaceless(text); got != want {
			t.Fatalf("seed %d at %d:\n%q became\n%q", seed, w, want, got)
		}
	}
}

// Words that have room are whole: a break inside of one comes after a hyphen only.
func TestWordsAreBrokenAtHyphens(t *testing.T) {
	text := "A part-time executive part-time leader well-known to all-hands"
	var pieces []string
	for _, word := range strings.Fields(text) {
		for piece := range strings.SplitAfterSeq(word, "-") {
			pieces = append(pieces, piece)
		}
	}
	for w := ansi.StringWidth(slices.MaxFunc(pieces, func(a, b string) int { return len(a) - len(b) })); w <= 80; w++ {
		rest := pieces
		for _, line := range report.Wrap(text, w) {
			for len(rest) > 0 && strings.HasPrefix(line, rest[0]) {
				line, rest = strings.TrimLeft(line[len(rest[0]):], " "), rest[1:]
			}
			if line != "" {
				t.Fatalf("at %d a line ends inside of a word: %q", w, line)
			}
		}
	}
}

func TestWhereLinesEnd(t *testing.T) {
	for _, c := range []struct {
		text string
		w    int
		want []string
	}{
		{"executive part-time", 14, []string{"executive", "part-time"}},
		{"executive part-time", 15, []string{"executive part-", "time"}},
		{"use --format pdf", 6, []string{"use", "--form", "at pdf"}},
		{"use --cut", 6, []string{"use", "--cut"}},
		{"at -5 or", 4, []string{"at", "-5", "or"}},
		{"10\u00a0000 a year", 8, []string{"10\u00a0000 a", "year"}},
		{"日本語", 4, []string{"日本", "語"}},
		{"a\n\nb", 4, []string{"a", "", "b"}},
		{"  kept", 8, []string{"  kept"}},
		{"", 8, []string{""}},
	} {
		if got := report.Wrap(c.text, c.w); !slices.Equal(got, c.want) {
			t.Errorf("%q at %d: %q, want %q", c.text, c.w, got, c.want)
		}
	}
}

func spaceless(s string) string {
	return strings.NewReplacer(" ", "", "\n", "").Replace(s)
}

// A report as text is as wide as the page, its map too; only an address, which nobody
// could open in pieces, may be wider.
func TestAReportIsAsWideAsThePage(t *testing.T) {
	for _, as := range []model.Answers{dental(), insurer()} {
		r := whole(t, as)
		for width := 72; width <= 120; width += 8 {
			var b strings.Builder
			if err := report.Text(&b, r, report.Full, report.TextOptions{Width: width}); err != nil {
				t.Fatal(err)
			}
			for line := range strings.SplitSeq(b.String(), "\n") {
				if ansi.StringWidth(line) > width && !strings.Contains(line, "://") {
					t.Errorf("%d cells where %d are: %q", ansi.StringWidth(line), width, line)
				}
			}
		}
	}
}
