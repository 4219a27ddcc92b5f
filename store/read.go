package store

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"os"
	"strings"

	"remit/model"
)

// Get implements model.Sessions.
func (b *Bolt) Get(ctx context.Context, id string) (model.Session, error) {
	var r row
	err := b.look(ctx, id, func(_ tables, found row) error {
		r = found
		return nil
	})
	return acknowledged(r.Session, err)
}

// History implements model.Sessions.
func (b *Bolt) History(ctx context.Context, id string) (events []model.Event, err error) {
	err = b.look(ctx, id, func(t tables, r row) error {
		events, err = t.history(r.Session.ID, r.Session.Seq)
		return err
	})
	if err != nil {
		return nil, err
	}
	return events, nil
}

// look runs do on a session that must be there.
func (b *Bolt) look(ctx context.Context, id string, do func(tables, row) error) error {
	canonical, ok := parseID(id)
	if !ok {
		return notFound(id)
	}
	err := b.view(ctx, func(t tables) error {
		r, ok, err := t.session(canonical)
		if err != nil {
			return err
		}
		if !ok {
			return b.unknown(id)
		}
		return do(t, r)
	})
	if errors.Is(err, errAbsent) {
		return notFound(id)
	}
	return err
}

// absent reports whether there is no file yet; any other trouble is for open to
// tell.
func (b *Bolt) absent() bool {
	_, err := os.Lstat(b.path)
	return errors.Is(err, os.ErrNotExist)
}

// Find implements model.Sessions.
func (b *Bolt) Find(ctx context.Context, ref string) (model.Session, error) {
	ref = strings.TrimSpace(model.Clean(ref))
	var found, gone []model.Session
	err := b.view(ctx, func(t tables) (err error) {
		if found, err = t.find(ref); err == nil && len(found) == 0 {
			gone, err = t.findDeleted(ctx, ref)
		}
		return err
	})
	if err != nil && !errors.Is(err, errAbsent) {
		return model.Session{}, err
	}
	return choose(ref, found, gone)
}

// findDeleted looks through the whole listing, for the sake of a better message
// than that there is nothing.
func (t tables) findDeleted(ctx context.Context, ref string) (found []model.Session, err error) {
	prefix, mayBe := mayBeID(ref)
	name := fold(ref) + "\n"
	c := t.recent.Cursor()
	for key, value := c.Last(); key != nil && len(found) <= mostNamed; key, value = c.Prev() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		at, err := t.listing(key, value)
		if err != nil {
			return nil, err
		}
		named := ref != "" && strings.HasPrefix(at.texts, name)
		if at.state&deleted == 0 || !named && !(mayBe && strings.HasPrefix(at.id, prefix)) {
			continue
		}
		r, ok, err := t.session(at.id)
		if err != nil {
			return nil, err
		}
		if ok {
			found = append(found, r.Session)
		}
	}
	return found, nil
}

// find gives the sessions that ref can mean, and stops when there are more than a
// message would name.
func (t tables) find(ref string) (found []model.Session, err error) {
	if id, ok := parseID(ref); ok {
		if r, ok, err := t.session(id); ok || err != nil {
			return []model.Session{r.Session}, err
		}
	}
	add := func(id string) error {
		r, ok, err := t.session(id)
		if err != nil || !ok || r.Session.Deleted {
			return err
		}
		for _, s := range found {
			if s.ID == id {
				return nil
			}
		}
		found = append(found, r.Session)
		return nil
	}
	if ref != "" {
		named := nameKey(ref, "")
		c := t.names.Cursor()
		for key, value := c.Seek(named); bytes.HasPrefix(key, named) && len(found) <= mostNamed; key, value = c.Next() {
			if _, _, err := t.unseal(bucketNames, key, value); err != nil {
				return nil, t.bad(bucketNames, key, err)
			}
			if err := add(string(key[len(named):])); err != nil {
				return nil, err
			}
		}
	}
	if prefix, ok := mayBeID(ref); ok {
		c := t.sessions.Cursor()
		for key, _ := c.Seek([]byte(prefix)); bytes.HasPrefix(key, []byte(prefix)) && len(found) <= mostNamed; key, _ = c.Next() {
			if err := add(string(key)); err != nil {
				return nil, err
			}
		}
	}
	return found, nil
}

// List implements model.Sessions.
func (b *Bolt) List(ctx context.Context, q model.Query) (page model.Page, err error) {
	f, err := newFilter(q)
	if err != nil {
		return model.Page{}, err
	}
	err = b.view(ctx, func(t tables) error {
		page, err = t.page(ctx, f)
		return err
	})
	if err != nil && !errors.Is(err, errAbsent) {
		return model.Page{}, err
	}
	return page, nil
}

// page walks the changes backwards. What the filter leaves out costs a look at its
// index record; only what is shown is read in full.
func (t tables) page(ctx context.Context, f filter) (page model.Page, err error) {
	var last uint64
	c := t.recent.Cursor()
	key, value := c.Seek(recentKey(f.before, ""))
	if key == nil {
		key, value = c.Last()
	}
	for ; key != nil; key, value = c.Prev() {
		if err := ctx.Err(); err != nil {
			return model.Page{}, err
		}
		at, err := t.listing(key, value)
		if err != nil {
			return model.Page{}, err
		}
		if at.order >= f.before || !f.wants(at.state, at.texts) {
			continue
		}
		if len(page.Sessions) == f.limit {
			page.Cursor = cursor(last)
			return page, nil
		}
		r, ok, err := t.session(at.id)
		if err != nil {
			return model.Page{}, err
		}
		if !ok || r.Order != at.order {
			return model.Page{}, t.bad(bucketRecent, key, errors.New("it leads to no session"))
		}
		page.Sessions = append(page.Sessions, r.Session)
		last = at.order
	}
	return page, nil
}

// listing is a record of bucketRecent.
type listing struct {
	order uint64
	id    string
	state state
	texts string
}

func (t tables) listing(key, value []byte) (listing, error) {
	_, payload, err := t.unseal(bucketRecent, key, value)
	if err == nil && (len(key) != 8+idLength || len(payload) == 0) {
		err = errShort
	}
	if err != nil {
		return listing{}, t.bad(bucketRecent, key, err)
	}
	return listing{
		order: binary.BigEndian.Uint64(key),
		id:    string(key[8:]),
		state: state(payload[0]),
		texts: string(payload[1:]),
	}, nil
}
