package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"

	bolt "go.etcd.io/bbolt"

	"remit/model"
)

// compactStep is how much Compact copies in one transaction, in bytes.
const compactStep = 4 << 20

// Compact writes the store anew without the room that changes and purged sessions have
// left in it, and gives its size before and after, in bytes. The new file takes the
// place of the old one, in one step, only when it is smaller, passes Check and holds
// the same records to the byte; killed at any moment, the one or the other is there.
// Others wait meanwhile. It gives KindNotFound when there is no store yet, and refuses
// a store that is damaged: what can still be read of it could be lost.
func (b *Bolt) Compact(ctx context.Context) (before, after int64, err error) {
	if b.absent() {
		return 0, 0, &model.Error{Kind: model.KindNotFound, What: "there is no store to compact", Where: b.path,
			Cure: "It is made when the first session is saved. If there should be one, correct --store or REMIT_STORE."}
	}
	err = b.alone(ctx, func(h *handle) error {
		path, err := target(b.path)
		if err != nil {
			return err
		}
		old, err := h.file.Stat()
		if err != nil {
			return err
		}
		before, after = old.Size(), old.Size()
		name, err := b.smaller(ctx, h, path)
		if err != nil {
			return err
		}
		defer os.Remove(name) // fails, and should, once it has moved
		fresh, err := os.Stat(name)
		if err != nil || fresh.Size() >= before {
			return err
		}
		if err := os.Chmod(name, old.Mode().Perm()); err != nil {
			return err
		}
		if err := b.succeed(h, name, path); err != nil {
			return err
		}
		after = fresh.Size()
		return nil
	})
	if err != nil {
		return 0, 0, err
	}
	return before, after, nil
}

// smaller makes the compact copy of a sound store, proves that it is one, and gives its
// name.
func (b *Bolt) smaller(ctx context.Context, h *handle, path string) (name string, err error) {
	err = h.db.View(func(tx *bolt.Tx) error { return mustBeSound(ctx, h, tx) })
	if err != nil {
		return "", err
	}
	return madeBeside(path, func(file *os.File) error {
		if err := compactInto(file, h.db); err != nil {
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		copied, err := Open(file.Name(), b.o)
		if err != nil {
			return err
		}
		return h.db.View(func(mine *bolt.Tx) error { return copied.proves(ctx, mine) })
	})
}

// proves makes sure that a copy is sound and holds the records of a store.
func (b *Bolt) proves(ctx context.Context, mine *bolt.Tx) error {
	return b.viewPages(ctx, func(h *handle, theirs *bolt.Tx) error {
		if err := mustBeSound(ctx, h, theirs); err != nil {
			return err
		}
		return sameRecords(mine, theirs)
	})
}

// mustBeSound refuses to make a store out of one that has faults.
func mustBeSound(ctx context.Context, h *handle, tx *bolt.Tx) error {
	faults, err := inspect(ctx, h, tx)
	if err == nil && len(faults) > 0 {
		err = faults[0]
	}
	return err
}

// compactInto fills an empty file and closes it. bbolt makes files longer than they
// need be, in great steps: what is behind the last page is cut off.
func compactInto(file *os.File, from *bolt.DB) error {
	to, err := openFresh(file)
	if err != nil {
		_ = file.Close()
		return err
	}
	err = bolt.Compact(to, from, compactStep)
	if err == nil {
		err = renewSpare(file, file.Name())
	}
	var last meta
	if err == nil {
		last, err = newestMeta(file, file.Name())
	}
	if err = errors.Join(err, to.Close()); err != nil {
		return err
	}
	return os.Truncate(file.Name(), int64(last.pages*last.pageSize))
}

// sameRecords makes sure that two stores hold the same tables with the same records, to
// the byte, and would give the next change the same number.
func sameRecords(a, b *bolt.Tx) error {
	differ := func(name []byte) error { return fmt.Errorf("the copy differs in table %q", model.Clean(string(name))) }
	tables := 0
	err := a.ForEach(func(name []byte, mine *bolt.Bucket) error {
		tables++
		theirs := b.Bucket(name)
		if theirs == nil || theirs.Sequence() != mine.Sequence() {
			return differ(name)
		}
		other := theirs.Cursor()
		key, value := other.First()
		err := mine.ForEach(func(k, v []byte) error {
			if v == nil || value == nil || !bytes.Equal(k, key) || !bytes.Equal(v, value) {
				return differ(name)
			}
			key, value = other.Next()
			return nil
		})
		if err == nil && key != nil {
			return differ(name)
		}
		return err
	})
	if err != nil {
		return err
	}
	return b.ForEach(func(name []byte, _ *bolt.Bucket) error {
		if tables--; tables < 0 {
			return differ(name)
		}
		return nil
	})
}
