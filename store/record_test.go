package store

import (
	"bytes"
	"testing"
)

func TestARecordIsWhatWasSealed(t *testing.T) {
	for _, payload := range [][]byte{nil, []byte("{}"), bytes.Repeat([]byte("x"), 70000)} {
		value := seal("events", []byte("key"), 7, payload)
		seq, got, err := unseal("events", []byte("key"), value)
		if err != nil || seq != 7 || !bytes.Equal(got, payload) {
			t.Errorf("got %d, %d bytes, %v; want 7, %d bytes", seq, len(got), err, len(payload))
		}
	}
}

func TestARecordBelongsToItsPlace(t *testing.T) {
	value := seal("events", []byte("key"), 7, []byte("payload"))
	for _, place := range [][2]string{{"events", "kez"}, {"sessions", "key"}, {"event", "skey"}, {"events", ""}} {
		if _, _, err := unseal(place[0], []byte(place[1]), value); err == nil {
			t.Errorf("the record is taken for one of %q in %q", place[1], place[0])
		}
	}
}

func TestEveryFlippedBitIsFound(t *testing.T) {
	value := seal("events", []byte("key"), 7, []byte(`{"seq":7}`))
	for bit := range 8 * len(value) {
		flipped := bytes.Clone(value)
		flipped[bit/8] ^= 1 << (bit % 8)
		if _, _, err := unseal("events", []byte("key"), flipped); err == nil {
			t.Errorf("bit %d flipped, and nobody noticed", bit)
		}
	}
	for n := range value {
		if _, _, err := unseal("events", []byte("key"), value[:n]); err == nil {
			t.Errorf("cut to %d bytes, and nobody noticed", n)
		}
	}
}

// FuzzUnseal: any bytes are refused, or are exactly what seal would make of what
// they are said to hold.
func FuzzUnseal(f *testing.F) {
	f.Add("events", []byte("key"), seal("events", []byte("key"), 7, []byte("{}")))
	f.Add("", []byte{}, []byte{})
	f.Fuzz(func(t *testing.T, bucket string, key, value []byte) {
		seq, payload, err := unseal(bucket, key, value)
		if err != nil {
			return
		}
		if again := seal(bucket, key, seq, payload); !bytes.Equal(again, value) {
			t.Errorf("%x is taken for the record %x", value, again)
		}
	})
}
