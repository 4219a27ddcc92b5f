package store

import (
	"context"
	"errors"
	"io"

	bolt "go.etcd.io/bbolt"

	"remit/model"
)

// Backup writes a copy of the store as it is at this moment; the copy is a store
// itself. Others can read meanwhile, writers wait. It gives the number of bytes,
// and KindNotFound when there is no store yet. A store that is damaged is copied
// as it is: run Check to know.
func (b *Bolt) Backup(ctx context.Context, w io.Writer) (n int64, err error) {
	err = b.viewPages(ctx, func(h *handle, tx *bolt.Tx) error {
		if _, err := openTables(tx, b.path); err != nil {
			return err
		}
		// The lock keeps writers out, so the file cannot change under the copy.
		n, err = io.Copy(w, io.NewSectionReader(h.file, 0, tx.Size()))
		return err
	})
	if errors.Is(err, errAbsent) {
		return 0, &model.Error{
			Kind: model.KindNotFound, What: "there is no store to copy yet", Where: b.path,
			Cure: "It is made when the first session is saved.",
		}
	}
	return n, err
}
