package cli

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/spf13/cobra"

	"remit/model"
)

// world is an Env with nothing in it but a home and a clock.
func world(t *testing.T, stdin string, args ...string) (env Env, stdout, stderr *bytes.Buffer) {
	t.Helper()
	home := t.TempDir()
	stdout, stderr = &bytes.Buffer{}, &bytes.Buffer{}
	vars := map[string]string{"HOME": home, "TERM": "xterm"}
	return Env{
		Args:   args,
		Stdin:  strings.NewReader(stdin),
		Stdout: stdout,
		Stderr: stderr,
		Getenv: func(name string) string { return vars[name] },
		Now:    func() time.Time { return time.Date(2026, 11, 21, 9, 30, 0, 0, time.UTC) },
		User:   "tester",

		DataHome:  filepath.Join(home, ".local", "share"),
		StateHome: filepath.Join(home, ".local", "state"),

		ConfigHome: filepath.Join(home, ".config"),
	}, stdout, stderr
}

func TestEveryCommandExplainsItself(t *testing.T) {
	env, _, _ := world(t, "")
	var walk func(*cobra.Command)
	walk = func(cmd *cobra.Command) {
		short := cmd.Short
		switch {
		case short == "":
			t.Errorf("%s has no short help", cmd.CommandPath())
		case short[:1] != strings.ToUpper(short[:1]), strings.HasSuffix(short, "."):
			t.Errorf("%s: the short help %q should start with a capital and have no full stop", cmd.CommandPath(), short)
		case len(short) > 90:
			t.Errorf("%s: the short help has %d characters", cmd.CommandPath(), len(short))
		}
		if cmd.Args == nil && cmd.Name() != "help" && cmd.Name() != "list" {
			t.Errorf("%s does not say which arguments it takes", cmd.CommandPath())
		}
		for _, child := range cmd.Commands() {
			walk(child)
		}
	}
	walk(newRoot(&app{env: env}))
}

func TestEveryKindOfErrorHasOneExitCode(t *testing.T) {
	want := map[model.Kind]int{
		model.KindBug: 1, model.KindUsage: 2, model.KindPartial: 3, model.KindLaw: 4,
		model.KindInvalid: 65, model.KindEndOfInput: 65, model.KindNotFound: 66,
		model.KindExists: 73, model.KindIO: 74, model.KindBusy: 75,
		model.KindPermission: 77, model.KindNewer: 78,
	}
	for kind := model.KindBug; kind <= model.KindEndOfInput; kind++ {
		if got := codeOf(kind); got != want[kind] {
			t.Errorf("kind %d ends with %d, want %d", kind, got, want[kind])
		}
		named := 0
		for _, c := range codes() {
			for _, k := range c.kinds {
				if k == kind {
					named++
				}
			}
		}
		if named != 1 {
			t.Errorf("kind %d is in the table %d times", kind, named)
		}
	}
}

func TestSignalsEndWithTheirCode(t *testing.T) {
	for signal, want := range map[syscall.Signal]int{
		syscall.SIGHUP: 129, syscall.SIGINT: 130, syscall.SIGQUIT: 131, syscall.SIGTERM: 143,
	} {
		t.Run(signal.String(), func(t *testing.T) {
			env, _, stderr := world(t, "", "interview", "--plain", "--name", "Acme")
			ctx, end := context.WithCancelCause(t.Context())
			reading := make(chan struct{})
			env.Stdin = never{reading, ctx}
			go func() {
				<-reading
				end(interrupted{signal})
			}()
			if got := Main(ctx, env); got != want {
				t.Errorf("exit code %d, want %d", got, want)
			}
			if !strings.Contains(stderr.String(), "remit interview --plain") {
				t.Errorf("it does not say how to go on: %s", stderr)
			}
		})
	}
}

// never is an input on which nobody types; it tells when somebody waits.
type never struct {
	reading chan struct{}
	ctx     context.Context
}

func (n never) Read([]byte) (int, error) {
	close(n.reading)
	<-n.ctx.Done()
	return 0, io.EOF
}

