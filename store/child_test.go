//go:build linux

package store_test

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// Faults are put into real processes: this test binary starts itself again, and
// the environment says which part the child plays. A child writes one line to
// descriptor 3 for everything that was acknowledged to it, after it was.

const partVariable = "REMIT_STORE_TEST_PART"

// parts are what a child can do, with its arguments and its line writer.
var parts = map[string]func(say func(format string, args ...any), args []string){
	"appender": appender,
	"swapper":  swapper,
	"refugee":  refugee,
	"racer":    racer,
	"holder":   holder,
	"cramped":  cramped,
	"stranger": stranger,
}

func TestMain(m *testing.M) {
	part := os.Getenv(partVariable)
	if part == "" {
		os.Exit(m.Run())
	}
	out := os.NewFile(3, "acknowledgements")
	parts[part](func(format string, args ...any) {
		if _, err := fmt.Fprintf(out, format+"\n", args...); err != nil {
			os.Exit(3) // the parent is gone
		}
	}, os.Args[1:])
	os.Exit(0)
}

// child is a process that plays a part.
type child struct {
	*exec.Cmd
	lines *bufio.Scanner
	pipe  *os.File
}

// start runs a part; wrap are words to put before the command, such as a tracer.
func start(t testing.TB, part string, wrap []string, args ...string) *child {
	t.Helper()
	return startFrom(t, nil, part, wrap, args...)
}

// startFrom is start with a standard input; the child has it alone.
func startFrom(t testing.TB, in *os.File, part string, wrap []string, args ...string) *child {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	words := append(append(wrap[:len(wrap):len(wrap)], os.Args[0]), args...)
	c := &child{Cmd: exec.Command(words[0], words[1:]...), lines: bufio.NewScanner(r), pipe: r}
	// The race detector otherwise waits a second at the end of each.
	c.Env = append(os.Environ(), partVariable+"="+part, "GORACE=atexit_sleep_ms=0")
	if in != nil {
		c.Stdin = in
	}
	c.ExtraFiles = []*os.File{w}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	_ = w.Close()
	if in != nil {
		_ = in.Close()
	}
	t.Cleanup(c.kill)
	return c
}

// tracer gives the path of strace, which makes calls of a child fail, and skips the test
// where there is none or it may not do so.
func tracer(t testing.TB) string {
	t.Helper()
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("strace, which makes calls fail, is not installed")
	}
	if said, err := exec.Command(strace, "-qq", "-o", os.DevNull, "true").CombinedOutput(); err != nil {
		t.Skipf("strace, which makes calls fail, may not trace here: %v %s", err, said)
	}
	return strace
}

// line waits for the next line; "" when there are no more.
func (c *child) line() string {
	if c.lines.Scan() {
		return c.lines.Text()
	}
	return ""
}

// rest reads to the end, which comes when the child is gone.
func (c *child) rest() (lines []string) {
	for c.lines.Scan() {
		lines = append(lines, c.lines.Text())
	}
	return lines
}

func (c *child) kill() {
	if c.ProcessState == nil {
		_ = c.Process.Kill()
		_ = c.Wait()
	}
	_ = c.pipe.Close()
}

// fields splits a line and makes sure that it has the word and number of fields.
func fields(t testing.TB, line, word string, n int) []string {
	t.Helper()
	f := strings.Fields(line)
	if len(f) != n || f[0] != word {
		t.Fatalf("a child said %q, not %q with %d fields", line, word, n)
	}
	return f
}
