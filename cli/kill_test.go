//go:build linux

package cli

import (
	"bufio"
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

// wholeOr fails the test unless a file is one of the documents as they were made, and
// gives which; "" if there is no file.
func wholeOr(t testing.TB, file string, names ...string) string {
	t.Helper()
	got, err := os.ReadFile(file)
	if os.IsNotExist(err) {
		return ""
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if bytes.Equal(got, made(name)) {
			return name
		}
	}
	t.Fatalf("%s is none of %v: %d bytes, %.60q", file, names, len(got), got)
	return ""
}

// Processes that replace a file over and over are killed at any moment: the file is
// always whole, and the next writer removes what they left.
func TestAKilledWriterLeavesAWholeFile(t *testing.T) {
	kills := 150
	if testing.Short() {
		kills = 10
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "report.html")
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 0))
	torn := 0
	for range kills {
		cmd := child(t, "replacer", nil, file)
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(out)
		if !lines.Scan() || lines.Text() != "ready" {
			t.Fatalf("the child says %q", lines.Text())
		}
		time.Sleep(time.Duration(random.Int64N(int64(8 * time.Millisecond)))) // the moment of death
		_ = cmd.Process.Signal(syscall.SIGKILL)
		if lines.Scan() {
			t.Errorf("the child says %q", lines.Text())
		}
		_ = cmd.Wait()
		wholeOr(t, file, "one", "other")
		if len(leftovers(t, dir)) > 0 {
			torn++
		}
	}
	t.Logf("%d kills, of which %d left an unfinished file", kills, torn)
	if torn == 0 && !testing.Short() {
		t.Error("nobody was killed while writing")
	}
	if err := (output{file: file, force: true}).write(nil, filledWith("last")); err != nil {
		t.Fatal(err)
	}
	if left := leftovers(t, dir); len(left) > 0 || wholeOr(t, file, "last") == "" {
		t.Errorf("after one more run there are %v", left)
	}
}

func leftovers(t testing.TB, dir string) []string {
	t.Helper()
	left, err := filepath.Glob(filepath.Join(dir, unfinished+"*"))
	if err != nil {
		t.Fatal(err)
	}
	return left
}

// Whoever reads while a file is replaced sees one whole document or the other.
func TestAReaderNeverSeesAPart(t *testing.T) {
	const replacements, reading = 300, 2000
	file := filepath.Join(t.TempDir(), "report.html")
	put := func(name string) {
		if err := (output{file: file, force: true}).write(nil, filledWith(name)); err != nil {
			t.Error(err)
		}
	}
	put("one")
	var done atomic.Bool
	var reads atomic.Int64
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		docs := [][]byte{made("one"), made("other")}
		for ; !done.Load(); reads.Add(1) {
			if got, err := os.ReadFile(file); err != nil || !bytes.Equal(got, docs[0]) && !bytes.Equal(got, docs[1]) {
				t.Errorf("a reader finds %d bytes, %v", len(got), err)
				return
			}
		}
	}()
	began, n := time.Now(), 0
	for ; (n < replacements || reads.Load() < reading) && !t.Failed(); n++ {
		put([]string{"other", "one"}[n%2])
	}
	done.Store(true)
	<-ended
	t.Logf("%d reads during %d replacements in %v", reads.Load(), n, time.Since(began))
}

// tracer gives the words that trace calls of a process to the disk into a log. The
// program strace belongs to the tools that the tests of this module need.
func tracer(t testing.TB, log string, calls string, more ...string) []string {
	t.Helper()
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("strace, which makes calls fail, is not installed")
	}
	if said, err := exec.Command(strace, "-qq", "-o", os.DevNull, "true").CombinedOutput(); err != nil {
		t.Skipf("strace, which makes calls fail, may not trace here: %v %s", err, said)
	}
	return append([]string{strace, "-f", "-qq", "-y", "-o", log, "-e", "signal=none", "-e", "trace=" + calls}, more...)
}

