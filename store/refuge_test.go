//go:build linux

package store_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"remit/model"
	"remit/store"
	"remit/store/storetest"
)

// refugee saves answers and goes on when the disk fails; at the end it says where the
// store was copied to. Its arguments are the store, the refuge and the number of
// answers.
func refugee(say func(string, ...any), args []string) {
	runtime.LockOSThread() // a tracer counts the calls of each thread for itself
	ctx := context.Background()
	b, err := store.Open(args[0], store.Options{Refuge: args[1]})
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
	most, _ := strconv.Atoi(args[2])
	for range most {
		after, failed := b.Append(ctx, s.ID, answerNumber(s.Seq+1))
		if err = failed; err != nil {
			continue
		}
		s = after
		say("ack %s %d", s.ID, s.Seq)
	}
	if stopped, ok := errors.AsType[*store.Stopped](err); ok && model.KindOf(err) == model.KindIO {
		say("copied %s", stopped.Copy)
	}
}

// TestAFailedSyncLeavesACopyElsewhere makes every sync of a store fail in turn, and
// goes on for 50 answers: all that was acknowledged is in a sound copy in another
// place, and after the failure not a byte is written to the store.
func TestAFailedSyncLeavesACopyElsewhere(t *testing.T) {
	strace := tracer(t)
	if testing.Short() {
		t.Skip("some dozen traced processes take a while")
	}
	points := 0
	for n := 1; ; n++ {
		path, refuge := filled(t, 1), filepath.Join(t.TempDir(), "state", "remit")
		log := filepath.Join(t.TempDir(), "trace")
		c := start(t, "refugee", []string{strace, "-f", "-qq", "-o", log, "-P", path, "-e", "signal=none",
			"-e", "trace=pwrite64,write,ftruncate,fdatasync,fsync",
			"-e", fmt.Sprintf("inject=fdatasync:error=EIO:when=%d", n)}, path, refuge, strconv.Itoa(n/3+50))
		lines := c.rest()
		_ = c.Wait()
		if len(lines) == 0 || n > 30 {
			break
		}
		trace, err := os.ReadFile(log)
		if err != nil {
			t.Fatal(err)
		}
		before, after, failed := strings.Cut(string(trace), "(INJECTED)")
		if !failed {
			t.Fatalf("no sync failed:\n%s", before)
		}
		if rest := strings.TrimSpace(after); rest != "" {
			t.Errorf("after the failure, calls to the store went on:\n%s", rest)
		}
		points++
		acked := map[string]uint64{}
		var copied string
		for _, line := range lines {
			switch f := strings.Fields(line); f[0] {
			case "ack":
				acked[f[1]], _ = strconv.ParseUint(f[2], 10, 64)
			case "copied":
				copied = f[1]
			}
		}
		if len(acked) == 0 { // the very first change failed; what was there before is in the copy
			if found, _ := filepath.Glob(filepath.Join(refuge, "*")); len(found) != 1 {
				t.Errorf("sync %d: in the refuge is %q", n, found)
			}
			continue
		}
		if filepath.Dir(copied) != refuge {
			t.Fatalf("sync %d: the copy is %q, not in %s; %q", n, copied, refuge, lines)
		}
		b := open(t, copied)
		storetest.Sound(t, b)
		for id, seq := range acked {
			if s, err := b.Get(t.Context(), id); err != nil || s.Seq < seq || s.Seq > seq+1 {
				t.Errorf("sync %d: change %d was acknowledged, the copy has %d, %v", n, seq, s.Seq, err)
			}
		}
		if info, err := os.Stat(copied); err != nil || info.Mode() != 0o600 {
			t.Errorf("mode %v, %v", info.Mode(), err)
		}
	}
	if points == 0 {
		t.Error("no sync was made to fail")
	}
	t.Logf("%d points", points)
}

// TestNoPlaceForACopy: where none can be made, the store says that it stopped all the
// same, and what was saved can still be read.
func TestNoPlaceForACopy(t *testing.T) {
	strace := tracer(t)
	path := filled(t, 1)
	c := start(t, "refugee", []string{strace, "-f", "-qq", "-o", os.DevNull, "-P", path, "-e", "signal=none",
		"-e", "trace=fdatasync", "-e", "inject=fdatasync:error=EIO:when=4"}, path, filepath.Join(path, "below"), "5")
	lines := c.rest()
	if len(lines) != 2 || lines[1] != "copied " {
		t.Errorf("the child said %q", lines)
	}
	acked := fields(t, lines[0], "ack", 3)
	if s, err := open(t, path).Get(t.Context(), acked[1]); err != nil || s.Seq < 1 {
		t.Errorf("%+v, %v", s, err)
	}
}
