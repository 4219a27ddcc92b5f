//go:build linux

package store_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"

	"remit/model"
	"remit/store"
	"remit/store/storetest"
)

// cramped answers until files may not grow any more, says with what kind of error
// that ended, and goes on when they may.
func cramped(say func(string, ...any), args []string) {
	ctx := context.Background()
	b, err := store.Open(args[0], store.Options{})
	if err != nil {
		say("failed %v", err)
		return
	}
	s, err := b.Create(ctx, storetest.Created("Acme"))
	if err != nil {
		say("failed %v", err)
		return
	}
	say("ack %s %d", s.ID, s.Seq)
	var before unix.Rlimit
	_ = unix.Getrlimit(unix.RLIMIT_FSIZE, &before)
	_ = unix.Setrlimit(unix.RLIMIT_FSIZE, &unix.Rlimit{Cur: 64 << 10, Max: before.Max})
	for {
		after, err := b.Append(ctx, s.ID, longNote(s.Seq+1))
		if err != nil {
			say("full %d", model.KindOf(err))
			break
		}
		s = after
		say("ack %s %d", s.ID, s.Seq)
	}
	_ = unix.Setrlimit(unix.RLIMIT_FSIZE, &before)
	s, err = b.Append(ctx, s.ID, longNote(s.Seq+1))
	if err != nil {
		say("failed %v", err)
		return
	}
	say("ack %s %d", s.ID, s.Seq)
}

func longNote(seq uint64) model.Event {
	return model.Event{Kind: model.EventNoted, Question: fmt.Sprintf("q%d", seq), Text: strings.Repeat("note ", 200)}
}

func TestFilesThatMayNotGrow(t *testing.T) {
	path := fresh(t)
	c := start(t, "cramped", nil, path)
	lines := c.rest()
	if len(lines) < 4 || lines[len(lines)-2] != fmt.Sprintf("full %d", model.KindIO) {
		t.Fatalf("the child said %q", lines)
	}
	last := fields(t, lines[len(lines)-1], "ack", 3)
	b := open(t, path)
	s, err := b.Get(t.Context(), last[1])
	if err != nil || strconv.FormatUint(s.Seq, 10) != last[2] {
		t.Errorf("the last acknowledged change is %s, the last one there %d, %v", last[2], s.Seq, err)
	}
	storetest.Sound(t, b)
}

// TestDiskFull fills a disk of its own: the change that does not fit is refused,
// those before are safe, and when there is room again the same store goes on.
func TestDiskFull(t *testing.T) {
	dir := t.TempDir()
	if err := unix.Mount("tmpfs", dir, "tmpfs", 0, "size=256k"); err != nil {
		t.Skipf("a small disk cannot be mounted here (only root may): %v", err)
	}
	t.Cleanup(func() { _ = unix.Unmount(dir, unix.MNT_DETACH) })
	ballast := filepath.Join(dir, "ballast")
	if err := os.WriteFile(ballast, make([]byte, 96<<10), 0o600); err != nil {
		t.Fatal(err)
	}
	b := open(t, filepath.Join(dir, "sessions.db"))
	s, err := b.Create(t.Context(), storetest.Created("Acme"))
	for n := 0; err == nil; n++ {
		if n > 1000 {
			t.Fatal("the disk does not get full")
		}
		var after model.Session
		if after, err = b.Append(t.Context(), s.ID, longNote(s.Seq+1)); err == nil {
			s = after
		}
	}
	if model.KindOf(err) != model.KindIO || !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("got %v, want an error that says that the disk is full", err)
	}
	if got, err := b.Get(t.Context(), s.ID); err != nil || !storetest.Same(got, s) {
		t.Errorf("after the failure: %+v, %v; want %+v", got, err, s)
	}
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Append(t.Context(), s.ID, longNote(s.Seq+1)); err != nil {
		t.Errorf("with room again: %v", err)
	}
	storetest.Sound(t, b)

	if err := unix.Mount("tmpfs", dir, "tmpfs", unix.MS_REMOUNT|unix.MS_RDONLY, "size=256k"); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Append(t.Context(), s.ID, longNote(s.Seq+2)); model.KindOf(err) != model.KindIO {
		t.Errorf("write to a disk that can only be read: got %v", err)
	}
	if _, err := b.Get(t.Context(), s.ID); err != nil {
		t.Errorf("read from a disk that can only be read: %v", err)
	}
}

