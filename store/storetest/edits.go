package storetest

import (
	"reflect"
	"testing"

	"remit/model"
)

// edits follows letters that people chose through everything that carries a session:
// chosen, chosen anew, taken back one by one, taken back all.
func edits(t *testing.T, s model.Sessions) {
	id := create(t, s, "Acme").ID
	edit := func(activity, role string, letter model.Letter) model.Event {
		return model.CellEdit{Activity: activity, Role: role, Letter: letter}.Event()
	}
	after := add(t, s, id, edit("strategy", "cto", model.LetterA), edit("strategy", "ceo", model.NoLetter), edit("hiring", "cto", model.LetterR))
	want := []model.CellEdit{{Activity: "strategy", Role: "cto", Letter: model.LetterA}, {Activity: "strategy", Role: "ceo"}, {Activity: "hiring", Role: "cto", Letter: model.LetterR}}
	same := func(way string, got []model.CellEdit) {
		t.Helper()
		if len(got)+len(want) > 0 && !reflect.DeepEqual(got, want) {
			t.Errorf("%s: edits %+v, want %+v", way, got, want)
		}
	}
	same("append", after.Edits)
	after.Edits[0].Role = "changed by the caller"
	same("get", get(t, s, id).Edits)

	want = []model.CellEdit{want[1], want[2], {Activity: "strategy", Role: "cto", Letter: model.LetterC}}
	same("a cell edited twice", add(t, s, id, edit("strategy", "cto", model.LetterC)).Edits)
	want = want[1:]
	same("one taken back", add(t, s, id, model.Event{Kind: model.EventEdited, Activity: "strategy", Role: "ceo"}).Edits)

	events := history(t, s, id)
	if err := s.Purge(t.Context(), id); err != nil {
		t.Fatal(err)
	}
	again, err := s.Import(t.Context(), id, events)
	if err != nil {
		t.Fatal(err)
	}
	same("import", again.Edits)
	want = nil
	same("all taken back", add(t, s, id, model.Event{Kind: model.EventEdited}).Edits)

	odd := model.Letter("X")
	for _, e := range []model.Event{
		{Kind: model.EventEdited, Activity: "strategy"}, {Kind: model.EventEdited, Role: "cto"},
		{Kind: model.EventEdited, Letter: &odd}, {Kind: model.EventEdited, Activity: "strategy", Role: "cto", Letter: &odd},
		{Kind: model.EventEdited, Activity: "two words", Role: "cto"}, {Kind: model.EventEdited, Activity: "a", Role: "bell\a"},
		{Kind: model.EventArchived, Activity: "strategy"}, {Kind: model.EventMoved, Question: "q", Role: "cto"},
	} {
		_, err := s.Append(t.Context(), id, e)
		wantKind(t, "append an edit without sense", err, model.KindUsage)
	}
}
