package store

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"reflect"

	bolt "go.etcd.io/bbolt"

	"remit/model"
)

// mostFaults bounds the list that Check gives.
const mostFaults = 100

// Check reads the whole store and proves that it is sound: every record's
// checksum, no event missing, every snapshot equal to the replay of its events,
// every index entry leading to its session and back, and bbolt's own pages. It
// changes nothing. The error is a model.Faults that lists what it found; a store
// that does not exist yet is sound.
func (b *Bolt) Check(ctx context.Context) error {
	var faults model.Faults
	err := b.viewPages(ctx, func(h *handle, tx *bolt.Tx) (err error) {
		if faults, err = inspect(ctx, h, tx); err == nil {
			if e := checkSpare(h.file, b.path); e != nil {
				faults = append(faults, e)
			}
		}
		return err
	})
	switch {
	case errors.Is(err, errAbsent):
		return nil
	case err == nil && len(faults) > 0:
		return faults
	}
	return err
}

// inspect is what Check does to a file that is open; the error says why it could not
// look at all of it.
func inspect(ctx context.Context, h *handle, tx *bolt.Tx) (model.Faults, error) {
	if err := walkPages(h.file, h.path); err != nil {
		return nil, err // nothing behind such pages is safe to touch
	}
	t, err := openTables(tx, h.path)
	if err != nil {
		return nil, err
	}
	c := checker{ctx: ctx, t: t, orders: map[string]uint64{}, names: map[string]string{}, unread: map[string]bool{}}
	c.snapshots()
	c.strays()
	c.recent()
	c.named()
	for err := range tx.Check() { // to the end: bbolt waits for its reader
		c.add(damaged(h.path, "the pages of the store are damaged", err))
	}
	return c.faults, ctx.Err()
}

type checker struct {
	ctx    context.Context
	t      tables
	faults model.Faults
	orders map[string]uint64 // by id: where the session must be in recent
	names  map[string]string // by id: under which key it must be in names
	unread map[string]bool   // by id: its snapshot cannot be read
}

func (c *checker) add(err error) {
	if e, ok := errors.AsType[*model.Error](err); ok && len(c.faults) < mostFaults {
		c.faults = append(c.faults, e)
	}
}

func (c *checker) stopped() bool { return c.ctx.Err() != nil || len(c.faults) >= mostFaults }

// snapshots replays the events of every session.
func (c *checker) snapshots() {
	cursor := c.t.sessions.Cursor()
	for key, _ := cursor.First(); key != nil && !c.stopped(); key, _ = cursor.Next() {
		id := string(key)
		r, ok, err := c.t.session(id)
		if err != nil || !ok {
			c.add(err)
			c.orders[id] = 0 // known, but nothing more can be said of it than its history does
			c.unread[id] = true
			c.events(id)
			continue
		}
		c.orders[id] = r.Order
		if !r.Session.Deleted {
			c.names[id] = string(nameKey(r.Session.Name, id))
		}
		events, whole := c.events(id)
		if !whole {
			continue
		}
		if missing := missingEvents(c.t.file, id, len(events), r.Session.Seq); missing != nil {
			c.add(missing)
			continue
		}
		if replay := apply(model.Session{ID: id}, events); !reflect.DeepEqual(replay, r.Session) {
			c.add(damaged(c.t.file, fmt.Sprintf("session %s is not what its events add up to", id), nil))
		}
	}
}

// events gives the history of a session; whole is false, and all its faults are
// added, when not every event can be read.
func (c *checker) events(id string) (events []model.Event, whole bool) {
	whole = true
	last := uint64(0)
	cursor := c.t.events.Cursor()
	for key, value := cursor.Seek([]byte(id)); bytes.HasPrefix(key, []byte(id)) && !c.stopped(); key, value = cursor.Next() {
		e, err := c.t.event(key, value, last+1)
		if err != nil {
			c.add(err)
			whole = false
		}
		events = append(events, e)
		if last++; len(key) == idLength+8 { // one gap is told once
			last = binary.BigEndian.Uint64(key[idLength:])
		}
	}
	return events, whole
}

// strays looks for events that belong to no session.
func (c *checker) strays() {
	cursor := c.t.events.Cursor()
	key, _ := cursor.First()
	for key != nil && !c.stopped() {
		id := key[:min(idLength, len(key))]
		if _, known := c.orders[string(id)]; !known {
			c.add(c.t.bad(bucketEvents, key, errors.New("it belongs to no session")))
		}
		// To the next id: nothing that begins with this one sorts behind nine such
		// bytes. In a damaged tree the way may lead back; that ends the search.
		next, _ := cursor.Seek(append(bytes.Clone(id), bytes.Repeat([]byte{0xFF}, 9)...))
		if next != nil && bytes.Compare(next, key) <= 0 {
			c.add(c.t.bad(bucketEvents, next, errors.New("it is out of order")))
			return
		}
		key = next
	}
}

func (c *checker) recent() {
	seen := 0
	cursor := c.t.recent.Cursor()
	for key, value := cursor.First(); key != nil && !c.stopped(); key, value = cursor.Next() {
		at, err := c.t.listing(key, value)
		if err != nil {
			c.add(err)
			continue
		}
		r, ok, err := c.t.session(at.id)
		switch {
		case err != nil: // told by snapshots
		case !ok || r.Order != at.order:
			c.add(c.t.bad(bucketRecent, key, errors.New("it leads to no session")))
		case at.state != stateOf(r.Session) || at.texts != searchTexts(r.Session):
			c.add(c.t.bad(bucketRecent, key, errors.New("it is not what the session says")))
		}
		seen++
	}
	if seen != len(c.orders) && !c.stopped() {
		c.add(damaged(c.t.file, fmt.Sprintf("the listing has %d entries for %d sessions", seen, len(c.orders)), nil))
	}
}

func (c *checker) named() {
	seen := 0
	cursor := c.t.names.Cursor()
	for key, value := cursor.First(); key != nil && !c.stopped(); key, value = cursor.Next() {
		if _, _, err := c.t.unseal(bucketNames, key, value); err != nil {
			c.add(c.t.bad(bucketNames, key, err))
			continue
		}
		id := key[max(0, len(key)-idLength):]
		if c.unread[string(id)] {
			continue
		}
		if _, known := c.orders[string(id)]; !known || c.names[string(id)] != string(key) {
			c.add(c.t.bad(bucketNames, key, errors.New("it is not what the session says")))
		}
		seen++
	}
	if seen != len(c.names) && !c.stopped() {
		c.add(damaged(c.t.file, fmt.Sprintf("the index of names has %d entries for %d sessions", seen, len(c.names)), nil))
	}
}
