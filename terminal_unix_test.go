//go:build unix

package main

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
	"golang.org/x/sys/unix"
	"golang.org/x/term"
)

// patience is how long a test waits for something that takes milliseconds on a
// machine with nothing else to do.
const patience = time.Minute

// terminal is a person in front of a real terminal in which remit runs.
type terminal struct {
	t       *testing.T
	cmd     *exec.Cmd
	ptmx    *os.File
	tty     *os.File
	screen  *vt.SafeEmulator
	before  *term.State
	painted chan struct{} // has something when the screen has changed

	mu  sync.Mutex
	raw strings.Builder // every byte that remit wrote
}

// run starts remit in a terminal of 80x24 with its store in dir.
func run(t *testing.T, dir string, args ...string) *terminal {
	t.Helper()
	return start(t, dir, exec.Command(binary(t), args...))
}

// start is run for a command that leads to remit; variables that the command has
// already win, those of whoever runs the tests never do.
func start(t *testing.T, dir string, cmd *exec.Cmd) *terminal {
	t.Helper()
	ptmx, tty, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	if err := pty.Setsize(ptmx, &pty.Winsize{Rows: 24, Cols: 80}); err != nil {
		t.Fatal(err)
	}
	ptmx = pollable(t, ptmx)
	before, err := term.GetState(int(tty.Fd()))
	if err != nil {
		t.Fatal(err)
	}
	cmd.Env = slices.Concat(os.Environ(), []string{"HOME=" + dir, "XDG_DATA_HOME=", "XDG_STATE_HOME=", "XDG_CONFIG_HOME=",
		"REMIT_STORE=", "REMIT_FRAMEWORK=", "TERM=xterm-256color", "NO_COLOR=", "CLICOLOR=", "COLORTERM=", "TMUX=", "COLUMNS=", "LC_ALL=C.UTF-8"}, cmd.Env)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = tty, tty, tty
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	x := &terminal{t: t, cmd: cmd, ptmx: ptmx, tty: tty, before: before,
		screen: vt.NewSafeEmulator(80, 24), painted: make(chan struct{}, 1)}
	go x.paint()
	go io.Copy(ptmx, x.screen) // the terminal's replies; without them remit waits for answers
	t.Cleanup(func() {
		cmd.Process.Kill()
		ptmx.Close()
		tty.Close()
		x.screen.Close()
	})
	return x
}

// pollable gives the same file in a form that can be closed while a Read waits.
func pollable(t *testing.T, f *os.File) *os.File {
	t.Helper()
	defer f.Close()
	fd, err := unix.FcntlInt(f.Fd(), unix.F_DUPFD_CLOEXEC, 0)
	if err != nil {
		t.Fatal(err)
	}
	if err := syscall.SetNonblock(fd, true); err != nil {
		t.Fatal(err)
	}
	return os.NewFile(uintptr(fd), f.Name())
}

// paint shows what remit writes until the terminal is closed.
func (x *terminal) paint() {
	part := make([]byte, 32<<10)
	for {
		n, err := x.ptmx.Read(part)
		x.mu.Lock()
		x.raw.Write(part[:n])
		x.mu.Unlock()
		x.screen.Write(part[:n])
		select {
		case x.painted <- struct{}{}:
		default:
		}
		if err != nil {
			return
		}
	}
}

// text is what can be read on the screen now.
func (x *terminal) text() string { return ansi.Strip(x.screen.Render()) }

// wrote is every byte that remit has written so far.
func (x *terminal) wrote() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.raw.String()
}

// see waits until the screen shows all these words.
func (x *terminal) see(words ...string) {
	x.t.Helper()
	deadline := time.After(patience)
	for {
		missing := ""
		shown := strings.Join(strings.Fields(x.text()), " ")
		for _, w := range words {
			if !strings.Contains(shown, w) {
				missing = w
			}
		}
		if missing == "" {
			return
		}
		select {
		case <-x.painted:
		case <-deadline:
			x.t.Fatalf("%q does not appear; the screen shows\n%s", missing, x.text())
		}
	}
}

// press types keys.
func (x *terminal) press(keys string) {
	x.t.Helper()
	if _, err := io.WriteString(x.ptmx, keys); err != nil {
		x.t.Fatal(err)
	}
}

// kill ends remit the hard way and waits until it is gone.
func (x *terminal) kill() {
	x.t.Helper()
	if err := x.cmd.Process.Kill(); err != nil {
		x.t.Fatal(err)
	}
	x.ends()
}

// ends waits for the end of remit and gives its exit code, -1 if it was killed.
func (x *terminal) ends() int {
	x.t.Helper()
	done := make(chan error, 1)
	go func() { done <- x.cmd.Wait() }()
	select {
	case err := <-done:
		if _, exited := errors.AsType[*exec.ExitError](err); err != nil && !exited {
			x.t.Fatal(err)
		}
		return x.cmd.ProcessState.ExitCode()
	case <-time.After(patience):
		x.t.Fatalf("remit does not end; the screen shows\n%s", x.text())
		return 0
	}
}

var modes = regexp.MustCompile(`\x1b\[\?([0-9;]+)([hl])`)

// restored checks that the terminal is as it was before remit: line discipline,
// screen, cursor, mouse and paste.
func (x *terminal) restored() {
	x.t.Helper()
	after, err := term.GetState(int(x.tty.Fd()))
	if err != nil {
		x.t.Fatal(err)
	}
	if *after != *x.before {
		x.t.Errorf("the terminal's settings were %+v and are %+v", *x.before, *after)
	}
	normal := map[string]string{"25": "h"} // the cursor is on at first, all else is off
	for _, mode := range []string{"1000", "1002", "1003", "1004", "1006", "1049", "2004"} {
		normal[mode] = "l"
	}
	now := map[string]string{}
	x.settled()
	for _, m := range modes.FindAllStringSubmatch(x.wrote(), -1) {
		for _, mode := range strings.Split(m[1], ";") {
			now[mode] = m[2]
		}
	}
	for mode, want := range normal {
		if got := now[mode]; got != "" && got != want {
			x.t.Errorf("mode %s is left at %q, want %q", mode, got, want)
		}
	}
}

// settled waits until all that remit wrote before its end has been read: what is
// written to the terminal now comes after it.
func (x *terminal) settled() {
	x.t.Helper()
	const last = "[all read]"
	if _, err := io.WriteString(x.tty, "\r\n"+last); err != nil {
		x.t.Fatal(err)
	}
	deadline := time.After(patience)
	for {
		if strings.Contains(x.wrote(), last) {
			return
		}
		select {
		case <-x.painted:
		case <-deadline:
			x.t.Fatal("the output does not end")
		}
	}
}
