package cli

import (
	"os"
	"path/filepath"
	"testing"

	"remit/advisor"
	"remit/model"
)

// What is written out says what the built-in framework says.
func TestAWrittenFrameworkIsTheBuiltinOne(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "mine")
	if _, err := writeFramework(dir); err != nil {
		t.Fatal(err)
	}
	mine, err := readFramework(dir)
	if err != nil {
		t.Fatal(err)
	}
	if list := differences(contentsOf(advisor.Builtin()), contentsOf(mine)); len(list) > 0 {
		t.Errorf("it differs: %+v", list)
	}
}

// A folder is written whole or not at all, and what others put there stays.
func TestAFolderIsWrittenWholeOrNotAtAll(t *testing.T) {
	twice := []namedFile{{"a", []byte("one")}, {"b", []byte("two")}, {"a", []byte("three")}} // the third one fails
	base := t.TempDir()
	empty := filepath.Join(base, "empty")
	if err := os.Mkdir(empty, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{filepath.Join(base, "new"), empty} {
		err := writeFolder(dir, twice)
		if e, ok := err.(*model.Error); !ok || e.Lost != "What had been written was taken away again." {
			t.Errorf("%s: %v", dir, err)
		}
		if left, _ := os.ReadDir(dir); len(left) > 0 {
			t.Errorf("%s: left behind: %v", dir, left)
		}
	}
	if _, err := os.Stat(filepath.Join(base, "new")); !os.IsNotExist(err) {
		t.Errorf("the new directory is left behind: %v", err)
	}
	if _, err := os.Stat(empty); err != nil {
		t.Errorf("the directory that was there is gone: %v", err)
	}
}
