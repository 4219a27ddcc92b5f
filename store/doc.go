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
// The schema is 1, 2 for what names the session that another branched from, 3 for an
// edit of the RACI matrix and for a session that has some, and 4 for a figure of the
// company's own and for a session that has some. It is raised record by record and not
// for the file, so that an older remit goes on reading all that it understands. It
// refuses the rest, and to write beside it: it would write the record back without what
// it does not know.
//
// The checksum is CRC-32C over the bucket's name, the key, schema, seq and
// payload, because bbolt itself checks nothing but its two first pages: without
// it a flipped bit would be shown as an answer. A record under the wrong key is
// as damaged as one with a wrong letter.
//
// Many sessions from elsewhere are one change too ([Bolt.ImportAll]): all of them or none.
//
// One transaction writes the events first, then the snapshot, then both indexes.
// [Bolt.Check] proves that they agree: it replays the events of every session.
//
// # Two first pages
//
// bbolt has two first pages and writes them in turn: the newer one leads to the
// last change, the older one to the change before. When the newer one cannot be
// read it takes the older without a word. After a power cut in the middle of a
// change that is right, because that change was not acknowledged; after damage at
// rest it would lose one that was, and nothing in the file tells the two apart.
//
// So a change is acknowledged only when the other first page leads to it too
// (renewSpare). Each page alone is then enough, a store with one bad page is read
// and written as ever without loss, Check tells of the bad page, and the next
// change mends it. The price is a third sync for every change, a quarter more
// time. The alternative was to refuse such a file: that locks people out of a
// store that a power cut has harmed, or asks them which state they trust.
//
// What is left: a change that was written but killed before its acknowledgement
// stands on one page until the next change. Should that page be damaged as well,
// the store opens at the last change that was acknowledged. And only this package
// renews the spare; a file that another bbolt program has changed stands on one
// page until our next change.
//
// A store whose size is no whole number of pages was cut or added to, and is
// refused.
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
// # Another file in its place
//
// [Bolt.Compact] and [Bolt.Restore] finish a new file beside the store, check it, sync
// it and rename it over the old one, under the locks of both. Whoever waited for the
// old file finds that it has lost its name and opens the new one. What Restore replaces
// gets a second name first, by a link, so that nothing has to be read from a disk that
// may be failing.
//
// # What damage leaves
//
// [Bolt.Rescue] never maps the file. It follows the tree, goes round what is broken,
// and where something is missing looks for records on every page: checksums, which
// cover table and key, tell a record from noise wherever it lies. A page that the list
// of free ones names holds what was current once; since events are never changed it
// fills gaps, but a session that is found nowhere else was removed for good and stays
// removed. Without that list nothing tells the two apart; Salvage.Stale says so. What is
// given of a session is a beginning of its history without a gap, and called whole only
// if a current record says how long the history is.
//
// # A disk that refuses
//
// What a full or a failing disk means to a person is the same for a store and for a file
// that a command writes. [OnDisk] says it for both, and lives here because the commands may
// ask this package and this package may not ask them.
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
// A Bolt that has seen its file does not make a new one when it is gone: an empty
// store in its place would look like the loss of everything.
//
// A panic inside bbolt leaves its mutexes locked. Such a handle is abandoned,
// never closed; see handle.abandon.
//
// After a failed sync nobody knows what is on the disk, and asking again may be
// answered with a lie. A Bolt that saw one refuses to write until the program is
// started anew, and copies the store to Options.Refuge, with everything that it had
// acknowledged.
//
// Do not put the file on a network share: its locks hold on one machine.
package store