// The order of calls is what makes a file whole: a name of its own for its owner only,
// all bytes, on the disk, into its place, and that on the disk too.
func TestAFileIsMadeInTheRightOrder(t *testing.T) {
	sheet := filepath.Join(t.TempDir(), "acme.yaml")
	if err := os.WriteFile(sheet, []byte("technology: product\nheadcount: 90\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, made := range []struct {
		name, place string
		args        []string
	}{
		{"a new file", "link", nil},
		{"a file that may be replaced", "rename", []string{"--force"}},
	} {
		t.Run(made.name, func(t *testing.T) {
			dir, log := t.TempDir(), filepath.Join(t.TempDir(), "trace")
			cmd := child(t, "remit", tracer(t, log, "openat,write,pwrite64,fsync,fdatasync,link,linkat,rename,renameat,renameat2,ftruncate,truncate,fchmod"),
				append([]string{"report", sheet, "-o", filepath.Join(dir, "report.md")}, made.args...)...)
			if code, complaints := ended(t, cmd); code != 0 {
				t.Fatalf("exit code %d: %s", code, complaints)
			}
			if got, want := orderOfCalls(t, log, dir), "create write sync "+made.place+" sync-dir"; got != want {
				t.Errorf("the order of calls is %s, want %s", got, want)
			}
		})
	}
}

// orderOfCalls tells what a trace did in a directory, the same calls in a row once.
func orderOfCalls(t testing.TB, log, dir string) string {
	t.Helper()
	trace, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	var steps []string
	step := func(s string) {
		if len(steps) == 0 || steps[len(steps)-1] != s {
			steps = append(steps, s)
		}
	}
	for _, call := range wholeCalls(string(trace)) {
		inside, temp := strings.Contains(call, dir), strings.Contains(call, unfinished)
		switch name, _, _ := strings.Cut(call, "("); {
		case !inside:
		case name == "openat" && strings.Contains(call, "O_CREAT"):
			if !temp || !strings.Contains(call, "O_EXCL") || !strings.Contains(call, ", 0600)") {
				t.Errorf("a file is made by %s", call)
			}
			step("create")
		case name == "openat":
		case name == "write" && temp:
			step("write")
		case (name == "fsync" || name == "fdatasync") && temp:
			step("sync")
		case name == "fsync":
			step("sync-dir")
		case strings.HasPrefix(name, "link"):
			step("link")
		case strings.HasPrefix(name, "rename"):
			step("rename")
		default:
			t.Errorf("nobody expects %s", call)
		}
	}
	return strings.Join(steps, " ")
}

// wholeCalls gives the calls of a trace as they ended. While one takes its time another
// thread may call, and then the trace has it in two parts, each with the number of its
// thread before it.
func wholeCalls(trace string) (calls []string) {
	begun := map[string]string{}
	for line := range strings.Lines(trace) {
		thread, call, _ := strings.Cut(strings.TrimSpace(line), " ")
		call = strings.TrimSpace(call)
		if part, unfinished := strings.CutSuffix(call, " <unfinished ...>"); unfinished {
			begun[thread] = part
			continue
		}
		if _, end, resumed := strings.Cut(call, " resumed>"); resumed && strings.HasPrefix(call, "<... ") {
			call = begun[thread] + end
		}
		calls = append(calls, call)
	}
	return calls
}

func TestACallInTwoPartsIsOne(t *testing.T) {
	got := wholeCalls("7 openat(AT_FDCWD, \"/a\", O_CREAT, 0600 <unfinished ...>\n8 write(4, \"b\", 1) = 1\n7  <... openat resumed>) = 5\n")
	if want := []string{`write(4, "b", 1) = 1`, `openat(AT_FDCWD, "/a", O_CREAT, 0600) = 5`}; !slices.Equal(got, want) {
		t.Errorf("the calls are %q, want %q", got, want)
	}
}

// Every call to the disk fails once, and ends the process once: the file is then whole,
// the old one or the new one, and the exit code tells which. What a dead process left is
// gone after the next run.
func TestEveryCallThatMakesAFileFails(t *testing.T) {
	if testing.Short() {
		t.Skip("short: some hundred traced processes take a while")
	}
	for _, fault := range []struct {
		call, how string
		code      int // if it is noticed and cannot be helped
	}{
		{"openat", "signal=KILL", -1}, {"flock", "signal=KILL", -1}, {"write", "signal=KILL", -1}, {"fsync", "signal=KILL", -1},
		{"linkat", "signal=KILL", -1}, {"renameat,renameat2", "signal=KILL", -1}, {"unlinkat", "signal=KILL", -1}, {"close", "signal=KILL", -1},
		{"openat", "error=EACCES", 77}, {"openat", "error=EROFS", 74}, {"openat", "error=ENOSPC", 74}, {"flock", "error=ENOLCK", 0},
		{"write", "error=ENOSPC", 74}, {"write", "error=EIO", 74}, {"fsync", "error=EIO", 74},
		{"linkat", "error=EPERM", 0}, {"linkat", "error=EIO", 0}, {"linkat", "error=EEXIST", 73},
		{"renameat,renameat2", "error=EIO", 74}, {"renameat,renameat2", "error=ENOSPC", 74}, {"close", "error=EIO", 74},
	} {
		t.Run(fault.call+" "+fault.how, func(t *testing.T) {
			t.Parallel()
			for _, start := range []string{"old", ""} {
				failAll(t, fault.call, fault.how, fault.code, start)
			}
		})
	}
}

// A disk that is full, here one that takes no larger file, fails in words, and everything
// is as it was.
func TestADiskThatIsFull(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "report.html")
	if err := os.WriteFile(file, made("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	full := []string{"sh", "-c", `ulimit -f 16; exec "$@"`, "sh"}
	code, complaints := ended(t, child(t, "writer", full, "new", file, "force"))
	if code != 74 || !strings.Contains(complaints, "free some space") {
		t.Errorf("exit code %d: %s", code, complaints)
	}
	if left := namesIn(t, dir); len(left) != 1 || wholeOr(t, file, "old") == "" {
		t.Errorf("there is now %v", left)
	}
}

// failAll makes the first call of a kind fail, in the next process the second, and so
// on. There is an old file before or, with the name "", none.
func failAll(t *testing.T, call, how string, code int, old string) {
	t.Helper()
	dir := t.TempDir()
	file, log := filepath.Join(dir, "report.html"), filepath.Join(t.TempDir(), "trace")
	for n := 1; ; n++ {
		args := []string{"new", file}
		_ = os.Remove(file)
		if old != "" {
			args = append(args, "force")
			if err := os.WriteFile(file, made(old), 0o640); err != nil {
				t.Fatal(err)
			}
		}
		got, complaints := ended(t, child(t, "writer", tracer(t, log, call, "-e", fmt.Sprintf("inject=%s:%s:when=%d", call, how, n)), args...))
		trace, err := os.ReadFile(log)
		if err != nil {
			t.Fatal(err)
		}
		switch {
		case got != -1 && !strings.Contains(string(trace), "INJECTED"):
			if n == 1 && (old == "") == (call == "linkat") {
				t.Errorf("no %s was made to fail", call)
			}
			return // it makes fewer calls
		case got == 127:
			continue // it did not even start
		}
		where := fmt.Sprintf("call %d of %s fails, %q before: exit code %d, %s", n, call, old, got, complaints)
		now := wholeOr(t, file, "new", old)
		confirmed := !strings.Contains(complaints, "the disk did not confirm")
		want := code
		if !confirmed {
			want = 74
		}
		switch {
		case got != 0 && got != want, strings.Contains(complaints, "goroutine "):
			t.Error(where)
		case got == 0 && now != "new":
			t.Errorf("%s: it is not written", where)
		case got > 0 && confirmed && now != old, got > 0 && !confirmed && now != "new":
			t.Errorf("%s: what is there is %q", where, now)
		case got >= 0 && len(leftovers(t, dir)) > 0:
			t.Errorf("%s: it leaves %v", where, leftovers(t, dir))
		}
		if err := (output{file: filepath.Join(dir, "next"), force: true}).write(nil, filledWith("next")); err != nil || len(leftovers(t, dir)) > 0 {
			t.Errorf("%s: the next run leaves %v, %v", where, leftovers(t, dir), err)
		}
	}
}
