package store

import (
	"encoding/binary"
	"errors"
	"hash/fnv"
	"os"

	"remit/model"
)

// metaFlag marks bbolt's two first pages.
const metaFlag = 0x04

// renewSpare makes the other first page lead to the change that was just
// committed. bbolt leaves it at the change before, and takes that one without a
// word when the newest page cannot be read: an answer that was acknowledged would
// be gone, and the next change would bury it. Renewed, either page alone leads to
// everything, so that none of them is needed to keep the promise.
//
// The copy is given the number before, as bbolt's own copies of a file have it:
// the next change takes the next number and is written over the spare, never over
// the page that counts. Both fit into one sector, which disks write whole.
func renewSpare(file *os.File, path string) error {
	newest, err := newestMeta(file, path)
	if err != nil {
		return err
	}
	page := make([]byte, pageHead+metaLength)
	if _, err := file.ReadAt(page, int64(newest.place*newest.pageSize)); err != nil {
		return err
	}
	spare := 1 - newest.place
	binary.NativeEndian.PutUint64(page, spare)
	binary.NativeEndian.PutUint64(page[8:], 0)
	binary.NativeEndian.PutUint16(page[8:], metaFlag)
	raw := page[pageHead:]
	binary.NativeEndian.PutUint64(raw[48:], newest.txid-1)
	binary.NativeEndian.PutUint64(raw[56:], sumOf(raw))
	if _, err := file.WriteAt(page, int64(spare*newest.pageSize)); err != nil {
		return err
	}
	return syncData(file)
}

// checkSpare tells of a spare that would not be of use. Nothing is lost by that,
// but whatever spoiled it may spoil more.
func checkSpare(file *os.File, path string) *model.Error {
	newest, err := newestMeta(file, path)
	if err != nil {
		return nil // told by whoever opens the file
	}
	page := make([]byte, pageHead+metaLength)
	if _, err := file.ReadAt(page, int64((1-newest.place)*newest.pageSize)); err == nil {
		raw := page[pageHead:]
		if _, whole := parseMeta(raw); whole && binary.NativeEndian.Uint32(raw) == boltMagic {
			return nil
		}
	}
	e := damaged(path, "one of the two first pages of the store is damaged", errors.New("the other one leads to everything"))
	e.Lost = "Nothing is lost, and the next change writes the page anew. The file was left as it is."
	e.Cure = "Make a backup now, with `remit store backup`, and check the disk: it may spoil more."
	return e
}

func sumOf(raw []byte) uint64 {
	sum := fnv.New64a()
	sum.Write(raw[:56])
	return sum.Sum64()
}
