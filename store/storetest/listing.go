package storetest

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"remit/model"
)

var (
	archive = model.Event{Kind: model.EventArchived}
	restore = model.Event{Kind: model.EventRestored}
	remove  = model.Event{Kind: model.EventDeleted}
)

func found(t *testing.T, s model.Sessions) {
	made := create(t, s, "Große Straße")
	for _, ref := range []string{
		made.ID, strings.ToLower(made.ID), made.ID[:25], made.ID[:4], strings.ToLower(made.ID[:10]),
		"Große Straße", "GROßE STRAßE", " große straße ",
	} {
		got, err := s.Find(t.Context(), ref)
		if err != nil || got.ID != made.ID {
			t.Errorf("find %q: got %q, %v; want %q", ref, got.ID, err, made.ID)
		}
	}
	for _, ref := range []string{made.ID[:3], "Große", "Große Straße 2", "", " ", made.ID + "0", "ZZZZ"} {
		_, err := s.Find(t.Context(), ref)
		wantKind(t, fmt.Sprintf("find %q", ref), err, model.KindNotFound)
	}
	add(t, s, made.ID, model.Event{Kind: model.EventRenamed, Name: "Kleine Straße"})
	_, err := s.Find(t.Context(), "Große Straße")
	wantKind(t, "find by the old name", err, model.KindNotFound)
	add(t, s, made.ID, archive)
	if _, err := s.Find(t.Context(), "kleine straße"); err != nil {
		t.Errorf("find an archived session by name: %v", err)
	}
	add(t, s, made.ID, remove)
	for _, ref := range []string{"Kleine Straße", made.ID[:10]} {
		_, err := s.Find(t.Context(), ref)
		wantKind(t, fmt.Sprintf("find deleted %q", ref), err, model.KindNotFound)
		if e, ok := errors.AsType[*model.Error](err); ok && !strings.Contains(e.Cure, "restore "+made.ID) {
			t.Errorf("find deleted %q: the cure is %q", ref, e.Cure)
		}
	}
	if got, err := s.Find(t.Context(), made.ID); err != nil || !got.Deleted {
		t.Errorf("find a deleted session by its id: %+v, %v", got, err)
	}
	add(t, s, made.ID, restore)
	if _, err := s.Find(t.Context(), "Kleine Straße"); err != nil {
		t.Errorf("find a restored session by name: %v", err)
	}
}

func ambiguous(t *testing.T, s model.Sessions) {
	a, b := create(t, s, "Acme"), create(t, s, "ACME")
	_, err := s.Find(t.Context(), "acme")
	wantKind(t, "find a name that two have", err, model.KindUsage)
	if err != nil && (!strings.Contains(err.Error(), a.ID) || !strings.Contains(err.Error(), b.ID)) {
		t.Errorf("the error does not list both: %v", err)
	}
	add(t, s, b.ID, remove)
	if got, err := s.Find(t.Context(), "acme"); err != nil || got.ID != a.ID {
		t.Errorf("after one was deleted: got %q, %v; want %q", got.ID, err, a.ID)
	}
	for i := range 20 {
		create(t, s, fmt.Sprintf("n%d", i))
	}
	_, err = s.Find(t.Context(), a.ID[:4])
	wantKind(t, "find a beginning that many share", err, model.KindUsage)
}

func order(t *testing.T, s model.Sessions) {
	a, b := create(t, s, "a"), create(t, s, "b")
	create(t, s, "c")
	wantNames(t, s, model.Query{}, "c", "b", "a")
	add(t, s, a.ID, Answered("headcount", model.Count(1)))
	wantNames(t, s, model.Query{}, "a", "c", "b")
	add(t, s, b.ID, model.Event{Kind: model.EventMoved, Question: "headcount"})
	wantNames(t, s, model.Query{}, "b", "a", "c")
	get(t, s, a.ID)
	wantNames(t, s, model.Query{}, "b", "a", "c")
}

