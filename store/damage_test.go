package store_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"remit/model"
	"remit/store"
	"remit/store/storetest"
)

// TestDamage harms a store in many ways. Whatever is shown afterwards is what was
// saved; everything else is refused as damaged; reading changes nothing and
// nothing ends the process.
func TestDamage(t *testing.T) {
	whole := filled(t, 40)
	data, err := os.ReadFile(whole)
	if err != nil {
		t.Fatal(err)
	}
	saved := histories(t, open(t, whole))
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d, %d bytes", seed, len(data))
	rounds := 100
	if testing.Short() {
		rounds = 10
	}
	for name, harm := range harms(len(data)) {
		t.Run(name, func(t *testing.T) {
			random := rand.New(rand.NewPCG(seed, uint64(len(name))))
			path := filepath.Join(t.TempDir(), "sessions.db")
			var refused int
			for range rounds {
				harmed := harm(random, bytes.Clone(data))
				write(t, path, harmed)
				refused += showsOnlyWhatWasSaved(t, path, saved)
				if now, _ := os.ReadFile(path); !bytes.Equal(now, harmed) {
					t.Fatal("reading changed the file")
				}
				_, err := open(t, path).Append(t.Context(), firstID, answerNumber(99))
				// Newer is what a store seems to be whose format is harmed.
				if kind := model.KindOf(err); err != nil && kind != model.KindInvalid && kind != model.KindNotFound && kind != model.KindNewer {
					t.Errorf("append to a damaged store: %v", err)
				}
			}
			t.Logf("%d of %d damaged files were refused in part or whole", refused, rounds)
		})
	}
}

// harms are ways to harm a file of this size.
func harms(size int) map[string]func(r *rand.Rand, d []byte) []byte {
	const page = 4096
	pages := size / page
	return map[string]func(r *rand.Rand, d []byte) []byte{
		"one flipped bit": func(r *rand.Rand, d []byte) []byte {
			d[r.IntN(len(d))] ^= 1 << r.IntN(8)
			return d
		},
		"one flipped bit in the head of a page": func(r *rand.Rand, d []byte) []byte {
			d[r.IntN(pages)*page+r.IntN(64)] ^= 1 << r.IntN(8)
			return d
		},
		"random bytes in a sector": func(r *rand.Rand, d []byte) []byte {
			at := r.IntN(len(d)/512) * 512
			for i := range 512 {
				d[at+i] = byte(r.Uint32())
			}
			return d
		},
		"random bytes in many sectors": func(r *rand.Rand, d []byte) []byte {
			for range 1 + r.IntN(40) {
				at := r.IntN(len(d)/512) * 512
				for i := range 512 {
					d[at+i] = byte(r.Uint32())
				}
			}
			return d
		},
		"a page of zeros": func(r *rand.Rand, d []byte) []byte {
			clear(d[r.IntN(pages)*page:][:page])
			return d
		},
		"two pages exchanged": func(r *rand.Rand, d []byte) []byte {
			a, b := d[r.IntN(pages)*page:][:page], d[r.IntN(pages)*page:][:page]
			kept := bytes.Clone(a)
			copy(a, b)
			copy(b, kept)
			return d
		},
		"the end cut off": func(r *rand.Rand, d []byte) []byte { return d[:r.IntN(len(d))] },
	}
}

func histories(t testing.TB, b *store.Bolt) map[string][]model.Event {
	t.Helper()
	saved := map[string][]model.Event{}
	page, err := b.List(t.Context(), model.Query{Limit: 1000})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range page.Sessions {
		if saved[s.ID], err = b.History(t.Context(), s.ID); err != nil {
			t.Fatal(err)
		}
	}
	return saved
}

// showsOnlyWhatWasSaved reads all it can get and counts 1 if anything was refused.
func showsOnlyWhatWasSaved(t testing.TB, path string, saved map[string][]model.Event) (refused int) {
	t.Helper()
	b := open(t, path)
	refuse := func(err error) {
		if kind := model.KindOf(err); kind != model.KindInvalid && kind != model.KindNewer && kind != model.KindNotFound {
			t.Errorf("refused with kind %d: %v", kind, err)
		}
		refused = 1
	}
	if err := b.Check(t.Context()); err != nil {
		refuse(err)
	}
	page, err := b.List(t.Context(), model.Query{Limit: 1000})
	if err != nil {
		refuse(err)
	}
	for _, s := range page.Sessions {
		want := model.Session{ID: s.ID}
		for _, e := range saved[s.ID] {
			want = want.Apply(e)
		}
		if !storetest.Same(s, want) {
			t.Errorf("shown: %+v, saved: %+v", s, want)
		}
	}
	for id, want := range saved {
		got, err := b.History(t.Context(), id)
		if err != nil {
			refuse(err)
			continue
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("history of %s: shown %+v, saved %+v", id, got, want)
		}
	}
	return refused
}

