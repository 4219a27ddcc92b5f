package store

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"

	"remit/model"
)

// remains are the records of one session that were found, each with a checksum that
// holds.
type remains struct {
	events   map[uint64]found // by number
	row      row              // the newest snapshot; zero if there is none
	rowFrom  source
	listed   uint64 // how many events the listing says there are
	listFrom source
	title    string // how the listing names it
	known    bool   // it is current, as far as anything tells
	newer    bool   // one of its records is of a newer remit
}

// found is the record of an event.
type found struct {
	payload []byte
	from    source
	torn    bool // another one that says something else can be believed as much
}

// take keeps a record if its checksum holds under this table and key. A record of the
// tree that does not is a place where the tree is broken.
func (w *wreck) take(table string, key, value []byte, from source) {
	if table == bucketMeta {
		w.about[string(key)] = string(value)
		return
	}
	id, ok := idIn(table, key)
	var seq uint64
	var payload []byte
	err := errShort
	if ok {
		seq, payload, err = unseal(table, key, value)
	}
	_, isNewer := errors.AsType[newerRecord](err)
	if err != nil && !isNewer {
		if from == fromTree {
			w.broken++
		}
		return
	}
	r := w.found[id]
	if r == nil {
		r = &remains{events: map[uint64]found{}}
		w.found[id] = r
	}
	r.known = r.known || from == fromTree || from == fromOrphan && w.lostRows
	switch {
	case isNewer:
		r.newer = true
		if table == bucketEvents {
			r.event(binary.BigEndian.Uint64(key[idLength:]), found{from: from})
		}
	case table == bucketEvents:
		r.event(binary.BigEndian.Uint64(key[idLength:]), found{payload: payload, from: from})
	case table == bucketSessions:
		r.snapshot(id, seq, payload, from)
	case r.listed == 0 || from < r.listFrom || from == r.listFrom && seq > r.listed:
		r.listed, r.listFrom = seq, from
		if len(payload) > 0 {
			r.title, _, _ = strings.Cut(string(payload[1:]), "\n")
		}
	}
}

// idIn gives the id in a key of a table; ok is false for what is no such key.
func idIn(table string, key []byte) (id string, ok bool) {
	switch {
	case table == bucketEvents && len(key) == idLength+8:
		key = key[:idLength]
	case table == bucketRecent && len(key) == 8+idLength:
		key = key[8:]
	case table != bucketSessions || len(key) != idLength:
		return "", false
	}
	id, ok = parseID(string(key))
	return id, ok && id == string(key)
}

// event keeps the record that can be believed most. Of two that are alike in this and
// say different things, neither is believed.
func (r *remains) event(seq uint64, e found) {
	there, ok := r.events[seq]
	switch {
	case !ok || e.from < there.from:
		r.events[seq] = e
	case e.from == there.from && !bytes.Equal(e.payload, there.payload):
		there.torn = true
		r.events[seq] = there
	}
}

func (r *remains) snapshot(id string, seq uint64, payload []byte, from source) {
	var s row
	if json.Unmarshal(payload, &s) != nil || s.Session.ID != id || s.Session.Seq != seq {
		return
	}
	if r.row.Session.Seq == 0 || from < r.rowFrom || from == r.rowFrom && seq > r.row.Session.Seq {
		s.Session = tidy(s.Session)
		r.row, r.rowFrom = s, from
	}
}

// session gives the longest beginning of the history that can be believed. stale says
// that no list tells which pages are free.
func (r *remains) session(id, path string, stale bool) Salvaged {
	last, sure := r.last(stale)
	s := Salvaged{ID: id, Last: last}
	r.read(&s, fromFree)
	state := apply(model.Session{ID: id}, s.Events)
	proved := r.row.Session.Seq != uint64(len(s.Events)) || reflect.DeepEqual(state, r.row.Session)
	if !proved {
		r.read(&s, fromOrphan)
		state = apply(model.Session{ID: id}, s.Events)
	}
	s.Name = cmp.Or(r.row.Session.Name, state.Name, r.title)
	there := uint64(len(s.Events))
	if sure && there < s.Last && r.row.Session.Seq == s.Last {
		s.Now = &r.row.Session
	}
	switch {
	case there < s.Last && r.newer:
		s.Err = newer(path, fmt.Errorf("%d of its %d events are understood", there, s.Last))
	case there == 0:
		s.Err = damaged(path, fmt.Sprintf("nothing of session %s can be read", id), nil)
	case there < s.Last:
		s.Err = missingEvents(path, id, len(s.Events), s.Last)
	case !sure:
		s.Err = damaged(path, fmt.Sprintf("session %s may have had more than these %d events", id, there),
			errors.New("what would tell is damaged"))
	case !proved:
		s.Err = damaged(path, fmt.Sprintf("session %s is not what its events add up to", id), nil)
	}
	return s
}

// read gives the events up to the first gap, from sources that are not worse than this.
func (r *remains) read(s *Salvaged, worst source) {
	s.Events = nil
	for seq := uint64(1); seq <= s.Last; seq++ {
		var e model.Event
		record, ok := r.events[seq]
		if !ok || record.torn || record.from > worst || json.Unmarshal(record.payload, &e) != nil ||
			e.Seq != seq || (e.Kind == model.EventCreated) != (seq == 1) {
			return
		}
		s.Events = append(s.Events, e)
	}
}

// last is how many events there were. Snapshot and listing know it, if they are the
// current ones; else it is at least as many as any record tells of.
func (r *remains) last(stale bool) (last uint64, sure bool) {
	worst := fromOrphan
	if stale {
		worst = fromTree
	}
	if r.row.Session.Seq > 0 && r.rowFrom <= worst {
		last = r.row.Session.Seq
	}
	if r.listed > 0 && r.listFrom <= worst {
		last = max(last, r.listed)
	}
	if last > 0 {
		return last, true
	}
	last = max(r.row.Session.Seq, r.listed)
	for seq := range r.events {
		last = max(last, seq)
	}
	return last, false
}