func pages(t *testing.T, s model.Sessions) {
	var want []string
	for i := range 7 {
		want = append(want, create(t, s, fmt.Sprintf("n%d", i)).Name)
	}
	slices.Reverse(want)
	for _, limit := range []int{1, 2, 3, 6, 7, 8, 1000} {
		wantNames(t, s, model.Query{Limit: limit}, want...)
		page, err := s.List(t.Context(), model.Query{Limit: limit})
		if err != nil || len(page.Sessions) != min(limit, 7) || (page.Cursor == "") != (limit >= 7) {
			t.Errorf("a page of %d has %d sessions and the cursor %q, %v", limit, len(page.Sessions), page.Cursor, err)
		}
	}
}

func pagesWhileChanging(t *testing.T, s model.Sessions) {
	var ids []string
	for i := range 6 {
		ids = append(ids, create(t, s, fmt.Sprintf("n%d", i)).ID)
	}
	first, err := s.List(t.Context(), model.Query{Limit: 2}) // n5, n4
	if err != nil {
		t.Fatal(err)
	}
	add(t, s, ids[5], Answered("headcount", model.Count(1)))
	create(t, s, "n6")
	if err := s.Purge(t.Context(), ids[4]); err != nil {
		t.Fatal(err)
	}
	wantNames(t, s, model.Query{Limit: 2, After: first.Cursor}, "n3", "n2", "n1", "n0")
}

func shows(t *testing.T, s model.Sessions) {
	create(t, s, "active")
	add(t, s, create(t, s, "archived").ID, archive)
	add(t, s, create(t, s, "deleted").ID, remove)
	add(t, s, create(t, s, "both").ID, archive, remove)
	add(t, s, create(t, s, "back").ID, archive, remove, restore)
	for show, want := range map[model.Show][]string{
		model.ShowActive:   {"back", "active"},
		model.ShowArchived: {"archived"},
		model.ShowDeleted:  {"both", "deleted"},
		model.ShowAll:      {"back", "archived", "active"},
	} {
		for _, limit := range []int{0, 1} {
			wantNames(t, s, model.Query{Show: show, Limit: limit}, want...)
		}
	}
}

func search(t *testing.T, s model.Sessions) {
	for _, e := range []model.Event{
		{Name: "Workshop Nord", Client: "Müller & Söhne", Asked: "the board"},
		{Name: "Interview", Client: "Nordwind", Asked: "Frau Müller"},
		{Name: "Quick look", Client: "Acme"},
	} {
		e.Kind, e.SessionKind = model.EventCreated, model.Interview
		if _, err := s.Create(t.Context(), e); err != nil {
			t.Fatal(err)
		}
	}
	for text, want := range map[string][]string{
		"":             {"Quick look", "Interview", "Workshop Nord"},
		"nord":         {"Interview", "Workshop Nord"},
		"MÜLLER nord":  {"Interview", "Workshop Nord"},
		"söhne BOARD":  {"Workshop Nord"},
		"  acme ":      {"Quick look"},
		"acme nord":    {},
		"lookAcme":     {},
		"\x1b[31mAcme": {"Quick look"},
	} {
		wantNames(t, s, model.Query{Text: text}, want...)
		wantNames(t, s, model.Query{Text: text, Limit: 1}, want...)
	}
}

func badQueries(t *testing.T, s model.Sessions) {
	create(t, s, "Acme")
	for _, q := range []model.Query{
		{Limit: -1}, {Limit: 1001}, {Show: model.ShowAll + 1}, {After: "not a place!"}, {After: "junk"}, {After: "1"}, {After: "-"}, {After: strings.Repeat("z", 99)},
	} {
		_, err := s.List(t.Context(), q)
		wantKind(t, fmt.Sprintf("list %+v", q), err, model.KindUsage)
	}
}

const importID = "01HF7YAT31JZHSMW1CG6Q6MHB7"

func someHistory() []model.Event {
	at := time.Date(2025, 3, 1, 9, 0, 0, 123456789, time.UTC)
	first, second, third := Created("From afar"), Answered("headcount", model.Count(40)), remove
	first.Seq, first.At, first.By = 1, at, "Ada"
	second.Seq, second.At = 2, at.Add(time.Hour)
	third.Seq, third.At = 3, at.Add(2*time.Hour)
	return []model.Event{first, second, third}
}

