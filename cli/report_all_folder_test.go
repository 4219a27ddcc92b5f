package cli

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"remit/model"
)

// evening is a consultant's folder of reports and the store behind it.
type evening struct {
	t          *testing.T
	store, dir string
}

// newEvening has two companies of one name, and a third one.
func newEvening(t *testing.T) evening {
	e := evening{t, filepath.Join(t.TempDir(), "sessions.db"), t.TempDir()}
	for _, s := range []struct{ name, client, people, technology string }{
		{"first", "Harbour", "90", "product"}, {"second", "Harbour", "40", "support"}, {"third", "Bakery", "12", "support"},
	} {
		e.do(0, "sessions", "new", "--name", s.name, "--client", s.client)
		e.do(0, "sessions", "set", s.name, "headcount="+s.people, "technology="+s.technology)
	}
	return e
}

// do runs remit on the store and gives what it says.
func (e evening) do(want int, args ...string) string {
	e.t.Helper()
	stdout, stderr, code := ran(e.t, append(args, "--store", e.store)...)
	if code != want {
		e.t.Fatalf("%q: exit code %d, want %d: %s", args, code, want, stderr)
	}
	return stdout + stderr
}

// export writes all reports into the folder.
func (e evening) export(want int, args ...string) string {
	e.t.Helper()
	return e.do(want, append([]string{"report", "--all", "-o", e.dir}, args...)...)
}

// files lists the folder without the list of reports.
func (e evening) files() []string {
	e.t.Helper()
	entries, err := os.ReadDir(e.dir)
	if err != nil {
		e.t.Fatal(err)
	}
	var names []string
	for _, entry := range entries {
		if entry.Name() != ledgerName {
			names = append(names, entry.Name())
		}
	}
	return names
}

func (e evening) holds(want ...string) {
	e.t.Helper()
	if got := e.files(); !slices.Equal(got, want) {
		e.t.Errorf("the folder holds %q, want %q", got, want)
	}
}

// about gives the files that tell of a session.
func (e evening) about(session string) (names []string) {
	for _, name := range e.files() {
		if strings.Contains(e.read(name), "Session: "+session) {
			names = append(names, name)
		}
	}
	return names
}

func (e evening) path(name string) string { return filepath.Join(e.dir, name) }

func (e evening) read(name string) string {
	e.t.Helper()
	text, err := os.ReadFile(e.path(name))
	if err != nil {
		e.t.Fatal(err)
	}
	return string(text)
}

func (e evening) put(name, text string) {
	e.t.Helper()
	if err := os.WriteFile(e.path(name), []byte(text), 0o600); err != nil {
		e.t.Fatal(err)
	}
}

// Who exports every evening has the newest of each session, under the name it had, and
// without --force nothing at all happens twice.
func TestASecondExportReplacesTheFirstOnRequest(t *testing.T) {
	e := newEvening(t)
	e.export(0)
	all := []string{"bakery-report.md", "harbour-report-2.md", "harbour-report.md"}
	e.holds(all...)
	first := e.about("first")
	if said := e.export(73); !strings.Contains(said, "--force") {
		t.Errorf("no cure: %s", said)
	}
	e.holds(all...)
	e.export(73, "bakery") // one of those is there
	before := e.read(first[0])
	e.do(0, "sessions", "set", "first", "headcount=500")
	if said := e.export(0, "--force"); !strings.Contains(said, "3 in the place of earlier ones") {
		t.Errorf("it says %s", said)
	}
	e.holds(all...)
	if again := e.about("first"); !slices.Equal(again, first) || e.read(first[0]) == before {
		t.Errorf("the report of the first session is now in %q, and was in %q; renewed: %t", again, first, e.read(first[0]) != before)
	}
}

// Another cut, another format and the anonymous form are documents of their own: none
// takes the place of another.
func TestReportsOfAnotherKindStandBeside(t *testing.T) {
	e := newEvening(t)
	for range 2 {
		for _, args := range [][]string{nil, {"--cut", "board"}, {"--format", "text"}, {"--anonymous"}} {
			e.export(0, append(args, "--force")...)
		}
	}
	e.holds("bakery-board.md", "bakery-report.md", "bakery-report.txt", "harbour-board-2.md", "harbour-board.md",
		"harbour-report-2.md", "harbour-report-2.txt", "harbour-report.md", "harbour-report.txt", "remit-report-2.md", "remit-report-3.md", "remit-report.md")
	list := e.read(ledgerName)
	for _, secret := range []string{"first", "second", "third"} {
		if strings.Contains(list, secret) {
			t.Errorf("the list tells of %q: %s", secret, list)
		}
	}
}

