package tui

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// Wrapped text fits, so that nothing is clipped off its end: all words are read, at
// every width, with hyphens where lines end and with marks before the text.
func TestWrappedTextLosesNothing(t *testing.T) {
	words := []string{"executive", "part-time", "t-b-report-2.pdf", "a", "日本語", "\x1b[1mbold\x1b[0m", "all-hands", "-5", "--cut", "Söhne"}
	spaceless := strings.NewReplacer(" ", "", "\n", "")
	chance := rand.New(rand.NewPCG(1, 2))
	for w := 3; w <= 80; w++ {
		for range 20 {
			var text []string
			for range 1 + chance.IntN(12) {
				text = append(text, words[chance.IntN(len(words))])
			}
			whole := strings.Join(text, " ")
			shown := wrapped(whole, w)
			within(t, whole, shown, w, 1<<20)
			if got, want := spaceless.Replace(clip(shown, w, 1<<20)), spaceless.Replace(whole); got != want {
				t.Fatalf("at %d: %q, want %q", w, got, want)
			}
			if w > 4 {
				within(t, whole, hang("* ", whole, w), w, 1<<20)
			}
		}
	}
}
