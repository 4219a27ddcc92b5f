package cli

import (
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"

	"remit/advisor"
	"remit/model"
	"remit/report"
)

// Whatever a company is called, its file has a tame name inside the directory, and
// nothing that was there is replaced.
func TestFilesOfCompaniesHaveTameNames(t *testing.T) {
	tame := regexp.MustCompile(`^[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{Nd}-]{1,64}\.md$`)
	names := []string{"../../x", ".", "..", "", "CON", "nul", "-rf", "--force", "a/b", `a\b`, "a\nb", "a\x00b", strings.Repeat("x", 300), "é", "e\u0301",
		"Łódź & Söhne", "日本", "\u202egpj.exe", "~root", "$HOME", "*", "ACME", "acme", "Acme!", "🦘", "a.b.c", " ", "C:", "aux.txt", "x;rm -rf /"}
	random := rand.New(rand.NewPCG(7, 7))
	for len(names) < 200 {
		b := make([]byte, random.IntN(40))
		for i := range b {
			b[i] = byte(random.IntN(256))
		}
		names = append(names, string(b))
	}
	dir := t.TempDir()
	inside := filepath.Join(dir, "out")
	if err := os.Mkdir(inside, 0o700); err != nil {
		t.Fatal(err)
	}
	for i, name := range names {
		text := fmt.Sprint("company ", i)
		file, err := output{file: inside}.save(nil, slugOf(name, nameless), "report", "md", func(w io.Writer) error {
			_, err := io.WriteString(w, text)
			return err
		})
		if err != nil {
			t.Fatalf("%q: %v", name, err)
		}
		if filepath.Dir(file) != inside || !tame.MatchString(filepath.Base(file)) {
			t.Errorf("%q is written to %s", name, file)
		}
	}
	left, err := os.ReadDir(inside)
	if err != nil || len(left) != len(names) {
		t.Errorf("%d files for %d companies, %v", len(left), len(names), err)
	}
	if beside, err := os.ReadDir(dir); err != nil || len(beside) != 1 {
		t.Errorf("something was written beside the directory: %v, %v", beside, err)
	}
}

// A file says whose it is in the letters of the company, and is of nobody only when it is
// to be.
func TestFilesSayWhoseTheyAre(t *testing.T) {
	const id = "01KAMWZ0000000000000000000"
	for name, want := range map[string]string{
		"東京株式会社":                "東京株式会社",
		"Газпром Нефть":         "газпром-нефть",
		"شركة النقل":            "شركة-النقل",
		"हिन्दी उद्योग":         "हिन्दी-उद्योग",
		"Société Ạn":            "societe-ạn",
		"Łódź & Söhne":          "lodz-soehne",
		"\u3164\u200b":          "session-" + strings.ToLower(id), // letters that nobody sees
		"🦘":                     "session-" + strings.ToLower(id),
		strings.Repeat("京", 90): strings.Repeat("京", 40),
	} {
		for _, s := range []model.Session{{ID: id, Name: name}, {ID: id, Name: "x", Client: name}} {
			if got := (&documentOptions{}).slug(&s); got != want {
				t.Errorf("%q is filed as %q, want %q", name, got, want)
			}
			if got := (&documentOptions{anonymous: true}).slug(&s); got != nameless || got == want {
				t.Errorf("%q without names is filed as %q", name, got)
			}
		}
	}
}

// A name that nobody chose is never replaced, with force neither: the file may be of
// another company.
func TestForceInADirectoryReplacesNothing(t *testing.T) {
	dir := t.TempDir()
	for _, company := range []string{"Acme", "Acme!", "Acme"} {
		file, err := output{file: dir, force: true}.save(nil, slugOf(company, nameless), "report", "md", filledWith(company))
		if err != nil {
			t.Fatalf("%s in %s: %v", company, file, err)
		}
	}
	if files, err := filepath.Glob(filepath.Join(dir, "acme-report*.md")); err != nil || len(files) != 3 {
		t.Errorf("of three documents there are %q, %v", files, err)
	}
}

