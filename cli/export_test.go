package cli

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"remit/model"
	"remit/report"
	"remit/tui"
)

// exports is an exporter with one session that was answered, and what the terminal has
// seen.
func exports(t *testing.T) (x exporter, s model.Session, env Env, seen *bytes.Buffer) {
	t.Helper()
	env, stdout, stderr := world(t, "")
	a := &app{env: env, out: &writer{to: stdout}, err: &writer{to: stdout}}
	env.Stdout, env.Stderr = stdout, stderr
	keep, err := a.sessions()
	if err != nil {
		t.Fatal(err)
	}
	engine, err := a.engine()
	if err != nil {
		t.Fatal(err)
	}
	if s, err = a.create(t.Context(), model.Interview, about{name: "First-talk", client: "Łódź & Söhne"}); err != nil {
		t.Fatal(err)
	}
	for q, answer := range sample() {
		if s, err = keep.Append(t.Context(), s.ID, model.Event{Kind: model.EventAnswered, Question: q, Answer: &answer}); err != nil {
			t.Fatal(err)
		}
	}
	return exporter{a, keep, engine}, s, env, stdout
}

// What the app writes is what the command that it names writes, byte for byte; and the
// terminal, which the app draws on meanwhile, sees nothing of it.
func TestTheAppExportsWhatTheCommandWrites(t *testing.T) {
	x, s, env, seen := exports(t)
	dir := t.TempDir()
	for i, r := range []tui.ExportRequest{
		{Format: "pdf", Cut: report.Full}, {Format: "pdf", Cut: report.Board}, {Format: "html", Cut: report.Agenda, Anonymous: true},
		{Format: "markdown", Cut: report.Full, Anonymous: true}, {Format: "text", Cut: report.Board}, {Format: "xlsx", Cut: report.Full},
		{Format: "csv", Cut: report.Full}, {Format: "json", Cut: report.Full}, {Format: "svg", Cut: report.Full}, {Format: "mermaid", Cut: report.Full},
	} {
		r.Session, r.Path = s.ID, filepath.Join(dir, string(rune('a'+i)))
		done, err := x.write(t.Context(), r)
		if err != nil {
			t.Errorf("%+v: %v", r, err)
			continue
		}
		if seen.Len() > 0 {
			t.Fatalf("%s: the terminal sees %q", r.Format, seen)
		}
		ours, err := os.ReadFile(done.Path)
		if err != nil || int64(len(ours)) != done.Size {
			t.Errorf("%s: %v, %d bytes of %d", r.Format, err, len(ours), done.Size)
		}
		words := strings.Fields(done.Command)
		if words[len(words)-1] += ".again"; words[2] != s.Name {
			t.Errorf("the session is called %s", words[2])
		}
		env.Args = words[1:]
		if code := Main(t.Context(), env); code != 0 {
			t.Errorf("%s ends with %d", done.Command, code)
		}
		seen.Reset()
		if theirs, err := os.ReadFile(done.Path + ".again"); err != nil || !bytes.Equal(ours, theirs) {
			t.Errorf("%s writes something else: %v", done.Command, err)
		}
	}
}

// A link before ".." leads away from where the name seems to; the file that is named and
// measured afterwards is the one that was written.
func TestTheAppNamesTheFileThatItWrote(t *testing.T) {
	x, s, _, _ := exports(t)
	dir := t.TempDir()
	err := errors.Join(os.MkdirAll(filepath.Join(dir, "far", "inner"), 0o700), os.MkdirAll(filepath.Join(dir, "near"), 0o700),
		os.Symlink(filepath.Join(dir, "far", "inner"), filepath.Join(dir, "link")))
	if err != nil {
		t.Skip("no links here:", err)
	}
	for i, way := range []string{"/near/../", "/link/../", "/near/./", "/"} {
		name := string(rune('a'+i)) + ".md"
		done, err := x.write(t.Context(), tui.ExportRequest{Session: s.ID, Format: "markdown", Cut: report.Board, Path: dir + way + name})
		if err != nil {
			t.Fatalf("%s: %v", way, err)
		}
		there, err := os.Stat(done.Path)
		if err != nil || done.Size == 0 || there.Size() != done.Size || !filepath.IsAbs(done.Path) || filepath.Base(done.Path) != name {
			t.Errorf("%s: %+v, %v", way, done, err)
		}
	}
}

// What is there stays as it is, and no cure speaks of a flag that the app does not have.
func TestTheAppReplacesNoFile(t *testing.T) {
	x, s, _, _ := exports(t)
	path := filepath.Join(t.TempDir(), "mine.html")
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := x.write(t.Context(), tui.ExportRequest{Session: s.ID, Format: "html", Cut: report.Full, Path: path})
	if !errors.Is(err, fs.ErrExist) || model.KindOf(err) != model.KindExists {
		t.Errorf("the error is %v", err)
	}
	if e, ok := errors.AsType[*model.Error](err); ok && strings.Contains(e.Cure, "--force") {
		t.Errorf("the cure is %q", e.Cure)
	}
	if text, err := os.ReadFile(path); err != nil || string(text) != "mine" {
		t.Errorf("the file now has %q, %v", text, err)
	}
}

// The proposed name is the one that a document gets in a directory, names nobody if
// nobody is to be named, and ~ is the home of the person.
func TestProposedNames(t *testing.T) {
	x, s, env, _ := exports(t)
	for _, r := range []tui.ExportRequest{
		{Format: "html", Cut: report.Full}, {Format: "html", Cut: report.Board}, {Format: "csv", Cut: report.Full}, {Format: "html", Cut: report.Full, Anonymous: true},
	} {
		name := x.name(s, r)
		if strings.Contains(name, "lodz") == r.Anonymous {
			t.Errorf("%+v is called %s", r, name)
		}
		r.Session, r.Path = s.ID, t.TempDir()+"/"
		if done, err := x.write(t.Context(), r); err != nil || filepath.Base(done.Path) != name {
			t.Errorf("in a directory %s is called %s, %v", name, done.Path, err)
		}
	}
	home := env.Getenv("HOME")
	done, err := x.write(t.Context(), tui.ExportRequest{Session: s.ID, Format: "csv", Cut: report.Full, Path: "~/a.csv"})
	if err != nil || done.Path != filepath.Join(home, "a.csv") {
		t.Errorf("~/a.csv is %s, %v", done.Path, err)
	}
}

// A preview is plain text, also of what is no text; where nothing can be written it
// says why.
func TestPreviews(t *testing.T) {
	x, s, _, _ := exports(t)
	cut := "full"
	for _, f := range x.a.reportFormats(&cut, nil) {
		text, err := x.preview(t.Context(), tui.ExportRequest{Session: s.ID, Format: f.name, Cut: report.Full}, 60)
		if err != nil || len(text) < 100 || strings.ContainsRune(text, 0x1b) || strings.ContainsRune(text, 0) {
			t.Errorf("%s: %v, %.80q", f.name, err, text)
		}
	}
	empty, err := x.a.create(t.Context(), model.Interview, about{name: "Empty"})
	if err != nil {
		t.Fatal(err)
	}
	for _, format := range []string{"csv", "svg", "mermaid"} {
		r := tui.ExportRequest{Session: empty.ID, Format: format, Cut: report.Full, Path: filepath.Join(t.TempDir(), "x")}
		_, looked := x.preview(t.Context(), r, 60)
		_, wrote := x.write(t.Context(), r)
		if looked == nil || wrote == nil {
			t.Errorf("%s of nothing: %v, %v", format, looked, wrote)
		}
	}
}
