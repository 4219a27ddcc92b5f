package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"time"

	"remit/model"
)

// Salvaged is what can still be read of one session.
type Salvaged struct {
	ID     string
	Name   string        // as the last readable record has it; "" if none names it
	Events []model.Event // its first ones, without a gap; none if the first cannot be read
	Last   uint64        // how many events there were, at least
	Err    error         // why Events is not the whole history, or may not be; nil if it surely is

	// Now is the session as it was last, where that is known although Events does not
	// reach so far; else nil.
	Now *model.Session
}

// Salvage is what can still be read of a store, oldest session first.
type Salvage struct {
	Sessions []Salvaged

	// Stale says that the store has lost its own record of what is current: a session
	// that was removed for good may be among Sessions, because nothing tells.
	Stale bool
}

// Whole counts the sessions of which nothing is missing.
func (s Salvage) Whole() int {
	n := 0
	for _, one := range s.Sessions {
		if one.Err == nil {
			n++
		}
	}
	return n
}

// Rescue reads what can be read of a store, however damaged, and changes nothing. It
// believes no record whose checksum does not hold. Where the way to records is broken
// it looks for them on every page. It gives KindNotFound when there is no such file,
// KindNewer for a store of a newer remit, and KindInvalid for a file that is no store
// or in which nothing is left.
func (b *Bolt) Rescue(ctx context.Context) (Salvage, error) {
	if err := ctx.Err(); err != nil {
		return Salvage{}, err
	}
	h, err := b.claim(ctx, reading, time.Now().Add(b.o.Wait))
	if errors.Is(err, errAbsent) {
		err = &model.Error{Kind: model.KindNotFound, What: "there is no store to rescue", Where: b.path, Err: fs.ErrNotExist}
	}
	if err != nil {
		return Salvage{}, fault(b.path, toRead, err)
	}
	defer h.file.Close()
	found, err := salvage(ctx, h.file, b.path)
	return found, fault(b.path, toRead, err)
}

// salvage is Rescue on a file that is open and locked.
func salvage(ctx context.Context, file *os.File, path string) (Salvage, error) {
	info, err := file.Stat()
	if err != nil {
		return Salvage{}, err
	}
	m, damage := newestMeta(file, path)
	if model.KindOf(damage) == model.KindNewer {
		return Salvage{}, damage
	}
	w := newWreck(ctx, file, uint64(info.Size()))
	if damage == nil {
		w.follow(m)
	}
	if err := w.ours(path); err != nil {
		return Salvage{}, err
	}
	all := w.sessions(path)
	if damage != nil || w.broken > 0 || !whole(all) {
		w.search(m, damage == nil)
		all = w.sessions(path)
	}
	found := Salvage{Sessions: all, Stale: w.stale}
	switch {
	case ctx.Err() != nil:
		return Salvage{}, ctx.Err()
	case len(found.Sessions) > 0:
		return found, nil
	case w.strange:
		return Salvage{}, foreign(path, errors.New("another program keeps its data in it"))
	case damage == nil && w.broken > 0:
		return Salvage{}, damaged(path, "nothing can be read of this store any more", nil)
	}
	return found, damage
}

// ours refuses what the store itself says is not for this remit. What it does not say
// any more is no reason.
func (w *wreck) ours(path string) error {
	if kept := w.about[keyFormat]; kept != "" && kept != strconv.Itoa(format) && w.broken == 0 {
		return newer(path, fmt.Errorf("this remit does not know its format %.20q", kept))
	}
	return nil
}

// sessions puts together what the tree, or nothing but it, tells to be current.
func (w *wreck) sessions(path string) []Salvaged {
	var all []Salvaged
	for id, r := range w.found {
		if r.known {
			all = append(all, r.session(id, path, w.stale))
		}
	}
	slices.SortFunc(all, func(a, b Salvaged) int { return cmp.Compare(a.ID, b.ID) })
	return all
}

func whole(all []Salvaged) bool {
	return !slices.ContainsFunc(all, func(s Salvaged) bool { return s.Err != nil })
}
