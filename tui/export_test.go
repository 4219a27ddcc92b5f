package tui

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"remit/model"
	"remit/report"
)

// desk takes what is exported: files by name, of which none is replaced.
type desk struct {
	files    map[string]ExportRequest
	err      error
	warnings []string
	text     string // of every preview
}

func (d *desk) wire(deps *Deps) {
	d.files = map[string]ExportRequest{}
	deps.Export = func(_ context.Context, r ExportRequest) (ExportResult, error) {
		if d.err != nil {
			return ExportResult{}, d.err
		}
		if _, taken := d.files[r.Path]; taken {
			return ExportResult{}, &model.Error{Kind: model.KindExists, What: "write " + r.Path, Err: fs.ErrExist}
		}
		d.files[r.Path] = r
		return ExportResult{Path: "/desk/" + r.Path, Size: 12_345, Command: "remit report x -o " + r.Path, Warnings: d.warnings}, nil
	}
	deps.Preview = func(_ context.Context, r ExportRequest, columns int) (string, error) {
		if r.Path != "" {
			return "", errors.New("a preview goes nowhere")
		}
		return fmt.Sprintf("%s of %s in %s, anonymous: %v, %d columns\n%s", r.Cut, r.Session, r.Format, r.Anonymous, columns, d.text), d.err
	}
	deps.ExportName = func(s model.Session, r ExportRequest) string {
		name := "acme"
		if r.Anonymous {
			name = "remit"
		}
		for _, f := range exportFormats() {
			if f.id == r.Format {
				return name + "-" + string(r.Cut) + f.ends
			}
		}
		return name
	}
}

// exporting is a rig with a session at the screen that exports it.
func exporting(t *testing.T) (*rig, *desk, *exportScreen) {
	t.Helper()
	d := &desk{}
	r := newRig(t, d.wire).begin()
	r.goTo(placeExport, filled(r, model.Interview, saas))
	return r, d, r.app.top().(*exportScreen)
}

// exportOn opens the export of a session that is answered, on this desk.
func exportOn(r *rig, d *desk) *rig {
	d.wire(&r.app.env.Deps)
	r.begin().goTo(placeExport, r.create("Acme", "Globex & Söhne", 16))
	return r
}

// Enter alone writes the usual document under the proposed name, and the screen says
// where it went, how to open it, and which command does the same.
func TestEnterWritesTheReport(t *testing.T) {
	r, d, x := exporting(t)
	r.press("enter")
	want := ExportRequest{Session: x.session.ID, Format: "pdf", Cut: report.Full, Path: "acme-full.pdf"}
	if d.files[want.Path] != want || len(d.files) != 1 {
		t.Fatalf("written: %v", d.files)
	}
	r.shows("Written: /desk/acme-full.pdf (12 kB)", opener()+" /desk/acme-full.pdf", "remit report x -o acme-full.pdf")
	if r.press("enter", "right", "enter"); len(d.files) != 2 {
		t.Errorf("another one leads to %v", d.files)
	}
}

// Every choice reaches the request, the preview and the proposed name.
func TestEveryChoiceCounts(t *testing.T) {
	r, d, x := exporting(t)
	for i, f := range exportFormats() {
		if got := x.request(); got.Format != f.id {
			t.Fatalf("choice %d is %s, want %s", i, got.Format, f.id)
		}
		r.shows("in "+f.id, f.says)
		r.press("right")
	}
	r.press("down", "right", "down", "space")
	r.shows("board of "+x.session.ID, "anonymous: true", "remit-board.pdf")
	r.press("enter")
	if got := d.files["remit-board.pdf"]; got.Cut != report.Board || !got.Anonymous {
		t.Errorf("written: %v", d.files)
	}
}

