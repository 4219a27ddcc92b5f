package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"

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
	}, newFrameworkShow(a), newFrameworkNew(a), newFrameworkCheck(a), newFrameworkSchema(a))
}

func newFrameworkShow(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "show",
		Short: "What is asked, what counts for and against each structure, and where it comes from",
		Args:  arguments(0, 0),
		RunE: func(*cobra.Command, []string) error {
			engine, err := a.engine()
			if err != nil {
				return err
			}
			p := printer{w: a.out, width: a.width()}
			p.framework(engine.Framework())
			return nil
		},
	}
}

func newFrameworkCheck(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "check [DIR]",
		Short: "List every fault of a framework, with file, line and cure",
		Long: `Reads the framework in DIR, or the built-in one, and lists all that is wrong with
it at once: each fault with its file, line and column and what to do about it.
The exit code is 4 if there is any.`,
		Args: arguments(0, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			fsys := advisor.BuiltinFS()
			if len(args) > 0 {
				var err error
				if fsys, err = frameworkDir(args[0]); err != nil {
					return err
				}
			}
			f, err := checkFramework(fsys)
			if err != nil {
				return err
			}
			fmt.Fprintf(a.out, "no faults: framework %s %s (%s), %s, %s\n", f.ID, f.Version, f.Hash,
				counted(len(f.Questions), "question"), counted(len(f.Rules), "rule"))
			return nil
		},
	}
}

func newFrameworkNew(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "new DIR",
		Short: "Write the built-in framework into a new directory, to change it there",
		Args:  arguments(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			dir := args[0]
			err := os.Mkdir(dir, 0o755)
			if err == nil {
				err = os.CopyFS(dir, advisor.BuiltinFS())
			}
			if errors.Is(err, fs.ErrExist) || errors.Is(err, fs.ErrNotExist) {
				return &model.Error{Kind: model.KindExists, What: fmt.Sprintf("create %q", dir), Err: bare(err),
					Lost: "Nothing was written.", Cure: "Name a directory that does not exist yet, in one that does."}
			}
			if err != nil {
				return &model.Error{Kind: fileKind(err), What: fmt.Sprintf("write the framework to %q", dir), Err: bare(err)}
			}
			fmt.Fprintf(a.out, "The framework is in %s. Check it after each change: remit framework check %[1]s\n", model.Clean(dir))
			return nil
		},
	}
}

// frameworkDir opens a directory to read a framework from.
func frameworkDir(dir string) (fs.FS, error) {
	info, err := os.Stat(dir)
	if err == nil && !info.IsDir() {
		err = syscall.ENOTDIR
	}
	if err == nil {
		_, err = os.ReadDir(dir)
	}
	if err != nil {
		e := &model.Error{Kind: fileKind(err), What: fmt.Sprintf("read the framework in %q", dir), Err: bare(err),
			Cure: "Name the directory that holds framework.yaml."}
		if err == syscall.ENOTDIR {
			e.Kind = model.KindNotFound
		}
		return nil, e
	}
	return os.DirFS(dir), nil
}

// checkFramework loads and compiles a framework. What is wrong with its content
// is a broken law and not a bad input: finding it is what the command is for.
func checkFramework(fsys fs.FS) (*model.Framework, error) {
	f, err := advisor.Load(fsys)
	if err == nil {
		_, err = advisor.New(f)
	}
	switch e := err.(type) {
	case nil:
		return f, nil
	case model.Faults:
		for _, fault := range e {
			fault.Kind = model.KindLaw
		}
		return nil, append(e, &model.Error{Kind: model.KindLaw, What: counted(len(e), "fault")})
	case *model.Error:
		if e.Kind == model.KindInvalid {
			e.Kind = model.KindLaw
		}
	}
	return nil, err
}

func newFrameworkSchema(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "schema advice|answers",
		Short: "The JSON Schema of the advice, or of an answer file",
		Long: `Prints a JSON Schema (draft 2020-12): of what remit advise prints as JSON, or of
an answer file, so that an editor can complete and check it.`,
		Args: arguments(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			var schema []byte
			switch args[0] {
			case "advice":
				schema = report.AdviceSchema()
			case "answers":
				engine, err := a.engine()
				if err != nil {
					return err
				}
				schema = report.AnswersSchema(engine.Framework())
			default:
				return misused(cmd, "It is advice or answers.", "unknown schema %q", model.Cut(args[0], 60))
			}
			_, err := a.out.Write(schema)
			return err
		},
	}
	return cmd
}

// counted writes a number with its noun.
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
