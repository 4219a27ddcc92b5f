package storetest

import (
	"context"
	"fmt"
	"reflect"
	"testing"

	"remit/model"
)

// Run puts the stores that open gives to the test.
func Run(t *testing.T, open func(t *testing.T) model.Sessions) {
	t.Helper()
	for _, test := range []struct {
		name string
		run  func(t *testing.T, s model.Sessions)
	}{
		{"an empty store has nothing", empty},
		{"a session is what its events say", events},
		{"a branch keeps its parent's id", parents},
		{"a session can begin with more than its name", beginnings},
		{"what was judged by an older reading is not written", moved},
		{"answers come back as they were given", answers},
		{"edits of the matrix come back in their order", edits},
		{"figures of one's own come back as they were given", costs},
		{"append is all or nothing", allOrNothing},
		{"events without sense are refused", refused},
		{"text is cleaned at the door", cleaned},
		{"text too long is refused, not cut", tooLong},
		{"what is handed out is the caller's own", ownCopy},
		{"sessions are found by id, beginning and name", found},
		{"ambiguous names are refused", ambiguous},
		{"listings begin with the last change", order},
		{"pages follow each other without gaps", pages},
		{"pages stay true while sessions change", pagesWhileChanging},
		{"listings show what they are asked for", shows},
		{"listings are searched by words", search},
		{"senseless queries are refused", badQueries},
		{"import keeps a history as it is", imported},
		{"import refuses what is no history", badImports},
		{"purge removes for good", purged},
		{"writers side by side lose nothing", sideBySide},
		{"a call that was called off does nothing", calledOff},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := open(t)
			test.run(t, s)
			Sound(t, s)
		})
	}
}

// Sound makes sure that every session, deleted ones included, equals the replay
// of its events and that the store finds itself in order.
func Sound(t testing.TB, s model.Sessions) {
	t.Helper()
	for _, show := range []model.Show{model.ShowAll, model.ShowDeleted} {
		for _, listed := range all(t, s, model.Query{Show: show}) {
			events, err := s.History(t.Context(), listed.ID)
			if err != nil {
				t.Fatalf("history of %s: %v", listed.ID, err)
			}
			replay := model.Session{ID: listed.ID}
			for i, e := range events {
				if e.Seq != uint64(i)+1 {
					t.Errorf("event %d of %s has the number %d", i+1, listed.ID, e.Seq)
				}
				if i > 0 && e.At.Before(events[i-1].At) {
					t.Errorf("event %d of %s is dated before the one it follows", i+1, listed.ID)
				}
				replay = replay.Apply(e)
			}
			if !Same(listed, replay) {
				t.Errorf("session %s is not the replay of its events:\n got %+v\nwant %+v", listed.ID, listed, replay)
			}
		}
	}
	if c, ok := s.(interface{ Check(context.Context) error }); ok {
		if err := c.Check(t.Context()); err != nil {
			t.Errorf("the store does not pass its own check: %v", err)
		}
	}
}

// Same reports whether two sessions say the same. Maps that are missing and maps
// that are empty do.
func Same(a, b model.Session) bool { return reflect.DeepEqual(whole(a), whole(b)) }

func whole(s model.Session) model.Session {
	s.Answers = s.Answers.Clone()
	if len(s.Notes) == 0 {
		s.Notes = nil
	}
	return s
}

// Created is the first event of an interview of this name.
func Created(name string) model.Event {
	return model.Event{
		Kind: model.EventCreated, Name: name, SessionKind: model.Interview,
		Framework: &model.Ref{ID: "leadership", Version: "1", Hash: "0123456789abcdef"},
	}
}

// Answered is the event of one answer.
func Answered(question string, a model.Answer) model.Event {
	return model.Event{Kind: model.EventAnswered, Question: question, Answer: &a}
}

func create(t testing.TB, s model.Sessions, name string) model.Session {
	t.Helper()
	created, err := s.Create(t.Context(), Created(name))
	if err != nil {
		t.Fatalf("create %q: %v", name, err)
	}
	return created
}

func add(t testing.TB, s model.Sessions, id string, events ...model.Event) model.Session {
	t.Helper()
	after, err := s.Append(t.Context(), id, events...)
	if err != nil {
		t.Fatalf("append to %s: %v", id, err)
	}
	return after
}

func get(t testing.TB, s model.Sessions, id string) model.Session {
	t.Helper()
	got, err := s.Get(t.Context(), id)
	if err != nil {
		t.Fatalf("get %s: %v", id, err)
	}
	return got
}

func history(t testing.TB, s model.Sessions, id string) []model.Event {
	t.Helper()
	events, err := s.History(t.Context(), id)
	if err != nil {
		t.Fatalf("history of %s: %v", id, err)
	}
	return events
}

// all follows a listing to its end.
func all(t testing.TB, s model.Sessions, q model.Query) (sessions []model.Session) {
	t.Helper()
	for {
		page, err := s.List(t.Context(), q)
		if err != nil {
			t.Fatalf("list %+v: %v", q, err)
		}
		sessions = append(sessions, page.Sessions...)
		if page.Cursor == "" {
			return sessions
		}
		if page.Cursor == q.After {
			t.Fatalf("the listing does not move on from %q", q.After)
		}
		q.After = page.Cursor
	}
}

func names(sessions []model.Session) []string {
	out := []string{}
	for _, s := range sessions {
		out = append(out, s.Name)
	}
	return out
}

func wantNames(t testing.TB, s model.Sessions, q model.Query, want ...string) {
	t.Helper()
	if got := names(all(t, s, q)); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("list %+v: got %q, want %q", q, got, want)
	}
}

// wantKind makes sure that a call failed in the way the contract names.
func wantKind(t testing.TB, what string, err error, want model.Kind) {
	t.Helper()
	if err == nil || model.KindOf(err) != want {
		t.Errorf("%s: got error %v of kind %d, want kind %d", what, err, model.KindOf(err), want)
	}
}