// A format that knows no cut is always asked for as a whole.
func TestOnlySomeFormatsTellLess(t *testing.T) {
	r, _, x := exporting(t)
	r.press("down", "left", "up")
	for range exportFormats() {
		if got := x.request().Cut; got != report.Agenda && x.kind().cuts || got != report.Full && !x.kind().cuts {
			t.Errorf("%s is asked for as %s", x.kind().id, got)
		}
		r.press("right")
	}
}

// What is there already stays; another name is proposed, and enter takes it. The
// smallest window has room to say so.
func TestNothingIsReplaced(t *testing.T) {
	r, d, _ := exporting(t)
	r.press("enter", "enter", "enter")
	r.send(tea.WindowSizeMsg{Width: 40, Height: 12})
	r.shows("left as it is", "Enter writes", "acme-full-2.pdf")
	r.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	r.press("enter", "enter")
	for i := 2; i < 5; i++ {
		r.press("enter")
		for tries := 0; len(d.files) == i; tries++ {
			if tries > 5 {
				t.Fatal("no free name is found")
			}
			r.shows("is there already", "left as it is")
			r.press("enter")
		}
		r.press("enter")
	}
	for _, name := range []string{"acme-full.pdf", "acme-full-2.pdf", "acme-full-3.pdf", "acme-full-4.pdf"} {
		if _, ok := d.files[name]; !ok {
			t.Errorf("%s is missing: %v", name, d.files)
		}
	}
}

func TestTheNextNameOfATakenOne(t *testing.T) {
	for name, want := range map[string]string{
		"a.pdf": "a-2.pdf", "a-2.pdf": "a-3.pdf", "a-9.pdf": "a-10.pdf", "acme-2026.pdf": "acme-2026-2.pdf", "a-1.pdf": "a-1-2.pdf",
		"dir-3/a.pdf": "dir-3/a-2.pdf", "a": "a-2", "a.txt": "a.txt-2", "-.pdf": "--2.pdf",
	} {
		if got := nextName(name, ".pdf"); got != want {
			t.Errorf("after %s comes %s, want %s", name, got, want)
		}
	}
}

// A name that the person gave is kept when the choices change; only its ending follows.
func TestAGivenNameIsKept(t *testing.T) {
	r, d, x := exporting(t)
	r.press("up")
	for range len(x.path.value) {
		r.press("backspace")
	}
	r.write("for the board.pdf")
	r.press("down", "right")
	r.shows("for the board.html")
	if r.press("enter"); len(d.files) != 1 || d.files["for the board.html"].Format != "html" {
		t.Errorf("written: %v", d.files)
	}
}

// One key empties the line of the file, from wherever the cursor stands in it, and
// what is typed then is the name.
func TestTheNameIsClearedByOneKey(t *testing.T) {
	r, d, x := exporting(t)
	if r.press("up", "left", "left", "ctrl+u"); x.path.value != "" {
		t.Fatalf("left is %q", x.path.value)
	}
	r.write("mine.pdf")
	if r.press("enter"); len(d.files) != 1 || d.files["mine.pdf"].Format != "pdf" {
		t.Errorf("written: %v", d.files)
	}
}

// Without a name nothing is written, and the cursor goes where one is given.
func TestAFileNeedsAName(t *testing.T) {
	r, d, x := exporting(t)
	r.press("up")
	for range len(x.path.value) {
		r.press("backspace")
	}
	r.press("up", "enter")
	if r.shows("Give the file a name first"); len(d.files) != 0 || x.at != rowFile {
		t.Errorf("written: %v, the cursor is on line %d", d.files, x.at)
	}
}

// What goes wrong is said as everywhere, and everything that was chosen is still there.
func TestAFailedExportSaysWhatToDo(t *testing.T) {
	r, d, x := exporting(t)
	d.err = &model.Error{Kind: model.KindIO, What: "write the file", Lost: "The file was not written.", Cure: "Make room on the disk.", Err: errors.New("disk full")}
	r.press("right", "enter")
	r.shows("Could not write the report", "disk full", "The file was not written.", "Make room on the disk.")
	d.err = nil
	if r.press("enter", "enter"); len(d.files) != 1 || x.done == nil {
		t.Errorf("the second try leads to %v", d.files)
	}
}

