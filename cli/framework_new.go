package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"remit/advisor"
	"remit/model"
	"remit/store"
)

// newFrameworkNew is remit framework new.
func newFrameworkNew(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "new DIR",
		Short: "Write the built-in framework into a new directory, to change it there",
		Long: `Writes the files of the built-in framework, with their comments, into DIR: a
directory that does not exist yet, or an empty one. README.md among them tells
what each file is for; framework.schema.json lets an editor complete and check
them.`,
		Args: arguments(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			n, err := writeFramework(args[0])
			if err != nil {
				return err
			}
			dir := model.Clean(args[0])
			fmt.Fprintf(a.out, `The framework is in %[1]s, %[2]s. To make it your own:

  1. In %[3]s give it an id, a version and a title of its own.
  2. Take out %[4]s: it counts how the built-in rules fare.
  3. Change questions, rules, laws and the playbook. README.md there tells how.

After each change
  remit framework check %[1]s           lists every fault, with its place
  remit framework diff builtin %[1]s    shows what has changed, and whose advice
  remit interview --framework %[1]s     uses it
  remit framework use %[1]s             uses it always
`, dir, counted(n, "file"), filepath.Join(dir, "framework.yaml"), filepath.Join(dir, "agreement.yaml"))
			return nil
		},
	}
}

// writeFramework writes the built-in framework into a directory that is not there,
// or empty, and tells how many files that were.
func writeFramework(dir string) (int, error) {
	files, err := frameworkFiles()
	if err != nil {
		return 0, err
	}
	return len(files), writeFolder(dir, files)
}

// writeFolder writes files into a directory that is not there, or empty: all of
// them, or none if it fails. The last one should be the one without which the others
// are nothing, for whatever ends the program meanwhile.
func writeFolder(dir string, files []namedFile) error {
	made, err := makeRoom(dir)
	if err != nil {
		return err
	}
	var written []string
	for _, f := range files {
		path := filepath.Join(dir, f.name)
		if err = writeNew(path, f.data); err != nil {
			break
		}
		written = append(written, path)
	}
	if err == nil {
		err = syncDir(dir)
	}
	if err == nil {
		return nil
	}
	failed := &model.Error{Kind: fileKind(err), What: "write the framework to " + model.Quote(dir), Err: bare(err),
		Lost: "What had been written was taken away again."}
	failed.Cure, _ = store.OnDisk(err, "choose another directory")
	for _, path := range written {
		if os.Remove(path) != nil {
			failed.Lost = "Some files were written; they are no framework without framework.yaml."
		}
	}
	if made {
		_ = os.Remove(dir) // stays, and should, if somebody else has put something there
	}
	return failed
}

// makeRoom makes the directory unless it is there and empty.
func makeRoom(dir string) (made bool, err error) {
	if err = os.Mkdir(dir, 0o700); err == nil {
		return true, nil
	}
	if there, readErr := os.ReadDir(dir); errors.Is(err, fs.ErrExist) && readErr == nil && len(there) == 0 {
		return false, nil
	}
	e := &model.Error{Kind: fileKind(err), What: fmt.Sprintf("create %s", model.Quote(dir)), Err: bare(err), Lost: "Nothing was written."}
	cure, path := store.OnDisk(err, "choose another directory")
	if e.Cure = cure; path {
		e.Kind = model.KindExists
	}
	if errors.Is(err, fs.ErrExist) || errors.Is(err, fs.ErrNotExist) {
		e.Kind = model.KindExists
		e.Cure = "Name a directory that does not exist yet, or is empty, in one that does."
	}
	return false, e
}

// namedFile is a file in memory.
type namedFile struct {
	name string
	data []byte
}

// editorLine tells editors that know YAML schemas which one to complete and check
// a file with.
const editorLine = "# yaml-language-server: $schema=framework.schema.json\n"

// frameworkFiles gives what framework new writes, framework.yaml last.
func frameworkFiles() ([]namedFile, error) {
	fsys := advisor.BuiltinFS()
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, err
	}
	var files []namedFile
	var head namedFile
	for _, e := range entries {
		data, err := fs.ReadFile(fsys, e.Name())
		if err != nil {
			return nil, err
		}
		f := namedFile{e.Name(), data}
		if strings.HasSuffix(f.name, ".yaml") {
			f.data = append([]byte(editorLine), data...)
		}
		if f.name == "framework.yaml" {
			head = f
			continue
		}
		files = append(files, f)
	}
	return append(files, head), nil
}

// writeNew writes a file that must not exist and makes it durable; on failure there
// is none.
func writeNew(path string, data []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return errors.Join(err, os.Remove(path))
	}
	return nil
}
