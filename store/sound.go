package store

import (
	"encoding/binary"
	"errors"
	"fmt"

	bolt "go.etcd.io/bbolt"

	"remit/model"
)

// longestKey is more than any key of ours has.
const longestKey = 1 << 10

// unseal is the package's, for records straight from the file: a damaged page can
// claim a length that reaches far beyond it, into memory that is not the file's.
func (t tables) unseal(bucket string, key, value []byte) (seq uint64, payload []byte, err error) {
	if len(key) > longestKey || int64(len(value)) > t.size {
		return 0, nil, errors.New("its length makes no sense")
	}
	return unseal(bucket, key, value)
}

// around makes sure that the records near a key are whole. They share its page,
// and a page is written anew as a whole: changing one record next to a damaged one
// would carry the damage on, or write whatever lies behind the page.
func (t tables) around(b *bolt.Bucket, bucket string, key []byte) error {
	const reach = 2 * pageSize // this page, and the one it may be merged with
	c := b.Cursor()
	for _, step := range []func() ([]byte, []byte){c.Prev, c.Next} {
		k, v := c.Seek(key)
		if k == nil {
			k, v = c.Last()
		}
		for seen := 0; k != nil && seen < reach; k, v = step() {
			if _, _, err := t.unseal(bucket, k, v); err != nil {
				return t.bad(bucket, k, err)
			}
			seen += len(k) + len(v)
		}
	}
	return nil
}

// allAround is around for the places that a change of this session touches; name
// is the one that it will have.
func (t tables) allAround(r row, name string) error {
	id := r.Session.ID
	for _, place := range []struct {
		bucket string
		table  *bolt.Bucket
		key    []byte
	}{
		{bucketEvents, t.events, eventKey(id, r.Session.Seq+1)},
		{bucketSessions, t.sessions, []byte(id)},
		{bucketRecent, t.recent, recentKey(r.Order, id)},
		{bucketRecent, t.recent, recentKey(^uint64(0), "")},
		{bucketNames, t.names, nameKey(r.Session.Name, id)},
		{bucketNames, t.names, nameKey(name, id)},
	} {
		if err := t.around(place.table, place.bucket, place.key); err != nil {
			return err
		}
	}
	return nil
}

// bad names the record that cannot be trusted.
func (t tables) bad(bucket string, key []byte, err error) error {
	what := fmt.Sprintf("record %s of table %s", keyName(key), bucket)
	if _, ok := errors.AsType[newerRecord](err); ok {
		return newer(t.file, fmt.Errorf("%s: %w", what, err))
	}
	return damaged(t.file, what+" is damaged", err)
}

// keyName writes a key for a person: numbers as numbers, ids as they are.
func keyName(key []byte) string {
	key = key[:min(len(key), longestKey)]
	switch {
	case len(key) == idLength+8:
		if _, ok := parseID(string(key[:idLength])); ok {
			return fmt.Sprintf("%s/%d", key[:idLength], binary.BigEndian.Uint64(key[idLength:]))
		}
		return fmt.Sprintf("%d/%s", binary.BigEndian.Uint64(key), model.Clean(string(key[8:])))
	case len(key) > idLength && key[len(key)-idLength-1] == 0:
		return fmt.Sprintf("%q/%s", key[:len(key)-idLength-1], model.Clean(string(key[len(key)-idLength:])))
	}
	return model.Cut(model.Clean(string(key)), 80)
}
