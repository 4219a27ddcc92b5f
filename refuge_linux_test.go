package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The disk fails while the app saves an answer. The app says so and goes on; when the
// person leaves, all that was said is in a copy of the store in another place.
func TestWhatWasSaidOnAFailingDiskIsInTheCopy(t *testing.T) {
	if testing.Short() {
		t.Skip("short: runs the real program in a terminal")
	}
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("strace, which makes calls fail, is not installed")
	}
	home := t.TempDir()
	store := filepath.Join(home, "v.db")
	run := func(args ...string) string {
		t.Helper()
		cmd := exec.Command(binary(t), args...)
		cmd.Env = append(os.Environ(), "HOME="+home, "XDG_CONFIG_HOME=", "REMIT_FRAMEWORK=")
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("remit %q: %v", args, err)
		}
		return string(out)
	}
	run("sessions", "new", "--name", "Harbour", "--store", store)
	cmd := exec.Command(strace, "-f", "-qq", "-o", os.DevNull, "-e", "signal=none", "-e", "trace=fdatasync", "-P", store,
		"-e", "inject=fdatasync:error=EIO", binary(t), "interview", "Harbour", "--store", store)
	cmd.Env = []string{"XDG_STATE_HOME=" + filepath.Join(home, "state")}
	x := start(t, home, cmd)
	x.see(ask(1))
	x.press("3")
	x.see("Not saved")
	x.press("180\r")
	x.press(ctrlC)
	x.see("Ctrl+c again leaves")
	x.press(ctrlC)
	if code := x.ends(); code != 74 {
		t.Errorf("exit code %d, want 74", code)
	}
	x.see("Nothing is lost")
	copies, err := filepath.Glob(filepath.Join(home, "state", "remit", "v-rescued-*.db"))
	if err != nil || len(copies) != 1 {
		t.Fatalf("copies: %q, %v; want one", copies, err)
	}
	run("store", "check", "--store", copies[0])
	if list := run("sessions", "show", "Harbour", "--store", copies[0]); !strings.Contains(list, "Role of technology: ") {
		t.Errorf("in the copy:\n%s", list)
	}
}
