package tui

import (
	"strings"
	"testing"
	"time"
)

// A status gives way in its text and keeps its hint, as much of it as there is room for,
// and no length of it holds up the drawing.
func TestALongStatusGivesWay(t *testing.T) {
	for _, n := range []int{10, 80, 2_000} {
		for _, w := range []int{20, 38, 70} {
			for most := 1; most <= 4; most++ {
				s := status{text: strings.Repeat("word by word ", n/13+1)[:n], hint: "z takes back."}
				begun := time.Now()
				text := s.within("! ", w, most)
				if took := time.Since(begun); took > time.Second {
					t.Errorf("%d letters in %d cells take %v", n, w, took)
				}
				if !strings.HasSuffix(text, s.hint) {
					t.Errorf("%d letters, %d lines of %d cells: the hint is cut: %q", n, most, w, text)
				}
				if most > 1 && height(text) > most {
					t.Errorf("%d letters, %d lines of %d cells: it takes %d", n, most, w, height(text))
				}
				if longer := (status{text: s.text + "!", hint: s.hint}).within("! ", w, most); most > 1 && n > 100 && len(longer) < most*w/2 {
					t.Errorf("%d letters, %d lines of %d cells: only %q is left", n, most, w, longer)
				}
			}
		}
	}
}