// A company that is called otherwise by now has its report under the new name, once.
func TestTheReportOfARenamedSessionMoves(t *testing.T) {
	e := newEvening(t)
	e.export(0)
	e.do(0, "sessions", "rename", "third", "third", "--client", "Mill")
	e.export(0, "--force")
	e.holds("harbour-report-2.md", "harbour-report.md", "mill-report.md")
	e.do(0, "sessions", "delete", "first")
	gone := e.about("first")
	e.export(0, "--force") // what is there of a session that is gone stays
	if still := e.about("first"); !slices.Equal(gone, still) {
		t.Errorf("the report of a deleted session was in %q and is in %q", gone, still)
	}
}

// Nothing of anybody else's is replaced, with --force neither: not a file of the same
// name, not a report with remarks in it, not a link, not what is protected.
func TestWhatOthersHaveIsLeft(t *testing.T) {
	e := newEvening(t)
	e.put("bakery-report.md", "my own")
	e.export(0, "--force")
	e.holds("bakery-report-2.md", "bakery-report.md", "harbour-report-2.md", "harbour-report.md")
	remarked, locked := e.about("first")[0], e.about("second")[0]
	e.put(remarked, e.read(remarked)+"\nAsk Ada.\n")
	was := e.read(locked)
	if err := os.Chmod(e.path(locked), 0o400); err != nil {
		t.Fatal(err)
	}
	said := e.export(0, "--force")
	if !strings.Contains(said, remarked) || !strings.Contains(said, locked) {
		t.Errorf("it does not say what it leaves: %s", said)
	}
	if e.read("bakery-report.md") != "my own" || !strings.HasSuffix(e.read(remarked), "Ask Ada.\n") || e.read(locked) != was {
		t.Error("somebody else's file was replaced")
	}
	if n := len(e.files()); n != 6 {
		t.Errorf("%d files: %q", n, e.files())
	}
	said = e.export(0, "--force") // by now those are somebody else's, and told of
	if n := len(e.files()); n != 6 || strings.Contains(said, remarked) {
		t.Errorf("%d files: %q; %s", n, e.files(), said)
	}
}

