package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"remit/model"
)

// settled is the world of somebody whose settings file says this.
func settled(t *testing.T, text string, args ...string) (env Env, file string, stdout, stderr *bytes.Buffer) {
	t.Helper()
	env, stdout, stderr = world(t, "", args...)
	file = filepath.Join(env.ConfigHome, "remit", "settings.yaml")
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return env, file, stdout, stderr
}

// Whatever stands in the settings: advice is refused with the place and a cure,
// sessions can be looked at, and the cure works.
func TestNoSettingsFileLocksAnybodyOut(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want model.Kind
	}{
		"20 MB":                  {strings.Repeat("framework: /x\n", 20<<20/14), model.KindInvalid},
		"20 MB on one line":      {"framework: " + strings.Repeat("x", 20<<20), model.KindInvalid},
		"a bomb of aliases":      {"a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nframework: *c\n", model.KindInvalid},
		"a deep nest":            {strings.Repeat("[", 60000), model.KindInvalid},
		"an unknown key":         {"framework: builtin\ncolour: red\n", model.KindInvalid},
		"a key that is a list":   {"[framework]: builtin\n", model.KindInvalid},
		"a key twice":            {"framework: builtin\nframework: builtin\n", model.KindInvalid},
		"a later version":        {"format: 2\nframework: builtin\n", model.KindNewer},
		"a version of no sort":   {"format: blue\n", model.KindInvalid},
		"two documents":          {"framework: builtin\n---\nframework: builtin\n", model.KindInvalid},
		"a list for a framework": {"framework: [builtin]\n", model.KindInvalid},
		"no whole path":          {"framework: mine\n", model.KindInvalid},
		"no framework":           {"framework:\n", model.KindInvalid},
		"a tag":                  {"framework: !!str builtin\n", model.KindInvalid},
		"UTF-16":                 {"\xff\xfef\x00r\x00", model.KindInvalid},
		"escape characters":      {"framework: /x\x1b[2J\n", model.KindInvalid},
		"bytes":                  {"\x00\x01\x02\xff", model.KindInvalid},
		"nothing there":          {"framework: /nowhere/at/all\n", model.KindNotFound},
	} {
		t.Run(name, func(t *testing.T) {
			env, file, stdout, stderr := settled(t, c.text, "advise", "--set", "headcount=40")
			if code := Main(t.Context(), env); code != codeOf(c.want) || stdout.Len() > 0 {
				t.Fatalf("advise: exit code %d, want %d: %s", code, codeOf(c.want), stderr)
			}
			said := stderr.String()
			if !strings.Contains(said, file) || !strings.Contains(said, "remit framework use builtin") {
				t.Errorf("place and cure are not told: %s", said)
			}
			if len(said) > 4000 || model.CleanLines(said) != said {
				t.Errorf("the complaint is no complaint for a terminal: %.300q", said)
			}
			for _, args := range [][]string{{"sessions", "list"}, {"framework", "check", "builtin"}, {"version"}, {"help"},
				{"framework", "use", "builtin"}, {"advise", "--set", "headcount=40"}} {
				env.Args = args
				if code := Main(t.Context(), env); code != 0 {
					t.Errorf("%v: exit code %d: %s", args, code, stderr)
				}
			}
		})
	}
}

// What can be written is read back the same; what cannot is refused, not bent.
func TestSettingsAreReadAsTheyWereWritten(t *testing.T) {
	for _, dir := range []string{builtin, "/home/ada/mine", "/a b/c: d #e", "/ü/漢", "/*a", "/&b", "/-", "/'\"", "/a\\b", "/true", "/" + strings.Repeat("x", 3000)} {
		s := settings{dir}
		if root, fault := parseYAML("settings", s.text()); fault != nil || !s.reads(root) {
			t.Errorf("%.40q is not read back: %s", dir, s.text())
		}
	}
	for _, dir := range []string{"mine", "", "/a\xff"} {
		s := settings{dir}
		if root, fault := parseYAML("settings", s.text()); fault == nil && s.reads(root) {
			t.Errorf("%q is taken for a whole path", dir)
		}
	}
}

// Settings that are kept elsewhere and linked to stay there, and become private.
func TestLinkedSettingsAreWrittenWhereTheyAre(t *testing.T) {
	env, file, _, stderr := settled(t, "", "framework", "use", hospitalDir)
	elsewhere := filepath.Join(t.TempDir(), "dotfile.yaml")
	if err := os.WriteFile(elsewhere, []byte("framework: builtin\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(elsewhere, file); err != nil {
		t.Skip(err)
	}
	if code := Main(t.Context(), env); code != 0 {
		t.Fatalf("exit code %d: %s", code, stderr)
	}
	said, err := readSettings(elsewhere)
	if want, _ := filepath.Abs(hospitalDir); err != nil || said.Framework != want {
		t.Errorf("the file says %q, %v; want %q", said.Framework, err, want)
	}
	if info, err := os.Lstat(file); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v, %v", info, err)
	}
	if info, err := os.Stat(elsewhere); err != nil || info.Mode().Perm() != private {
		t.Errorf("its mode is %v, %v", info.Mode(), err)
	}
}
