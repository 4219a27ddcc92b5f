//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// The disk with the sessions is pulled out in the middle of an interview. However
// the person then leaves, the answer that could not be saved is named, and kept.
func TestAnAnswerThatCannotBeSavedIsNotLostInSilence(t *testing.T) {
	if testing.Short() {
		t.Skip("short: runs the real program in a terminal")
	}
	for name, end := range map[string]struct {
		by   func(*terminal)
		code int
	}{
		"ctrl+c, which asks once": {func(x *terminal) { x.press(ctrlC); x.see("Ctrl+c again leaves"); x.press(ctrlC) }, 66},
		"told to stop":            {func(x *terminal) { x.cmd.Process.Signal(syscall.SIGTERM) }, 143},
	} {
		t.Run(name, func(t *testing.T) {
			home := t.TempDir()
			store := filepath.Join(home, "v.db")
			cmd := exec.Command(binary(t), "interview", "--name", "Harbour", "--store", store)
			cmd.Env = []string{"XDG_STATE_HOME=" + filepath.Join(home, "state")}
			x := start(t, home, cmd)
			x.see(ask(1))
			x.press("3")
			x.see(ask(2))
			if err := os.Rename(store, store+".elsewhere"); err != nil {
				t.Fatal(err)
			}
			x.press("180\r")
			x.see("Not saved")
			end.by(x)
			if code := x.ends(); code != end.code {
				t.Errorf("exit code %d, want %d", code, end.code)
			}
			x.see("headcount = 180")
			kept, err := filepath.Glob(filepath.Join(home, "state", "remit", "unsaved-*.txt"))
			if err != nil || len(kept) != 1 {
				t.Errorf("kept %q, %v; want one file", kept, err)
			}
		})
	}
}
