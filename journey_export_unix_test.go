//go:build unix

package main

import (
	"os"
	"path/filepath"
	"testing"
)

// A person looks up what a role is for, goes to a finished session, and writes its
// report for the board: it is where the screen says, readable by its owner alone.
func TestAReportIsWrittenFromTheApp(t *testing.T) {
	if testing.Short() {
		t.Skip("short: runs the real program in a terminal")
	}
	home := t.TempDir()
	for _, args := range [][]string{
		{"sessions", "new", "--name", "Harbour"},
		{"sessions", "set", "Harbour", "headcount=180", "technology=product", "custom_software=heavy", "engineers=40", "seats=1"},
	} {
		if code := run(t, home, args...).ends(); code != 0 {
			t.Fatalf("%v ends with %d", args, code)
		}
	}
	file := filepath.Join(home, "board.html")
	x := run(t, home)
	x.see("Harbour")
	x.press("o")
	x.see("Executives")
	x.press("\r")
	x.see("Chief Executive")
	x.press("\x7f\x7f") // two screens back
	x.see("Recent sessions")
	x.press("s")
	x.see("Active")
	x.press("x")
	x.see("harbour-report.pdf", "Who should lead technology at Harbour")
	x.press("\x1b[C\x1b[B\x1b[C") // HTML, for the board
	x.see("harbour-board.html")
	x.press("\x1b[A\x1b[A") // up, around the end, to the name
	x.see("harbour-board.html")
	for range len("harbour-board.html") {
		x.press("\x7f")
	}
	x.press(file + "\r")
	x.see("Written:")
	x.press(ctrlC)
	if code := x.ends(); code != 0 {
		t.Errorf("leaving ends with %d", code)
	}
	x.restored()
	there, err := os.Stat(file)
	if err != nil {
		t.Fatal(err)
	}
	if there.Mode().Perm() != 0o600 || there.Size() < 1000 {
		t.Errorf("the file has mode %v and %d bytes", there.Mode(), there.Size())
	}
}
