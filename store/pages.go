package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// The parts of bbolt's pages that a walk needs.
const (
	branchFlag  = 0x01
	leafFlag    = 0x02
	bucketFlag  = 0x01 // of an element: its value is a table
	elementHead = 16
	bucketHead  = 16
)

// pages walks the tree by reading, not by mapping. What it passes is a tree: each
// page is reached once, and nothing on it claims to lie outside it. bbolt takes
// both for granted; on a file that breaks them it reads foreign memory, counts to
// four thousand million or goes round in circles.
type pages struct {
	file io.ReaderAt
	meta meta
	seen map[uint64]bool
}

// walkPages gives the first fault that it meets.
func walkPages(file io.ReaderAt, path string) error {
	m, err := newestMeta(file, path)
	if err != nil {
		return err
	}
	p := pages{file: file, meta: m, seen: map[uint64]bool{}}
	if err := p.walk(m.root); err != nil {
		return damaged(path, "the pages of the store are damaged", err)
	}
	return nil
}

func (p pages) walk(id uint64) error {
	wrong := func(what string) error { return fmt.Errorf("page %d: %s", id, what) }
	if id < 2 || id >= p.meta.pages {
		return wrong("it lies outside the file")
	}
	head := make([]byte, pageHead)
	if _, err := p.file.ReadAt(head, int64(id*p.meta.pageSize)); err != nil {
		return wrong("it cannot be read")
	}
	more := uint64(binary.NativeEndian.Uint32(head[12:]))
	if binary.NativeEndian.Uint64(head) != id {
		return wrong("it is another page")
	}
	if more >= p.meta.pages-id {
		return wrong("it ends outside the file")
	}
	for n := id; n <= id+more; n++ {
		if p.seen[n] {
			return wrong("it is used twice")
		}
		p.seen[n] = true
	}
	page := make([]byte, (more+1)*p.meta.pageSize)
	if _, err := p.file.ReadAt(page, int64(id*p.meta.pageSize)); err != nil {
		return wrong("it cannot be read")
	}
	children, err := parsePage(page)
	if err != nil {
		return wrong(err.Error())
	}
	for _, child := range children {
		if err := p.walk(child); err != nil {
			return err
		}
	}
	return nil
}

// parsePage checks a page within its bounds and gives the pages it leads to.
func parsePage(page []byte) (children []uint64, err error) {
	if len(page) < pageHead {
		return nil, errors.New("it is cut short")
	}
	flags, count := binary.NativeEndian.Uint16(page[8:]), int(binary.NativeEndian.Uint16(page[10:]))
	if pageHead+count*elementHead > len(page) {
		return nil, errors.New("it has more entries than fit")
	}
	for i := range count {
		at := pageHead + i*elementHead
		e := page[at:]
		switch flags {
		case branchFlag:
			if !within(page, at, count, binary.NativeEndian.Uint32(e), binary.NativeEndian.Uint32(e[4:]), 0) {
				return nil, errors.New("an entry reaches outside it")
			}
			children = append(children, binary.NativeEndian.Uint64(e[8:]))
		case leafFlag:
			pos, keyLen, valueLen := binary.NativeEndian.Uint32(e[4:]), binary.NativeEndian.Uint32(e[8:]), binary.NativeEndian.Uint32(e[12:])
			if !within(page, at, count, pos, keyLen, valueLen) {
				return nil, errors.New("an entry reaches outside it")
			}
			if binary.NativeEndian.Uint32(e)&bucketFlag == 0 {
				continue
			}
			value := page[at+int(pos)+int(keyLen):][:valueLen]
			root, err := parseTable(value)
			if err != nil {
				return nil, err
			}
			if root != 0 {
				children = append(children, root)
			}
		default:
			return nil, fmt.Errorf("its kind is unknown (%#x)", flags)
		}
	}
	if count == 0 && flags != leafFlag {
		return nil, fmt.Errorf("its kind is unknown (%#x), or it is empty", flags)
	}
	return children, nil
}

// parseTable gives the page where a table begins, 0 for a small one that is kept
// within the value itself.
func parseTable(value []byte) (root uint64, err error) {
	if len(value) < bucketHead {
		return 0, errors.New("a table on it is cut short")
	}
	if root = binary.NativeEndian.Uint64(value); root != 0 {
		return root, nil
	}
	inner, err := parsePage(value[bucketHead:])
	if err == nil && len(inner) > 0 {
		err = errors.New("a small table on it leads to other pages")
	}
	return 0, err
}

// within reports whether an entry's key and value lie on the page, behind the
// entries' heads.
func within(page []byte, at, count int, pos, keyLen, valueLen uint32) bool {
	first := uint64(at) + uint64(pos)
	return first >= uint64(pageHead+count*elementHead) && first+uint64(keyLen)+uint64(valueLen) <= uint64(len(page))
}