// TestEveryCallToTheDiskFails makes each call that a short session makes to the
// disk fail once, and ends the process at each: what was acknowledged is there.
// After a sync that failed, nothing more is acknowledged by that process.
func TestEveryCallToTheDiskFails(t *testing.T) {
	strace := tracer(t)
	if testing.Short() {
		t.Skip("some hundred traced processes take a while")
	}
	for _, fault := range []struct{ call, mode string }{
		{"pwrite64", "signal=KILL"}, {"fdatasync", "signal=KILL"}, {"ftruncate", "signal=KILL"},
		{"fsync", "signal=KILL"}, {"renameat2", "signal=KILL"}, {"mmap", "signal=KILL"},
		{"pwrite64", "error=ENOSPC"}, {"fdatasync", "error=EIO"}, {"ftruncate", "error=EIO"},
		{"fsync", "error=EIO"}, {"renameat2", "error=EINVAL"}, {"renameat2", "error=EIO"},
		{"mmap", "error=ENOMEM"}, {"flock", "error=ENOLCK"}, {"flock", "error=EINTR"},
	} {
		t.Run(fault.call+" "+fault.mode, func(t *testing.T) {
			t.Parallel()
			points := 0
			for n := 1; ; n++ {
				log := filepath.Join(t.TempDir(), "trace")
				path := fresh(t)
				traced := []string{strace, "-f", "-qq", "-o", log, "-e", "trace=" + fault.call,
					"-e", fmt.Sprintf("inject=%s:%s:when=%d", fault.call, fault.mode, n)}
				if fault.call == "mmap" {
					traced = append(traced, "-P", path) // Go itself maps memory all the time
				}
				c := start(t, "appender", traced, path, "6")
				lines := c.rest()
				_ = c.Wait()
				trace, err := os.ReadFile(log)
				if err != nil {
					t.Fatal(err)
				}
				if !strings.Contains(string(trace), "INJECTED") && !strings.Contains(string(trace), "killed by SIGKILL") {
					break // the session makes fewer calls than n
				}
				points++
				afterFault(t, path, lines, fault.call == "fdatasync" && strings.HasPrefix(fault.mode, "error"))
			}
			if points == 0 {
				t.Error("no call was made to fail")
			}
			t.Logf("%d points", points)
		})
	}
}

// afterFault checks what a child said against what its store holds. A sync that
// failed leaves open whether its change is there.
func afterFault(t *testing.T, path string, lines []string, syncFailed bool) {
	t.Helper()
	acked := map[string]uint64{}
	failed := false
	for _, line := range lines {
		switch f := strings.Fields(line); f[0] {
		case "ack":
			if failed && syncFailed {
				t.Errorf("acknowledged after a failed sync: %q", lines)
			}
			acked[f[1]], _ = strconv.ParseUint(f[2], 10, 64)
		case "failed":
			failed = true
			if f[1] != strconv.Itoa(int(model.KindIO)) {
				t.Errorf("the child said %q", line)
			}
		}
	}
	survives(t, path, acked)
}

// stranger gives up root's rights and says what happens when it reads and writes.
func stranger(say func(string, ...any), args []string) {
	if err := syscall.Setgid(65534); err != nil {
		say("failed %v", err)
		return
	}
	if err := syscall.Setuid(65534); err != nil {
		say("failed %v", err)
		return
	}
	b, err := store.Open(args[0], store.Options{})
	if err != nil {
		say("failed %v", err)
		return
	}
	_, read := b.List(context.Background(), model.Query{})
	_, write := b.Create(context.Background(), storetest.Created("Acme"))
	say("kinds %d %d", kindOrNone(read), kindOrNone(write))
}

func kindOrNone(err error) int {
	if err == nil {
		return -1
	}
	return int(model.KindOf(err))
}

func TestWithoutPermission(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("only root can become somebody else")
	}
	base, err := os.MkdirTemp("", "remit")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(base) })
	for _, dir := range []string{"shared", "closed"} {
		if _, err := open(t, filepath.Join(base, dir, "sessions.db")).Create(t.Context(), storetest.Created("Acme")); err != nil {
			t.Fatal(err)
		}
	}
	for _, dir := range []string{base, filepath.Join(base, "shared")} {
		if err := os.Chmod(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	readable := filepath.Join(base, "shared", "readable.db")
	data, err := os.ReadFile(filepath.Join(base, "shared", "sessions.db"))
	if err == nil {
		err = os.WriteFile(readable, data, 0o644)
	}
	if err == nil {
		err = os.Chmod(readable, 0o644) // whatever the mask allows
	}
	if err != nil {
		t.Fatal(err)
	}
	denied, fine := int(model.KindPermission), -1
	for path, want := range map[string][2]int{
		"shared/sessions.db":     {denied, denied},
		"closed/sessions.db":     {denied, denied},
		"shared/new.db":          {fine, denied},
		"shared/new/sessions.db": {fine, denied},
		"shared/readable.db":     {fine, denied},
	} {
		before := tree(t, base)
		c := start(t, "stranger", nil, filepath.Join(base, path))
		if got := c.line(); got != fmt.Sprintf("kinds %d %d", want[0], want[1]) {
			t.Errorf("%s: the child said %q, want kinds %v", path, got, want)
		}
		if after := tree(t, base); after != before {
			t.Errorf("%s: files changed:\n%s\nwere\n%s", path, after, before)
		}
	}
}
