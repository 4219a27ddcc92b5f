package store

import (
	"context"
	"encoding/binary"
	"io"
)

// wreck is a file that is read page by page, without believing any of them. It is never
// mapped, so that no page can end the process.
type wreck struct {
	ctx      context.Context
	file     io.ReaderAt
	size     uint64
	pageSize uint64
	seen     map[uint64]bool // pages that the tree led to
	found    map[string]*remains
	about    map[string]string // table meta
	read     uint64            // bytes
	broken   int               // places where the tree could not be followed
	strange  bool              // it is whole so far, and does not say that it is one of ours
	lostRows bool              // some sessions may have no record left that the tree leads to
	stale    bool
}

// mostReading is how many times over a file is read at most: damaged pages can each
// claim to run on to its end.
const mostReading = 16

func newWreck(ctx context.Context, file io.ReaderAt, size uint64) *wreck {
	return &wreck{ctx: ctx, file: file, size: size, pageSize: pageSize,
		seen: map[uint64]bool{}, found: map[string]*remains{}, about: map[string]string{}}
}

// source says how far a record can be believed to be current.
type source uint8

const (
	fromTree   source = iota // the tree leads to it
	fromOrphan               // on a page that is in use, but the way there is broken
	fromFree                 // on a page that nothing uses: it was current once
)

// follow walks the tree as bbolt would, and goes round what is broken.
func (w *wreck) follow(m meta) {
	w.pageSize = m.pageSize
	tables := map[string]uint64{}
	inner := map[string][]byte{}
	w.walk(m.root, func(flags uint32, key, value []byte) {
		if flags&bucketFlag == 0 || len(value) < bucketHead {
			w.broken++
			return
		}
		if root := binary.NativeEndian.Uint64(value); root != 0 {
			tables[string(key)] = root
		} else {
			inner[string(key)] = value[bucketHead:]
		}
	})
	table := func(name string) {
		take := func(_ uint32, key, value []byte) { w.take(name, key, value, fromTree) }
		switch root, rooted := tables[name]; {
		case rooted:
			w.walk(root, take)
		case inner[name] != nil:
			w.broken += entries(inner[name], leafFlag, take)
		case w.broken == 0 && name == bucketMeta:
		default:
			w.broken++
		}
	}
	table(bucketMeta)
	w.strange = w.broken == 0 && w.about[keyMagic] != magic
	before := w.broken
	table(bucketSessions)
	w.lostRows = w.broken > before
	table(bucketRecent)
	table(bucketEvents)
}

// walk visits the entries of all leaves below a page.
func (w *wreck) walk(id uint64, visit func(flags uint32, key, value []byte)) {
	page, kind := w.page(id)
	if w.seen[id] || page == nil || w.ctx.Err() != nil {
		w.broken++
		return
	}
	w.seen[id] = true
	if kind == leafFlag {
		w.broken += entries(page, leafFlag, visit)
		return
	}
	var children []uint64
	w.broken += entries(page, branchFlag, func(_ uint32, _, value []byte) {
		children = append(children, binary.NativeEndian.Uint64(value))
	})
	for _, child := range children {
		w.walk(child, visit)
	}
}

// page reads a page of the tree with those that it runs on over; nil if it is none.
func (w *wreck) page(id uint64) (page []byte, kind uint16) {
	held := w.size / w.pageSize
	if id < 2 || id >= held {
		return nil, 0
	}
	head := make([]byte, pageHead)
	if _, err := w.file.ReadAt(head, int64(id*w.pageSize)); err != nil {
		return nil, 0
	}
	kind = binary.NativeEndian.Uint16(head[8:])
	more := uint64(binary.NativeEndian.Uint32(head[12:]))
	if binary.NativeEndian.Uint64(head) != id || kind != leafFlag && kind != branchFlag || more >= held-id {
		return nil, 0
	}
	if w.read += (more + 1) * w.pageSize; w.read > mostReading*w.size {
		return nil, 0
	}
	page = make([]byte, (more+1)*w.pageSize)
	if _, err := w.file.ReadAt(page, int64(id*w.pageSize)); err != nil {
		return nil, 0
	}
	return page, kind
}

// entries visits the entries of a page that lie within it, and counts the others. The
// value of an entry of a branch is the number of the page that it leads to.
func entries(page []byte, kind uint16, visit func(flags uint32, key, value []byte)) (bad int) {
	if len(page) < pageHead || binary.NativeEndian.Uint16(page[8:]) != kind {
		return 1
	}
	count := int(binary.NativeEndian.Uint16(page[10:]))
	if most := (len(page) - pageHead) / elementHead; count > most {
		bad, count = count-most, most
	}
	for i := range count {
		at := pageHead + i*elementHead
		e := page[at:][:elementHead]
		if kind == branchFlag {
			visit(0, nil, e[8:])
			continue
		}
		flags, pos := binary.NativeEndian.Uint32(e), binary.NativeEndian.Uint32(e[4:])
		keyLen, valueLen := binary.NativeEndian.Uint32(e[8:]), binary.NativeEndian.Uint32(e[12:])
		if !within(page, at, count, pos, keyLen, valueLen) {
			bad++
			continue
		}
		key := page[at+int(pos):][:keyLen]
		visit(flags, key, page[at+int(pos)+int(keyLen):][:valueLen])
	}
	return bad
}

// search looks for records on every page that the tree did not lead to. Those on free
// pages fill gaps, because events are never changed, but they make no session known: it
// may have been removed for good. Without the list of free pages nothing tells.
func (w *wreck) search(m meta, rooted bool) {
	free, listed := map[uint64]bool{}, false
	if rooted {
		free, listed = w.free(m)
	}
	w.lostRows = w.lostRows || !rooted
	w.stale = w.lostRows && !listed
	for id := uint64(2); id < w.size/w.pageSize && w.ctx.Err() == nil; id++ {
		if w.seen[id] {
			continue
		}
		page, kind := w.page(id)
		if kind != leafFlag {
			continue
		}
		from := fromOrphan
		if free[id] || rooted && !listed && !w.lostRows {
			from = fromFree
		}
		entries(page, leafFlag, func(flags uint32, key, value []byte) {
			if flags&bucketFlag != 0 {
				return
			}
			for _, name := range []string{bucketEvents, bucketSessions, bucketRecent} {
				w.take(name, key, value, from)
			}
		})
	}
}

// free gives the pages that nothing uses; ok is false when their list cannot be
// believed.
func (w *wreck) free(m meta) (free map[uint64]bool, ok bool) {
	if m.freelist < 2 || m.freelist >= w.size/m.pageSize || probeFreelist(w.file, "", m) != nil {
		return nil, false
	}
	head := make([]byte, pageHead+8)
	if _, err := w.file.ReadAt(head, int64(m.freelist*m.pageSize)); err != nil {
		return nil, false
	}
	first, count := uint64(pageHead), uint64(binary.NativeEndian.Uint16(head[10:]))
	if count == 0xFFFF {
		first, count = pageHead+8, binary.NativeEndian.Uint64(head[pageHead:])
	}
	list := make([]byte, count*8)
	if _, err := w.file.ReadAt(list, int64(m.freelist*m.pageSize+first)); err != nil {
		return nil, false
	}
	free = map[uint64]bool{}
	for last := uint64(1); len(list) > 0; list = list[8:] {
		id := binary.NativeEndian.Uint64(list)
		if id <= last || id >= m.pages {
			return nil, false
		}
		free[id], last = true, id
	}
	return free, true
}
