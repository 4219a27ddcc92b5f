package store_test

import (
	"bytes"
	"context"
	"errors"
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

// backedUp is a store and a backup of it, after which one session was removed, one
// begun and one went on. It gives the ids of these three.
func backedUp(t testing.TB) (path, backup string, removed, begun, wentOn string) {
	t.Helper()
	path = filled(t, 5)
	b := open(t, path)
	var copied bytes.Buffer
	if _, err := b.Backup(t.Context(), &copied); err != nil {
		t.Fatal(err)
	}
	backup = filepath.Join(t.TempDir(), "backup.db")
	write(t, backup, copied.Bytes())
	var ids []string
	for id := range storetest.Many(2) {
		ids = append(ids, id)
	}
	s, err := b.Create(t.Context(), storetest.Created("Begun"))
	_, goesOn := b.Append(t.Context(), ids[1], answerNumber(9))
	if err := errors.Join(err, goesOn, b.Purge(t.Context(), ids[0])); err != nil {
		t.Fatal(err)
	}
	return path, backup, ids[0], s.ID, ids[1]
}

// TestRestoreKeepsWhatWasThere: the store is the backup afterwards, and what it was is
// beside it, under a name with the time.
func TestRestoreKeepsWhatWasThere(t *testing.T) {
	path, backup, removed, begun, wentOn := backedUp(t)
	was, want := histories(t, open(t, path)), histories(t, open(t, backup))
	b := openAt(t, path, time.Date(2026, 11, 21, 9, 30, 0, 0, time.UTC))
	before := tree(t, filepath.Dir(path)) + tree(t, filepath.Dir(backup))
	preview, err := b.Compare(t.Context(), open(t, backup))
	if err != nil {
		t.Fatal(err)
	}
	if after := tree(t, filepath.Dir(path)) + tree(t, filepath.Dir(backup)); after != before {
		t.Error("the preview changed something")
	}
	done, err := b.Restore(t.Context(), open(t, backup), false)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(done.Difference, preview.Difference) {
		t.Errorf("previewed %+v\nrestored %+v", preview, done)
	}
	if d := done.Difference; d.Same != 3 || !only(d.OnlyHere, begun) || !only(d.OnlyThere, removed) || !only(d.NewerHere, wentOn) ||
		len(d.NewerThere)+len(d.Apart) > 0 || d.None() {
		t.Errorf("the difference is told as %+v", d)
	}
	if want := filepath.Join(filepath.Dir(path), "sessions-before-restore-20261121-093000.db"); done.Kept != want {
		t.Errorf("kept as %s, want %s", done.Kept, want)
	}
	if !reflect.DeepEqual(histories(t, open(t, path)), want) || !reflect.DeepEqual(histories(t, open(t, done.Kept)), was) {
		t.Error("the store is not the backup, or what was kept is not the store")
	}
	storetest.Sound(t, open(t, path))
	if info, err := os.Stat(path); err != nil || info.Mode() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
	if _, err := b.Append(t.Context(), removed, answerNumber(9)); err != nil {
		t.Errorf("go on in the restored store: %v", err)
	}

	again, err := b.Restore(t.Context(), open(t, done.Kept), false)
	if err != nil || again.Kept == done.Kept || !reflect.DeepEqual(histories(t, b), was) {
		t.Errorf("and back again: %+v, %v", again, err)
	}
}

// TestCompareTellsWhichWentOn: of a session that is in both, the one that knows more is
// the newer, and two that went on in different ways are neither.
func TestCompareTellsWhichWentOn(t *testing.T) {
	path, backup, _, _, wentOn := backedUp(t)
	here, there := open(t, path), open(t, backup)
	for n := range 2 {
		if _, err := there.Append(t.Context(), wentOn, answerNumber(uint64(100+n))); err != nil {
			t.Fatal(err)
		}
	}
	d, err := here.Compare(t.Context(), there)
	if err != nil || !only(d.Apart, wentOn) || len(d.NewerHere)+len(d.NewerThere) > 0 {
		t.Errorf("went on in both: %+v, %v", d, err)
	}
	back, err := open(t, backup).Compare(t.Context(), open(t, filled(t, 5)))
	if err != nil || !only(back.NewerHere, wentOn) {
		t.Errorf("went on here: %+v, %v", back, err)
	}
	forth, err := open(t, filled(t, 5)).Compare(t.Context(), open(t, backup))
	if err != nil || !only(forth.NewerThere, wentOn) {
		t.Errorf("went on there: %+v, %v", forth, err)
	}
}

func only(list []store.Twin, id string) bool { return len(list) == 1 && list[0].ID == id }

func openAt(t testing.TB, path string, at time.Time) *store.Bolt {
	t.Helper()
	b, err := store.Open(path, store.Options{Wait: 10 * time.Second, Now: func() time.Time { return at }})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestRestoreOver: what can have become of the store that is to be replaced.
func TestRestoreOver(t *testing.T) {
	for name, x := range map[string]struct {
		spoil  func(path string) error
		force  bool // is needed
		unread model.Kind
	}{
		"nothing":        {os.Remove, false, 0},
		"no directory":   {func(path string) error { return os.RemoveAll(filepath.Dir(path)) }, false, 0},
		"a cut store":    {func(path string) error { return os.Truncate(path, 3*4096) }, false, model.KindInvalid},
		"a longer store": {func(path string) error { return os.Truncate(path, sizeOf(t, path)+1) }, false, 0},
		"a letter":       {func(path string) error { return os.WriteFile(path, []byte("Dear Ida,"), 0o600) }, true, model.KindInvalid},
		"an empty file":  {func(path string) error { return os.Truncate(path, 0) }, true, model.KindInvalid},
		"a newer store": {func(path string) error {
			edit(t, path, func(tx *bolt.Tx) error { return tx.Bucket([]byte("meta")).Put([]byte("format"), []byte("2")) })
			return nil
		}, true, model.KindNewer},
	} {
		t.Run(name, func(t *testing.T) {
			path, backup, _, _, _ := backedUp(t)
			if err := x.spoil(path); err != nil {
				t.Fatal(err)
			}
			was, _ := os.ReadFile(path)
			b := open(t, path)
			done, err := b.Restore(t.Context(), open(t, backup), false)
			if x.force {
				if model.KindOf(err) != x.unread {
					t.Errorf("without force: %v", err)
				}
				if now, _ := os.ReadFile(path); !bytes.Equal(now, was) {
					t.Error("refusing changed the file")
				}
				done, err = b.Restore(t.Context(), open(t, backup), true)
			}
			if err != nil || x.unread != 0 && model.KindOf(done.Unread) != x.unread {
				t.Fatalf("%+v, %v", done, err)
			}
			if !reflect.DeepEqual(histories(t, b), histories(t, open(t, backup))) {
				t.Error("the store is not the backup")
			}
			if was == nil {
				return
			}
			if kept, err := os.ReadFile(done.Kept); err != nil || !bytes.Equal(kept, was) {
				t.Errorf("what was there is not kept: %d bytes, %v", len(kept), err)
			}
		})
	}
}

// TestRestoreRefuses backups that would not do, and changes nothing then.
func TestRestoreRefuses(t *testing.T) {
	for name, x := range map[string]struct {
		spoil func(path, backup string) (string, error)
		want  model.Kind
	}{
		"none":             {func(_, backup string) (string, error) { return backup, os.Remove(backup) }, model.KindNotFound},
		"the store itself": {func(path, _ string) (string, error) { return path, nil }, model.KindUsage},
		"one that is cut":  {func(_, backup string) (string, error) { return backup, os.Truncate(backup, 3*4096) }, model.KindInvalid},
		"one with a changed event": {func(_, backup string) (string, error) {
			edit(t, backup, changesFirst("events"))
			return backup, nil
		}, model.KindInvalid},
		"a letter": {func(_, backup string) (string, error) {
			return backup, os.WriteFile(backup, []byte(strings.Repeat("Dear Ida, ", 1000)), 0o600)
		}, model.KindInvalid},
		"a newer one": {func(_, backup string) (string, error) {
			edit(t, backup, func(tx *bolt.Tx) error { return tx.Bucket([]byte("meta")).Put([]byte("format"), []byte("2")) })
			return backup, nil
		}, model.KindNewer},
	} {
		t.Run(name, func(t *testing.T) {
			path, backup, _, _, _ := backedUp(t)
			backup, err := x.spoil(path, backup)
			if err != nil {
				t.Fatal(err)
			}
			was := tree(t, filepath.Dir(path))
			for call, do := range map[string]func(context.Context, *store.Bolt) error{
				"compare": func(ctx context.Context, backup *store.Bolt) error {
					return second(open(t, path).Compare(ctx, backup))
				},
				"restore": func(ctx context.Context, backup *store.Bolt) error {
					return second(open(t, path).Restore(ctx, backup, true))
				},
			} {
				if err := do(t.Context(), open(t, backup)); model.KindOf(err) != x.want {
					t.Errorf("%s: got %v", call, err)
				}
			}
			if now := tree(t, filepath.Dir(path)); now != was {
				t.Errorf("now\n%swas\n%s", now, was)
			}
		})
	}
}
