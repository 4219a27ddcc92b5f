package store_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"remit/model"
	"remit/store/storetest"
)

// TestTheFileDisappears while the program runs: it is the file that is missed,
// whatever was asked for, and no empty one takes its place.
func TestTheFileDisappears(t *testing.T) {
	for name, away := range map[string]func(path string) error{
		"removed":           os.Remove,
		"renamed":           func(path string) error { return os.Rename(path, path+".old") },
		"directory removed": func(path string) error { return os.RemoveAll(filepath.Dir(path)) },
		"replaced by another store": func(path string) error {
			if _, err := open(t, path+".other").Create(t.Context(), storetest.Created("Other")); err != nil {
				return err
			}
			return os.Rename(path+".other", path)
		},
	} {
		t.Run(name, func(t *testing.T) {
			path := fresh(t)
			b := open(t, path)
			s, err := b.Create(t.Context(), storetest.Created("Acme"))
			if err == nil {
				err = away(path)
			}
			if err != nil {
				t.Fatal(err)
			}
			calls := map[string]error{
				"get":     second(b.Get(t.Context(), s.ID)),
				"history": second(b.History(t.Context(), s.ID)),
				"append":  second(b.Append(t.Context(), s.ID, answerNumber(2))),
				"purge":   b.Purge(t.Context(), s.ID),
			}
			if name != "replaced by another store" {
				calls["list"] = second(b.List(t.Context(), model.Query{}))
				calls["create"] = second(b.Create(t.Context(), storetest.Created("New")))
			}
			for call, err := range calls {
				e, ok := errors.AsType[*model.Error](err)
				if !ok || e.Kind != model.KindNotFound || e.Where != path || !strings.Contains(e.What, "file") || e.Lost == "" || e.Cure == "" {
					t.Errorf("%s: %#v", call, err)
				}
			}
			if name != "replaced by another store" {
				if _, err := os.Lstat(path); !os.IsNotExist(err) {
					t.Errorf("a new file took its place: %v", err)
				}
			}
		})
	}
}
