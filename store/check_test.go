package store_test

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"

	"remit/model"
)

// TestCheckListsAllThatIsWrong spoils records of several sessions and kinds: each
// is named, and nothing is blamed that only stands beside them.
func TestCheckListsAllThatIsWrong(t *testing.T) {
	path := filled(t, 3)
	var spoilt []string
	edit(t, path, func(tx *bolt.Tx) error {
		events, sessions := tx.Bucket([]byte("events")), tx.Bucket([]byte("sessions"))
		for n := range 3 {
			key := eventKey(firstID, uint64(5+n))
			spoilt = append(spoilt, fmt.Sprintf("record %s/%d of table events", firstID, 5+n))
			if err := spoil(events, key); err != nil {
				return err
			}
		}
		last, _ := sessions.Cursor().Last()
		spoilt = append(spoilt, fmt.Sprintf("record %s of table sessions", last))
		return spoil(sessions, bytes.Clone(last))
	})
	faults, ok := errors.AsType[model.Faults](open(t, path).Check(t.Context()))
	if !ok || len(faults) != len(spoilt) {
		t.Fatalf("%d faults, want %d:\n%v", len(faults), len(spoilt), faults)
	}
	for _, what := range spoilt {
		if !strings.Contains(faults.Error(), what) {
			t.Errorf("%q is not told in\n%v", what, faults)
		}
	}
}

func spoil(b *bolt.Bucket, key []byte) error {
	value := bytes.Clone(b.Get(key))
	value[len(value)-1] ^= 1
	return b.Put(key, value)
}
