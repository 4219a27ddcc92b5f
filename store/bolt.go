package store

import (
	"context"
	"crypto/rand"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	bolt "go.etcd.io/bbolt"

	"remit/model"
)

// Options sets how a store on disk behaves. The zero value is fit for use.
type Options struct {
	// Now is the clock that dates events; nil means time.Now.
	Now func() time.Time

	// Wait is how long a call waits for other processes; 0 means 2 seconds.
	Wait time.Duration

	// By signs the events that come without an author.
	By string

	// Program is the name under which this process tells others that it is
	// writing; "" means the name it was started by.
	Program string

	// Refuge is a directory where the store is copied to when the disk fails to keep a
	// change; it is made if need be. "" means that no copy is made.
	Refuge string

	// Entropy gives the random part of ids; nil means crypto/rand.
	Entropy io.Reader
}

// Bolt keeps sessions in one bbolt file. It holds nothing open between calls and
// is safe for use by several goroutines; several processes may use one file.
type Bolt struct {
	path string
	o    Options
	turn chan struct{} // writers of this process queue here, not at the file's lock

	mu     sync.Mutex
	broken error       // the failed sync after which nothing is written any more
	met    fs.FileInfo // the file that had the name at first; nil before there was one
}

var _ model.Sessions = (*Bolt)(nil)

// Open names the file to keep sessions in. It touches no disk: a file that is
// missing is made by the first change and reads as empty until then.
func Open(path string, o Options) (*Bolt, error) {
	if path == "" {
		return nil, usage(opening.what, errors.New("no file is named"))
	}
	full, err := filepath.Abs(path)
	if err != nil {
		return nil, fault(path, opening, err)
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Wait <= 0 {
		o.Wait = 2 * time.Second
	}
	if o.Program == "" {
		o.Program = filepath.Base(os.Args[0])
	}
	if o.Entropy == nil {
		o.Entropy = rand.Reader
	}
	return &Bolt{path: full, o: o, turn: make(chan struct{}, 1)}, nil
}

// Path gives the file's full name.
func (b *Bolt) Path() string { return b.path }

// view runs do in a transaction that only reads. It gives errAbsent when there is
// no file.
func (b *Bolt) view(ctx context.Context, do func(tables) error) error {
	return b.viewPages(ctx, func(_ *handle, tx *bolt.Tx) error {
		t, err := openTables(tx, b.path)
		if err != nil {
			return err
		}
		return do(t)
	})
}

// viewPages is view for one who looks below the tables.
func (b *Bolt) viewPages(ctx context.Context, do func(*handle, *bolt.Tx) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	h, err := b.open(ctx, reading)
	if err != nil {
		return fault(b.path, toRead, err)
	}
	err = h.guard(func() error { return h.db.View(func(tx *bolt.Tx) error { return do(h, tx) }) })
	h.close()
	return fault(b.path, toRead, err)
}

// update runs do in a transaction that writes, and returns nil only when its
// changes are on the disk under the file's name.
func (b *Bolt) update(ctx context.Context, do func(tables) error) error {
	return b.alone(ctx, func(h *handle) error {
		if err := b.commit(h, do); err != nil {
			return err
		}
		return h.stillNamed(b.path)
	})
}

// alone runs do while nobody else reads or writes the file.
func (b *Bolt) alone(ctx context.Context, do func(*handle) error) error {
	leave, err := b.enterAlone(ctx)
	if err != nil {
		return err
	}
	defer leave()
	h, err := b.open(ctx, writing)
	if err != nil {
		return fault(b.path, toWrite, err)
	}
	err = h.guard(func() error {
		defer leaveNote(b.path, b.o).remove()
		return do(h)
	})
	h.close()
	if b.refusal() != nil {
		err = b.takeRefuge(err)
	}
	return fault(b.path, toWrite, err)
}

// enterAlone waits until no other writer of this process is at work, and refuses when
// nothing may be written any more.
func (b *Bolt) enterAlone(ctx context.Context) (leave func(), err error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	select {
	case b.turn <- struct{}{}:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	leave = func() { <-b.turn }
	if err := b.refusal(); err != nil {
		leave()
		return nil, err
	}
	return leave, nil
}

func (b *Bolt) commit(h *handle, do func(tables) error) error {
	tx, err := h.db.Begin(true)
	if err != nil {
		return err
	}
	t, err := openTables(tx, b.path)
	if err == nil {
		err = do(t)
	}
	if err != nil {
		_ = tx.Rollback()
		return err
	}
	if err := tx.Commit(); err != nil {
		if syncFailed(err) {
			return b.refuseFromNow(err)
		}
		return err
	}
	if err := renewSpare(h.file, b.path); err != nil {
		return b.refuseFromNow(err) // the change is there, and perhaps not for long
	}
	return nil
}
