package tui

import (
	"testing"
	"time"

	"remit/advisor"
	"remit/model"
)

func TestAgo(t *testing.T) {
	for then, want := range map[string]string{
		"2026-11-21T11:59:30Z": "just now",
		"2026-11-21T11:59:00Z": "1 min ago",
		"2026-11-21T11:00:01Z": "59 min ago",
		"2026-11-21T02:00:00Z": "10 h ago",
		"2026-11-20T23:59:00Z": "yesterday",
		"2026-11-19T12:00:00Z": "2 days ago",
		"2026-11-14T23:00:00Z": "14 Nov",
		"2026-01-02T12:00:00Z": "2 Jan",
		"2025-12-31T12:00:00Z": "31 Dec 2025",
		"2026-11-21T12:05:00Z": "just now", // written by a clock that is ahead
	} {
		at, err := time.Parse(time.RFC3339, then)
		if err != nil {
			t.Fatal(err)
		}
		got := ago(at, noon)
		if got != want {
			t.Errorf("%s is %q, not %q", then, got, want)
		}
		if width(got) > agoWidth {
			t.Errorf("%q is wider than its column", got)
		}
	}
}

// What counts as answered, what waits, and what another framework's answers are
// worth.
func TestSummarize(t *testing.T) {
	eng := advisor.Builtin()
	f := eng.Framework()
	q := f.Questions
	s := model.Session{Framework: f.Ref, Answers: model.Answers{
		q[0].ID:   {Kind: model.Unsure},
		q[1].ID:   {Kind: model.NotApplicable},
		q[2].ID:   {Kind: model.Later},
		q[3].ID:   model.Choose("an option of yesterday"),
		"no_such": model.Choose("yes"),
	}}
	got := summarize(eng, s)
	if got.Answered != 0 || got.Apart != 1 || got.ToFindOut != 2 || got.Questions != len(q) || !got.fits {
		t.Errorf("answered %d, to find out %d of %d, fits %v", got.Answered, got.ToFindOut, got.Questions, got.fits)
	}
	s.Framework.Hash = "another"
	if summarize(eng, s).fits {
		t.Error("a session of another framework counts as one of this")
	}
	if got := summarize(eng, model.Session{}); got.standing != "" || got.place() != placeInterview {
		t.Errorf("an empty session stands at %q and opens at %s", got.standing, got.place())
	}
}
