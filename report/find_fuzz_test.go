package report_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"remit/advisor"
	"remit/report"
)

// Whatever is typed, a finder answers, the same each time, and shows nothing of it that
// could move a cursor.
func FuzzAsking(f *testing.F) {
	e := advisor.Builtin()
	c := report.Catalogue{Framework: e.Framework(), Book: e.Playbook()}
	finder := c.Finder()
	for _, asked := range []string{"", "?", "what does a ciso do", "CTO & CIO", "\x1b[31mraci\x1b[0m", "wær øwns sêcurity", "do do do do",
		"\xff\xfe", strings.Repeat("raci ", 1000), strings.Repeat("x", 5000), "a\u202eb", "it it it", "role cto", "'; drop table"} {
		f.Add(asked)
	}
	f.Fuzz(func(t *testing.T, asked string) {
		once, again := finder.Ask(asked), finder.Ask(asked)
		if len(once.Matches) > 10 || len(once.Matches) != len(again.Matches) {
			t.Fatalf("%d and then %d matches", len(once.Matches), len(again.Matches))
		}
		for i := range once.Matches {
			if once.Matches[i].ID != again.Matches[i].ID || !(once.Matches[i].Score > 0) {
				t.Fatalf("place %d: %s with %v, then %s", i, once.Matches[i].ID, once.Matches[i].Score, again.Matches[i].ID)
			}
		}
		if once.Best == nil && once.Second != nil {
			t.Error("there is a second without a first")
		}
		var page strings.Builder
		if err := c.Candidates(asked, once.Matches).Text(&page, report.TextOptions{}); err != nil {
			t.Fatal(err)
		}
		if text := page.String(); !utf8.ValidString(text) || strings.ContainsAny(text, "\x1b\r\u202e") {
			t.Errorf("%q is shown as %q", asked, text)
		}
	})
}
