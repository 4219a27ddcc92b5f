//go:build unix

package cli

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"maps"
	"net"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// What stands at the name of a document is left alone, or replaced where force says so
// and the file is one that can be replaced; what a link leads to, or has the same file
// under another name, never changes.
func TestWhatMayStandInTheWay(t *testing.T) {
	plain := func(name string) func(string) error {
		return func(dir string) error { return os.WriteFile(filepath.Join(dir, name), made("old"), 0o644) }
	}
	link := func(to string) func(string) error {
		return func(dir string) error {
			return errors.Join(plain("mine")(dir), os.Symlink(to, filepath.Join(dir, "x")))
		}
	}
	for _, c := range []struct {
		kind          string
		make          func(dir string) error
		usual, forced int // exit codes
	}{
		{"nothing", func(string) error { return nil }, 0, 0},
		{"a file", plain("x"), 73, 0},
		{"a write-protected file", func(dir string) error {
			return errors.Join(plain("x")(dir), os.Chmod(filepath.Join(dir, "x"), 0o444))
		}, 73, 77},
		{"a second name of a file", func(dir string) error {
			return errors.Join(plain("mine")(dir), os.Link(filepath.Join(dir, "mine"), filepath.Join(dir, "x")))
		}, 73, 0},
		{"a link", link("mine"), 73, 73},
		{"a link that leads nowhere", link("nowhere"), 73, 73},
		{"a link to itself", link("x"), 73, 73},
		{"a link to a directory", link("."), 73, 73},
		{"a directory", func(dir string) error { return os.Mkdir(filepath.Join(dir, "x"), 0o700) }, 73, 73},
		{"a pipe", func(dir string) error { return syscall.Mkfifo(filepath.Join(dir, "x"), 0o600) }, 73, 73},
		{"a socket", func(dir string) error { return socket(filepath.Join(dir, "x")) }, 73, 73},
	} {
		t.Run(c.kind, func(t *testing.T) {
			for _, force := range []bool{false, true} {
				dir := t.TempDir()
				if err := c.make(dir); err != nil {
					t.Fatal(err)
				}
				want := c.usual
				if force {
					want = c.forced
				}
				before := looked(t, dir)
				file := filepath.Join(dir, "x")
				err := output{file: file, force: force}.write(nil, filledWith("new"))
				if got := exitCode(err); got != want {
					t.Errorf("with force %v: exit code %d, want %d: %v", force, got, want, err)
				}
				after := looked(t, dir)
				if want == 0 {
					if after["x"] != "-rw------- "+string(made("new")) {
						t.Errorf("with force %v: it is %.40q", force, after["x"])
					}
					delete(before, "x")
					delete(after, "x")
				}
				if !maps.Equal(before, after) {
					t.Errorf("with force %v: the directory had %.200q and now has %.200q", force, before, after)
				}
			}
		})
	}
}

// exitCode is the one with which remit ends for an error.
func exitCode(err error) int {
	a := &app{out: &writer{to: io.Discard}, err: &writer{to: io.Discard}}
	return a.exit(context.Background(), err)
}

// socket makes a name at which nobody listens.
func socket(file string) error {
	l, err := net.ListenUnix("unix", &net.UnixAddr{Name: file})
	if err != nil {
		return err
	}
	l.SetUnlinkOnClose(false)
	return l.Close()
}

// looked tells what each name of a directory is: its mode, where a link leads, and what
// a file holds.
func looked(t testing.TB, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, name := range namesIn(t, dir) {
		file := filepath.Join(dir, name)
		there, err := os.Lstat(file)
		if err != nil {
			t.Fatal(err)
		}
		all[name] = there.Mode().String() + " "
		switch {
		case there.Mode()&fs.ModeSymlink != 0:
			to, err := os.Readlink(file)
			if err != nil {
				t.Fatal(err)
			}
			all[name] += to
		case there.Mode().IsRegular():
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			all[name] += string(text)
		}
	}
	return all
}

