package storetest

import (
	"errors"
	"testing"

	"remit/model"
)

// beginnings follows sessions that are created with all they have to say: whole, or not
// at all.
func beginnings(t *testing.T, s model.Sessions) {
	made, err := s.Create(t.Context(), Created("Acme"), Answered("headcount", model.Count(40)),
		model.Event{Kind: model.EventMoved, Question: "technology"})
	if err != nil {
		t.Fatal(err)
	}
	if made.Seq != 3 || made.Answers["headcount"] != model.Count(40) || made.Position != "technology" || !made.Updated.Equal(made.Created) {
		t.Errorf("created: %+v", made)
	}
	if got := get(t, s, made.ID); !Same(got, made) {
		t.Errorf("get gives\n%+v, create gave\n%+v", got, made)
	}
	for _, wrong := range []model.Event{{Kind: model.EventMoved}, Created("Twice")} {
		_, err := s.Create(t.Context(), Created("Beta"), Answered("headcount", model.Count(1)), wrong)
		wantKind(t, "create with a wrong event", err, model.KindUsage)
	}
	wantNames(t, s, model.Query{}, "Acme")
}

// moved follows two who have read a session and want to change it.
func moved(t *testing.T, s model.Sessions) {
	read := create(t, s, "Acme")
	first, err := s.AppendAt(t.Context(), read.ID, read.Seq, Answered("headcount", model.Count(40)))
	if err != nil || first.Seq != read.Seq+1 {
		t.Fatalf("the first: %+v, %v", first, err)
	}
	_, err = s.AppendAt(t.Context(), read.ID, read.Seq, Answered("headcount", model.Count(50)))
	wantKind(t, "the second", err, model.KindBusy)
	if !errors.Is(err, model.ErrMoved) {
		t.Errorf("the second: %v is not %v", err, model.ErrMoved)
	}
	if got := get(t, s, read.ID); !Same(got, first) {
		t.Errorf("something was written: %+v", got)
	}
	if again, err := s.AppendAt(t.Context(), read.ID, first.Seq, Answered("headcount", model.Count(50))); err != nil || again.Answers["headcount"] != model.Count(50) {
		t.Errorf("the second, after reading again: %+v, %v", again, err)
	}
	_, err = s.AppendAt(t.Context(), noSuchID, 1, Answered("headcount", model.Count(50)))
	wantKind(t, "append to nothing", err, model.KindNotFound)
}