// Two quick presses of enter write one file.
func TestTwoEntersWriteOneFile(t *testing.T) {
	r, d, _ := exporting(t)
	enter := keyPress(t, "enter")
	first, second := r.app.update(enter), r.app.update(enter)
	r.run(first)
	r.run(second)
	if len(d.files) != 1 {
		t.Errorf("written: %v", d.files)
	}
}

func TestWarningsAreShown(t *testing.T) {
	r, d, _ := exporting(t)
	d.warnings = []string{"3 characters have no picture in the font: \x1b[2J日本"}
	r.press("enter")
	r.shows("! 3 characters have no picture in the font: 日本")
}

// esc leaves from every line, and from what is said at the end.
func TestAnExportCanAlwaysBeLeft(t *testing.T) {
	for downs := range int(numExportRows) + 1 {
		r, _, _ := exporting(t)
		for range downs {
			r.press("down")
		}
		if downs == int(numExportRows) {
			r.press("enter")
		}
		if r.press("esc"); len(r.app.stack) != 1 {
			t.Errorf("after %d times down esc leads to %q", downs, r.app.title())
		}
	}
}

// Where nothing can be written nothing offers to.
func TestWithoutAWriterNothingIsOffered(t *testing.T) {
	r, _ := opened(t, placeSessions, model.Interview, saas)
	for _, b := range r.app.top().Keys() {
		if b.Enabled() && b.Help().Desc == "export" {
			t.Error("the list of sessions offers to export")
		}
	}
	if r.press("x"); len(r.app.stack) != 2 {
		t.Errorf("x leads to %q", r.app.title())
	}
	r.goTo(placeVerdict, only(t, r))
	if r.press("x"); len(r.app.stack) != 3 {
		t.Errorf("x leads to %q", r.app.title())
	}
}

// From the list of sessions and from the result x leads here, for that session.
func TestXExports(t *testing.T) {
	for _, from := range []place{placeSessions, placeVerdict} {
		d := &desk{}
		r, s := opened(t, from, model.Interview, saas, d.wire)
		r.press("x")
		if x, ok := r.app.top().(*exportScreen); !ok || x.session.ID != s.ID {
			t.Fatalf("from %s x leads to %q", from, r.app.title())
		}
		if r.press("esc"); len(r.app.stack) != 2 {
			t.Errorf("esc leads to %q", r.app.title())
		}
		if r.press("esc"); len(r.app.stack) != 1 {
			t.Errorf("esc leads to %q", r.app.title())
		}
	}
}

// The line under the cursor and the name of the file are in sight in every window, and
// so is what becomes of it.
func TestTheFormStaysInSight(t *testing.T) {
	r, _, _ := exporting(t)
	for _, size := range sights {
		r.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		for range numExportRows {
			r.shows(glyphCursor+" ", "acme-full.pdf", "PDF")
			r.press("down")
		}
	}
	r.press("enter")
	for _, size := range sights {
		r.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		r.shows("Written: ")
	}
}

// Names and previews from elsewhere are text.
func TestAnExportIsNoCode(t *testing.T) {
	for _, name := range hostileNames() {
		d := &desk{text: name, warnings: []string{name}}
		r, s := opened(t, placeSessions, model.Interview, saas, d.wire)
		r.app.env.ExportName = func(model.Session, ExportRequest) string { return name }
		s.Name, s.Client = name, name
		r.goTo(placeExport, s)
		harmless(t, r, "export", name)
		r.press("up")
		r.send(tea.PasteMsg{Content: "x" + name})
		harmless(t, r, "typing", name)
		r.press("enter")
		harmless(t, r, "written", name)
		if !strings.Contains(r.text(), "remit") {
			t.Error("the frame is gone")
		}
	}
}
