package cli

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"remit/model"
	"remit/report"
	"remit/tui"
)

// The fonts of a PDF lack letters. Whichever way one is written, whoever writes it is told
// which they are, and that another form has them.
func TestWhoWritesAPDFIsToldWhatItLacks(t *testing.T) {
	x, s, env, _ := exports(t)
	if _, err := x.keep.Append(t.Context(), s.ID, model.Event{Kind: model.EventRenamed, Name: "Acme", Client: "שלום 🦘"}); err != nil {
		t.Fatal(err)
	}
	missing := []string{"ש (U+05E9)", "ל (U+05DC)", "ו (U+05D5)", "ם (U+05DD)", "🦘 (U+1F998)", "HTML"}
	all := func(where, said string) {
		t.Helper()
		for _, want := range missing {
			if !strings.Contains(said, want) {
				t.Errorf("%s does not tell of %q: %s", where, want, said)
			}
		}
	}
	for _, args := range [][]string{{"report", "Acme"}, {"report", "Acme", "--cut", "board"}, {"report", "Acme", "--cut", "agenda"}, {"report", "--all"}} {
		for _, to := range []string{"-", t.TempDir(), filepath.Join(t.TempDir(), "x.pdf")} {
			if args[1] == "--all" && !(output{file: to}).inFolder() {
				continue // a file of each
			}
			var stdout, stderr bytes.Buffer
			env.Args, env.Stdout, env.Stderr = append(args, "--format", "pdf", "-o", to), &stdout, &stderr
			if code := Main(t.Context(), env); code != 0 {
				t.Fatalf("%v: exit code %d: %s", args, code, &stderr)
			}
			all(strings.Join(args, " ")+" -o "+to, stderr.String())
			if strings.Contains(stdout.String(), "The fonts") {
				t.Errorf("%v: the warning is among the output", args)
			}
		}
	}
	for _, cut := range report.Cuts() {
		done, err := x.write(t.Context(), tui.ExportRequest{Session: s.ID, Format: "pdf", Cut: cut, Path: t.TempDir()})
		if err != nil {
			t.Fatal(err)
		}
		all("the app, "+string(cut), strings.Join(done.Warnings, " "))
	}
}
