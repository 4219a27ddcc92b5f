package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"remit/model"
)

// misused is the error for a command that was called wrongly. cure may be empty:
// then the usage line is shown.
func misused(cmd *cobra.Command, cure, format string, args ...any) error {
	if cure == "" {
		cure = "Use: " + cmd.UseLine()
	}
	return &model.Error{Kind: model.KindUsage, What: fmt.Sprintf(format, args...), Cure: cure}
}

// arguments accepts from low to high arguments; high < 0 means any number.
func arguments(low, high int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch n := len(args); {
		case n < low && n == 0:
			return misused(cmd, "", "%s: an argument is missing", cmd.CommandPath())
		case n < low:
			return misused(cmd, "", "%s: %s given, %d needed", cmd.CommandPath(), counted(n, "argument"), low)
		case high >= 0 && n > high:
			return misused(cmd, "", "%s: unexpected argument %s", cmd.CommandPath(), model.Quote(args[high]))
		}
		return nil
	}
}

// group makes cmd a mere parent: called without a command of its own, or with an
// unknown one, it says what there is.
func group(cmd *cobra.Command, children ...*cobra.Command) *cobra.Command {
	cmd.AddCommand(children...)
	cmd.Args = unknownCommand
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		return misused(cmd, "It is one of "+strings.Join(names(cmd), ", ")+".", "%s: which command?", cmd.CommandPath())
	}
	return cmd
}

// unknownCommand refuses the first argument of a parent command, naming its
// nearest neighbours.
func unknownCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	cmd.SuggestionsMinimumDistance = 2
	cure := "It is one of " + strings.Join(names(cmd), ", ") + "."
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		cure = fmt.Sprintf("Did you mean %s? %s --help lists all.", orList(near), cmd.CommandPath())
	}
	return misused(cmd, cure,
		"unknown command %s for %s", model.Quote(args[0]), cmd.CommandPath())
}

func names(cmd *cobra.Command) []string {
	var all []string
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			all = append(all, c.Name())
		}
	}
	return all
}

// flagError words what the flag parser says, with the nearest flag there is.
func flagError(cmd *cobra.Command, err error) error {
	cure := fmt.Sprintf("%s --help lists all flags.", cmd.CommandPath())
	if _, name, ok := strings.Cut(err.Error(), "unknown flag: --"); ok {
		if near := nearestFlag(cmd, name); near != "" {
			cure = fmt.Sprintf("Did you mean --%s? %s", near, cure)
		}
	}
	what := err.Error()
	if e, ok := errors.AsType[*pflag.InvalidValueError](err); ok {
		what = fmt.Sprintf("--%s takes %s, not %s", e.GetFlag().Name, typeOf(e.GetFlag()), model.Quote(e.GetValue()))
	}
	return &model.Error{Kind: model.KindUsage, What: model.Cut(what, 200), Cure: cure}
}

// typeOf says what a flag takes.
func typeOf(f *pflag.Flag) string {
	switch f.Value.Type() {
	case "int":
		return "a whole number"
	case "bool":
		return "true or false"
	}
	return "another value"
}

func nearestFlag(cmd *cobra.Command, name string) string {
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	near, _ := model.Nearest(name, names)
	return near
}

// orList joins words as "a, b or c".
func orList(words []string) string { return enumerated(words, "or") }

// andList joins words as "a, b and c".
func andList(words []string) string { return enumerated(words, "and") }

func enumerated(words []string, last string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	n := len(words) - 1
	return strings.Join(words[:n], ", ") + " " + last + " " + words[n]
}
