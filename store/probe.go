package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
)

// What bbolt writes at the beginning of a file. Its numbers are in the machine's
// own byte order.
const (
	boltMagic   = 0xED0CDAED
	boltVersion = 2

	pageHead     = 16
	metaLength   = 64
	freelistFlag = 0x10
	noFreelist   = ^uint64(0)

	smallestPage = 1 << 10
	biggestPage  = 1 << 16
)

// meta is one of the two pages from which everything else hangs. The whole one
// with the higher transaction number counts.
type meta struct {
	pageSize, root, freelist, pages, txid uint64

	place uint64 // the page that it was found on, 0 or 1
}

// probe looks at a file without mapping it and refuses what is no store, what a
// newer bbolt wrote, and what is shorter than it says: touching a mapped page that
// is not there ends the process.
func probe(file *os.File, path string) error {
	info, err := file.Stat()
	if err != nil {
		return err
	}
	m, err := newestMeta(file, path)
	if err != nil {
		return err
	}
	size := uint64(info.Size())
	held := size / m.pageSize
	switch {
	case m.pages > held:
		return damaged(path, "the store is cut short", fmt.Errorf("it has %d of its %d pages", held, m.pages))
	case size%m.pageSize != 0:
		return damaged(path, "the store is cut short, or something was added to it",
			fmt.Errorf("its %d bytes are no whole number of pages", size))
	case m.freelist == noFreelist:
		return foreign(path, errors.New("another program keeps its data in it")) // and bbolt would write to it on opening
	case m.root < 2 || m.root >= m.pages || m.freelist < 2 || m.freelist >= m.pages:
		return damaged(path, "the store is damaged", errors.New("its first page points outside the file"))
	}
	return probeFreelist(file, path, m)
}

func newestMeta(file io.ReaderAt, path string) (newest meta, err error) {
	var found, magic, later bool
	try := func(offset int64) {
		page := make([]byte, pageHead+metaLength)
		if n, _ := file.ReadAt(page, offset); n < len(page) {
			return
		}
		raw := page[pageHead:]
		if binary.NativeEndian.Uint32(raw) != boltMagic {
			return
		}
		magic = true
		if version := binary.NativeEndian.Uint32(raw[4:]); version != boltVersion {
			later = later || version > boltVersion
			return
		}
		m, ok := parseMeta(raw)
		if ok && (offset == 0 || m.pageSize == uint64(offset)) && (!found || m.txid > newest.txid) {
			newest, found = m, true
			newest.place = uint64(min(offset, 1))
		}
	}
	try(0)
	for offset := int64(smallestPage); offset <= biggestPage; offset *= 2 {
		try(offset)
	}
	switch {
	case found:
		return newest, nil
	case later:
		return meta{}, newer(path, errors.New("the layout of its pages is unknown"))
	case magic:
		return meta{}, damaged(path, "the store is damaged", errors.New("neither of its first pages is whole"))
	}
	return meta{}, foreign(path, errors.New("it does not begin as one"))
}

func parseMeta(raw []byte) (m meta, ok bool) {
	if sumOf(raw) != binary.NativeEndian.Uint64(raw[56:]) {
		return meta{}, false
	}
	m = meta{
		pageSize: uint64(binary.NativeEndian.Uint32(raw[8:])),
		root:     binary.NativeEndian.Uint64(raw[16:]),
		freelist: binary.NativeEndian.Uint64(raw[32:]),
		pages:    binary.NativeEndian.Uint64(raw[40:]),
		txid:     binary.NativeEndian.Uint64(raw[48:]),
	}
	inRange := m.pageSize >= smallestPage && m.pageSize <= biggestPage
	return m, inRange && m.pageSize&(m.pageSize-1) == 0
}

// probeFreelist makes sure that the list of free pages is no longer than its
// pages: bbolt would ask for memory for as many entries as it claims to have.
func probeFreelist(file io.ReaderAt, path string, m meta) error {
	broken := damaged(path, "the store is damaged", errors.New("its list of free pages is not whole"))
	page := make([]byte, pageHead+8)
	if _, err := file.ReadAt(page, int64(m.freelist*m.pageSize)); err != nil {
		return broken
	}
	var (
		id       = binary.NativeEndian.Uint64(page)
		flags    = binary.NativeEndian.Uint16(page[8:])
		count    = uint64(binary.NativeEndian.Uint16(page[10:]))
		overflow = uint64(binary.NativeEndian.Uint32(page[12:]))
		first    = uint64(pageHead)
	)
	if count == 0xFFFF { // too many for the field: the first entry is the count
		count, first = binary.NativeEndian.Uint64(page[pageHead:]), pageHead+8
	}
	room := ((overflow+1)*m.pageSize - first) / 8
	if id != m.freelist || flags != freelistFlag || overflow >= m.pages-m.freelist || count > room {
		return broken
	}
	return nil
}
