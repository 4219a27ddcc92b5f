package store

import (
	"context"
	"errors"

	"remit/model"
)

// Create implements model.Sessions.
func (b *Bolt) Create(ctx context.Context, created model.Event, more ...model.Event) (s model.Session, err error) {
	events, err := enterNew(created, more, b.o.By)
	if err != nil {
		return model.Session{}, err
	}
	err = b.update(ctx, func(t tables) error {
		now := b.o.Now()
		id, err := newID(now, b.o.Entropy)
		if err != nil {
			return err
		}
		if t.sessions.Get([]byte(id)) != nil {
			return errors.New("the source of randomness repeats itself")
		}
		stamp(model.Session{}, now, events)
		s, err = t.put(row{}, id, events)
		return err
	})
	return acknowledged(s, err)
}

// Append implements model.Sessions. Without events it only reads.
func (b *Bolt) Append(ctx context.Context, id string, events ...model.Event) (model.Session, error) {
	return b.append(ctx, id, anySeq, events)
}

// AppendAt implements model.Sessions. Without events it only reads.
func (b *Bolt) AppendAt(ctx context.Context, id string, seq uint64, events ...model.Event) (model.Session, error) {
	return b.append(ctx, id, func(now uint64) bool { return now == seq }, events)
}

// anySeq is for those who do not mind what others wrote.
func anySeq(uint64) bool { return true }

func (b *Bolt) append(ctx context.Context, id string, at func(seq uint64) bool, events []model.Event) (s model.Session, err error) {
	events, err = enterMore(id, events, b.o.By)
	if err != nil {
		return model.Session{}, err
	}
	if len(events) == 0 {
		return b.Get(ctx, id)
	}
	err = b.change(ctx, id, func(t tables, r row) error {
		if !at(r.Session.Seq) {
			return moved(id)
		}
		stamp(r.Session, b.o.Now(), events)
		s, err = t.put(r, r.Session.ID, events)
		return err
	})
	return acknowledged(s, err)
}

// Purge implements model.Sessions.
func (b *Bolt) Purge(ctx context.Context, id string) error {
	return b.change(ctx, id, func(t tables, r row) error { return t.remove(r) })
}

// change runs do on a session that must be there. A store or a session that is
// missing is found missing by reading, so that a mistyped id makes no file.
func (b *Bolt) change(ctx context.Context, id string, do func(tables, row) error) error {
	canonical, ok := parseID(id)
	if !ok {
		return notFound(id)
	}
	if b.absent() {
		return b.unknown(id)
	}
	return b.update(ctx, func(t tables) error {
		r, ok, err := t.session(canonical)
		if err != nil {
			return err
		}
		if !ok {
			return b.unknown(id)
		}
		return do(t, r)
	})
}

// acknowledged never gives out a session together with an error: what a failed
// transaction computed was not kept.
func acknowledged(s model.Session, err error) (model.Session, error) {
	if err != nil {
		return model.Session{}, err
	}
	return s, nil
}
