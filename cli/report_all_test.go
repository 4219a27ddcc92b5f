package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"remit/advisor"
	"remit/model"
	"remit/model/schematest"
	"remit/report"
	"remit/store"
)

// Every line is a report by the schema, and says what the report of the session alone
// says. The store is the same afterwards, to the byte.
func TestAllReportsAreThoseOfEachSession(t *testing.T) {
	path := manySessions(t, 40, advisor.Builtin().Framework().Ref)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	stdout, stderr, code := ran(t, "report", "--all", "--format", "json", "--store", path)
	if code != 0 || stderr != "" {
		t.Fatalf("exit code %d: %s", code, stderr)
	}
	lines := strings.Split(strings.TrimSuffix(stdout, "\n"), "\n")
	if len(lines) != 40 {
		t.Fatalf("%d lines of 40 sessions", len(lines))
	}
	schema := schematest.Compile(t, report.Schema("report"))
	for i, line := range lines {
		var got struct{ Session struct{ ID, Name string } }
		if err := json.Unmarshal([]byte(line), &got); err != nil {
			t.Fatal(err)
		}
		if want := fmt.Sprintf("Talk %d", len(lines)-1-i); got.Session.Name != want {
			t.Errorf("line %d is of %q, want %q, in the order of the listing", i+1, got.Session.Name, want)
		}
		follows(t, schema, []byte(line))
		if i%13 != 0 {
			continue
		}
		alone, _, _ := ran(t, "report", got.Session.ID, "--format", "json", "--store", path)
		var compact bytes.Buffer
		if err := json.Compact(&compact, []byte(alone)); err != nil {
			t.Fatal(err)
		}
		if compact.String() != line {
			t.Errorf("%s: the line is not the report of the session", got.Session.Name)
		}
	}
	after, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(before, after) {
		t.Errorf("reading has changed the store, %v", err)
	}
}

// cutOff is an output behind which a signal comes after some writes.
type cutOff struct {
	bytes.Buffer
	left int
	end  func()
}

func (c *cutOff) Write(p []byte) (int, error) {
	if c.left--; c.left == 0 {
		c.end()
	}
	return c.Buffer.Write(p)
}

// Whoever interrupts keeps the whole lines, and is told how many they are; a file that
// was to hold all of them is not there at all.
func TestAnInterruptedExportIsWhole(t *testing.T) {
	path := manySessions(t, 60, advisor.Builtin().Framework().Ref)
	ctx, end := context.WithCancelCause(t.Context())
	env, _, stderr := world(t, "", "report", "--all", "--format", "json", "--store", path)
	out := &cutOff{left: 3, end: func() { end(interrupted{syscall.SIGINT}) }}
	env.Stdout = out
	if code := Main(ctx, env); code != 130 {
		t.Errorf("exit code %d, want 130", code)
	}
	lines := bytes.SplitAfter(out.Bytes(), []byte("\n"))
	if last := lines[len(lines)-1]; len(last) > 0 || len(lines)-1 >= 60 {
		t.Errorf("%d lines, and %d bytes of another", len(lines)-1, len(last))
	}
	if want := fmt.Sprintf("stopped after %d of 60 reports", len(lines)-1); !strings.Contains(stderr.String(), want) {
		t.Errorf("got %q, want %q", stderr, want)
	}

	dir := t.TempDir()
	ctx, end = context.WithCancelCause(t.Context())
	older := manySessions(t, 60, model.Ref{ID: "remit", Version: "0.9.0", Hash: "0"})
	env, _, _ = world(t, "", "report", "--all", "--store", older, "-o", filepath.Join(dir, "all.json"))
	told := &cutOff{left: 3, end: func() { end(interrupted{syscall.SIGINT}) }}
	env.Stderr = told
	if code := Main(ctx, env); code != 130 {
		t.Errorf("exit code %d, want 130", code)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 || !strings.Contains(told.String(), "Nothing was written") {
		t.Errorf("there are %v, %v, and it says %q", left, err, told)
	}
}

// What is to be known about a session goes to the complaints with its name; where it is
// the same with many, the first few say it and the others are counted.
func TestSessionsOfAnotherFrameworkSaySo(t *testing.T) {
	path := manySessions(t, 25, model.Ref{ID: "remit", Version: "0.9.0", Hash: "0"})
	stdout, stderr, code := ran(t, "report", "--all", "--format", "json", "--store", path)
	if code != 0 || strings.Count(stdout, "\n") != 25 || strings.Count(stderr, "Questions or rules have changed since") != toldNotes {
		t.Errorf("exit code %d, %s", code, stderr)
	}
	for _, want := range []string{`session "Talk 24": `, fmt.Sprintf("as much to be known about %d more sessions", 25-toldNotes)} {
		if !strings.Contains(stderr, want) {
			t.Errorf("%q is missing in %s", want, stderr)
		}
	}
}

// busy is a store in which somebody changes the oldest session as soon as the first page
// of a listing has been read.
type busy struct {
	model.Sessions
	oldest string
	done   bool
}

func (b *busy) List(ctx context.Context, q model.Query) (model.Page, error) {
	page, err := b.Sessions.List(ctx, q)
	if !b.done && err == nil {
		b.done = true
		_, err = b.Append(ctx, b.oldest, model.Event{Kind: model.EventRenamed, Name: "renamed"})
	}
	return page, err
}

// No session is left out, or comes twice, because others work on the store meanwhile.
func TestAListingThatMovesIsWhole(t *testing.T) {
	const n = 2*listedAtOnce + 1
	keep := &busy{Sessions: store.NewMemory(time.Now)}
	for range n {
		s, err := keep.Create(t.Context(), model.Event{Kind: model.EventCreated, Name: "acme", SessionKind: model.Interview})
		if err != nil {
			t.Fatal(err)
		}
		if keep.oldest == "" {
			keep.oldest = s.ID
		}
	}
	ids, err := idsOf(t.Context(), keep, "")
	if err != nil || len(ids) != n || ids[n-1] != keep.oldest {
		t.Errorf("%d of %d sessions, %v", len(ids), n, err)
	}
	slices.Sort(ids)
	if len(slices.Compact(ids)) != n {
		t.Error("a session comes twice")
	}
}