// A device is no place for a document that is to replace it, and neither is a directory
// that is not there; - is the terminal.
func TestPlacesOutsideADirectory(t *testing.T) {
	t.Chdir(t.TempDir())
	for file, want := range map[string]int{os.DevNull: 73, "no/such/x": 73, "x/": 73, "": 0, "-": 0} {
		var out strings.Builder
		a := &app{env: Env{Getenv: func(string) string { return "" }}, out: &writer{to: &out}}
		if got := exitCode(output{file: file, force: true}.write(a, filledWith("new"))); got != want || (want == 0) != (out.String() == string(made("new"))) {
			t.Errorf("%q: exit code %d and %d bytes of output, want %d", file, got, out.Len(), want)
		}
	}
	if null, err := os.Stat(os.DevNull); err != nil || null.Mode()&fs.ModeCharDevice == 0 {
		t.Errorf("what is there now is %v, %v", null, err)
	}
	if left := namesIn(t, "."); len(left) > 0 {
		t.Errorf("there is now %v", left)
	}
}

// Where the system does not let a person write, remit says so and changes nothing.
func TestWithoutPermissionToWrite(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("only root can become somebody else")
	}
	base, err := os.MkdirTemp("", "remit")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(base) })
	if err := os.Chmod(base, 0o755); err != nil {
		t.Fatal(err)
	}
	for mode, want := range map[fs.FileMode]int{0o755: 77, 0o700: 77, 0o777 | fs.ModeSticky: 77, 0o777: 0} {
		dir := filepath.Join(base, mode.String())
		file := filepath.Join(dir, "x")
		if err := errors.Join(os.Mkdir(dir, 0o700), os.WriteFile(file, made("old"), 0o666), os.Chmod(dir, mode)); err != nil {
			t.Fatal(err)
		}
		got, complaints := ended(t, child(t, "stranger", nil, "new", file, "force"))
		if got != want || (want != 0) != strings.HasPrefix(complaints, "remit: write ") {
			t.Errorf("%v: exit code %d, want %d: %s", mode, got, want, complaints)
		}
		if text, err := os.ReadFile(file); err != nil || string(text) != string(made(map[bool]string{true: "new", false: "old"}[want == 0])) {
			t.Errorf("%v: it is now %.20q, %v", mode, text, err)
		}
		if left := namesIn(t, dir); len(left) != 1 {
			t.Errorf("%v: there is now %v", mode, left)
		}
	}
}

// Whatever the mask of the shell allows, what remit keeps and writes is for its owner only.
func TestFilesAreForTheirOwnerOnly(t *testing.T) {
	for _, mask := range []string{"000", "022", "077"} {
		home := t.TempDir()
		loose := filepath.Join(home, "loose.csv")
		if err := errors.Join(os.WriteFile(loose, nil, 0o600), os.Chmod(loose, 0o666)); err != nil {
			t.Fatal(err)
		}
		for _, line := range []string{
			"sessions new --name Acme", "sessions set Acme headcount=90 technology=product engineers=40",
			"report Acme -o a.html", "report Acme -o a.pdf", "report Acme -o a.xlsx", "report Acme -o .", "raci Acme -o loose.csv --force",
			"sessions export Acme -o acme.json", "store backup copy.db", "explain what-is-raci -o raci.txt --format text",
		} {
			cmd := child(t, "remit", []string{"sh", "-c", "umask " + mask + `; exec "$@"`, "sh"}, strings.Fields(line)...)
			cmd.Dir = home
			cmd.Env = append(cmd.Env, "HOME="+home, "XDG_DATA_HOME="+home+"/kept/data")
			if code, complaints := ended(t, cmd); code != 0 {
				t.Fatalf("remit %s ends with %d: %s", line, code, complaints)
			}
		}
		files := 0
		err := filepath.WalkDir(home, func(path string, d fs.DirEntry, err error) error {
			if err != nil || path == home {
				return err
			}
			there, err := d.Info()
			if err != nil {
				return err
			}
			want := fs.FileMode(0o600)
			if d.IsDir() {
				want = 0o700
			} else {
				files++
			}
			if there.Mode().Perm() != want {
				t.Errorf("mask %s: %s is %v", mask, path, there.Mode())
			}
			return nil
		})
		if err != nil || files < 9 {
			t.Errorf("mask %s: there are %d files, %v", mask, files, err)
		}
	}
}
