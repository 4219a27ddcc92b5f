//go:build unix

package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
)

// Faults are put into real processes: this test binary starts itself again, and the
// environment says which part the child plays.

const partVariable = "REMIT_CLI_TEST_PART"

// childParts are what a child can do with its arguments; each gives an exit code.
func childParts() map[string]func(args []string) int {
	return map[string]func([]string) int{"remit": theCommand, "writer": writeOnce, "replacer": replaceForever, "stranger": writeAsStranger}
}

func TestMain(m *testing.M) {
	part := os.Getenv(partVariable)
	if part == "" {
		os.Exit(m.Run())
	}
	os.Exit(childParts()[part](os.Args[1:]))
}

// theCommand is remit itself.
func theCommand([]string) int {
	ctx, stop := Signals(context.Background())
	defer stop()
	return Main(ctx, System())
}

// writeOnce writes the document of that name to a file; the words are name, file and
// perhaps force. Everything happens in one thread, whose calls a tracer can count.
func writeOnce(args []string) int {
	runtime.LockOSThread()
	a := &app{env: System(), out: &writer{to: os.Stdout}, err: &writer{to: os.Stderr}}
	return a.exit(context.Background(), output{file: args[1], force: len(args) > 2}.write(a, filledWith(args[0])))
}

// writeAsStranger is writeOnce without the rights of root.
func writeAsStranger(args []string) int {
	const nobody = 65534
	if err := errors.Join(syscall.Setgid(nobody), syscall.Setuid(nobody)); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return writeOnce(args)
}

// replaceForever replaces a file by two documents in turn until somebody ends it.
func replaceForever(args []string) int {
	fmt.Println("ready")
	for {
		for _, name := range []string{"one", "other"} {
			if err := (output{file: args[0], force: true}).write(nil, filledWith(name)); err != nil {
				fmt.Println(err)
				return 1
			}
		}
	}
}

// made is a document of many lines; all of them, and their number, follow from its name.
func made(name string) []byte {
	line := strings.Repeat(name+" ", 40) + "\n"
	return bytes.Repeat([]byte(line), 400+100*len(name))
}

// filledWith writes a document in three pieces.
func filledWith(name string) func(io.Writer) error {
	return func(w io.Writer) error {
		doc := made(name)
		for _, piece := range [][]byte{doc[:1000], doc[1000:50_000], doc[50_000:]} {
			if _, err := w.Write(piece); err != nil {
				return err
			}
		}
		return nil
	}
}

// child prepares a process that plays a part, in an empty home and without settings of
// whoever runs the tests; wrap are words to put before the command, such as a tracer.
func child(t testing.TB, part string, wrap []string, args ...string) *exec.Cmd {
	t.Helper()
	words := append(append(wrap[:len(wrap):len(wrap)], os.Args[0]), args...)
	cmd := exec.Command(words[0], words[1:]...)
	cmd.Env = append(os.Environ(), partVariable+"="+part, "HOME="+t.TempDir(), "XDG_DATA_HOME=", "XDG_CONFIG_HOME=", "XDG_STATE_HOME=",
		"REMIT_STORE=", "REMIT_FRAMEWORK=", "NO_COLOR=", "COLUMNS=",
		"GORACE=atexit_sleep_ms=0") // the race detector otherwise waits a second at each end
	cmd.WaitDelay = 10 * time.Second
	return cmd
}

// ended runs a child and gives its exit code and its complaints; -1 if it was killed.
func ended(t testing.TB, cmd *exec.Cmd) (code int, complaints string) {
	t.Helper()
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	if err := cmd.Run(); cmd.ProcessState == nil {
		t.Fatal(err)
	}
	return cmd.ProcessState.ExitCode(), stderr.String()
}
