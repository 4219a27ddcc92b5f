package cli

import (
	"bufio"
	"context"
	"io"
	"io/fs"
	"os"
	"os/user"
	"runtime/debug"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"remit/advisor"
	"remit/model"
)

// Env is the world as Main sees it.
type Env struct {
	Args           []string // without the name of the program
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Getenv         func(string) string
	Now            func() time.Time
	User           string // who is recorded as having said something; may be empty
	InTerminal     bool   // Stdin is a terminal
	OutTerminal    bool   // Stdout is a terminal
	DataHome       string // base directory for what is kept; empty if there is none
	StateHome      string // base directory for logs; empty if there is none
	ConfigHome     string // base directory for settings; empty if there is none
}

// System is the Env of this process.
func System() Env {
	env := Env{
		Args:        os.Args[1:],
		Stdin:       os.Stdin,
		Stdout:      os.Stdout,
		Stderr:      os.Stderr,
		Getenv:      os.Getenv,
		Now:         time.Now,
		InTerminal:  term.IsTerminal(int(os.Stdin.Fd())),
		OutTerminal: term.IsTerminal(int(os.Stdout.Fd())),
	}
	env.DataHome, env.StateHome, env.ConfigHome = places()
	if u, err := user.Current(); err == nil {
		env.User = u.Username
	}
	return env
}

// app is one run of remit: what every command shares.
type app struct {
	env   Env
	in    *bufio.Reader // the one reader of standard input; ends when the context does
	out   *writer       // standard output
	err   *writer       // standard error
	store string        // --store
	color bool          // false with --no-color, NO_COLOR and TERM=dumb
	ascii bool          // --ascii
	kept  string        // what is saved, in a sentence, should the output fail
	read  []fs.FileInfo // the files that answers came from; what is made of them never replaces them

	framework  string          // --framework or REMIT_FRAMEWORK, "" if neither is given; use choice
	flagged    bool            // it is --framework that was given
	engineMade *advisor.Engine // use engine
	instead    *advisor.Engine // of a setting that is broken; use engineToLook
	unusable   error           // what is wrong with that setting, once engineToTalk went without it
	keeperMade model.Sessions  // use sessions
}

// Main runs the command line in env and gives the exit code. When ctx ends by a
// signal (see Signals) the code tells which, and a command that does not stop
// within the grace period is left behind: what it had acknowledged is on disk.
func Main(ctx context.Context, env Env) int {
	a := &app{
		env: env,
		in:  bufio.NewReaderSize(interruptible{ctx, env.Stdin}, 64<<10),
		out: &writer{to: env.Stdout},
		err: &writer{to: env.Stderr},
	}
	return a.exit(ctx, a.run(ctx))
}

// run executes the command line, bounded by the end of ctx.
func (a *app) run(ctx context.Context) error {
	done := make(chan error, 1)
	go func() {
		defer func() {
			if p := recover(); p != nil {
				done <- a.crashed(p, debug.Stack())
			}
		}()
		root := newRoot(a)
		root.SetArgs(a.env.Args)
		done <- root.ExecuteContext(ctx)
	}()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	}
	select {
	case err := <-done:
		return err
	case <-time.After(grace):
		return context.Cause(ctx)
	}
}

// newRoot is the tree of commands. A new command is one line here.
func newRoot(a *app) *cobra.Command {
	root := &cobra.Command{
		Use:   "remit",
		Short: "Who should lead technology here, and who answers for what?",
		Long: `remit interviews a company about itself and recommends how to lead technology
there: a CTO, a CIO, both, one person for both jobs, or a virtual CIO. It shows
why, what would change the advice, and keeps every interview.

If the colours of the app are hard to read, set REMIT_THEME to light or dark.`,
		Example: `  remit                              the app
  remit demo                         what comes out of it, with a sample
  remit interview --plain            line by line
  remit advise answers.yaml          advice on answers in a file
  remit report acme -o acme.pdf      the whole report of a session`,
		Version:       version(),
		Args:          unknownCommand,
		SilenceErrors: true, // exit prints them
		SilenceUsage:  true,
		RunE:          func(cmd *cobra.Command, _ []string) error { return a.home(cmd) },
	}
	root.SetIn(a.in)
	root.SetOut(a.out)
	root.SetErr(a.err)
	root.SetHelpFunc(a.showHelp)
	root.SetUsageTemplate(usageTemplate)
	root.SetFlagErrorFunc(flagError)
	root.SetHelpCommand(newHelp(a))
	root.SetVersionTemplate("remit {{.Version}}\n")

	flags := root.PersistentFlags()
	flags.StringVar(&a.store, "store", a.env.Getenv("REMIT_STORE"), "keep sessions in this `file` (also REMIT_STORE)")
	flags.StringVar(&a.framework, "framework", a.env.Getenv("REMIT_FRAMEWORK"), "judge by the framework in this `directory`, or builtin (also REMIT_FRAMEWORK)")
	_ = root.MarkPersistentFlagDirname("framework") // fails only where there is no such flag
	noColor := flags.Bool("no-color", false, "no colours (also NO_COLOR)")
	flags.BoolVar(&a.ascii, "ascii", false, "draw with plain ASCII characters")
	root.PersistentPreRunE = func(cmd *cobra.Command, _ []string) error {
		if flags.Changed("store") && a.store == "" {
			return misused(cmd, "Name a file. Is a variable of your script not set?", "--store: the name of the file is empty")
		}
		if flags.Changed("framework") && a.framework == "" {
			return misused(cmd, "Name a directory. Is a variable of your script not set?", "--framework: the name of the directory is empty")
		}
		if o := cmd.Flags().Lookup("output"); o != nil && o.Changed && o.Value.String() == "" {
			return misused(cmd, "Name a file, or - for the terminal. Is a variable of your script not set?", "--output: the name of the file is empty")
		}
		a.flagged = flags.Changed("framework")
		if !flags.Changed("ascii") {
			a.ascii = a.foreign()
		}
		a.color = !*noColor && a.env.Getenv("NO_COLOR") == "" && a.env.Getenv("TERM") != "dumb"
		return nil
	}

	root.AddCommand(
		newInterview(a),
		newQuick(a),
		newSessions(a),
		newStore(a),
		newAdvise(a),
		newNext(a),
		newWhatIf(a),
		newReport(a),
		newRACI(a),
		newChart(a),
		newPlan(a),
		newRoles(a),
		newExplain(a),
		newVerify(a),
		newDemo(a),
		newFramework(a),
		newVersion(a),
	)
	addCompletion(root)
	return root
}
