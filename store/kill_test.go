//go:build linux

package store_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"remit/model"
	"remit/store"
	"remit/store/storetest"
)

// appender answers as fast as it can: it goes on with the session that is there,
// or starts one. Its arguments are the store and the number of answers.
func appender(say func(string, ...any), args []string) {
	runtime.LockOSThread() // a tracer counts the calls of each thread for itself
	ctx := context.Background()
	b, err := store.Open(args[0], store.Options{})
	if err != nil {
		say("failed %d %v", model.KindOf(err), err)
		return
	}
	most, _ := strconv.Atoi(args[1])
	say("ready")
	page, err := b.List(ctx, model.Query{Limit: 1})
	if err != nil {
		say("failed %d %v", model.KindOf(err), err)
		return
	}
	var s model.Session
	if len(page.Sessions) == 1 {
		s = page.Sessions[0]
	} else {
		s, err = b.Create(ctx, storetest.Created("Acme"))
		if err != nil {
			say("failed %d %v", model.KindOf(err), err)
			return
		}
	}
	id := s.ID
	say("ack %s %d", id, s.Seq)
	for range most {
		next := s.Seq + 1
		after, err := b.Append(ctx, id, answerNumber(next))
		if err != nil {
			say("failed %d %v", model.KindOf(err), err)
			continue
		}
		s = after
		say("ack %s %d", id, s.Seq)
	}
}

// TestKilledAtAnyMoment kills processes that save answers: nothing that was
// acknowledged is lost, and at most the one change that was under way is there
// beyond it.
func TestKilledAtAnyMoment(t *testing.T) {
	kills := 1000
	if testing.Short() {
		kills = 100
	}
	const workers, roundsPerFile = 3, 4
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	var done, acks, extra atomic.Int64
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			random := rand.New(rand.NewPCG(seed, uint64(w)))
			dir := t.TempDir()
			acked := map[string]uint64{} // by id, over all rounds of one file
			for round := 0; done.Add(1) <= int64(kills) && !t.Failed(); round++ {
				if round%roundsPerFile == 0 {
					clear(acked)
				}
				path := filepath.Join(dir, strconv.Itoa(round/roundsPerFile), "sessions.db")
				c := start(t, "appender", nil, path, "100000")
				fields(t, c.line(), "ready", 1)
				time.Sleep(time.Duration(random.Int64N(int64(30 * time.Millisecond)))) // the moment of death
				_ = c.Process.Signal(syscall.SIGKILL)
				_ = c.Wait()
				for _, line := range c.rest() {
					f := fields(t, line, "ack", 3)
					seq, _ := strconv.ParseUint(f[2], 10, 64)
					acked[f[1]] = seq
					acks.Add(1)
				}
				c.kill()
				extra.Add(survives(t, path, acked))
			}
		})
	}
	wg.Wait()
	t.Logf("%d kills, %d acknowledged changes, none lost; %d were there without having been acknowledged",
		kills, acks.Load(), extra.Load())
}

// survives makes sure that a store holds what was acknowledged, and counts what
// it holds beyond.
func survives(t testing.TB, path string, acked map[string]uint64) (extra int64) {
	t.Helper()
	b := open(t, path)
	if err := b.Check(context.Background()); err != nil {
		t.Errorf("%s: %v", path, err)
		return 0
	}
	page, err := b.List(context.Background(), model.Query{Limit: 1000})
	if err != nil {
		t.Errorf("%s: %v", path, err)
		return 0
	}
	here := map[string]uint64{}
	for _, s := range page.Sessions {
		here[s.ID] = s.Seq
		events, err := b.History(context.Background(), s.ID)
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		for _, e := range events[1:] {
			if want := answerNumber(e.Seq); e.Question != want.Question || *e.Answer != *want.Answer {
				t.Errorf("%s: event %d says %s = %v", path, e.Seq, e.Question, e.Answer)
			}
		}
	}
	for id, seq := range acked {
		switch {
		case here[id] < seq:
			t.Errorf("%s: change %d of %s was acknowledged; the last one there is %d", path, seq, id, here[id])
		case here[id] > seq+1:
			t.Errorf("%s: change %d of %s was the last to be acknowledged, and %d is there", path, seq, id, here[id])
		}
		extra += int64(here[id] - seq)
		acked[id] = here[id] // what is there now must stay
	}
	if len(here) > len(acked)+1 {
		t.Errorf("%s: %d sessions, %d were acknowledged", path, len(here), len(acked))
	}
	for id, seq := range here {
		if acked[id] == 0 {
			acked[id], extra = seq, extra+1
		}
	}
	return extra
}

// TestNothingIsLeftBehind looks at the directory after deaths during creation.
func TestNothingIsLeftBehind(t *testing.T) {
	path := fresh(t)
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	stale := filepath.Join(dir, ".sessions.db.123.new")
	young := filepath.Join(dir, ".sessions.db.456.new")
	for _, name := range []string{stale, young} {
		if err := os.WriteFile(name, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	long := time.Now().Add(-2 * time.Hour)
	if err := os.Chtimes(stale, long, long); err != nil {
		t.Fatal(err)
	}
	if _, err := open(t, path).Create(t.Context(), storetest.Created("Acme")); err != nil {
		t.Fatal(err)
	}
	if got := listDir(t, dir); fmt.Sprint(got) != "[.sessions.db.456.new sessions.db]" {
		t.Errorf("the directory holds %q", got)
	}
}
