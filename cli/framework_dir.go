package cli

import (
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"remit/advisor"
	"remit/model"
)

// Frameworks are directories that people write. This file is where one comes in.

// builtin is what commands call the framework that remit carries, where they take
// the name of a directory. A directory of that name is ./builtin.
const builtin = "builtin"

// loadFramework makes an engine of the framework in dir, or of the built-in one if
// dir is empty or builtin.
func loadFramework(dir string) (*advisor.Engine, error) {
	if dir == "" || dir == builtin {
		return advisor.Builtin(), nil
	}
	return readFramework(dir)
}

// readFramework is loadFramework without its short cut: the files of the built-in
// framework are read and checked too. What is wrong with a framework's content is a
// broken law and not a bad input, whichever command meets it; every place begins
// with dir, so that a terminal or an editor can open it.
func readFramework(dir string) (*advisor.Engine, error) {
	fsys := advisor.BuiltinFS()
	if dir != "" && dir != builtin {
		var err error
		if fsys, err = frameworkDir(dir); err != nil {
			return nil, err
		}
	}
	f, err := advisor.Load(fsys)
	if err != nil {
		return nil, faultsIn(dir, err)
	}
	engine, err := advisor.New(f)
	if err != nil {
		return nil, faultsIn(dir, err)
	}
	return engine, nil
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
		return nil, &model.Error{Kind: fileKind(err), What: fmt.Sprintf("read the framework in %s", model.Quote(dir)), Err: bare(err),
			Cure: "Name the directory that holds framework.yaml: as an argument, with --framework, or in REMIT_FRAMEWORK."}
	}
	return os.DirFS(dir), nil
}

// faultsIn words what is wrong with the framework in dir.
func faultsIn(dir string, err error) error {
	one := func(e *model.Error) *model.Error {
		placed := *e
		placed.Where = filepath.Join(dir, e.Where)
		cure := "Take it out of the directory, or put a plain file that can be read in its place."
		if placed.Kind == model.KindInvalid {
			placed.Kind = model.KindLaw
			cure = "Write it as the built-in framework does: remit framework new DIR puts a copy of that into a directory."
		}
		placed.Cure = cmp.Or(placed.Cure, cure)
		return &placed
	}
	switch e := err.(type) {
	case model.Faults:
		all := make(model.Faults, len(e), len(e)+1)
		for i := range e {
			all[i] = one(e[i])
		}
		return append(all, &model.Error{Kind: model.KindLaw, What: counted(len(e), "fault") + " in the framework",
			Cure: "Mend them in an editor. " + inUse})
	case *model.Error:
		return one(e)
	}
	return err
}

// inUse says how to get by until a framework is mended.
const inUse = "With --framework builtin the built-in framework is used."
