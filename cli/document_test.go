package cli

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"remit/advisor"
	"remit/model"
	"remit/report"
	"remit/store"
)

// Whatever a company is called, its file has a tame name inside the directory, and
// nothing that was there is replaced.
func TestFilesOfCompaniesHaveTameNames(t *testing.T) {
	tame := regexp.MustCompile(`^[a-z0-9-]{1,64}\.md$`)
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
		file, err := output{file: inside}.eachName(slugOf(name), "report", "md", func(to output) error {
			return to.write(nil, func(w io.Writer) error { _, err := io.WriteString(w, text); return err })
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

// Many that write at once get a name each.
func TestWritersAtOnceReplaceNothing(t *testing.T) {
	dir := t.TempDir()
	var wait sync.WaitGroup
	for i := range 20 {
		wait.Go(func() {
			_, err := output{file: dir}.eachName("acme", "report", "md", func(to output) error {
				return to.write(nil, func(w io.Writer) error { _, err := fmt.Fprint(w, i); return err })
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

// What a killed remit left is removed by a later one, and nothing else: neither what is
// being written now, nor what only looks like it.
func TestLeftoversOfAKilledWriterGo(t *testing.T) {
	dir := t.TempDir()
	yesterday := time.Now().Add(-24 * time.Hour)
	for _, name := range []string{".remit-OLD.tmp", ".remit-NEW.tmp", ".remit-notes", "remit-a.tmp"} {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if name != ".remit-NEW.tmp" {
			if err := os.Chtimes(file, yesterday, yesterday); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := (output{file: filepath.Join(dir, "a.md")}).write(nil, func(io.Writer) error { return nil }); err != nil {
		t.Fatal(err)
	}
	var left []string
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		left = append(left, e.Name())
	}
	if got := strings.Join(left, " "); got != ".remit-NEW.tmp .remit-notes a.md remit-a.tmp" {
		t.Errorf("left: %s", got)
	}
}

// planted are things that an anonymous document must not have, in a session that has
// them wherever people can write.
func planted(t *testing.T, file string) []string {
	t.Helper()
	moment := time.Date(2019, 3, 14, 15, 9, 26, 0, time.UTC)
	keep, err := store.Open(file, store.Options{Now: func() time.Time { return moment }, By: "Quokka-author"})
	if err != nil {
		t.Fatal(err)
	}
	s, err := keep.Create(t.Context(), model.Event{Kind: model.EventCreated, Name: "Quokka-name", Client: "Quokka-client", Asked: "Quokka-asked", SessionKind: model.Interview})
	if err != nil {
		t.Fatal(err)
	}
	events := []model.Event{{Kind: model.EventNoted, Question: "headcount", Text: "Quokka-note"},
		model.CellEdit{Activity: "product-technology", Role: "cfo", Letter: model.LetterA}.Event()}
	for q, a := range sample() {
		events = append(events, model.Event{Kind: model.EventAnswered, Question: q, Answer: &a})
	}
	if _, err := keep.Append(t.Context(), s.ID, events...); err != nil {
		t.Fatal(err)
	}
	return []string{"quokka", s.ID, "2019", "15:09", "03-14", "14 March", filepath.Base(file)}
}

func TestAnAnonymousDocumentNamesNobody(t *testing.T) {
	file := filepath.Join(t.TempDir(), "planted.db")
	markers := planted(t, file)
	for _, command := range []struct {
		name    string
		formats []string
	}{
		{"report", []string{"text", "markdown", "html", "pdf", "xlsx", "csv", "json", "svg", "mermaid"}},
		{"raci", []string{"text", "markdown", "csv", "xlsx", "json"}},
		{"chart", []string{"text", "markdown", "svg", "mermaid", "json"}},
		{"plan", []string{"text", "markdown", "json"}},
	} {
		for _, format := range command.formats {
			t.Run(command.name+" "+format, func(t *testing.T) {
				dir := t.TempDir()
				env, stdout, stderr := world(t, "", command.name, "Quokka-name", "--store", file, "--anonymous", "--format", format, "-o", dir)
				env.Now = time.Now
				if code := Main(t.Context(), env); code != 0 {
					t.Fatalf("exit code %d: %s", code, stderr)
				}
				written, err := filepath.Glob(filepath.Join(dir, "*"))
				if err != nil || len(written) != 1 {
					t.Fatalf("written: %q, %v", written, err)
				}
				doc, err := os.ReadFile(written[0])
				if err != nil {
					t.Fatal(err)
				}
				text := strings.ToLower(filepath.Base(written[0]) + legible(t, format, written[0], doc) + string(doc))
				for _, marker := range markers {
					at := strings.Index(text, strings.ToLower(marker))
					if at >= 0 && !harmlessYear(marker, text) {
						t.Errorf("%q is told: …%s…", marker, text[max(0, at-60):min(len(text), at+60)])
					}
				}
				_ = stdout
			})
		}
	}
}

// harmlessYear reports that a year stands only in what the framework cites.
func harmlessYear(marker, text string) bool {
	return marker == "2019" && !strings.Contains(text, "march 2019") && !strings.Contains(text, "2019-03")
}

// legible gives the text of a document that is packed.
func legible(t *testing.T, format, file string, doc []byte) string {
	t.Helper()
	switch format {
	case "xlsx":
		z, err := zip.NewReader(bytes.NewReader(doc), int64(len(doc)))
		if err != nil {
			t.Fatal(err)
		}
		var all strings.Builder
		for _, f := range z.File {
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprint(&all, f.Name, f.Comment, f.Modified)
			if _, err := io.Copy(&all, r); err != nil {
				t.Fatal(err)
			}
		}
		return all.String()
	case "pdf":
		if tool, err := exec.LookPath("pdftotext"); err == nil {
			text, err := exec.Command(tool, file, "-").Output()
			if err != nil {
				t.Fatal(err)
			}
			return string(text)
		}
	}
	return ""
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
