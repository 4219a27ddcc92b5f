package store_test

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"remit/model"
	"remit/store"
	"remit/store/storetest"
)

// lived is a store as use leaves it: sessions that grew answer by answer and beside each
// other, some renamed, some removed for good. It gives all histories there ever were,
// and which of them are current.
func lived(t testing.TB, sessions int) (path string, ever map[string][]model.Event, purged map[string]bool) {
	t.Helper()
	path = fresh(t)
	b := open(t, path)
	ids := make([]string, sessions)
	for n := range ids {
		s, err := b.Create(t.Context(), storetest.Created(fmt.Sprintf("Company %d", n)))
		if err != nil {
			t.Fatal(err)
		}
		ids[n] = s.ID
	}
	for round := range 12 {
		for n, id := range ids {
			events := []model.Event{answerNumber(uint64(round)*31 + uint64(n))}
			if round == 5 && n%3 == 0 {
				events = append(events, model.Event{Kind: model.EventRenamed, Name: fmt.Sprintf("New name %d", n)}, model.Event{Kind: model.EventNoted, Question: "q1", Text: strings.Repeat("note ", 200)})
			}
			if _, err := b.Append(t.Context(), id, events...); err != nil {
				t.Fatal(err)
			}
		}
	}
	ever, purged = histories(t, b), map[string]bool{}
	for n := 0; n < sessions; n += 7 {
		if err := b.Purge(t.Context(), ids[n]); err != nil {
			t.Fatal(err)
		}
		purged[ids[n]] = true
	}
	return path, ever, purged
}

// TestRescueOfASoundStore gives every session as it is, and none that was removed.
func TestRescueOfASoundStore(t *testing.T) {
	path, ever, purged := lived(t, 20)
	before := tree(t, filepath.Dir(path))
	got, err := open(t, path).Rescue(t.Context())
	if err != nil || got.Stale {
		t.Fatalf("%+v, %v", got, err)
	}
	if want := len(ever) - len(purged); got.Whole() != want || len(got.Sessions) != want {
		t.Errorf("%d sessions, %d of them whole; want %d", len(got.Sessions), got.Whole(), want)
	}
	believable(t, got, ever, purged)
	if after := tree(t, filepath.Dir(path)); after != before {
		t.Error("the rescue changed the file")
	}
}

// believable makes sure that nothing was invented: each session is the beginning of a
// true one, and all of it where it says so. It counts the events.
func believable(t testing.TB, got store.Salvage, ever map[string][]model.Event, purged map[string]bool) (events int) {
	t.Helper()
	for _, s := range got.Sessions {
		want, known := ever[s.ID]
		switch {
		case !known:
			t.Errorf("a session that there never was: %+v", s)
		case purged[s.ID] && !got.Stale:
			t.Errorf("session %s was removed for good, and nothing tells of the doubt", s.ID)
		case len(s.Events) > len(want) || len(s.Events) > 0 && !reflect.DeepEqual(s.Events, want[:len(s.Events)]):
			t.Errorf("rescued %+v\nsaved %+v", s.Events, want)
		case s.Now != nil && (s.Err == nil || !storetest.Same(*s.Now, replay(s.ID, want))):
			t.Errorf("the session as it was last: %+v", s.Now)
		case s.Err == nil && len(s.Events) != len(want):
			t.Errorf("%d of %d events, and it is called whole", len(s.Events), len(want))
		case s.Err != nil && model.KindOf(s.Err) != model.KindInvalid:
			t.Errorf("of kind %d: %v", model.KindOf(s.Err), s.Err)
		}
		if !purged[s.ID] {
			events += len(s.Events)
		}
	}
	return events
}

func replay(id string, events []model.Event) model.Session {
	s := model.Session{ID: id}
	for _, e := range events {
		s = s.Apply(e)
	}
	return s
}

// TestRescue harms a store in many ways. What comes out is a beginning of what was
// saved, and the file stays as it is.
func TestRescue(t *testing.T) {
	whole, ever, purged := lived(t, 40)
	data, err := os.ReadFile(whole)
	if err != nil {
		t.Fatal(err)
	}
	all := 0
	for id, events := range ever {
		if !purged[id] {
			all += len(events)
		}
	}
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d, %d bytes, %d events", seed, len(data), all)
	rounds := 100
	if testing.Short() {
		rounds = 30
	}
	for name, harm := range harms(len(data)) {
		t.Run(name, func(t *testing.T) {
			random := rand.New(rand.NewPCG(seed, uint64(len(name))))
			path := filepath.Join(t.TempDir(), "sessions.db")
			saved, sessions, nothing := 0, 0, 0
			for range rounds {
				harmed := harm(random, bytes.Clone(data))
				write(t, path, harmed)
				got, err := open(t, path).Rescue(t.Context())
				if err != nil {
					if kind := model.KindOf(err); kind != model.KindInvalid && kind != model.KindNewer {
						t.Errorf("of kind %d: %v", kind, err)
					}
					nothing++
				}
				saved += believable(t, got, ever, purged)
				sessions += got.Whole()
				if now, _ := os.ReadFile(path); !bytes.Equal(now, harmed) {
					t.Fatal("the rescue changed the file")
				}
			}
			if 10*saved < 3*all*rounds { // a file that lost its end has about two thirds
				t.Errorf("only %d of %d events come out", saved, all*rounds)
			}
			t.Logf("%.2f %% of the events; %.1f of %d sessions whole; %d files with nothing",
				100*float64(saved)/float64(all*rounds), float64(sessions)/float64(rounds), len(ever)-len(purged), nothing)
		})
	}
}

