package store_test

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"

	bolt "go.etcd.io/bbolt"

	"remit/model"
	"remit/store"
	"remit/store/storetest"
)

// sizeOf is how long a file is, in bytes.
func sizeOf(t testing.TB, path string) int64 {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return info.Size()
}

// TestCompactLosesNothing: after most sessions were removed the file gets much smaller,
// and what is left is as it was: sessions, histories, their order and what comes next.
func TestCompactLosesNothing(t *testing.T) {
	path := filled(t, 200)
	b := open(t, path)
	n := 0
	for id := range storetest.Many(180) {
		if err := b.Purge(t.Context(), id); err != nil {
			t.Fatal(err)
		}
		n++
	}
	page, err := b.List(t.Context(), model.Query{Limit: 1000})
	if err != nil {
		t.Fatal(err)
	}
	was := histories(t, b)
	if err := os.Chmod(path, 0o640); err != nil {
		t.Fatal(err)
	}
	large := sizeOf(t, path)
	before, after, err := b.Compact(t.Context())
	if err != nil || before != large || after != sizeOf(t, path) || after > before/2 {
		t.Errorf("from %d to %d bytes, %v; the files have %d and %d", before, after, err, large, sizeOf(t, path))
	}
	if got := listDir(t, filepath.Dir(path)); !reflect.DeepEqual(got, []string{"sessions.db"}) {
		t.Errorf("the directory holds %q", got)
	}
	if info, err := os.Stat(path); err != nil || info.Mode() != 0o640 {
		t.Errorf("mode %v, %v; want the one that its owner gave it", info.Mode(), err)
	}
	for name, b := range map[string]*store.Bolt{"the same": b, "another": open(t, path)} {
		storetest.Sound(t, b)
		now, err := b.List(t.Context(), model.Query{Limit: 1000})
		if err != nil || !reflect.DeepEqual(now, page) {
			t.Errorf("%s lists %d sessions, %v; there were %d", name, len(now.Sessions), err, len(page.Sessions))
		}
		if !reflect.DeepEqual(histories(t, b), was) {
			t.Errorf("%s has other histories", name)
		}
	}
	last := page.Sessions[len(page.Sessions)-1]
	if _, err := b.Append(t.Context(), last.ID, answerNumber(9)); err != nil {
		t.Errorf("go on in the compact store: %v", err)
	}
	if now, err := b.List(t.Context(), model.Query{Limit: 1}); err != nil || now.Sessions[0].ID != last.ID {
		t.Errorf("the session that was changed last does not come first: %v, %v", now, err)
	}
}

// TestCompactLeavesACompactStore as it is, to the byte.
func TestCompactLeavesACompactStore(t *testing.T) {
	path := filled(t, 30)
	b := open(t, path)
	if _, _, err := b.Compact(t.Context()); err != nil {
		t.Fatal(err)
	}
	was := tree(t, filepath.Dir(path))
	before, after, err := b.Compact(t.Context())
	if err != nil || before != after {
		t.Errorf("from %d to %d bytes, %v", before, after, err)
	}
	if now := tree(t, filepath.Dir(path)); now != was {
		t.Errorf("now\n%swas\n%s", now, was)
	}
}

// TestCompactFollowsALink: the link stays one, and what it leads to gets smaller.
func TestCompactFollowsALink(t *testing.T) {
	path := filled(t, 50)
	link := filepath.Join(t.TempDir(), "link.db")
	if err := os.Symlink(path, link); err != nil {
		t.Skipf("no links here: %v", err)
	}
	b := open(t, link)
	for id := range storetest.Many(45) {
		if err := b.Purge(t.Context(), id); err != nil {
			t.Fatal(err)
		}
	}
	if _, after, err := b.Compact(t.Context()); err != nil || after != sizeOf(t, path) {
		t.Errorf("%d bytes, %v; the file has %d", after, err, sizeOf(t, path))
	}
	if to, err := os.Readlink(link); err != nil || to != path {
		t.Errorf("the link leads to %q, %v", to, err)
	}
}

// TestCompactRefuses what it could lose something of, or what is not there.
func TestCompactRefuses(t *testing.T) {
	if _, _, err := open(t, fresh(t)).Compact(t.Context()); model.KindOf(err) != model.KindNotFound {
		t.Errorf("no store: %v", err)
	}
	for name, harm := range map[string]func(*bolt.Tx) error{
		"a changed event":    changesFirst("events"),
		"a missing snapshot": deletesFirst("sessions"),
	} {
		path := filled(t, 5)
		edit(t, path, harm)
		was := tree(t, filepath.Dir(path))
		if _, _, err := open(t, path).Compact(t.Context()); model.KindOf(err) != model.KindInvalid {
			t.Errorf("%s: got %v", name, err)
		}
		if now := tree(t, filepath.Dir(path)); now != was {
			t.Errorf("%s: now\n%swas\n%s", name, now, was)
		}
	}
}
