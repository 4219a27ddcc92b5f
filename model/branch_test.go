package model

import (
	"maps"
	"testing"
	"time"
)

// What a branch's events add up to says all that its parent says, but for the answers
// that were changed.
func TestABranchSaysWhatItsParentSays(t *testing.T) {
	ref := Ref{ID: "remit", Version: "1", Hash: "abc"}
	parent := Session{
		ID: "01JZZZZZZZZZZZZZZZZZZZZZZZ", Name: "Acme", Client: "Acme Ltd", Asked: "the board", Kind: Quick, Framework: ref,
		Answers: Answers{"headcount": Count(40), "technology": Choose("support"), "regulation": {Kind: Unsure}},
		Notes:   map[string]string{"headcount": "counted", "seats": "ask Ida"}, Position: "regulation",
		Created: time.Unix(1, 0), Updated: time.Unix(2, 0), Archived: true, Seq: 9,
	}
	answers := parent.Answers.With("headcount", Count(400)).With("technology", Answer{})
	created, filling := parent.Branch("Ada", answers)
	got := Session{}.Apply(created)
	for _, e := range filling {
		if e.By != "Ada" {
			t.Errorf("%s is signed %q", e.Kind, e.By)
		}
		got = got.Apply(e)
	}
	if !maps.Equal(got.Answers, answers) || !maps.Equal(got.Notes, parent.Notes) || got.Position != parent.Position ||
		got.Client != parent.Client || got.Asked != parent.Asked || got.Kind != Quick || got.Framework != ref {
		t.Errorf("the branch is %+v", got)
	}
	if got.Parent != parent.ID || got.Archived || got.Name != "" {
		t.Errorf("the branch is %+v", got)
	}
}

// A session that says nothing has a branch too: no event without a question.
func TestABranchOfNothing(t *testing.T) {
	created, filling := Session{ID: "x"}.Branch("", nil)
	if created.Framework != nil || len(filling) > 0 {
		t.Errorf("%+v, %+v", created, filling)
	}
}
