// Package store keeps sessions: on disk in one bbolt file ([Bolt]), or in memory
// for demonstrations and tests ([Memory]). Both keep the promises of
// model.Sessions; package storetest is those promises as tests, and both pass it.
//
// # The promise
//
// A nil error from a method that writes means that the change is on the disk:
// synced, under a name that is synced too. Whatever is killed at whatever moment
// loses at most the change that was not yet acknowledged, and that one is there
// whole or not at all.
//
// # The tree
//
//	meta                              what this file is
//	  magic   "remit sessions"
//	  format  "1"                     raised when an older remit must not touch it
//	events                            the truth: only ever appended
//	  ULID seq(8)          → record   one model.Event as JSON; record seq = seq
//	sessions                          what the events of a session add up to
//	  ULID                 → record   {"order", "session"} as JSON; record seq = last event
//	recent                            for listings, last changed first
//	  order(8) ULID        → record   state(1) and the texts to search; record seq = last event
//	names                             for Find; deleted sessions are left out
//	  folded name 0 ULID   → record   no payload; record seq = 0
//
// ULIDs are their 26 letters, so that the beginning of an id is the beginning of
// a key. Numbers are big-endian, so that keys sort as numbers do.
//
// A record is an envelope around its payload:
//
//	schema(1) seq(8) crc(4) payload
//
// The checksum is CRC-32C over the bucket's name, the key, schema, seq and
// payload, because bbolt itself checks nothing but its two first pages: without
// it a flipped bit would be shown as an answer. A record under the wrong key is
// as damaged as one with a wrong letter.
//
// One transaction writes the events first, then the snapshot, then both indexes.
// [Bolt.Check] proves that they agree: it replays the events of every session.
//
// # Order
//
// "Last changed" is a number, not a time: every change takes the next value of a
// counter that belongs to the file. A clock that jumps back therefore cannot
// shuffle a listing. Times are for people; within one session they never run
// backwards, because an event is dated at the earliest like the one before it.
//
// # Locks
//
// Nothing is held between calls. Each call opens the file, locks it, looks at its
// first pages, does one transaction and closes it; that costs less than a tenth of
// a millisecond to read. Readers share the lock, a writer has it alone and
// leaves a note beside the file (NAME.holder) that says who it is, for the
// message that others get when they have waited too long. The note is only ever
// read for that message: a stale one blocks nobody.
//
// # How one could hurt oneself
//
// A file is refused before it is mapped into memory, not after: a store that was
// cut short ends the whole process when a missing page is touched. Keep probe
// before bolt.Open.
//
// bbolt believes what its pages say. A changed record takes its whole page along
// when it is written, so every change looks at its neighbours first (around), and
// Check walks all pages by reading before it lets bbolt check them (walkPages): a
// wrong length there is read as gigabytes of somebody else's memory.
//
// A panic inside bbolt leaves its mutexes locked. Such a handle is abandoned,
// never closed; see handle.abandon.
//
// After a failed sync nobody knows what is on the disk, and asking again may be
// answered with a lie. A Bolt that saw one refuses to write until the program is
// started anew.
//
// Do not put the file on a network share: its locks hold on one machine.
package store
