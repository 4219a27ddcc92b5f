package store_test

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"remit/model"
	"remit/store"
	"remit/store/storetest"
)

func TestBoltKeepsTheContract(t *testing.T) {
	storetest.Run(t, func(t *testing.T) model.Sessions { return open(t, fresh(t)) })
}

func TestMemoryKeepsTheContract(t *testing.T) {
	storetest.Run(t, func(*testing.T) model.Sessions { return store.NewMemory(nil) })
}

// fresh names a store that does not exist, in a directory that does not either.
func fresh(t testing.TB) string {
	return filepath.Join(t.TempDir(), "data", "remit", "sessions.db")
}

func open(t testing.TB, path string) *store.Bolt {
	t.Helper()
	b, err := store.Open(path, store.Options{Wait: 10 * time.Second})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// answerNumber is the answer that belongs to an event's number, so that one who
// reads it back can tell whether it is the right one.
func answerNumber(seq uint64) model.Event {
	return storetest.Answered(fmt.Sprintf("q%d", seq%40), model.Count(int(seq)*7919))
}
