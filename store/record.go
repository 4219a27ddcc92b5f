package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
)

// recordSchema is the version of the payloads. The head in front of them keeps
// its form for ever, so that every remit can tell damage from news.
const recordSchema = 1

const recordHead = 1 + 8 + 4 // schema, seq, checksum

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

var (
	errShort    = errors.New("the record is cut short")
	errChecksum = errors.New("the checksum does not match")
)

// newerRecord is a record that is whole but was written by a later remit.
type newerRecord struct{ schema byte }

func (e newerRecord) Error() string {
	return fmt.Sprintf("the record has version %d, this remit knows up to %d", e.schema, recordSchema)
}

// seal puts the envelope around a payload.
func seal(bucket string, key []byte, seq uint64, payload []byte) []byte {
	value := make([]byte, recordHead, recordHead+len(payload))
	value[0] = recordSchema
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
	if value[0] != recordSchema {
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
