package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"

	"github.com/spf13/cobra"

	"remit/model"
)

// output is where a command writes a document: standard output, or a file that
// appears whole or not at all.
type output struct {
	file  string // "" or "-" is standard output
	force bool   // replace a file that exists
	alone bool   // the command has nowhere else to write to
	list  bool   // it is the list of the reports in a directory, see ledger

	closed func() // is told instead of the terminal that others could open the file before
}

// flags adds the two flags that say so.
func (o *output) flags(cmd *cobra.Command) {
	cmd.Flags().StringVarP(&o.file, "output", "o", "", "write to this `file` instead of the terminal")
	cmd.Flags().BoolVar(&o.force, "force", false, "replace the file if it exists")
}

// toFile reports whether the output is not standard output.
func (o output) toFile() bool { return o.file != "" && o.file != "-" }

// private is the mode of what is written: it says what people said.
const private fs.FileMode = 0o600

// write calls fill with the place to write to. A file is written beside its
// place, made durable and then moved there; the directory is opened once, and nothing
// in it can lead out of it.
func (o output) write(a *app, fill func(io.Writer) error) error {
	if !o.toFile() {
		return fill(a.out)
	}
	if os.IsPathSeparator(o.file[len(o.file)-1]) {
		if _, err := os.Stat(o.file); err != nil {
			return o.failed(err)
		}
		o.file = filepath.Clean(o.file)
	}
	if err := o.spare(a); err != nil {
		return err
	}
	dir, err := openFolder(folderOf(o.file))
	if err != nil {
		return o.failed(err)
	}
	defer dir.Close()
	if _, err := o.room(dir); err != nil {
		return err // before the work
	}
	temp, free, err := begin(dir)
	if err != nil {
		return o.failed(err)
	}
	defer free() // after the removal: what nobody holds is for anybody to sweep away
	name := filepath.Base(temp.Name())
	defer dir.Remove(name) // fails, and should, once it has moved
	sweep(dir, temp)
	err = errors.Join(fill(temp), temp.Sync())
	was, taken := o.room(dir) // the work may have taken its time
	if mode := private & was; mode != private {
		err = errors.Join(err, temp.Chmod(mode))
	}
	if err = errors.Join(err, temp.Close()); taken != nil {
		return taken
	}
	if err == nil {
		err = o.place(dir, name)
	}
	if err != nil {
		return o.failed(err)
	}
	if err := syncDir(dir.Name()); err != nil {
		return o.unsure(err)
	}
	o.tellClosed(a, was)
	return nil
}

// tellClosed says that others can no longer open a file that they could open before: a
// document stays private also where a less private one was, and whoever shares it has to
// know.
func (o output) tellClosed(a *app, was fs.FileMode) {
	const windows = "windows" // where every file has a mode that means nothing
	switch others := was & 0o077; {
	case others == 0 || runtime.GOOS == windows || a == nil:
	case o.closed != nil:
		o.closed()
	default:
		a.warn(fmt.Sprintf("others could open %s; now only its owner can. To share it again: chmod %o %s", inQuotes(o.file), was, shellWord(o.file)))
	}
}

// folderOf gives the directory of a file as the system will find it: "link/../file" is
// beside what the link points to, which only the system can tell.
func folderOf(file string) string {
	folder, _ := filepath.Split(file)
	if folder == "" {
		return "."
	}
	return folder
}

func openFolder(folder string) (*os.Root, error) {
	dir, err := os.OpenRoot(folder)
	if err == nil {
		return dir, nil
	}
	if there, missing := os.Stat(folder); missing == nil && !there.IsDir() {
		err = syscall.ENOTDIR // which the words of OpenRoot do not tell
	}
	return nil, err
}

// spare refuses to replace what nobody can mean to replace, with force too: the file
// that keeps the sessions, the file that the answers came from, and the list of the reports
// in a directory.
func (o output) spare(a *app) error {
	there, err := os.Stat(o.file)
	if err != nil || a == nil {
		return nil // nothing is there, or it is told when it is written
	}
	refuse := func(what string) error {
		return &model.Error{Kind: model.KindUsage, What: fmt.Sprintf("write %q: it is %s", o.file, what),
			Lost: "It was left as it is.", Cure: "Name another file."}
	}
	if filepath.Base(o.file) == ledgerName && !o.list {
		return refuse("the list of the reports there, which remit keeps itself")
	}
	if path, err := a.storePath(); err == nil {
		if sessions, err := os.Stat(path); err == nil && os.SameFile(sessions, there) {
			return refuse("the file that keeps the sessions")
		}
	}
	for _, input := range a.read {
		if os.SameFile(input, there) {
			return refuse("the file that the answers came from")
		}
	}
	return nil
}

// room gives the mode of the file in this place, private where none is, or why none may
// be there. A rename would put a file where a device, a pipe or a link was, so only
// regular files are replaced, and none that its owner has protected.
func (o output) room(dir *os.Root) (fs.FileMode, error) {
	there, err := dir.Lstat(filepath.Base(o.file))
	if filepath.Base(o.file) == ".." {
		there, err = os.Stat(o.file) // which a directory does not tell of
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return private, nil
	case err != nil:
		return 0, o.failed(err)
	case !there.Mode().IsRegular():
		cure := "Name a file, or leave --output out and lead the output there with > in the shell."
		if o.alone {
			cure = "Name a file that is not there yet."
		}
		return 0, &model.Error{Kind: model.KindExists, What: fmt.Sprintf("write %q: it is %s", o.file, typeWord(there.Mode())),
			Lost: "It was left as it is.", Cure: cure}
	case !o.force:
		return 0, o.failed(fs.ErrExist)
	case there.Mode()&0o200 == 0:
		return 0, &model.Error{Kind: model.KindPermission, What: fmt.Sprintf("write %q: the file is write-protected", o.file),
			Lost: "The file was left as it is.", Cure: "Choose another name, or take the protection off the file first."}
	}
	return there.Mode().Perm(), nil
}

// typeWord says what stands at a name, where it is no regular file.
func typeWord(m fs.FileMode) string {
	switch {
	case m&fs.ModeSymlink != 0:
		return "a symbolic link"
	case m.IsDir():
		return "a directory"
	case m&fs.ModeDevice != 0:
		return "a device"
	case m&fs.ModeNamedPipe != 0:
		return "a named pipe"
	case m&fs.ModeSocket != 0:
		return "a socket"
	}
	return "no regular file"
}

// place moves the finished file. Without force a link is made, which fails where
// a rename would replace what another program has put there meanwhile.
func (o output) place(dir *os.Root, temp string) error {
	name := filepath.Base(o.file)
	if o.force {
		return dir.Rename(temp, name)
	}
	err := dir.Link(temp, name)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	if _, there := dir.Lstat(name); there == nil {
		return fs.ErrExist
	}
	return dir.Rename(temp, name) // a file system without links
}
