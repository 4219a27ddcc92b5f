package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"remit/model"
)

// A file is shown only where somebody can see it.
func TestAFileIsShownOnlyWhereThereIsAScreen(t *testing.T) {
	for _, c := range []struct {
		system string
		env    map[string]string
		want   string
	}{
		{"linux", nil, ""},
		{"linux", map[string]string{"DISPLAY": ":0"}, "xdg-open"},
		{"linux", map[string]string{"WAYLAND_DISPLAY": "wayland-0"}, "xdg-open"},
		{"linux", map[string]string{"DISPLAY": "localhost:10.0", "SSH_CONNECTION": "a b"}, "xdg-open"},
		{"freebsd", map[string]string{"DISPLAY": ":0"}, "xdg-open"},
		{"darwin", nil, "open"},
		{"darwin", map[string]string{"SSH_CONNECTION": "a b"}, ""},
		{"windows", nil, "rundll32 url.dll,FileProtocolHandler"},
		{"windows", map[string]string{"SSH_CONNECTION": "a b"}, ""},
	} {
		got := strings.Join(openerCommand(c.system, func(name string) string { return c.env[name] }), " ")
		if got != c.want {
			t.Errorf("%s with %v: %q, want %q", c.system, c.env, got, c.want)
		}
	}
}

// The path reaches the program as one word, whatever is in it, nothing that the program
// writes reaches us, and its failure is told plainly.
func TestTheProgramThatShowsAFile(t *testing.T) {
	sh, err := exec.LookPath("sh")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "a b; $(touch c) 'd'.pdf")
	if err := startDetached(sh, "-c", `echo noise; echo noise >&2; printf shown >"$0"`, path); err != nil {
		t.Fatal(err)
	}
	if text, err := os.ReadFile(path); err != nil || string(text) != "shown" {
		t.Errorf("the program was given another file: %q, %v", text, err)
	}
	for name, err := range map[string]error{
		"one that gives up": startDetached(sh, "-c", "exit 3"),
		"none":              startDetached(filepath.Join(t.TempDir(), "none"), path),
	} {
		e, ok := err.(*model.Error)
		if !ok || e.Cure == "" || e.Lost == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
}
