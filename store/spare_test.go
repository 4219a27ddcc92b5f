package store_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"testing"

	"remit/model"
	"remit/store"
	"remit/store/storetest"
)

const (
	pageBytes = 4096
	metaAt    = 16 // where, on a first page, that begins which the checksum covers
	metaEnd   = 80
)

// TestEitherFirstPageIsEnough spoils one of the two first pages after every one of
// some changes: everything that was acknowledged is shown, the check tells of the
// damage, and the next change mends it.
func TestEitherFirstPageIsEnough(t *testing.T) {
	path := fresh(t)
	b := open(t, path)
	s, err := b.Create(t.Context(), storetest.Created("Acme"))
	if err != nil {
		t.Fatal(err)
	}
	for range 4 {
		whole, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for page := range 2 {
			for name, harm := range map[string]func(meta []byte){
				"zeros":       func(meta []byte) { clear(meta[:cap(meta)]) },
				"one bit":     func(meta []byte) { meta[44] ^= 1 },
				"a torn half": func(meta []byte) { clear(meta[40:metaEnd]) },
			} {
				harmed := bytes.Clone(whole)
				harm(harmed[page*pageBytes:][:metaEnd:pageBytes])
				t.Run(fmt.Sprintf("change %d, page %d, %s", s.Seq, page, name), func(t *testing.T) {
					showsAllAndMends(t, harmed, s)
				})
			}
		}
		if s, err = b.Append(t.Context(), s.ID, answerNumber(s.Seq+1)); err != nil {
			t.Fatal(err)
		}
	}
}

func showsAllAndMends(t *testing.T, harmed []byte, want model.Session) {
	path := filledWith(t, harmed)
	b := open(t, path)
	if got, err := b.Get(t.Context(), want.ID); err != nil || !storetest.Same(got, want) {
		t.Fatalf("shown: %+v, %v; acknowledged: %+v", got, err, want)
	}
	if err := b.Check(t.Context()); model.KindOf(err) != model.KindInvalid {
		t.Errorf("the check says %v", err)
	}
	if now, _ := os.ReadFile(path); !bytes.Equal(now, harmed) {
		t.Error("reading changed the file")
	}
	after, err := b.Append(t.Context(), want.ID, answerNumber(want.Seq+1))
	if err != nil || after.Seq != want.Seq+1 {
		t.Fatalf("the next change: %+v, %v", after, err)
	}
	storetest.Sound(t, b)
}

func filledWith(t testing.TB, data []byte) string {
	t.Helper()
	path := t.TempDir() + "/sessions.db"
	write(t, path, data)
	return path
}

// TestAFirstPageTornByAPowerCut: the change under way was not acknowledged, and
// the store opens at the one before.
func TestAFirstPageTornByAPowerCut(t *testing.T) {
	path := fresh(t)
	b := open(t, path)
	s, err := b.Create(t.Context(), storetest.Created("Acme"))
	for range 4 {
		if err != nil {
			t.Fatal(err)
		}
		var before, after []byte
		if before, err = os.ReadFile(path); err != nil {
			t.Fatal(err)
		}
		acknowledged := s
		if s, err = b.Append(t.Context(), s.ID, answerNumber(s.Seq+1)); err != nil {
			t.Fatal(err)
		}
		if after, err = os.ReadFile(path); err != nil {
			t.Fatal(err)
		}
		// Everything of the change is on the disk but its first page, half of which
		// is; the other one has not been renewed yet.
		page := newestPage(after)
		other := 1 - page
		torn := bytes.Clone(after)
		copy(torn[other*pageBytes:][:pageBytes], before[other*pageBytes:])
		copy(torn[page*pageBytes+metaAt+32:][:pageBytes-metaAt-32], before[page*pageBytes+metaAt+32:])
		torn[page*pageBytes+metaAt+48] = 0xEE
		showsAllAndMends(t, torn, acknowledged)
	}
}

// newestPage says which first page has the higher number.
func newestPage(data []byte) int {
	number := func(page int) uint64 { return binary.NativeEndian.Uint64(data[page*pageBytes+metaAt+48:]) }
	if number(1) > number(0) {
		return 1
	}
	return 0
}

func TestBothFirstPagesSpoiledIsRefused(t *testing.T) {
	path := filled(t, 2)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	data[44] ^= 1
	data[pageBytes+44] ^= 1
	write(t, path, data)
	wantRefused(t, path, model.KindInvalid)
}

func TestSizesThatNoStoreHas(t *testing.T) {
	data, err := os.ReadFile(filled(t, 5))
	if err != nil {
		t.Fatal(err)
	}
	for name, harmed := range map[string][]byte{
		"one byte less":  data[:len(data)-1],
		"one byte more":  append(bytes.Clone(data), 0),
		"a line of text": append(bytes.Clone(data), "appended by mistake\n"...),
		"half a page":    data[:len(data)-pageBytes/2],
		"two pages":      data[:2*pageBytes],
	} {
		t.Run(name, func(t *testing.T) { wantRefused(t, filledWith(t, harmed), model.KindInvalid) })
	}
}

// TestAPartOfThePathIsNoDirectory: the place is wrong, not the disk.
func TestAPartOfThePathIsNoDirectory(t *testing.T) {
	file := filledWith(t, []byte("a file"))
	b, err := store.Open(file+"/sessions.db", store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for name, err := range map[string]error{
		"list":   second(b.List(t.Context(), model.Query{})),
		"create": second(b.Create(t.Context(), storetest.Created("Acme"))),
	} {
		if model.KindOf(err) != model.KindNotFound {
			t.Errorf("%s: %v of kind %d", name, err, model.KindOf(err))
		}
	}
}
