package store

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	bolt "go.etcd.io/bbolt"

	"remit/model"
)

// The buckets and keys that doc.go draws.
const (
	bucketMeta     = "meta"
	bucketEvents   = "events"
	bucketSessions = "sessions"
	bucketRecent   = "recent"
	bucketNames    = "names"

	keyMagic  = "magic"
	keyFormat = "format"

	magic  = "remit sessions"
	format = 1

	idLength = 26
)

// tables is the store within one transaction.
type tables struct {
	file                            string
	size                            int64 // of the file
	events, sessions, recent, names *bolt.Bucket
}

// row is a record of bucketSessions.
type row struct {
	Order   uint64        `json:"order"` // of the last change; the key in bucketRecent
	Session model.Session `json:"session"`
}

// makeTables fills an empty file.
func makeTables(tx *bolt.Tx) error {
	for _, name := range []string{bucketMeta, bucketEvents, bucketSessions, bucketRecent, bucketNames} {
		if _, err := tx.CreateBucket([]byte(name)); err != nil {
			return err
		}
	}
	about := tx.Bucket([]byte(bucketMeta))
	if err := about.Put([]byte(keyMagic), []byte(magic)); err != nil {
		return err
	}
	return about.Put([]byte(keyFormat), strconv.AppendInt(nil, format, 10))
}

// openTables makes sure that the file is ours and of a format that this remit
// knows, before anything in it is believed or changed.
func openTables(tx *bolt.Tx, file string) (tables, error) {
	about := tx.Bucket([]byte(bucketMeta))
	if about == nil || string(about.Get([]byte(keyMagic))) != magic {
		return tables{}, foreign(file, errors.New("another program keeps its data in it"))
	}
	written := string(about.Get([]byte(keyFormat)))
	if written != strconv.Itoa(format) {
		if n, err := strconv.Atoi(written); err == nil {
			return tables{}, newer(file, fmt.Errorf("it has format %d, this remit knows up to %d", n, format))
		}
		return tables{}, newer(file, fmt.Errorf("this remit does not know its format %.20q", written))
	}
	t := tables{file: file, size: tx.Size()}
	for name, bucket := range map[string]**bolt.Bucket{
		bucketEvents: &t.events, bucketSessions: &t.sessions, bucketRecent: &t.recent, bucketNames: &t.names,
	} {
		if *bucket = tx.Bucket([]byte(name)); *bucket == nil {
			return tables{}, damaged(file, "the store is damaged", fmt.Errorf("its table %q is missing", name))
		}
	}
	// New entries of these come last nearly always: full pages need no room.
	t.events.FillPercent, t.recent.FillPercent = 0.9, 0.9
	return t, nil
}

func eventKey(id string, seq uint64) []byte {
	return binary.BigEndian.AppendUint64([]byte(id), seq)
}

func recentKey(order uint64, id string) []byte {
	return append(binary.BigEndian.AppendUint64(nil, order), id...)
}

func nameKey(name, id string) []byte {
	return append(append([]byte(fold(name)), 0), id...)
}

// session reads a snapshot; ok is false when there is none under this id.
func (t tables) session(id string) (r row, ok bool, err error) {
	key := []byte(id)
	value := t.sessions.Get(key)
	if value == nil {
		return row{}, false, nil
	}
	seq, payload, err := t.unseal(bucketSessions, key, value)
	if err == nil {
		err = json.Unmarshal(payload, &r)
	}
	if err == nil && (r.Session.ID != id || r.Session.Seq != seq) {
		err = errors.New("it belongs to another session")
	}
	if err != nil {
		return row{}, false, t.bad(bucketSessions, key, err)
	}
	r.Session = tidy(r.Session)
	return r, true, nil
}

// history reads the events of a session and makes sure that none is missing.
func (t tables) history(id string, last uint64) ([]model.Event, error) {
	var events []model.Event
	c := t.events.Cursor()
	for key, value := c.Seek([]byte(id)); bytes.HasPrefix(key, []byte(id)); key, value = c.Next() {
		e, err := t.event(key, value, uint64(len(events))+1)
		if err != nil {
			return nil, err
		}
		events = append(events, e)
	}
	if missing := missingEvents(t.file, id, len(events), last); missing != nil {
		return nil, missing
	}
	return events, nil
}

