package main

import (
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"remit/model"
)

// TestMain makes this test binary a remit of its own for the stories.
func TestMain(m *testing.M) {
	testscript.Main(house{m}, map[string]func(){"remit": main})
}

// house runs the tests and tidies up what they share.
type house struct{ *testing.M }

// Run implements testscript.TestingM.
func (h house) Run() int {
	shared.dir, shared.err = os.MkdirTemp("", "remit-test-*")
	defer os.RemoveAll(shared.dir)
	return h.M.Run()
}

// shared is the place for the program that several tests run.
var shared struct {
	dir string
	err error
}

// TestStories runs the manual: testdata/script tells what remit does as stories,
// one file a topic. Besides the usual words of such scripts there are
//
//	exits CODE PROGRAM ARGS...   the program ends with this exit code
//	harmless stdout|stderr|FILE  nothing in it can command a terminal
//	idof NAME                    sets ID to the id of a session, wherever it is
//	held FILE                    another program holds the lock of this store
//
// Under the race detector only the stories of manyHands run.
func TestStories(t *testing.T) {
	races := raceLog(t)
	params := testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			home := filepath.Join(env.WorkDir, "home")
			env.Setenv("HOME", home)
			env.Setenv("TERM", "xterm-256color")
			env.Setenv("TZ", "UTC")
			env.Setenv("GORACE", races)
			return os.MkdirAll(home, 0o700)
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"exits":    exits,
			"harmless": harmless,
			"held":     held,
			"idof":     idOf,
		},
	}
	if underRace {
		params.Dir = ""
		for _, story := range manyHands() {
			params.Files = append(params.Files, filepath.Join("testdata", "script", story+".txtar"))
		}
	}
	testscript.Run(t, params)
}

// manyHands are the stories in which more than one goroutine works at a time: on the
// lines of a batch, on all reports, on counting the ways to answer, on weighing the rules
// anew, on what is typed. In the others a command does one thing after the other; the
// race detector has nothing to find there and makes each start ten times as dear.
// Whatever starts a goroutine belongs here, or into a test of its package. The story of
// verify is not here: one run of it takes a quarter of a minute under the race detector,
// and tests of cli and advisor do the same.
func manyHands() []string {
	return []string{"batch", "interrupted", "interview", "next", "quick", "report_all", "whatif"}
}

// raceLog gives the options under which stories run where the race detector is on: races
// go to files, which fail the test even if the story expects its command to fail; and the
// second that a program otherwise waits at its end for races of those left behind is
// saved.
func raceLog(t *testing.T) string {
	t.Helper()
	log := filepath.Join(t.TempDir(), "race")
	t.Cleanup(func() {
		found, err := filepath.Glob(log + ".*")
		if err != nil {
			t.Error(err)
		}
		for _, file := range found {
			text, err := os.ReadFile(file)
			t.Errorf("%v\n%s", err, text)
		}
	})
	return "atexit_sleep_ms=0 log_path=" + log
}

func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("use: exits CODE PROGRAM ARGS...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		got = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%s: %v", args[1], err)
	}
	if got != want {
		ts.Fatalf("%s ended with %d, want %d", args[1], got, want)
	}
}

func harmless(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("use: harmless FILE")
	}
	text := ts.ReadFile(args[0])
	if text == "" {
		ts.Fatalf("%s is empty", args[0])
	}
	if clean := model.CleanLines(text); clean != text {
		ts.Fatalf("%s has characters that a terminal obeys: %q", args[0], text)
	}
}

func idOf(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("use: idof NAME")
	}
	for _, show := range []string{"--all", "--deleted"} {
		ts.Check(ts.Exec("remit", "sessions", "list", show, "--format", "json", args[0]))
		var page struct{ Sessions []struct{ ID, Name string } }
		ts.Check(json.Unmarshal([]byte(ts.ReadFile("stdout")), &page))
		for _, s := range page.Sessions {
			if s.Name == args[0] {
				ts.Setenv("ID", s.ID)
				return
			}
		}
	}
	ts.Fatalf("there is no session %q", args[0])
}

// binary is the real program, built once.
func binary(t *testing.T) string {
	t.Helper()
	path, err := build()
	if err != nil {
		t.Fatal(err)
	}
	return path
}

var build = sync.OnceValues(func() (string, error) {
	if shared.err != nil {
		return "", shared.err
	}
	path := filepath.Join(shared.dir, "remit")
	if out, err := exec.Command("go", "build", "-o", path, ".").CombinedOutput(); err != nil {
		return "", errors.New(strings.TrimSpace(string(out)))
	}
	return path, nil
})
