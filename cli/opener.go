package cli

import (
	"errors"
	"os/exec"
	"runtime"
	"time"

	"remit/model"
)

// Showing a file in the program that the system has for it. That program is started
// without a shell, in a session of its own and with no terminal: what it writes would
// otherwise land in the middle of a screen, and ctrl+c would end it.

// openerTime is how long an opener may take to say that it failed. One that is still
// busy then is taken to show the file; some stay as long as the file is open.
const openerTime = 2 * time.Second

// opener gives the function that shows a file, nil where there is nothing to show it
// on or no program that could.
func (a *app) opener() func(path string) error {
	command := openerCommand(runtime.GOOS, a.env.Getenv)
	if command == nil {
		return nil
	}
	program, err := exec.LookPath(command[0])
	if err != nil {
		return nil
	}
	return func(path string) error {
		return startDetached(program, append(command[1:len(command):len(command)], path)...)
	}
}

// openerCommand is what shows a file on a system, without the file; nil if nobody could
// see it. Whoever is logged in from elsewhere has no screen here, but on Linux it can
// be lent to them, and then the environment names it.
func openerCommand(system string, getenv func(string) string) []string {
	remote := getenv("SSH_CONNECTION") != ""
	switch system {
	case "windows":
		if !remote {
			return []string{"rundll32", "url.dll,FileProtocolHandler"} // start is a word of the shell only
		}
	case "darwin":
		if !remote {
			return []string{"open"}
		}
	default:
		if getenv("DISPLAY") != "" || getenv("WAYLAND_DISPLAY") != "" {
			return []string{"xdg-open"}
		}
	}
	return nil
}

// startDetached starts a program that outlives this one, and says if it fails at once.
func startDetached(program string, args ...string) error {
	cmd := exec.Command(program, args...)
	cmd.SysProcAttr = ofItsOwn()
	if err := cmd.Start(); err != nil {
		return notShown(program, err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	select {
	case err := <-ended:
		if err != nil {
			return notShown(program, err)
		}
	case <-time.After(openerTime):
	}
	return nil
}

func notShown(program string, err error) error {
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		err = errors.New("it gave up (" + exit.String() + ")")
	}
	return &model.Error{Kind: model.KindNotFound, Where: program, What: "the file cannot be shown", Err: err,
		Lost: "The file is there all the same.", Cure: "Open it from your file manager, or choose a program for files of this kind."}
}
