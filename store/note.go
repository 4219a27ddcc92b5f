package store

import (
	"encoding/json"
	"io"
	"os"
	"time"

	"remit/model"
)

// note says who is writing a store. It lies beside the file while the lock is
// held, for the message that others get; no decision hangs on it.
type note struct {
	PID     int       `json:"pid"`
	Host    string    `json:"host"`
	Program string    `json:"program"`
	Since   time.Time `json:"since"`

	path string
}

func notePath(store string) string { return store + ".holder" }

// leaveNote does its best: a disk without room for a note may still have room for
// the change.
func leaveNote(store string, o Options) note {
	host, _ := os.Hostname()
	n := note{PID: os.Getpid(), Host: host, Program: o.Program, Since: moment(o.Now()), path: notePath(store)}
	const fresh = os.O_CREATE | os.O_EXCL | os.O_WRONLY // never through a link that somebody laid there
	f, err := os.OpenFile(n.path, fresh, 0o600)
	if err != nil {
		_ = os.Remove(n.path)
		if f, err = os.OpenFile(n.path, fresh, 0o600); err != nil {
			return n
		}
	}
	_ = json.NewEncoder(f).Encode(n)
	_ = f.Close()
	return n
}

func (n note) remove() { _ = os.Remove(n.path) }

// readNote gives the note about whoever is writing; ok is false when there is
// none, or when its writer is gone.
func readNote(store string) (n note, ok bool) {
	info, err := os.Lstat(notePath(store))
	if err != nil || !info.Mode().IsRegular() {
		return note{}, false
	}
	f, err := os.Open(notePath(store))
	if err != nil {
		return note{}, false
	}
	defer f.Close()
	if json.NewDecoder(io.LimitReader(f, 4<<10)).Decode(&n) != nil || n.PID <= 0 {
		return note{}, false
	}
	if host, _ := os.Hostname(); host == n.Host && !runs(n.PID) {
		return note{}, false
	}
	n.Host, n.Program = model.Cut(model.Clean(n.Host), 80), model.Cut(model.Clean(n.Program), 80)
	return n, true
}
