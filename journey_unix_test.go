//go:build unix

package main

import (
	"os/exec"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"remit/advisor"
)

const ctrlC = "\x03"

// ask gives the beginning of the n-th question, short enough for one line.
func ask(n int) string {
	words := advisor.Builtin().Framework().Questions[n-1].Ask
	return words[:min(len(words), 25)]
}

// A person starts an interview, answers two questions, and the machine dies. The
// next morning remit goes on with the third, and both answers are there.
func TestADeadMachineCostsNoAnswer(t *testing.T) {
	if testing.Short() {
		t.Skip("short: runs the real program in a terminal")
	}
	home := t.TempDir()
	evening := run(t, home)
	evening.see("New interview")
	evening.press("n")
	evening.see("Name")
	evening.press("Harbour\r\r\r\r")
	evening.see(ask(1))
	evening.press("3")
	evening.see(ask(2))
	evening.press("180\r")
	evening.see(ask(3))
	evening.kill()

	morning := run(t, home)
	morning.see("Harbour")
	morning.press("c")
	morning.see(ask(3))
	morning.press(ctrlC)
	if code := morning.ends(); code != 0 {
		t.Errorf("leaving with ctrl+c ends with %d, want 0", code)
	}
	morning.restored()

	record := run(t, home, "sessions", "show", "Harbour")
	if code := record.ends(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	record.see("Role of technology: It helps us run", "Head count: 180 people", "Regulation: no answer")
}

// Line by line as well an answer is on the disk before the next question is asked:
// who sees the question may pull the plug.
func TestWhoSeesTheNextQuestionHasTheAnswerSaved(t *testing.T) {
	if testing.Short() {
		t.Skip("short: runs the real program in a terminal")
	}
	home := t.TempDir()
	x := run(t, home, "interview", "--plain", "--name", "Harbour")
	x.see(ask(1))
	x.press("support\r")
	x.see(ask(2))
	x.kill()

	record := run(t, home, "sessions", "show", "Harbour")
	record.see("Role of technology: It helps us run")
	if code := record.ends(); code != 0 {
		t.Errorf("exit code %d", code)
	}
}

// However remit ends, the terminal is as it was, and the exit code says why.
func TestEveryEndLeavesTheTerminalAsItWas(t *testing.T) {
	if testing.Short() {
		t.Skip("short: runs the real program in a terminal")
	}
	for _, screen := range []struct {
		name string
		args []string
		sees string
	}{
		{"home", nil, "New interview"},
		{"interview", []string{"interview", "--name", "Harbour"}, ask(1)},
		{"plain", []string{"interview", "--plain", "--name", "Harbour"}, ask(1)},
	} {
		for _, end := range []struct {
			name string
			by   func(*terminal)
			code int
		}{
			{"the key ctrl+c", func(x *terminal) { x.press(ctrlC) }, 0},
			{"INT", sent(syscall.SIGINT), 130},
			{"TERM", sent(syscall.SIGTERM), 143},
			{"HUP", sent(syscall.SIGHUP), 129},
			{"QUIT", sent(syscall.SIGQUIT), 131},
		} {
			t.Run(screen.name+"/"+end.name, func(t *testing.T) {
				want := end.code
				if screen.name == "plain" && want == 0 {
					want = 130 // line by line the terminal itself turns the key into INT
				}
				x := run(t, t.TempDir(), screen.args...)
				x.see(screen.sees)
				end.by(x)
				if code := x.ends(); code != want {
					t.Errorf("exit code %d, want %d", code, want)
				}
				x.restored()
			})
		}
	}
}

// A window that is closed takes remit with it, even where nohup protects it.
func TestNothingLivesOnWithoutATerminal(t *testing.T) {
	if testing.Short() {
		t.Skip("short: runs the real program in a terminal")
	}
	if runtime.GOOS != "linux" {
		t.Skip("only Linux tells about a terminal that went away when the signal is ignored")
	}
	for name, trap := range map[string]string{"as usual": "true", "with HUP ignored": `trap "" HUP`} {
		t.Run(name, func(t *testing.T) {
			x := start(t, t.TempDir(), exec.Command("sh", "-c", trap+`; exec "$0"`, binary(t)))
			x.see("New interview")
			if err := x.ptmx.Close(); err != nil {
				t.Fatal(err)
			}
			if code := x.ends(); code != 129 {
				t.Errorf("exit code %d, want 129", code)
			}
		})
	}
}

func sent(s syscall.Signal) func(*terminal) {
	return func(x *terminal) {
		if err := x.cmd.Process.Signal(s); err != nil {
			x.t.Fatal(err)
		}
	}
}

// Whatever the terminal calls itself, the app comes up and goes away cleanly; a
// terminal without a size counts as 80x24.
func TestEveryTerminalWillDo(t *testing.T) {
	if testing.Short() {
		t.Skip("short: runs the real program in a terminal")
	}
	for _, name := range []string{"xterm", "linux", "vt100", "screen", "tmux-256color", "no-such-terminal"} {
		t.Run(name, func(t *testing.T) {
			cmd := exec.Command(binary(t))
			cmd.Env = []string{"TERM=" + name}
			x := start(t, t.TempDir(), cmd)
			x.see("New interview")
			x.press("q")
			if code := x.ends(); code != 0 {
				t.Errorf("exit code %d", code)
			}
			x.restored()
		})
	}
	t.Run("without a size", func(t *testing.T) {
		// The size goes before remit starts, and the shell says when.
		x := start(t, t.TempDir(), exec.Command("sh", "-c", `stty rows 0 cols 0; exec "$0"`, binary(t)))
		x.see("New interview")
		x.press("q")
		x.ends()
	})
	t.Run("dumb", func(t *testing.T) {
		cmd := exec.Command(binary(t), "interview", "--name", "Harbour")
		cmd.Env = []string{"TERM=dumb"}
		x := start(t, t.TempDir(), cmd)
		x.see("line by line", "Question 1")
		x.press("quit\r")
		if code := x.ends(); code != 0 {
			t.Errorf("exit code %d", code)
		}
		x.settled()
		if raw := x.wrote(); strings.Contains(raw, "\x1b") {
			t.Errorf("escape codes on a dumb terminal: %q", raw)
		}
	})
}

// Colour can be refused; then no cell of the screen has one.
func TestNoColourMeansNone(t *testing.T) {
	if testing.Short() {
		t.Skip("short: runs the real program in a terminal")
	}
	for name, args := range map[string][]string{"coloured": nil, "refused": {"--no-color"}} {
		x := run(t, t.TempDir(), args...)
		x.see("New interview")
		coloured := false
		for row := range 24 {
			for column := range 80 {
				if c := x.screen.CellAt(column, row); c != nil && (c.Style.Fg != nil || c.Style.Bg != nil) {
					coloured = true
				}
			}
		}
		if want := name == "coloured"; coloured != want {
			t.Errorf("%s: there is colour: %v, want %v", name, coloured, want)
		}
		x.press(ctrlC)
		x.ends()
	}
}
