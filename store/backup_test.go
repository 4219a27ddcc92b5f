package store_test

import (
	"bytes"
	"path/filepath"
	"reflect"
	"testing"

	"remit/model"
	"remit/store/storetest"
)

func TestABackupIsAStore(t *testing.T) {
	b := open(t, filled(t, 50))
	var copied bytes.Buffer
	n, err := b.Backup(t.Context(), &copied)
	if err != nil || n != int64(copied.Len()) {
		t.Fatalf("%d bytes of %d, %v", n, copied.Len(), err)
	}
	path := filepath.Join(t.TempDir(), "copy.db")
	write(t, path, copied.Bytes())
	second := open(t, path)
	storetest.Sound(t, second)
	if !reflect.DeepEqual(histories(t, second), histories(t, b)) {
		t.Error("the copy holds something else")
	}
	if _, err := second.Append(t.Context(), firstID, answerNumber(9)); err != nil {
		t.Errorf("the copy cannot be worked with: %v", err)
	}
}

func TestNothingToBackUp(t *testing.T) {
	if _, err := open(t, fresh(t)).Backup(t.Context(), &bytes.Buffer{}); model.KindOf(err) != model.KindNotFound {
		t.Errorf("got %v", err)
	}
}
