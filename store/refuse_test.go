package store_test

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"

	"remit/model"
	"remit/store"
	"remit/store/storetest"
)

// tree describes all files under a directory, with their modes and contents.
func tree(t testing.TB, dir string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		fmt.Fprintf(&b, "%s %v", path, info.Mode())
		if info.Mode().IsRegular() {
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			fmt.Fprintf(&b, " %d %x", len(data), sha256.Sum256(data))
		}
		b.WriteByte('\n')
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// listDir names what is in a directory.
func listDir(t testing.TB, dir string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// filled is a small store in a directory of its own.
func filled(t testing.TB, n int) string {
	t.Helper()
	path := fresh(t)
	if _, err := open(t, path).ImportAll(t.Context(), storetest.Many(n)); err != nil {
		t.Fatal(err)
	}
	return path
}

func readAll(t testing.TB, b *store.Bolt) map[string]error {
	errs := map[string]error{}
	page, err := b.List(t.Context(), model.Query{Limit: 1000})
	errs["list"] = err
	_, errs["search"] = b.List(t.Context(), model.Query{Text: "company", Show: model.ShowAll})
	_, errs["find"] = b.Find(t.Context(), "Company 00001")
	_, errs["get"] = b.Get(t.Context(), firstID)
	_, errs["history"] = b.History(t.Context(), firstID)
	errs["check"] = b.Check(t.Context())
	for _, s := range page.Sessions {
		if _, err := b.History(t.Context(), s.ID); err != nil {
			errs["history"] = err
		}
	}
	return errs
}

func writeAll(t testing.TB, b *store.Bolt) map[string]error {
	errs := map[string]error{}
	_, errs["create"] = b.Create(t.Context(), storetest.Created("x"))
	_, errs["append"] = b.Append(t.Context(), firstID, answerNumber(2))
	for id, events := range storetest.Many(1) {
		_, errs["import"] = b.Import(t.Context(), id, events)
	}
	_, errs["import all"] = b.ImportAll(t.Context(), storetest.Many(2))
	errs["purge"] = b.Purge(t.Context(), firstID)
	return errs
}

// firstID is the id of the first session that storetest.Many makes.
var firstID = func() string {
	for id := range storetest.Many(1) {
		return id
	}
	return ""
}()

func TestReadingChangesNoByte(t *testing.T) {
	path := filled(t, 60)
	before := tree(t, filepath.Dir(path))
	for name, err := range readAll(t, open(t, path)) {
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if after := tree(t, filepath.Dir(path)); after != before {
		t.Errorf("reading changed\n%sto\n%s", before, after)
	}
}

func TestReadingMakesNothing(t *testing.T) {
	dir := t.TempDir()
	before := tree(t, dir)
	b := open(t, filepath.Join(dir, "data", "sessions.db"))
	for name, err := range readAll(t, b) {
		if missing := name == "find" || name == "get" || name == "history"; missing != (model.KindOf(err) == model.KindNotFound) || !missing && err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, err := range map[string]error{"purge": b.Purge(t.Context(), firstID), "append": second(b.Append(t.Context(), firstID, answerNumber(2)))} {
		if model.KindOf(err) != model.KindNotFound {
			t.Errorf("%s: %v", name, err)
		}
	}
	if after := tree(t, dir); after != before {
		t.Errorf("reading made\n%s", after)
	}
}

func second[T any](_ T, err error) error { return err }

func TestOnlyTheOwnerCanLook(t *testing.T) {
	path := fresh(t)
	if _, err := open(t, path).Create(t.Context(), storetest.Created("Acme")); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]fs.FileMode{
		path: 0o600, filepath.Dir(path): fs.ModeDir | 0o700, filepath.Dir(filepath.Dir(path)): fs.ModeDir | 0o700,
	} {
		info, err := os.Stat(name)
		if err != nil || info.Mode() != want {
			t.Errorf("%s: mode %v, %v; want %v", name, info.Mode(), err, want)
		}
	}
}

// wantRefused makes sure that every call on a file fails with one kind and that
// the file, and everything beside it, stays as it is.
func wantRefused(t *testing.T, path string, want model.Kind) {
	t.Helper()
	before := tree(t, filepath.Dir(path))
	b := open(t, path)
	for name, errs := range map[string]map[string]error{"reading": readAll(t, b), "writing": writeAll(t, b)} {
		for call, err := range errs {
			if err == nil || model.KindOf(err) != want {
				t.Errorf("%s, %s: got %v of kind %d, want kind %d", name, call, err, model.KindOf(err), want)
			} else if !strings.Contains(err.Error(), path) {
				t.Errorf("%s, %s: the error does not name the file: %v", name, call, err)
			}
		}
	}
	if after := tree(t, filepath.Dir(path)); after != before {
		t.Errorf("refusing changed\n%sto\n%s", before, after)
	}
}

func TestNewerStoresAreNotTouched(t *testing.T) {
	for name, change := range map[string]func(about *bolt.Bucket) error{
		"the next format":         func(b *bolt.Bucket) error { return b.Put([]byte("format"), []byte("2")) },
		"a format far ahead":      func(b *bolt.Bucket) error { return b.Put([]byte("format"), []byte("101")) },
		"a format of another art": func(b *bolt.Bucket) error { return b.Put([]byte("format"), []byte("\x00\xffblue")) },
		"a format that is a table": func(b *bolt.Bucket) error {
			if err := b.Delete([]byte("format")); err != nil {
				return err
			}
			_, err := b.CreateBucket([]byte("format"))
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			path := filled(t, 2)
			edit(t, path, func(tx *bolt.Tx) error { return change(tx.Bucket([]byte("meta"))) })
			wantRefused(t, path, model.KindNewer)
		})
	}
	t.Run("pages of a newer layout", func(t *testing.T) {
		path := filled(t, 2)
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		const version = 16 + 4 // behind the page's head and the magic number
		data[version], data[4096+version] = 3, 3
		write(t, path, data)
		wantRefused(t, path, model.KindNewer)
	})
}

func TestForeignFilesAreNotTouched(t *testing.T) {
	for name, data := range map[string][]byte{
		"nothing":       {},
		"one byte":      {0},
		"text":          []byte("Dear diary,\n"),
		"a long text":   []byte(strings.Repeat("Dear diary,\n", 10000)),
		"a picture":     append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), make([]byte, 50000)...),
		"zeros":         make([]byte, 1<<20),
		"another store": []byte("SQLite format 3\x00" + strings.Repeat("\x10", 8192)),
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "sessions.db")
			write(t, path, data)
			wantRefused(t, path, model.KindInvalid)
		})
	}
	for name, o := range map[string]*bolt.Options{
		"another program's bbolt":                            nil,
		"another program's bbolt without list of free pages": {NoFreelistSync: true},
		"another program's bbolt with large pages":           {PageSize: 16384},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "sessions.db")
			db, err := bolt.Open(path, 0o600, o)
			if err != nil {
				t.Fatal(err)
			}
			if err := db.Update(func(tx *bolt.Tx) error {
				b, err := tx.CreateBucket([]byte("meta"))
				if err != nil {
					return err
				}
				return b.Put([]byte("magic"), []byte("other"))
			}); err != nil {
				t.Fatal(err)
			}
			if err := db.Close(); err != nil {
				t.Fatal(err)
			}
			wantRefused(t, path, model.KindInvalid)
		})
	}
}

