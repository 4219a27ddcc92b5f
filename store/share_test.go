//go:build linux

package store_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"remit/model"
	"remit/store"
	"remit/store/storetest"
)

// racer waits for a line that names a store, starts a session there, answers twice
// and says which session it was.
func racer(say func(string, ...any), args []string) {
	ctx := context.Background()
	for in := bufio.NewScanner(os.Stdin); in.Scan(); {
		b, err := store.Open(in.Text(), store.Options{Wait: 20 * time.Second})
		var s model.Session
		if err == nil {
			s, err = b.Create(ctx, storetest.Created("from "+args[0]))
		}
		for range 2 {
			if err == nil {
				s, err = b.Append(ctx, s.ID, answerNumber(s.Seq+1))
			}
		}
		if err != nil {
			say("failed %v", err)
			continue
		}
		say("ack %s %d", s.ID, s.Seq)
	}
}

// TestManyProcessesShareAStore lets eight processes loose on one store at once, in
// every second round on one that none of them finds: all succeed, nothing is lost.
func TestManyProcessesShareAStore(t *testing.T) {
	rounds := 200
	if testing.Short() {
		rounds = 20
	}
	const processes = 8
	var racers []*child
	var in []io.Writer
	for i := range processes {
		r, w, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		defer w.Close()
		c := startFrom(t, r, "racer", nil, fmt.Sprint(i))
		racers, in = append(racers, c), append(in, w)
	}
	dir := t.TempDir()
	acked := map[string]uint64{}
	for round := range rounds {
		path := filepath.Join(dir, fmt.Sprint(round/2), "sessions.db")
		if round%2 == 0 {
			clear(acked)
		}
		for _, w := range in {
			fmt.Fprintln(w, path)
		}
		for _, c := range racers {
			f := fields(t, c.line(), "ack", 3)
			acked[f[1]] = 3
		}
		if extra := survives(t, path, acked); extra != 0 {
			t.Errorf("round %d: %d changes that nobody made", round, extra)
		}
		if got, want := len(acked), processes*(1+round%2); got != want {
			t.Errorf("round %d: %d sessions, want %d", round, got, want)
		}
	}
	if left := listDir(t, filepath.Join(dir, "0")); fmt.Sprint(left) != "[sessions.db]" {
		t.Errorf("the directory holds %q", left)
	}
}

// holder stops in the middle of a change and says so.
func holder(say func(string, ...any), args []string) {
	b, err := store.Open(args[0], store.Options{Program: "remit interview", Entropy: reader(func(p []byte) (int, error) {
		say("holding")
		select {}
	})})
	if err == nil {
		_, err = b.Create(context.Background(), storetest.Created("never"))
	}
	say("failed %v", err)
}

type reader func(p []byte) (int, error)

func (r reader) Read(p []byte) (int, error) { return r(p) }

func TestAStoreInUseNamesItsHolder(t *testing.T) {
	path := fresh(t)
	made, err := open(t, path).Create(t.Context(), storetest.Created("Acme"))
	if err != nil {
		t.Fatal(err)
	}
	c := start(t, "holder", nil, path)
	fields(t, c.line(), "holding", 1)
	if err := c.Process.Signal(syscall.SIGSTOP); err != nil {
		t.Fatal(err)
	}
	const wait = 200 * time.Millisecond
	b, err := store.Open(path, store.Options{Wait: wait})
	if err != nil {
		t.Fatal(err)
	}
	calls := map[string]func() error{
		"append": func() error { _, err := b.Append(t.Context(), made.ID, answerNumber(2)); return err },
		"get":    func() error { _, err := b.Get(t.Context(), made.ID); return err },
		"list":   func() error { _, err := b.List(t.Context(), model.Query{}); return err },
	}
	for name, call := range calls {
		began := time.Now()
		err := call()
		took := time.Since(began)
		if model.KindOf(err) != model.KindBusy || !strings.Contains(err.Error(), fmt.Sprintf("process %d (remit interview", c.Process.Pid)) {
			t.Errorf("%s: got %v, want busy and process %d", name, err, c.Process.Pid)
		}
		if took < wait || took > wait+time.Minute { // a busy machine may be late, but nobody waits without an end
			t.Errorf("%s gave up after %v, not after %v", name, took, wait)
		}
	}

	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
	defer cancel()
	if _, err := open(t, path).Get(ctx, made.ID); model.KindOf(err) != model.KindBusy {
		t.Errorf("called off while waiting: got %v, want busy", err)
	}

	c.kill()
	if err := calls["append"](); err != nil {
		t.Errorf("after its holder was killed: %v", err)
	}
	storetest.Sound(t, b)
}

