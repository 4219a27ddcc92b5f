package cli

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// What a killed remit left is removed by the next one, and nothing else: neither what is
// being written now, nor what only looks like it.
func TestLeftoversOfAKilledWriterGo(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("where nobody can tell who is still writing, age has to do")
	}
	dir := t.TempDir()
	yesterday := time.Now().Add(-24 * time.Hour)
	for _, name := range []string{".remit-OLD.tmp", ".remit-NEW.tmp", ".remit-notes", "remit-a.tmp"} {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if name != ".remit-NEW.tmp" {
			if err := os.Chtimes(file, yesterday, yesterday); err != nil {
				t.Fatal(err)
			}
		}
	}
	err := output{file: filepath.Join(dir, "slow.md")}.write(nil, func(io.Writer) error { // which is not done when the next one comes
		for _, name := range namesIn(t, dir) { // and if it takes until tomorrow
			if !strings.Contains(name, "NEW") {
				if err := os.Chtimes(filepath.Join(dir, name), yesterday, yesterday); err != nil {
					return err
				}
			}
		}
		return output{file: filepath.Join(dir, "a.md")}.write(nil, func(io.Writer) error { return nil })
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(namesIn(t, dir), " "); got != ".remit-notes a.md remit-a.tmp slow.md" {
		t.Errorf("left: %s", got)
	}
}

// A link or a directory of such a name is nothing that remit has left.
func TestWhatIsNoFileIsNoLeftover(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, ".remit-A.tmp"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("mine", filepath.Join(dir, ".remit-B.tmp")); err != nil {
		t.Skip("no links here:", err)
	}
	if err := os.WriteFile(filepath.Join(dir, "mine"), []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := (output{file: filepath.Join(dir, "a.md")}).write(nil, func(io.Writer) error { return nil }); err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(namesIn(t, dir)); got != "[.remit-A.tmp .remit-B.tmp a.md mine]" {
		t.Errorf("left: %s", got)
	}
}

func namesIn(t testing.TB, dir string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}
