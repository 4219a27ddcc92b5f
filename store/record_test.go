package store

import (
	"bytes"
	"errors"
	"testing"

	"remit/model"
)

func TestARecordIsWhatWasSealed(t *testing.T) {
	for _, payload := range [][]byte{nil, []byte("{}"), bytes.Repeat([]byte("x"), 70000)} {
		value := seal(plainSchema, "events", []byte("key"), 7, payload)
		seq, got, err := unseal("events", []byte("key"), value)
		if err != nil || seq != 7 || !bytes.Equal(got, payload) {
			t.Errorf("got %d, %d bytes, %v; want 7, %d bytes", seq, len(got), err, len(payload))
		}
	}
}

func TestARecordBelongsToItsPlace(t *testing.T) {
	value := seal(plainSchema, "events", []byte("key"), 7, []byte("payload"))
	for _, place := range [][2]string{{"events", "kez"}, {"sessions", "key"}, {"event", "skey"}, {"events", ""}} {
		if _, _, err := unseal(place[0], []byte(place[1]), value); err == nil {
			t.Errorf("the record is taken for one of %q in %q", place[1], place[0])
		}
	}
}

func TestEveryFlippedBitIsFound(t *testing.T) {
	value := seal(plainSchema, "events", []byte("key"), 7, []byte(`{"seq":7}`))
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
	f.Add("events", []byte("key"), seal(plainSchema, "events", []byte("key"), 7, []byte("{}")))
	f.Add("", []byte{}, []byte{})
	f.Fuzz(func(t *testing.T, bucket string, key, value []byte) {
		seq, payload, err := unseal(bucket, key, value)
		if err != nil {
			return
		}
		if again := seal(value[0], bucket, key, seq, payload); !bytes.Equal(again, value) {
			t.Errorf("%x is taken for the record %x", value, again)
		}
	})
}

// A record has the lowest version that can say what it says, so that older remits
// read all that they would not spoil; what is newer than this one is refused.
func TestARecordIsNoNewerThanItMustBe(t *testing.T) {
	for parent, want := range map[string]byte{"": 1, "01JZZZZZZZZZZZZZZZZZZZZZZZ": 2} {
		if got := schemaFor(parent, false, false); got != want {
			t.Errorf("parent %q: version %d, want %d", parent, got, want)
		}
		for _, edits := range []bool{true, false} {
			if got := schemaFor(parent, edits, true); got != 4 {
				t.Errorf("parent %q, with figures: version %d, want 4", parent, got)
			}
		}
		if got := schemaFor(parent, true, false); got != 3 {
			t.Errorf("parent %q, with edits: version %d, want 3", parent, got)
		}
	}
	for e, want := range map[model.EventKind]byte{model.EventAnswered: 1, model.EventEdited: 3, model.EventPriced: 4} {
		if got := schemaOf(model.Event{Kind: e}); got != want {
			t.Errorf("%s: version %d, want %d", e, got, want)
		}
	}
	for schema, known := range map[byte]bool{0: false, 1: true, 2: true, 3: true, 4: true, 5: false, 255: false} {
		_, _, err := unseal("events", []byte("key"), seal(schema, "events", []byte("key"), 7, nil))
		if _, unknown := errors.AsType[newerRecord](err); unknown == known || (err == nil) != known {
			t.Errorf("version %d: %v", schema, err)
		}
	}
}