// TestAStaleNoteBlocksNobody: the note of a process that is gone is neither
// believed nor in the way.
func TestAStaleNoteBlocksNobody(t *testing.T) {
	path := fresh(t)
	b, err := store.Open(path, store.Options{Wait: 100 * time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	made, err := b.Create(t.Context(), storetest.Created("Acme"))
	if err != nil {
		t.Fatal(err)
	}
	victim := filepath.Join(t.TempDir(), "victim")
	if err := os.WriteFile(victim, []byte("precious"), 0o600); err != nil {
		t.Fatal(err)
	}
	host, _ := os.Hostname()
	note := path + ".holder"
	for name, lay := range map[string]func() error{
		"of the dead": func() error {
			return os.WriteFile(note, fmt.Appendf(nil, `{"pid":%d,"host":%q,"program":"remit"}`, deadPID(t), host), 0o600)
		},
		"of nonsense": func() error { return os.WriteFile(note, []byte("\x1b[2J{{{"), 0o600) },
		"link":        func() error { return os.Symlink(victim, note) },
	} {
		t.Run(name, func(t *testing.T) {
			if err := lay(); err != nil {
				t.Fatal(err)
			}
			f, err := os.Open(path)
			if err != nil {
				t.Fatal(err)
			}
			if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX); err != nil {
				t.Fatal(err)
			}
			_, err = b.Get(t.Context(), made.ID)
			if model.KindOf(err) != model.KindBusy || !strings.Contains(err.Error(), "another program holds it") {
				t.Errorf("while another program holds the file: %v", err)
			}
			_ = f.Close()
			if _, err := b.Append(t.Context(), made.ID, answerNumber(2)); err != nil {
				t.Errorf("append: %v", err)
			}
			if _, err := os.Lstat(note); !os.IsNotExist(err) {
				t.Errorf("the note is still there: %v", err)
			}
		})
	}
	if got, _ := os.ReadFile(victim); string(got) != "precious" {
		t.Errorf("a note was written through a link: %q", got)
	}
}

// deadPID is the number of a process that has ended.
func deadPID(t testing.TB) int {
	c := start(t, "racer", nil, "0") // ends at once: it has no input
	_ = c.Wait()
	return c.Process.Pid
}

// TestReplacedWhileInUse: a change that went into a file which has lost its name
// is not acknowledged.
func TestReplacedWhileInUse(t *testing.T) {
	for name, replace := range map[string]func(path string) error{
		"removed":           os.Remove,
		"replaced":          func(path string) error { return os.Rename(path+".other", path) },
		"directory renamed": func(path string) error { return os.Rename(filepath.Dir(path), filepath.Dir(path)+".old") },
	} {
		t.Run(name, func(t *testing.T) {
			path := fresh(t)
			for _, p := range []string{path, path + ".other"} {
				if _, err := open(t, p).Create(t.Context(), storetest.Created("Acme")); err != nil {
					t.Fatal(err)
				}
			}
			b, err := store.Open(path, store.Options{Entropy: reader(func(p []byte) (int, error) {
				return len(p), replace(path)
			})})
			if err != nil {
				t.Fatal(err)
			}
			if _, err := b.Create(t.Context(), storetest.Created("lost")); model.KindOf(err) != model.KindIO {
				t.Errorf("got %v, want an error of the disk", err)
			}
		})
	}
}
