package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"remit/model"
	"remit/store"
)

// stdinName is what errors call standard input.
const stdinName = "standard input"

// answerInput is where a command takes answers from: a file, standard input, the
// command line, or a file with changes from the command line.
type answerInput struct {
	file string   // "" if none is named, "-" for standard input
	set  []string // question=value, each over what the file says
}

func (in *answerInput) flags(cmd *cobra.Command) {
	cmd.Flags().StringArrayVar(&in.set, "set", nil, "answer one question, as `question=value`; over the file, may be repeated")
}

// argument takes the FILE of the command line, if there is one.
func (in *answerInput) argument(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if args[0] == "" {
		return misused(cmd, "Name a file, or - for standard input. Is a variable of your script not set?", "%s: the name of the file is empty", cmd.CommandPath())
	}
	in.file = args[0]
	return nil
}

// read gives the answers, checked against f.
func (in *answerInput) read(a *app, cmd *cobra.Command, f *model.Framework) (model.Answers, error) {
	as := model.Answers{}
	if in.file != "" || len(in.set) == 0 {
		name, r, err := a.openInput(cmd, in.file)
		if err != nil {
			return nil, a.orSession(cmd, in.file, err)
		}
		defer r.Close()
		text, err := io.ReadAll(io.LimitReader(r, maxAnswers+1))
		if err != nil {
			return nil, unreadable(name, err)
		}
		if len(text) > maxAnswers {
			return nil, &model.Error{Kind: model.KindInvalid, Where: name, What: "the file is larger than 1 MiB, which no answer file is",
				Cure: "For many companies use --batch, with one a line."}
		}
		if as, err = parseAnswers(f, name, text); err != nil {
			return nil, err
		}
	}
	return in.override(f, as)
}

// orSession adds to the error of a file that is not there that a session is called so.
func (a *app) orSession(cmd *cobra.Command, file string, err error) error {
	e, ok := errors.AsType[*model.Error](err)
	if !ok || e.Kind != model.KindNotFound {
		return err
	}
	if _, s, none := a.find(cmd.Context(), file); none == nil {
		e.Cure = "This takes a file, and " + inQuotes(s.Name) + " is a session: remit sessions show tells what is advised for it, and whatif, report, raci, chart and plan take it."
	}
	return err
}

// ofOne refuses answers from the command line where many companies are told of.
func (in *answerInput) ofOne(cmd *cobra.Command) error {
	if len(in.set) > 0 {
		return misused(cmd, "Leave --all out and name one session, or save the answer in its session first: remit sessions set SESSION headcount=40.",
			"--set answers for one company, not for all of --all")
	}
	return nil
}

// override puts the answers of the command line over as.
func (in *answerInput) override(f *model.Framework, as model.Answers) (model.Answers, error) {
	faults := faultList{}
	said := map[string]bool{}
	for _, word := range in.set {
		id, value, ok := strings.Cut(word, "=")
		q := f.Question(id)
		var e *model.Error
		switch {
		case !ok:
			e = &model.Error{What: "an answer has the form question=value", Cure: "Write it like --set headcount=40."}
		case q == nil:
			e = faults.unknown(f, id)
		case said[id]:
			e = &model.Error{What: fmt.Sprintf("%q is answered twice", id), Cure: "Say it once."}
		default:
			said[id] = true
			answer, err := answerTo(q, typed(value))
			if err == nil {
				as[id] = answer
				continue
			}
			e, _ = errors.AsType[*model.Error](err)
		}
		e.Kind, e.Where = model.KindUsage, "--set "+model.Cut(word, 60)
		faults.add(e)
	}
	if err := faults.err(); err != nil {
		return nil, err
	}
	return as, nil
}

// openInput opens the named file, or standard input for "" and "-". Without a
// name it does not wait for somebody to type at a terminal.
func (a *app) openInput(cmd *cobra.Command, file string) (name string, r io.ReadCloser, err error) {
	if file == "" && a.env.InTerminal {
		return "", nil, misused(cmd, fmt.Sprintf("Name a file, or pipe answers in: %s. %s --help tells more.", cmd.UseLine(), cmd.CommandPath()),
			"%s: there are no answers", cmd.CommandPath())
	}
	if file == "" || file == "-" {
		return stdinName, io.NopCloser(a.in), nil
	}
	opened, err := os.Open(file)
	if err != nil {
		return "", nil, unreadable(file, err)
	}
	info, err := opened.Stat()
	if err == nil && info.IsDir() {
		opened.Close()
		return "", nil, unreadable(file, syscall.EISDIR)
	}
	if err == nil {
		a.read = append(a.read, info)
	}
	return model.Clean(file), opened, nil
}

// unreadable words what the operating system says about an input.
func unreadable(name string, err error) error {
	if _, ok := errors.AsType[interrupted](err); ok {
		return err
	}
	e := &model.Error{Kind: fileKind(err), What: fmt.Sprintf("read %q", name), Err: bare(err)}
	switch {
	case name == stdinName:
		e.What = "read standard input"
	case errors.Is(err, fs.ErrNotExist):
		e.Cure = "Check the name; - stands for standard input."
	case errors.Is(err, syscall.EISDIR):
		e.Kind = model.KindInvalid
		e.Cure = "Name a file in it."
	default:
		e.Cure, _ = store.OnDisk(err, "name another file")
	}
	return e
}