// TestCheckFinds spoils one thing at a time in files that bbolt finds in order.
func TestCheckFinds(t *testing.T) {
	other := model.Event{Seq: 1, Kind: model.EventCreated}
	for name, spoil := range map[string]func(tx *bolt.Tx) error{
		"a missing event": func(tx *bolt.Tx) error {
			return tx.Bucket([]byte("events")).Delete(eventKey(firstID, 3))
		},
		"a missing last event": func(tx *bolt.Tx) error {
			c := tx.Bucket([]byte("events")).Cursor()
			c.Seek(eventKey(firstID, 1000))
			if k, _ := c.Prev(); !bytes.HasPrefix(k, []byte(firstID)) {
				return fmt.Errorf("found %q", k)
			}
			return c.Delete()
		},
		"an event of nobody": func(tx *bolt.Tx) error {
			k := eventKey("00000000000000000000000000", other.Seq)
			return tx.Bucket([]byte("events")).Put(k, []byte("stray"))
		},
		"a missing snapshot":          deletesFirst("sessions"),
		"a missing listing":           deletesFirst("recent"),
		"a missing name":              deletesFirst("names"),
		"a changed event":             changesFirst("events"),
		"a changed snapshot":          changesFirst("sessions"),
		"a changed listing":           changesFirst("recent"),
		"a changed name":              changesFirst("names"),
		"an event in another place":   movesFirst("events"),
		"a snapshot in another place": movesFirst("sessions"),
		"a listing in another place":  movesFirst("recent"),
		"a name in another place":     movesFirst("names"),
		"a missing table":             func(tx *bolt.Tx) error { return tx.DeleteBucket([]byte("names")) },
	} {
		t.Run(name, func(t *testing.T) {
			path := filled(t, 3)
			edit(t, path, spoil)
			before := tree(t, filepath.Dir(path))
			if err := open(t, path).Check(t.Context()); model.KindOf(err) != model.KindInvalid {
				t.Errorf("got %v, want damage", err)
			}
			if after := tree(t, filepath.Dir(path)); after != before {
				t.Error("the check changed the file")
			}
		})
	}
}

func eventKey(id string, seq uint64) []byte { return binary.BigEndian.AppendUint64([]byte(id), seq) }

func deletesFirst(bucket string) func(*bolt.Tx) error {
	return func(tx *bolt.Tx) error {
		k, _ := tx.Bucket([]byte(bucket)).Cursor().First()
		return tx.Bucket([]byte(bucket)).Delete(k)
	}
}

func changesFirst(bucket string) func(*bolt.Tx) error {
	return func(tx *bolt.Tx) error {
		k, v := tx.Bucket([]byte(bucket)).Cursor().First()
		v = bytes.Clone(v)
		v[len(v)-1] ^= 1
		return tx.Bucket([]byte(bucket)).Put(k, v)
	}
}

func movesFirst(bucket string) func(*bolt.Tx) error {
	return func(tx *bolt.Tx) error {
		k, v := tx.Bucket([]byte(bucket)).Cursor().First()
		k, v = bytes.Clone(k), bytes.Clone(v)
		if err := tx.Bucket([]byte(bucket)).Delete(k); err != nil {
			return err
		}
		k[len(k)-1] ^= 1
		return tx.Bucket([]byte(bucket)).Put(k, v)
	}
}

// FuzzProbe opens any bytes as a store: they are read or refused, and stay as they
// are.
func FuzzProbe(f *testing.F) {
	data, err := os.ReadFile(filled(f, 1))
	if err != nil {
		f.Fatal(err)
	}
	f.Add([]byte{})
	f.Add([]byte("text"))
	f.Add(data[:8192])
	f.Add(data)
	path := filepath.Join(f.TempDir(), "sessions.db")
	f.Fuzz(func(t *testing.T, data []byte) {
		write(t, path, data)
		b := open(t, path)
		for _, err := range []error{
			second(b.List(t.Context(), model.Query{Limit: 1000})), second(b.History(t.Context(), firstID)), b.Check(t.Context()),
		} {
			switch model.KindOf(err) {
			case model.KindInvalid, model.KindNewer, model.KindNotFound:
			default:
				if err != nil {
					t.Errorf("refused with kind %d: %v", model.KindOf(err), err)
				}
			}
		}
		if now, _ := os.ReadFile(path); !bytes.Equal(now, data) {
			t.Error("reading changed the file")
		}
	})
}
