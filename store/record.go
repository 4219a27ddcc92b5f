package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"

	"remit/model"
)

// The versions of a payload. The head in front of it keeps its form for ever, so
// that every remit can tell damage from news. A record has the lowest version that
// can say what it says: a remit that knows less refuses those records that it would
// write back with a part missing, and reads the others.
const (
	plainSchema  = 1
	branchSchema = 2 // names the session that this one branched from
	editSchema   = 3 // is an edit of the matrix, or a session that has some
	costSchema   = 4 // is a figure of the company's own, or a session that has some
	newestSchema = costSchema
)

// schemaOf is the version of the record of an event.
func schemaOf(e model.Event) byte {
	return schemaFor(e.Parent, e.Kind == model.EventEdited, e.Kind == model.EventPriced)
}

// schemaFor is the version of a record with this parent, and with edits and figures or
// without.
func schemaFor(parent string, edits, costs bool) byte {
	switch {
	case costs:
		return costSchema
	case edits:
		return editSchema
	case parent != "":
		return branchSchema
	}
	return plainSchema
}

const recordHead = 1 + 8 + 4 // schema, seq, checksum

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

var (
	errShort    = errors.New("the record is cut short")
	errChecksum = errors.New("the checksum does not match")
)

// newerRecord is a record that is whole but was written by a later remit.
type newerRecord struct{ schema byte }

func (e newerRecord) Error() string {
	return fmt.Sprintf("the record has version %d, this remit knows up to %d", e.schema, newestSchema)
}

// seal puts the envelope around a payload.
func seal(schema byte, bucket string, key []byte, seq uint64, payload []byte) []byte {
	value := make([]byte, recordHead, recordHead+len(payload))
	value[0] = schema
	binary.BigEndian.PutUint64(value[1:], seq)
	value = append(value, payload...)
	binary.BigEndian.PutUint32(value[9:], checksum(bucket, key, value))
	return value
}

// unseal checks the envelope and gives what is in it. The payload is part of
// value and lives as long as that.
func unseal(bucket string, key, value []byte) (seq uint64, payload []byte, err error) {
	if len(value) < recordHead {
		return 0, nil, errShort
	}
	if binary.BigEndian.Uint32(value[9:]) != checksum(bucket, key, value) {
		return 0, nil, errChecksum
	}
	if value[0] < plainSchema || value[0] > newestSchema {
		return 0, nil, newerRecord{value[0]}
	}
	return binary.BigEndian.Uint64(value[1:]), value[recordHead:], nil
}

// checksum leaves out its own four bytes. A zero byte between bucket and key
// keeps the two apart.
func checksum(bucket string, key, value []byte) uint32 {
	sum := crc32.Update(0, castagnoli, []byte(bucket))
	sum = crc32.Update(sum, castagnoli, []byte{0})
	sum = crc32.Update(sum, castagnoli, key)
	sum = crc32.Update(sum, castagnoli, value[:9])
	return crc32.Update(sum, castagnoli, value[recordHead:])
}