func TestNoLinkIsFollowed(t *testing.T) {
	for _, name := range []string{"bakery-report.md", ledgerName} {
		e := newEvening(t)
		e.export(0, "bakery")
		elsewhere := filepath.Join(t.TempDir(), "precious.md")
		report := e.read("bakery-report.md") // the same bytes, so that only the link tells them apart
		if err := os.WriteFile(elsewhere, []byte(report), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Remove(e.path(name)); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(elsewhere, e.path(name)); err != nil {
			t.Skip("no links here: ", err)
		}
		if name == ledgerName {
			if said := e.export(73, "--force", "bakery"); !strings.Contains(said, "symbolic link") {
				t.Errorf("it says %s", said)
			}
		} else {
			e.do(0, "sessions", "set", "third", "headcount=15")
			e.export(0, "--force", "bakery")
		}
		if text, err := os.ReadFile(elsewhere); err != nil || string(text) != report {
			t.Errorf("%s: the link was followed, %v", name, err)
		}
	}
}

// A list that was cut off, or says what no list can say, makes remit replace less, never
// more; one that is none is not touched.
func TestADamagedListOfReports(t *testing.T) {
	for name, test := range map[string]struct {
		damage func(list string) string
		code   int
		files  int // of one session, after a second export
	}{
		"as it is":              {func(list string) string { return list }, 0, 1},
		"the end is missing":    {func(list string) string { return list[:len(list)-5] }, 0, 2},
		"no line but the first": {func(list string) string { return ledgerHead }, 0, 2},
		"empty":                 {func(string) string { return "" }, 0, 2},
		"names another place":   {func(list string) string { return strings.Replace(list, `"bakery`, `"../bakery`, 1) }, 0, 2},
		"a letter":              {func(string) string { return "Dear Ida" }, 73, 1},
		"of a newer remit":      {func(list string) string { return strings.Replace(list, ":1,", ":2,", 1) }, 73, 1},
	} {
		t.Run(name, func(t *testing.T) {
			e := newEvening(t)
			e.export(0, "bakery")
			list := test.damage(e.read(ledgerName))
			e.put(ledgerName, list)
			e.export(test.code, "--force", "bakery")
			if n := len(e.files()); n != test.files {
				t.Errorf("%d files, want %d: %q", n, test.files, e.files())
			}
			if test.code != 0 && e.read(ledgerName) != list {
				t.Error("what is no list was changed")
			}
			if test.code == 0 {
				e.export(0, "--force", "bakery")
				if n := len(e.files()); n != test.files {
					t.Errorf("the next export leaves %d files, want %d: %q", n, test.files, e.files())
				}
			}
		})
	}
}

// Two exports into one folder at once would each take the other's reports for older
// ones: the second waits its turn.
func TestOneExportAtATime(t *testing.T) {
	e := newEvening(t)
	e.export(0)
	l, err := openLedger(output{file: e.dir})
	if err != nil {
		t.Fatal(err)
	}
	_, err = openLedger(output{file: e.dir})
	l.close()
	if err == nil {
		t.Skip("nothing can be held here")
	}
	if model.KindOf(err) != model.KindBusy {
		t.Errorf("got %v", err)
	}
	e.export(0, "--force")
}

// Whoever was reading the list while another run ended takes the new one: what that run has
// written is in it, and it alone keeps others out.
func TestTheListIsTheOneThatStandsThere(t *testing.T) {
	for name, end := range map[string]func(l *ledger) error{
		"put in order": func(l *ledger) error { return l.finish(&app{}) },
		"taken away":   func(l *ledger) error { l.of = nil; return nil },
	} {
		t.Run(name, func(t *testing.T) {
			dir := output{file: t.TempDir()}
			other, err := openLedger(dir)
			if err != nil {
				t.Fatal(err)
			}
			if err := other.note(filed{"a", "a.md", "0"}); err != nil {
				t.Fatal(err)
			}
			l := &ledger{out: dir, dir: other.dir, free: func() {}}
			if err := l.reach(); err != nil {
				t.Fatal(err)
			}
			if err := end(other); err != nil {
				t.Fatal(err)
			}
			if l.dir, err = openFolder(inside(dir.file, "")); err != nil {
				t.Fatal(err)
			}
			defer func() { l.release() }()
			other.close()
			if ours, err := l.claim(); ours || err != nil {
				t.Errorf("the list of before is taken: %t, %v", ours, err)
			}
			if err := l.reach(); err != nil {
				t.Fatal(err)
			}
			if ours, err := l.claim(); !ours || err != nil {
				t.Errorf("the list that stands there is not taken: %v", err)
			}
		})
	}
}

// Where a run stops, what it has replaced and what it has left is told all the same.
func TestAStoppedExportTellsWhatItDid(t *testing.T) {
	e := evening{t, manySessions(t, 60, model.Ref{ID: "remit", Version: "0.9.0", Hash: "0"}), t.TempDir()}
	e.export(0)
	remarked := e.files()[0]
	for _, name := range e.files() {
		e.put(name, e.read(name)+"\nAsk Ada.\n")
	}
	ctx, end := context.WithCancelCause(t.Context())
	env, _, _ := world(t, "", "report", "--all", "--force", "--store", e.store, "-o", e.dir)
	said := &cutOff{left: 2, end: func() { end(interrupted{syscall.SIGINT}) }}
	env.Stderr = said
	if code := Main(ctx, env); code != 130 {
		t.Fatalf("exit code %d, want 130", code)
	}
	if !strings.Contains(said.String(), "somebody has changed it since") {
		t.Errorf("it does not say what it left, %q for one: %s", remarked, said)
	}
}

// A list that cannot be put in order is no reason to think that reports are missing.
func TestAListThatCannotBePutInOrder(t *testing.T) {
	e := evening{t, manySessions(t, 3, model.Ref{ID: "remit", Version: "0.9.0", Hash: "0"}), t.TempDir()}
	env, written, _ := world(t, "", "report", "--all", "--store", e.store, "-o", e.dir)
	said := &cutOff{left: 2, end: func() {
		if os.Remove(e.path(ledgerName)) == nil {
			_ = os.MkdirAll(e.path(ledgerName), 0o700)
		}
	}}
	env.Stderr = said
	if code := Main(t.Context(), env); code == 0 {
		t.Error("exit code 0")
	}
	if n := len(e.files()); n != 3 || strings.Contains(said.String(), "stopped") || !strings.Contains(written.String(), "Written: 3 reports") {
		t.Errorf("%d files; %s; %s", n, written, said)
	}
}

// A run without a report leaves nothing behind.
func TestAnExportOfNothingLeavesNothing(t *testing.T) {
	e := evening{t, filepath.Join(t.TempDir(), "sessions.db"), t.TempDir()}
	e.do(0, "sessions", "new", "--name", "silent")
	e.export(65, "--format", "svg")
	if entries, err := os.ReadDir(e.dir); err != nil || len(entries) > 0 {
		t.Errorf("there is %v, %v", entries, err)
	}
}

// What was written before an interruption is known: the next export goes on from there
// and leaves one report of each session.
func TestAnInterruptedExportIsTakenUp(t *testing.T) {
	const n = 60
	e := evening{t, manySessions(t, n, model.Ref{ID: "remit", Version: "0.9.0", Hash: "0"}), t.TempDir()}
	ctx, end := context.WithCancelCause(t.Context())
	env, _, _ := world(t, "", "report", "--all", "--store", e.store, "-o", e.dir)
	env.Stderr = &cutOff{left: 2, end: func() { end(interrupted{syscall.SIGINT}) }}
	if code := Main(ctx, env); code != 130 {
		t.Fatalf("exit code %d, want 130", code)
	}
	some := len(e.files())
	if some == 0 || some >= n {
		t.Fatalf("%d files of %d", some, n)
	}
	e.export(73)
	e.export(0, "--force")
	if got := len(e.files()); got != n {
		t.Errorf("%d files of %d sessions", got, n)
	}
}