func TestLinks(t *testing.T) {
	t.Run("to a store is followed", func(t *testing.T) {
		path := filled(t, 1)
		link := filepath.Join(t.TempDir(), "sessions.db")
		if err := os.Symlink(path, link); err != nil {
			t.Skip(err)
		}
		b := open(t, link)
		if _, err := b.Append(t.Context(), firstID, answerNumber(2)); err != nil {
			t.Error(err)
		}
		storetest.Sound(t, b)
	})
	t.Run("to nothing is refused", func(t *testing.T) {
		dir := t.TempDir()
		link := filepath.Join(dir, "sessions.db")
		if err := os.Symlink(filepath.Join(dir, "nothing"), link); err != nil {
			t.Skip(err)
		}
		wantRefused(t, link, model.KindInvalid)
	})
	t.Run("to itself is refused", func(t *testing.T) {
		link := filepath.Join(t.TempDir(), "sessions.db")
		if err := os.Symlink(link, link); err != nil {
			t.Skip(err)
		}
		wantRefused(t, link, model.KindNotFound)
	})
	t.Run("a directory is refused", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "sessions.db")
		if err := os.Mkdir(path, 0o700); err != nil {
			t.Fatal(err)
		}
		wantRefused(t, path, model.KindInvalid)
	})
}

// edit changes a store behind its back.
func edit(t testing.TB, path string, change func(tx *bolt.Tx) error) {
	t.Helper()
	db, err := bolt.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Update(change); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

func write(t testing.TB, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}