func TestComplaintsCannotCommandATerminal(t *testing.T) {
	var b bytes.Buffer
	complain(&b, &model.Error{What: "open \x1b]0;title\x07\"x\"", Lost: "Nothing\x1b[2J.", Cure: "One.\nTwo\r.",
		Err: fmt.Errorf("\u202egnirts")})
	if got, want := b.String(), "remit: open \"x\": gnirts\n  Nothing.\n  One.\n  Two .\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAllFaultsAreListed(t *testing.T) {
	var b bytes.Buffer
	complain(&b, fmt.Errorf("wrapped: %w", model.Faults{
		{What: "first", Cure: "Mend it."}, {Where: "a.yaml:3:1", What: "second"},
	}))
	if got, want := b.String(), "remit: first\n  Mend it.\nremit: a.yaml:3:1: second\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAPanicIsShortAndItsTraceIsKept(t *testing.T) {
	env, _, stderr := world(t, "", "version")
	env.Stdout = panicking{}
	if got := Main(t.Context(), env); got != 1 {
		t.Errorf("exit code %d, want 1", got)
	}
	if strings.Contains(stderr.String(), "goroutine") || strings.Count(stderr.String(), "\n") > 4 {
		t.Errorf("a trace on the terminal:\n%s", stderr)
	}
	dir, err := (&app{env: env}).stateDir()
	if err != nil {
		t.Fatal(err)
	}
	logs, err := filepath.Glob(filepath.Join(dir, "crash-*.log"))
	if err != nil || len(logs) != 1 {
		t.Fatalf("logs %q, %v; want one", logs, err)
	}
	if !strings.Contains(stderr.String(), logs[0]) {
		t.Errorf("the message does not name %s:\n%s", logs[0], stderr)
	}
}

func TestAPanicOfTheAppKeepsItsOwnTrace(t *testing.T) {
	env, _, stderr := world(t, "")
	a := &app{env: env, out: &writer{to: env.Stdout}, err: &writer{to: env.Stderr}}
	err := &model.Error{What: "remit met a fault of its own", Err: &model.Panic{Thrown: "no ink", Stack: []byte("the trace")}}
	if got := a.exit(t.Context(), err); got != 1 {
		t.Errorf("exit code %d, want 1", got)
	}
	dir, _ := a.stateDir()
	logs, _ := filepath.Glob(filepath.Join(dir, "crash-*.log"))
	if len(logs) != 1 {
		t.Fatalf("logs %q, want one", logs)
	}
	text, _ := os.ReadFile(logs[0])
	if !strings.Contains(string(text), "the trace") || strings.Contains(stderr.String(), "the trace") {
		t.Errorf("the trace should be in the log only; log:\n%s\nstderr:\n%s", text, stderr)
	}
	if info, err := os.Stat(logs[0]); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("the log is %v, want it private", info.Mode())
	}
}

type panicking struct{}

func (panicking) Write([]byte) (int, error) { panic("out of paper") }

func TestOutputThatFailsIsReported(t *testing.T) {
	for _, c := range []struct {
		err  error
		code int
		says string
	}{
		{syscall.ENOSPC, 74, "no space left"},
		{syscall.EPIPE, 141, ""},
	} {
		env, _, stderr := world(t, "", "help", "exit-codes")
		env.Stdout = failing{c.err}
		if got := Main(t.Context(), env); got != c.code {
			t.Errorf("%v: exit code %d, want %d", c.err, got, c.code)
		}
		if got := stderr.String(); !strings.Contains(got, c.says) || (c.says == "") != (got == "") {
			t.Errorf("%v: complained %q, want %q in it", c.err, got, c.says)
		}
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func TestTheStoreLivesWhereItIsTold(t *testing.T) {
	for _, c := range []struct{ name, flag, data, want string }{
		{"the flag wins", "/x/s.db", "/data", "/x/s.db"},
		{"the directory for data", "", "/data", filepath.FromSlash("/data/remit/sessions.db")},
		{"nowhere", "", "", ""},
	} {
		a := &app{store: c.flag, env: Env{DataHome: c.data}}
		got, err := a.storePath()
		if got != c.want || (c.want == "") != (model.KindOf(err) == model.KindUsage) {
			t.Errorf("%s: %q, %v; want %q", c.name, got, err, c.want)
		}
	}
}

func TestTheLocaleDecidesHowToDraw(t *testing.T) {
	for _, c := range []struct {
		vars  map[string]string
		ascii bool
	}{
		{nil, false},
		{map[string]string{"LANG": "de_DE.UTF-8"}, false},
		{map[string]string{"LANG": "en_US.utf8"}, false},
		{map[string]string{"LANG": "C"}, true},
		{map[string]string{"LANG": "de_DE.ISO-8859-1"}, true},
		{map[string]string{"LANG": "C", "LC_ALL": "C.UTF-8"}, false},
		{map[string]string{"LANG": "C.UTF-8", "LC_CTYPE": "POSIX"}, true},
	} {
		a := &app{env: Env{Getenv: func(v string) string { return c.vars[v] }}}
		if got := a.foreign(); got != c.ascii {
			t.Errorf("%v: ASCII only %v, want %v", c.vars, got, c.ascii)
		}
	}
}
