package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"remit/model"
)

// Restored is what Restore did.
type Restored struct {
	Difference        // here is the store as it was, there the backup
	Kept       string // the file that the store was moved to; "" if there was none
	Unread     error  // why not all of the old store could be compared; nil if it could
}

// Compare tells what Restore would change, and changes nothing. It gives the errors of
// Restore for a backup that is not sound.
func (b *Bolt) Compare(ctx context.Context, backup *Bolt) (Restored, error) {
	there, err := backup.sound(ctx, b)
	if err != nil {
		return Restored{}, err
	}
	here, err := b.Rescue(ctx)
	if model.KindOf(err) == model.KindNotFound {
		err = nil
	}
	return compared(here, there, err)
}

// Restore puts a copy of a backup in the place of this store, while nobody else reads
// or writes it. The store as it was is kept beside it under a new name with the time in
// it; a file that is no store, or of a newer remit, is replaced only by force. The copy
// is checked before it gets the name, in one step: killed at any moment, the store is
// the old one or the copy. A backup that is not sound, foreign or newer is refused as
// Check refuses it, one that is this store itself with KindUsage.
func (b *Bolt) Restore(ctx context.Context, backup *Bolt, force bool) (done Restored, err error) {
	there, err := backup.sound(ctx, b)
	if err != nil {
		return Restored{}, err
	}
	leave, err := b.enterAlone(ctx)
	if err != nil {
		return Restored{}, err
	}
	defer leave()
	h, err := b.claim(ctx, writing, time.Now().Add(b.o.Wait))
	if errors.Is(err, errAbsent) {
		err = b.restoreNew(ctx, backup)
		return Restored{Difference: differ(nil, there.Sessions)}, fault(b.path, toRestore, err)
	}
	if err != nil {
		return Restored{}, fault(b.path, toRestore, err)
	}
	defer h.file.Close()
	defer leaveNote(b.path, b.o).remove()
	here, err := salvage(ctx, h.file, b.path)
	done, err = compared(here, there, err)
	if err == nil {
		err = mayReplace(done.Unread, force)
	}
	if err == nil {
		done.Kept, err = b.restoreOver(ctx, h, backup)
	}
	return done, fault(b.path, toRestore, err)
}

// sound gives what is in a backup of a store, and refuses one that is damaged.
func (b *Bolt) sound(ctx context.Context, of *Bolt) (Salvage, error) {
	mine, err := os.Stat(b.path)
	if errors.Is(err, fs.ErrNotExist) {
		return Salvage{}, &model.Error{Kind: model.KindNotFound, What: "read the backup", Where: b.path, Lost: nothingLost,
			Cure: "Name a file that remit store backup has made.", Err: errors.New("there is no such file")}
	}
	if err != nil {
		return Salvage{}, fault(b.path, toRead, err)
	}
	if theirs, err := os.Stat(of.path); err == nil && os.SameFile(mine, theirs) {
		return Salvage{}, &model.Error{Kind: model.KindUsage, What: "this is the store itself, not a backup of it", Where: b.path, Lost: nothingLost,
			Cure: "Name a file that remit store backup has made."}
	}
	if err := b.Check(ctx); err != nil {
		return Salvage{}, err
	}
	return b.Rescue(ctx)
}

// compared tells the difference; unread is why here is not all that there was.
func compared(here, there Salvage, unread error) (Restored, error) {
	switch model.KindOf(unread) {
	case model.KindInvalid, model.KindNewer:
	default:
		if unread != nil {
			return Restored{}, unread
		}
	}
	for _, s := range here.Sessions {
		if unread == nil {
			unread = s.Err
		}
	}
	return Restored{Difference: differ(here.Sessions, there.Sessions), Unread: unread}, nil
}

// Refused is why Restore, without force, leaves the present store where it is; nil if it
// replaces it.
func (r Restored) Refused() error { return mayReplace(r.Unread, false) }

// mayReplace refuses to replace what is perhaps no store at all.
func mayReplace(unread error, force bool) error {
	e, ok := errors.AsType[*model.Error](unread)
	if force || !ok || e.Kind != model.KindNewer && !isForeign(e) {
		return nil
	}
	refused := *e
	refused.Cure = "If it is the right file nevertheless: --force. It is kept beside the store under another name."
	return &refused
}

// restoreOver puts the backup into the place of the store that h holds, and gives the
// name under which that is kept.
func (b *Bolt) restoreOver(ctx context.Context, h *handle, backup *Bolt) (kept string, err error) {
	path, err := target(b.path)
	if err != nil {
		return "", err
	}
	name, err := b.checkedCopy(ctx, backup, path)
	if err != nil {
		return "", err
	}
	defer os.Remove(name) // fails, and should, once it has moved
	if err := ctx.Err(); err != nil {
		return "", err
	}
	if kept, err = b.keep(path); err != nil {
		return "", err
	}
	err = b.succeed(h, name, path)
	if err != nil && h.stillNamed(b.path) == nil { // else the other name is the only one it has
		_ = os.Remove(kept)
		kept = ""
	}
	return kept, err
}

// restoreNew puts the backup where there was no store.
func (b *Bolt) restoreNew(ctx context.Context, backup *Bolt) error {
	if err := makeDirs(filepath.Dir(b.path)); err != nil {
		return err
	}
	name, err := b.checkedCopy(ctx, backup, b.path)
	if err != nil {
		return err
	}
	defer os.Remove(name)
	return install(name, b.path, place)
}

// checkedCopy copies a backup beside a store, for its owner only, and makes sure that
// the copy is sound too.
func (b *Bolt) checkedCopy(ctx context.Context, backup *Bolt, path string) (name string, err error) {
	return madeBeside(path, func(file *os.File) error {
		_, err := backup.Backup(ctx, file)
		if err = errors.Join(err, file.Close()); err != nil {
			return err
		}
		copied, err := Open(file.Name(), b.o)
		if err != nil {
			return err
		}
		return copied.Check(ctx)
	})
}

// keep gives the store a second name that says when.
func (b *Bolt) keep(path string) (kept string, err error) {
	ext := filepath.Ext(path)
	stem := strings.TrimSuffix(path, ext) + "-before-restore-" + moment(b.o.Now()).Format("20060102-150405")
	const most = 100
	for n := 1; n <= most; n++ {
		kept = stem + ext
		if n > 1 {
			kept = fmt.Sprint(stem, "-", n, ext)
		}
		if err = keepAside(path, kept); !errors.Is(err, fs.ErrExist) {
			return kept, err
		}
	}
	return "", err
}