// Many that write at once get a name each.
func TestWritersAtOnceReplaceNothing(t *testing.T) {
	dir := t.TempDir()
	var wait sync.WaitGroup
	for i := range 20 {
		wait.Go(func() {
			_, err := output{file: dir}.save(nil, "acme", "report", "md", func(w io.Writer) error {
				_, err := fmt.Fprint(w, i)
				return err
			})
			if err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
	told := map[string]bool{}
	files, err := filepath.Glob(filepath.Join(dir, "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		told[string(text)] = true
	}
	if len(told) != 20 {
		t.Errorf("%d documents are left of 20", len(told))
	}
}

// A disk that fills up leaves the old file as it was and nothing else; the same goes
// for a reader who looks in between.
func TestADocumentIsThereWholeOrNotAtAll(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a.md")
	if err := os.WriteFile(file, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	err := output{file: file, force: true}.write(nil, func(w io.Writer) error {
		_, _ = io.WriteString(w, "half of the ne")
		if got, err := os.ReadFile(file); err != nil || string(got) != "old" {
			t.Errorf("while it is written, a reader finds %q, %v", got, err)
		}
		return &os.PathError{Op: "write", Path: "x", Err: syscall.ENOSPC}
	})
	if model.KindOf(err) != model.KindIO || !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("a full disk gives %v", err)
	}
	left, _ := os.ReadDir(dir)
	if got, err := os.ReadFile(file); err != nil || string(got) != "old" || len(left) != 1 {
		t.Errorf("left: %q and %d files, %v", got, len(left), err)
	}
}

// A thousand companies are a morning's work of a consultancy, not of the computer.
func BenchmarkThousandReports(b *testing.B) {
	e := advisor.Builtin()
	for b.Loop() {
		for range 1000 {
			if err := report.ReportJSON(io.Discard, deliver(e, subject{answers: sample()})); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// A terminal gets text and a pipe Markdown; what is nothing for a terminal is refused
// there with a way out, and may go through a pipe.
func TestTheFormatFollowsThePlace(t *testing.T) {
	for _, c := range []struct {
		terminal bool
		args     []string
		code     int
		begins   string
	}{
		{true, []string{"--no-color"}, 0, "Who answers"},
		{false, nil, 0, "# Who answers"},
		{true, []string{"--format", "markdown"}, 0, "# Who answers"},
		{true, []string{"--format", "xlsx"}, 2, ""},
		{false, []string{"--format", "xlsx"}, 0, "PK"},
		{true, []string{"--format", "csv"}, 0, "Area,Activity"},
		{false, []string{"-o", "-", "--format", "json"}, 0, "{"},
	} {
		env, stdout, stderr := world(t, "technology: product\nheadcount: 90\nengineers: 40\n", append([]string{"raci", "-"}, c.args...)...)
		env.OutTerminal = c.terminal
		if code := Main(t.Context(), env); code != c.code || !strings.HasPrefix(stdout.String(), c.begins) {
			t.Errorf("terminal %v, %v: exit code %d, output %.40q, %s", c.terminal, c.args, code, stdout, stderr)
		}
		if c.code == 2 && !strings.Contains(stderr.String(), "-o raci.xlsx") {
			t.Errorf("%v: no way out is named: %s", c.args, stderr)
		}
	}
}

// A format goes by its name and by the ending of its files.
func TestAFormatIsAlsoCalledByItsEnding(t *testing.T) {
	var cut string
	formats := (&app{}).reportFormats(&cut, nil)
	for _, want := range formats {
		for _, said := range []string{want.name, want.ext} {
			if got, err := (output{}).formatOf(nil, said, "text", formats); err != nil || got.name != want.name {
				t.Errorf("%s is read as %s, %v; want %s", said, got.name, err, want.name)
			}
		}
	}
}