// missingEvents tells of a history that does not reach as far as its snapshot; nil
// if it does.
func missingEvents(file, id string, there int, last uint64) *model.Error {
	if uint64(there) == last {
		return nil
	}
	return damaged(file, fmt.Sprintf("the history of session %s is damaged", id),
		fmt.Errorf("%d of its %d events are there", there, last))
}

func (t tables) event(key, value []byte, seq uint64) (e model.Event, err error) {
	sealed, payload, err := t.unseal(bucketEvents, key, value)
	if err == nil {
		err = json.Unmarshal(payload, &e)
	}
	if err == nil {
		switch {
		case len(key) != idLength+8 || binary.BigEndian.Uint64(key[idLength:]) != seq:
			err = fmt.Errorf("event %d is missing before it", seq)
		case sealed != seq || e.Seq != seq:
			err = errors.New("its number is not that of its place")
		}
	}
	if err != nil {
		return model.Event{}, t.bad(bucketEvents, key, err)
	}
	return e, nil
}

// put adds stamped events to a session and brings snapshot and indexes in line.
// The zero before is for a session that is new.
func (t tables) put(before row, id string, events []model.Event) (model.Session, error) {
	before.Session.ID = id
	after := row{Session: apply(before.Session, events)}
	if err := t.allAround(before, after.Session.Name); err != nil {
		return model.Session{}, err
	}
	for _, e := range events {
		if err := putJSON(t.events, schemaOf(e), bucketEvents, eventKey(id, e.Seq), e.Seq, e); err != nil {
			return model.Session{}, err
		}
	}
	if before.Session.Seq > 0 {
		if err := t.unlist(before); err != nil {
			return model.Session{}, err
		}
	}
	var err error
	if after.Order, err = t.recent.NextSequence(); err != nil {
		return model.Session{}, err
	}
	if err := putJSON(t.sessions, schemaFor(after.Session.Parent, len(after.Session.Edits) > 0, len(after.Session.Costs) > 0), bucketSessions, []byte(id), after.Session.Seq, after); err != nil {
		return model.Session{}, err
	}
	return after.Session, t.list(after)
}

func putJSON(b *bolt.Bucket, schema byte, bucket string, key []byte, seq uint64, v any) error {
	payload, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("write record %s: %w", keyName(key), err)
	}
	return b.Put(key, seal(schema, bucket, key, seq, payload))
}

// list enters a session into the indexes, unlist takes it out.
func (t tables) list(r row) error {
	s := r.Session
	key := recentKey(r.Order, s.ID)
	payload := append([]byte{byte(stateOf(s))}, searchTexts(s)...)
	if err := t.recent.Put(key, seal(plainSchema, bucketRecent, key, s.Seq, payload)); err != nil {
		return err
	}
	if s.Deleted {
		return nil
	}
	key = nameKey(s.Name, s.ID)
	return t.names.Put(key, seal(plainSchema, bucketNames, key, 0, nil))
}

func (t tables) unlist(r row) error {
	if err := t.recent.Delete(recentKey(r.Order, r.Session.ID)); err != nil {
		return err
	}
	return t.names.Delete(nameKey(r.Session.Name, r.Session.ID))
}

// remove takes a session out of all tables.
func (t tables) remove(r row) error {
	if err := t.allAround(r, r.Session.Name); err != nil {
		return err
	}
	var keys [][]byte // gathered first: a cursor loses its place when entries go
	c := t.events.Cursor()
	for key, _ := c.Seek([]byte(r.Session.ID)); bytes.HasPrefix(key, []byte(r.Session.ID)); key, _ = c.Next() {
		keys = append(keys, bytes.Clone(key))
	}
	for _, key := range keys {
		if err := t.events.Delete(key); err != nil {
			return err
		}
	}
	if err := t.sessions.Delete([]byte(r.Session.ID)); err != nil {
		return err
	}
	return t.unlist(r)
}
