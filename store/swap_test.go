//go:build linux

package store_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"remit/model"
	"remit/store"
	"remit/store/storetest"
)

// swapper puts another file in the place of a store: it compacts it so many times, or
// restores it from a backup. Its arguments are the store and the number or the backup.
func swapper(say func(string, ...any), args []string) {
	ctx := context.Background()
	b, err := store.Open(args[0], store.Options{Wait: 20 * time.Second})
	if err != nil {
		say("failed %d %v", model.KindOf(err), err)
		return
	}
	say("ready")
	if times, number := strconv.Atoi(args[1]); number == nil {
		for range times {
			if _, _, err := b.Compact(ctx); err != nil {
				say("failed %d %v", model.KindOf(err), err)
			}
		}
		return
	}
	backup, err := store.Open(args[1], store.Options{})
	if err == nil {
		_, err = b.Restore(ctx, backup, false)
	}
	if err != nil {
		say("failed %d %v", model.KindOf(err), err)
		return
	}
	say("done")
}

// bloated is a store with more room in it than it needs.
func bloated(t testing.TB) string {
	t.Helper()
	path := filled(t, 30)
	b := open(t, path)
	for id := range storetest.Many(20) {
		if err := b.Purge(t.Context(), id); err != nil {
			t.Fatal(err)
		}
	}
	return path
}

// TestSwapsFailAtEveryCall makes each call to the system fail once that compacting or
// restoring a store makes, and ends the process at each. The store is then the old one
// or the new one, whole; a store that was replaced by a backup is beside it.
func TestSwapsFailAtEveryCall(t *testing.T) {
	strace := tracer(t)
	if testing.Short() {
		t.Skip("some hundred traced processes take a while")
	}
	for _, fault := range []struct {
		call, mode           string
		compacting, restored bool // who makes such a call
	}{
		{"pwrite64", "signal=KILL", true, false}, {"write", "signal=KILL", true, true},
		{"fdatasync", "signal=KILL", true, false}, {"fsync", "signal=KILL", true, true},
		{"ftruncate", "signal=KILL", true, false}, {"truncate", "signal=KILL", true, false},
		{"renameat", "signal=KILL", true, true}, {"linkat", "signal=KILL", false, true},
		{"fchmodat", "signal=KILL", true, false}, {"unlinkat", "signal=KILL", true, true},
		{"pwrite64", "error=ENOSPC", true, false}, {"fdatasync", "error=EIO", true, false}, {"fsync", "error=EIO", true, true},
		{"ftruncate", "error=EIO", true, false}, {"truncate", "error=EIO", true, false}, {"renameat", "error=EIO", true, true},
		{"linkat", "error=EPERM", false, true}, {"linkat", "error=EIO", false, true}, {"fchmodat", "error=EPERM", true, false},
	} {
		for _, restoring := range []bool{false, true} {
			if restoring && !fault.restored || !restoring && !fault.compacting {
				continue
			}
			t.Run(fmt.Sprintf("%s %s, restoring %v", fault.call, fault.mode, restoring), func(t *testing.T) {
				t.Parallel()
				points := 0
				for n := 1; ; n++ {
					path, second := bloated(t), "1"
					old := histories(t, open(t, path))
					next := old
					if restoring {
						second = filled(t, 3)
						next = histories(t, open(t, second))
					}
					log := filepath.Join(t.TempDir(), "trace")
					c := start(t, "swapper", []string{strace, "-f", "-qq", "-o", log, "-e", "trace=" + fault.call,
						"-e", fmt.Sprintf("inject=%s:%s:when=%d", fault.call, fault.mode, n)}, path, second)
					lines := c.rest()
					_ = c.Wait()
					trace, err := os.ReadFile(log)
					if err != nil {
						t.Fatal(err)
					}
					if !strings.Contains(string(trace), "INJECTED") && !strings.Contains(string(trace), "killed by SIGKILL") {
						break // there are fewer calls than n
					}
					points++
					oneOfTwo(t, path, old, next, lines)
				}
				if points == 0 {
					t.Error("no call was made to fail")
				}
				t.Logf("%d points", points)
			})
		}
	}
}

// oneOfTwo makes sure that a store is sound and is the old one or the next, which it is
// if the child said that it was done; and that the old one is there in any case.
func oneOfTwo(t *testing.T, path string, old, next map[string][]model.Event, lines []string) {
	t.Helper()
	b := open(t, path)
	storetest.Sound(t, b)
	now := histories(t, b)
	isOld, isNext := reflect.DeepEqual(now, old), reflect.DeepEqual(now, next)
	if !isOld && !isNext || !isNext && strings.Contains(fmt.Sprint(lines), "done") {
		t.Errorf("%q, and the store is neither of the two, or not the one it should be", lines)
	}
	if strings.Contains(fmt.Sprint(lines), "failed") && !strings.Contains(fmt.Sprint(lines), fmt.Sprintf("failed %d ", model.KindIO)) &&
		!strings.Contains(fmt.Sprint(lines), fmt.Sprintf("failed %d ", model.KindPermission)) {
		t.Errorf("the child said %q", lines)
	}
	if isOld {
		return
	}
	kept, err := filepath.Glob(filepath.Join(filepath.Dir(path), "sessions-before-restore-*.db"))
	if err != nil || len(kept) != 1 {
		t.Errorf("kept: %q, %v", kept, err)
		return
	}
	if !reflect.DeepEqual(histories(t, open(t, kept[0])), old) {
		t.Error("what was kept is not the old store")
	}
}

// TestChangesGoOnWhileItIsCompacted saves answers while another process compacts
// the store, which is killed at random: nothing is lost.
func TestChangesGoOnWhileItIsCompacted(t *testing.T) {
	kills := 100
	if testing.Short() {
		kills = 10
	}
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 0))
	path := bloated(t)
	b, err := store.Open(path, store.Options{Wait: 20 * time.Second})
	if err != nil {
		t.Fatal(err)
	}
	s, err := b.Create(t.Context(), storetest.Created("Acme"))
	if err != nil {
		t.Fatal(err)
	}
	for range kills {
		c := start(t, "swapper", nil, path, "2")
		fields(t, c.line(), "ready", 1)
		death := time.Now().Add(time.Duration(random.Int64N(int64(20 * time.Millisecond))))
		for time.Now().Before(death) {
			if s, err = b.Append(t.Context(), s.ID, answerNumber(s.Seq+1)); err != nil {
				t.Fatal(err)
			}
		}
		_ = c.Process.Signal(syscall.SIGKILL)
		_ = c.Wait()
		if lines := c.rest(); len(lines) > 0 {
			t.Fatalf("the child said %q", lines)
		}
		c.kill()
	}
	if got, err := b.Get(t.Context(), s.ID); err != nil || !storetest.Same(got, s) {
		t.Errorf("there are %d changes, %v; %d were acknowledged", got.Seq, err, s.Seq)
	}
	storetest.Sound(t, b)
	t.Logf("%d kills, %d changes", kills, s.Seq)
}
