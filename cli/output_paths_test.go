//go:build unix

package cli

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"remit/model"
)

// A path may have any bytes that the system takes. One that it does not take is refused in
// words that command no terminal, and nothing is left beside it.
func TestPathsOfAllSorts(t *testing.T) {
	for name, want := range map[string]int{
		"a\nb": 0, "a\tb": 0, "\x1b[31mred": 0, "\xff\xfe": 0, "-rf": 0, "~": 0, "$HOME": 0, "con": 0, "nul.": 0, " ": 0, "...": 0, "🦘": 0,
		"\u202egpj.exe": 0, strings.Repeat("x", 255): 0, strings.Repeat("x", 256): 73, strings.Repeat("ä", 128): 73, "a\x00b": 73,
		strings.Repeat("x/", 3000) + "x": 73, ".": 73, "..": 73, "no/x": 73,
	} {
		dir := t.TempDir()
		var said strings.Builder
		a := &app{env: Env{Getenv: func(string) string { return "" }}, out: &writer{to: &said}, err: &writer{to: &said}}
		file := dir + "/" + name
		code := a.exit(t.Context(), output{file: file}.write(a, filledWith("new")))
		if code != want || (want != 0) != (said.Len() > 0) {
			t.Errorf("%.40q: exit code %d, want %d: %s", name, code, want, said.String())
		}
		if strings.Contains(said.String(), "\x1b") || model.CleanLines(said.String()) != said.String() {
			t.Errorf("%.40q: something commands a terminal in %.200q", name, said.String())
		}
		left := namesIn(t, dir)
		if want == 0 && !slices.Equal(left, []string{name}) || want != 0 && len(left) > 0 {
			t.Errorf("%.40q: there is %.80q", name, left)
		}
		if want == 0 {
			wholeOr(t, file, "new")
		}
	}
}

// What the system calls by a name of its own is no file to be replaced: a shell leads the
// output there.
func TestStreamsAndDevicesAreNoFiles(t *testing.T) {
	for _, file := range []string{"/dev/stdout", "/dev/full", "/dev/fd/1", "/proc/self/fd/1"} {
		if _, err := os.Lstat(file); err != nil {
			continue // not on this system
		}
		code, complaints := ended(t, child(t, "writer", nil, "new", file, "force"))
		if code != 73 || !strings.Contains(complaints, "leave --output out") {
			t.Errorf("%s: exit code %d: %s", file, code, complaints)
		}
	}
}

// The sessions stay whatever way leads to their file.
func TestNoWayToTheSessionsIsAPlaceForADocument(t *testing.T) {
	home := t.TempDir()
	store := filepath.Join(home, "sessions.db")
	env, _, stderr := world(t, "", "sessions", "new", "--name", "Acme", "--store", store)
	if code := Main(t.Context(), env); code != 0 {
		t.Fatal(stderr)
	}
	if err := os.Symlink("sessions.db", filepath.Join(home, "link")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("link", filepath.Join(home, "far")); err != nil {
		t.Fatal(err)
	}
	if err := os.Link(store, filepath.Join(home, "twin")); err != nil {
		t.Fatal(err)
	}
	before := looked(t, home)
	for _, name := range []string{"sessions.db", "link", "far", "twin", "./link", "../" + filepath.Base(home) + "/twin"} {
		env, _, stderr := world(t, "", "explain", "--store", store, "-o", home+"/"+name, "--format", "text", "--force")
		if code := Main(t.Context(), env); code != 2 || !strings.Contains(stderr.String(), "keeps the sessions") {
			t.Errorf("%s: exit code %d: %s", name, code, stderr)
		}
		if !maps.Equal(before, looked(t, home)) {
			t.Fatalf("%s: something has changed", name)
		}
	}
}
