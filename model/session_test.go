package model_test

import (
	"testing"
	"time"

	"remit/model"
)

// A session that nobody has named can be told from the one of the day before, by
// its name alone and in the same words everywhere.
func TestASessionIsNamedByKindAndTime(t *testing.T) {
	begun := time.Date(2026, 11, 21, 18, 48, 0, 0, time.UTC)
	for kind, want := range map[model.SessionKind]string{
		model.Quick:     "Quick check 2026-11-21 18:48",
		model.Interview: "Interview 2026-11-21 18:48",
	} {
		if got := kind.NameAt(begun); got != want {
			t.Errorf("%s: %q, want %q", kind, got, want)
		}
	}
}
