package cli

import (
	"fmt"
	"maps"

	"github.com/spf13/cobra"

	"remit/advisor"
	"remit/model"
)

// branchOptions are the inputs of remit sessions branch.
type branchOptions struct {
	set    []string // question=value
	name   string
	format string
}

// newSessionsBranch is remit sessions branch.
func newSessionsBranch(a *app) *cobra.Command {
	o := &branchOptions{}
	cmd := &cobra.Command{
		Use:   "branch SESSION[@POINT]",
		Short: "Keep a what if: a new session with the answers of this one, some of them changed",
		Long: `Makes a session of its own that says all that SESSION says, answers and notes, but
for what --set changes. SESSION stays as it is. The new one remembers which session
it branched from, and is called like it with ", what if" behind, or as --name says.

` + aboutPoints,
		Example: `  remit sessions branch acme --set headcount=400 --set technology=product
  remit sessions compare acme "acme, what if"`,
		Args: arguments(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := oneOf(cmd, "format", o.format, "text", "json"); err != nil {
				return err
			}
			named, err := about{name: o.name}.checked()
			if err != nil {
				return err
			}
			if cmd.Flags().Changed("name") && named.name == "" {
				return errBlankName()
			}
			o.name = named.name
			return o.run(cmd, a, args[0])
		},
	}
	flags := cmd.Flags()
	flags.StringArrayVar(&o.set, "set", nil, "answer one question otherwise, as `question=value`; question= takes its answer away; may be repeated")
	flags.StringVar(&o.name, "name", "", "`name` of the new session")
	flags.StringVar(&o.format, "format", "text", "`text` or json")
	_ = cmd.RegisterFlagCompletionFunc("set", a.completeSet) // fails only where there is no such flag
	return cmd
}

func (o *branchOptions) run(cmd *cobra.Command, a *app, ref string) error {
	engine, err := a.engine()
	if err != nil {
		return err
	}
	f := engine.Framework()
	changes, err := answered(f, o.set)
	if err != nil {
		return err
	}
	keep, from, err := a.findPoint(cmd.Context(), ref)
	if err != nil {
		return err
	}
	if from.now.Deleted {
		return isDeleted(from.now)
	}
	parent := from.session
	answers := parent.Answers.Clone()
	for _, e := range changes {
		answers = answers.With(e.Question, *e.Answer)
	}
	s, err := model.KeepBranch(cmd.Context(), keep, parent, o.name, "", answers, f.Ref)
	if err != nil {
		return err
	}
	a.kept = fmt.Sprintf("Session %s was created; its id is %s.", inQuotes(s.Name), s.ID)
	if o.format == "json" {
		return writeJSON(a.out, s)
	}
	a.branched(engine, from, s)
	return nil
}

// branched tells of a new session and in what it differs from its parent.
func (a *app) branched(engine *advisor.Engine, from point, s model.Session) {
	a.report("Kept as %s. Id: %s", inQuotes(s.Name), s.ID)
	f := engine.Framework()
	for _, d := range answerChanges(f, from.session.Answers, s.Answers) {
		a.report("%s", d.in(f))
	}
	if maps.Equal(from.session.Answers, s.Answers) {
		a.report("It says the same as %s.", from.words())
	}
	a.report("%s", verdict(engine, s.Answers))
	a.report("To see both beside each other: remit sessions compare %s %s", from.ref(), s.ID)
}