// TestRescueWithoutFirstPages: nothing tells any more where the tree is and what is
// free. All sessions come out, and with them the doubt whether they are current.
func TestRescueWithoutFirstPages(t *testing.T) {
	path, ever, purged := lived(t, 20)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	clear(data[:2*4096])
	write(t, path, data)
	got, err := open(t, path).Rescue(t.Context())
	if err != nil || !got.Stale || got.Whole() > 0 {
		t.Errorf("stale %v, %d sessions are called whole, %v", got.Stale, got.Whole(), err)
	}
	believable(t, got, ever, purged)
	here := map[string]int{}
	for _, s := range got.Sessions {
		here[s.ID] = len(s.Events)
	}
	for id, events := range ever {
		if !purged[id] && here[id] != len(events) {
			t.Errorf("%d of %d events of a session are there", here[id], len(events))
		}
	}
}

// TestRescueFindsOlderCopies: a record that was spoiled is taken from a page that was
// written before and is free now, because events are never changed.
func TestRescueFindsOlderCopies(t *testing.T) {
	path := filled(t, 5)
	want := histories(t, open(t, path))
	edit(t, path, func(tx *bolt.Tx) error { return spoil(tx.Bucket([]byte("events")), eventKey(firstID, 30)) })
	got, err := open(t, path).Rescue(t.Context())
	if err != nil || got.Whole() != 5 {
		t.Errorf("%d of %d sessions are whole, %v", got.Whole(), len(got.Sessions), err)
	}
	believable(t, got, want, nil)
}

// TestRescueOfOneTornSession: only the session that lost an event is named, up to
// where its history goes without a gap.
func TestRescueOfOneTornSession(t *testing.T) {
	path := filled(t, 5)
	history := histories(t, open(t, path))[firstID]
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	its := []byte(history[29].At.Format(time.RFC3339))
	torn := bytes.ReplaceAll(data, its, bytes.Repeat([]byte("#"), len(its)))
	if bytes.Equal(torn, data) {
		t.Fatal("the event was not found in the file")
	}
	write(t, path, torn)
	got, err := open(t, path).Rescue(t.Context())
	if err != nil || got.Whole() != 4 || len(got.Sessions) != 5 {
		t.Fatalf("%d of %d sessions are whole, %v", got.Whole(), len(got.Sessions), err)
	}
	for _, s := range got.Sessions {
		switch {
		case s.ID != firstID && s.Err != nil:
			t.Errorf("%s: %v", s.ID, s.Err)
		case s.ID == firstID && s.Now == nil:
			t.Error("its answers are there, and not told")
		case s.ID == firstID && (len(s.Events) != 29 || s.Last != uint64(len(history)) || s.Name != "Company 00000"):
			t.Errorf("%q: %d of %d events", s.Name, len(s.Events), s.Last)
		}
	}
}

// TestRescueRefuses what is no store of this remit.
func TestRescueRefuses(t *testing.T) {
	for name, x := range map[string]struct {
		data []byte
		want model.Kind
	}{
		"nothing":     {nil, model.KindInvalid},
		"text":        {[]byte(strings.Repeat("Dear Ida, ", 2000)), model.KindInvalid},
		"empty pages": {make([]byte, 10*4096), model.KindInvalid},
	} {
		path := filepath.Join(t.TempDir(), "sessions.db")
		write(t, path, x.data)
		if _, err := open(t, path).Rescue(t.Context()); model.KindOf(err) != x.want {
			t.Errorf("%s: got %v", name, err)
		}
	}
	path := filepath.Join(t.TempDir(), "other.db")
	other, err := bolt.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	err = other.Update(func(tx *bolt.Tx) error { return second(tx.CreateBucket([]byte("meta"))) })
	if err := errors.Join(err, other.Close()); err != nil {
		t.Fatal(err)
	}
	if _, err := open(t, path).Rescue(t.Context()); model.KindOf(err) != model.KindInvalid || !strings.Contains(err.Error(), "not a remit store") {
		t.Errorf("the store of another program: got %v", err)
	}
	path = filled(t, 2)
	edit(t, path, func(tx *bolt.Tx) error { return tx.Bucket([]byte("meta")).Put([]byte("format"), []byte("2")) })
	if _, err := open(t, path).Rescue(t.Context()); model.KindOf(err) != model.KindNewer {
		t.Errorf("a newer store: got %v", err)
	}
	if _, err := open(t, fresh(t)).Rescue(t.Context()); model.KindOf(err) != model.KindNotFound {
		t.Errorf("no store: got %v", err)
	}
}

// FuzzRescue harms a store at the places and with the bytes that the fuzzer chooses:
// what comes out is a beginning of what was saved.
func FuzzRescue(f *testing.F) {
	whole, ever, purged := lived(f, 8)
	data, err := os.ReadFile(whole)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(uint32(0), []byte{}, uint32(0))
	f.Add(uint32(4096), bytes.Repeat([]byte{0xFF}, 64), uint32(0))
	f.Add(uint32(3*4096), []byte{1}, uint32(9000))
	path := filepath.Join(f.TempDir(), "sessions.db")
	f.Fuzz(func(t *testing.T, at uint32, garbage []byte, cut uint32) {
		harmed := bytes.Clone(data)
		copy(harmed[int(at)%len(harmed):], garbage)
		harmed = harmed[:len(harmed)-int(cut)%len(harmed)]
		write(t, path, harmed)
		got, err := open(t, path).Rescue(t.Context())
		if kind := model.KindOf(err); err != nil && kind != model.KindInvalid && kind != model.KindNewer {
			t.Errorf("of kind %d: %v", kind, err)
		}
		believable(t, got, ever, purged)
	})
}
