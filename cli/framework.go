package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"remit/advisor"
	"remit/model"
	"remit/report"
)

// newFramework is remit framework: the rules behind the advice, to read and to
// check.
func newFramework(a *app) *cobra.Command {
	return group(&cobra.Command{
		Use:   "framework",
		Short: "The questions, rules and sources behind the advice",
	}, newFrameworkShow(a), newFrameworkUse(a), newFrameworkNew(a), newFrameworkCheck(a), newVerify(a),
		newFrameworkDiff(a), newFrameworkSources(a), newFrameworkSchema(a))
}

func newFrameworkShow(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "show",
		Short: "What is asked, what counts for and against each structure, and where it comes from",
		Args:  arguments(0, 0),
		RunE: func(*cobra.Command, []string) error {
			engine, err := a.engineToLook()
			if err != nil {
				return err
			}
			notice := ""
			if engine != a.instead {
				c, err := a.choice()
				if err != nil {
					return err
				}
				notice = c.notice(engine.Framework())
			}
			p := printer{w: a.out, width: a.width()}
			p.framework(contentsOf(engine), notice)
			return nil
		},
	}
}

func newFrameworkCheck(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "check [DIR]",
		Short: "List every fault of a framework, with file, line and cure",
		Long: `Reads the framework in DIR, or the one in use, and lists all that is wrong with it
at once: each fault with its file, line and column and what to do about it. The
exit code is 4 if there is any.`,
		Args: arguments(0, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			engine, err := a.readNamed(args)
			if err != nil {
				return err
			}
			f := engine.Framework()
			book := engine.Playbook()
			a.tellUnheard(f, book)
			fmt.Fprintf(a.out, "no faults: framework %s %s (%s), %s, %s, %s, %s\n", f.ID, f.Version, f.Hash,
				counted(len(f.Questions), "question"), counted(len(f.Rules), "rule"),
				counted(len(book.Roles), "role"), counted(len(book.Activities), "activity"))
			return nil
		},
	}
}

// tellUnheard says which words of the synonyms are there in vain. That is no fault: a role
// that is added later may take the name.
func (a *app) tellUnheard(f *model.Framework, book *model.Playbook) {
	const most = 10
	list := report.Catalogue{Framework: f, Book: book}.Unheard()
	for _, u := range list[:min(most, len(list))] {
		a.warn(fmt.Sprintf("synonym %s for %s changes nothing: it %s", inQuotes(u.Said), inQuotes(u.Means), u.Why))
	}
	if more := len(list) - most; more > 0 {
		a.warn(fmt.Sprintf("and %d more synonyms", more))
	}
}

// readNamed reads the framework that an argument names, else the one in use.
func (a *app) readNamed(args []string) (*advisor.Engine, error) {
	if len(args) > 0 {
		return readFramework(args[0])
	}
	c, err := a.choice()
	if err != nil {
		return nil, err
	}
	engine, err := readFramework(c.dir)
	return engine, c.blame(err)
}

func newFrameworkSchema(a *app) *cobra.Command {
	names := append(report.Schemas(), "framework")
	cmd := &cobra.Command{
		Use:   "schema NAME",
		Short: "The JSON Schema of an output, of an answer file or of a framework's files",
		Long: `Prints a JSON Schema (draft 2020-12). framework is that of the YAML files of a framework
and answers that of an answer file, so that an editor can complete and check them. The
others are those of what commands print with --format json: advise, report, raci, chart,
plan, whatif, next, roles, explain, verify; of sessions show (session), list (sessions),
history and compare (comparison); of framework diff, sources and use; and of what sessions
export writes.

NAME is ` + orList(names) + `.`,
		Example:   "  remit framework schema report\n  remit framework schema answers > answers.schema.json",
		ValidArgs: names,
		Args:      arguments(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			schema := report.Schema(args[0])
			switch {
			case args[0] == "answers":
				engine, err := a.engineToLook()
				if err != nil {
					return err
				}
				schema = report.AnswersSchema(engine.Framework())
			case args[0] == "framework":
				schema = advisor.FrameworkSchema()
			case schema == nil:
				return misused(cmd, "It is "+orList(names)+".", "unknown schema %s", model.Quote(args[0]))
			}
			_, err := a.out.Write(schema)
			return err
		},
	}
	return cmd
}

// counted writes a number with its noun.
func counted(n int, noun string) string {
	return fmt.Sprintf("%d %s", n, plural(n, noun))
}
