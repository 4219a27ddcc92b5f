package store

import (
	"errors"
	"io/fs"
	"os"

	"remit/model"
)

const leftBehind = "What was saved is in the file that was here, wherever it is now. Nothing more is saved until it is back."

// meet remembers the first file that had the name while this Bolt was in use.
func (b *Bolt) meet(file *os.File) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.met == nil {
		b.met, _ = file.Stat()
	}
}

// missed tells why a file that is not there is no empty store: it was there
// before. Otherwise it gives errAbsent.
func (b *Bolt) missed() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.met == nil {
		return errAbsent
	}
	return &model.Error{
		Kind: model.KindNotFound, What: "the file with the sessions has disappeared", Where: b.path,
		Err:  errors.New("it was there a moment ago"),
		Lost: leftBehind,
		Cure: "Somebody moved or removed it, or its disk is not connected: put it back, or a backup of it, and try again.",
	}
}

// unknown is notFound, unless the session is missing because another file took
// the place of the one that it was in.
func (b *Bolt) unknown(id string) error {
	b.mu.Lock()
	met := b.met
	b.mu.Unlock()
	now, err := os.Stat(b.path)
	if errors.Is(err, fs.ErrNotExist) && met != nil {
		return b.missed()
	}
	if err != nil || met == nil || os.SameFile(met, now) {
		return notFound(id)
	}
	return &model.Error{
		Kind: model.KindNotFound, What: "the file with the sessions was replaced by another one", Where: b.path,
		Err:  errors.New("this session is not in it"),
		Lost: leftBehind,
		Cure: "Find out who replaced it; put the first file back and try again.",
	}
}
