package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"remit/model"
)

// crashed is the error for a panic: short for the person, with the trace in a
// file.
func (a *app) crashed(thrown any, stack []byte) error {
	e := &model.Error{Kind: model.KindBug, What: fmt.Sprintf("a bug: %v", thrown),
		Lost: "Nothing that was saved is lost.", Cure: "Run the command again to go on."}
	if name, err := a.log(fmt.Appendf(nil, "panic: %v\n\n%s", thrown, stack)); err == nil {
		e.Cure += fmt.Sprintf("\nDetails for a bug report are in %s", name)
	}
	return e
}

// dump writes what every goroutine does to a log, as QUIT asks.
func (a *app) dump() {
	all := make([]byte, 1<<20)
	all = all[:runtime.Stack(all, true)]
	if name, err := a.log(all); err == nil {
		fmt.Fprintf(a.err, "remit: told to quit; what it was doing is in %s\n", model.Clean(name))
	}
}

// log keeps a trace in a new file of the state directory that only its owner can
// read, and gives its name.
func (a *app) log(trace []byte) (name string, err error) {
	dir, err := a.stateDir()
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", err
	}
	stem := filepath.Join(dir, a.env.Now().UTC().Format("crash-20060102-150405"))
	for i := range 100 {
		name = fmt.Sprintf("%s-%d.log", stem, i)
		f, err := os.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return "", err
		}
		_, err = f.Write(trace)
		return name, errors.Join(err, f.Close())
	}
	return "", fs.ErrExist
}
