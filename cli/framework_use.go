package cli

import (
	"errors"
	"path/filepath"

	"github.com/spf13/cobra"

	"remit/advisor"
	"remit/model"
)

// newFrameworkUse is remit framework use.
func newFrameworkUse(a *app) *cobra.Command {
	format := ""
	cmd := &cobra.Command{
		Use:   "use [DIR|builtin]",
		Short: "Choose the framework to use from now on; without DIR, show which is in use and why",
		Long: `Keeps in the settings which framework is used from now on: the one in DIR, which must
be without faults, or builtin, the one that remit carries (a directory of that name is
./builtin). Without an argument it shows which one is in use and why.

--framework is stronger than the variable REMIT_FRAMEWORK, the variable is stronger
than the setting, and the built-in framework is used where nothing is chosen.`,
		Example: `  remit framework use mine
  remit framework use
  remit framework use builtin`,
		Args: arguments(0, 1),
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return []cobra.Completion{builtin}, cobra.ShellCompDirectiveDefault
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := oneOf(cmd, "format", format, "text", "json"); err != nil {
				return err
			}
			switch {
			case len(args) == 0:
				return a.showUse(format)
			case args[0] == "":
				return misused(cmd, "Name a directory, or builtin. Is a variable of your script not set?", "%s: the name of the directory is empty", cmd.CommandPath())
			case cmd.Flags().Changed("format"):
				return misused(cmd, "Leave it out.", "--format goes with showing which framework is in use")
			}
			return a.use(args[0])
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "`text` or json")
	return cmd
}

// used is which framework is in use, for programs.
type used struct {
	Framework model.Ref `json:"framework"`
	Dir       string    `json:"dir,omitempty"` // none for the built-in one
	By        chooser   `json:"by"`
	Settings  string    `json:"settings,omitempty"` // the file, whether it is there or not
}

// showUse says which framework is in use. Who chose it is said even if it cannot be
// used.
func (a *app) showUse(format string) error {
	c, err := a.choice()
	if err != nil {
		return err
	}
	engine, err := loadFramework(c.dir)
	if err != nil {
		if format == "text" {
			a.report("Chosen: %s, because %s.", c.dir, c.why())
		}
		return c.blame(err)
	}
	f := engine.Framework()
	if format == "json" {
		return writeJSON(a.out, used{f.Ref, c.dir, c.by, a.settingsPath()})
	}
	if c.dir == "" {
		a.report("In use: %s %s, the built-in framework, because %s.", f.ID, f.Version, c.why())
	} else {
		a.report("%s", c.notice(f))
	}
	a.report("To choose another for good: remit framework use DIR|builtin. For one command: --framework DIR|builtin.")
	return nil
}

// use keeps a choice, after the framework has been read whole.
func (a *app) use(dir string) error {
	s := settings{builtin}
	engine := advisor.Builtin()
	if dir != builtin {
		var err error
		if engine, err = readFramework(dir); err != nil {
			return unused(err)
		}
		if s.Framework, err = filepath.Abs(dir); err != nil {
			return err
		}
	}
	aside, err := a.writeSettings(a.settingsPath(), s)
	if err != nil {
		return err
	}
	f := engine.Framework()
	a.kept = "The choice is kept in " + a.settingsPath() + "."
	if dir == builtin {
		a.report("From now on: %s %s, the built-in framework.", f.ID, f.Version)
	} else {
		a.report("From now on: %s %s from %s.", f.ID, f.Version, s.Framework)
		a.report("Back to the built-in one: remit framework use builtin")
	}
	if aside != "" {
		a.report("The settings that could not be read are now in %s.", aside)
	}
	if a.framework != "" && !a.flagged {
		a.report("Not yet here: the variable REMIT_FRAMEWORK names %s, and it is stronger.", model.Quote(a.framework))
	}
	return nil
}

// unused adds to the faults of a framework that it was not chosen.
func unused(err error) error {
	if faults, ok := errors.AsType[model.Faults](err); ok {
		last := *faults[len(faults)-1]
		last.Lost, last.Cure = notSet, "Mend them in an editor, then choose it again."
		return append(faults[:len(faults)-1:len(faults)-1], &last)
	}
	if e, ok := errors.AsType[*model.Error](err); ok {
		e.Lost = notSet
	}
	return err
}