func imported(t *testing.T, s model.Sessions) {
	want := someHistory()
	got, err := s.Import(t.Context(), strings.ToLower(importID), want)
	if err != nil {
		t.Fatal(err)
	}
	if got.ID != importID || got.Seq != 3 || !got.Deleted || !got.Created.Equal(want[0].At) || !got.Updated.Equal(want[2].At) {
		t.Errorf("imported: %+v", got)
	}
	if got := history(t, s, importID); !reflect.DeepEqual(got, want) {
		t.Errorf("history: got %+v, want %+v", got, want)
	}
	create(t, s, "later")
	if again, err := s.Import(t.Context(), importID, want); err != nil || !reflect.DeepEqual(again, got) {
		t.Errorf("the same again: %+v, %v", again, err)
	}
	_, err = s.Import(t.Context(), importID, want[:2])
	wantKind(t, "import a part of what is there", err, model.KindExists)
	other := someHistory()
	*other[1].Answer = model.Count(41)
	_, err = s.Import(t.Context(), importID, other)
	wantKind(t, "import another history", err, model.KindExists)
	if got := history(t, s, importID); !reflect.DeepEqual(got, want) {
		t.Errorf("a refused import changed the history: %+v", got)
	}
	after := add(t, s, importID, restore)
	if after.Seq != 4 || after.Updated.Before(want[2].At) {
		t.Errorf("after one more event: %+v", after)
	}
	wantNames(t, s, model.Query{}, "From afar", "later")
}

func badImports(t *testing.T, s model.Sessions) {
	for name, change := range map[string]func(events []model.Event) []model.Event{
		"nothing":               func([]model.Event) []model.Event { return nil },
		"a gap":                 func(e []model.Event) []model.Event { return []model.Event{e[0], e[2]} },
		"no beginning":          func(e []model.Event) []model.Event { return e[1:] },
		"numbers from 0":        func(e []model.Event) []model.Event { e[0].Seq = 0; return e },
		"two beginnings":        func(e []model.Event) []model.Event { e[1] = e[0]; e[1].Seq = 2; return e },
		"an event without time": func(e []model.Event) []model.Event { e[1].At = time.Time{}; return e },
		"an event of tomorrow": func(e []model.Event) []model.Event {
			e[1].At = time.Now().Add(25 * time.Hour)
			e[2].At = e[1].At
			return e
		},
		"an event of the far future": func(e []model.Event) []model.Event {
			e[2].At = time.Date(2999, 1, 1, 0, 0, 0, 0, time.UTC)
			return e
		},
		"a parent that is itself": func(e []model.Event) []model.Event {
			e[0].Parent = strings.ToLower(importID)
			return e
		},
		"an event without sense": func(e []model.Event) []model.Event { e[1].Kind = "exploded"; return e },
		"a name too long": func(e []model.Event) []model.Event {
			e[0].Name = strings.Repeat("n", model.MaxName+1)
			return e
		},
	} {
		_, err := s.Import(t.Context(), importID, change(someHistory()))
		wantKind(t, "import "+name, err, model.KindInvalid)
	}
	for _, id := range []string{"", "acme", importID + "0", "81HF7YAT31JZHSMW1CG6Q6MHB7"} {
		_, err := s.Import(t.Context(), id, someHistory())
		wantKind(t, fmt.Sprintf("import under the id %q", id), err, model.KindInvalid)
	}
	_, err := s.Get(t.Context(), importID)
	wantKind(t, "get what was refused", err, model.KindNotFound)
}

func purged(t *testing.T, s model.Sessions) {
	keep, gone := create(t, s, "keep"), create(t, s, "gone")
	add(t, s, gone.ID, Answered("headcount", model.Count(1)), Answered("engineers", model.Count(1)))
	if err := s.Purge(t.Context(), gone.ID); err != nil {
		t.Fatal(err)
	}
	_, err := s.Get(t.Context(), gone.ID)
	wantKind(t, "get", err, model.KindNotFound)
	_, err = s.History(t.Context(), gone.ID)
	wantKind(t, "history", err, model.KindNotFound)
	_, err = s.Find(t.Context(), "gone")
	wantKind(t, "find", err, model.KindNotFound)
	wantKind(t, "purge again", s.Purge(t.Context(), gone.ID), model.KindNotFound)
	wantNames(t, s, model.Query{Show: model.ShowAll}, "keep")
	if got := get(t, s, keep.ID); !reflect.DeepEqual(got, keep) {
		t.Errorf("the other session changed: %+v", got)
	}
}
