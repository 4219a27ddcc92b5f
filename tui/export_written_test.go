package tui

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// A file that was written is opened by a key, where there is something to show it on;
// the screen no longer tells the command for it then.
func TestTheFileThatWasWrittenIsOpened(t *testing.T) {
	r, _, _ := exporting(t)
	var opened []string
	var fault error
	r.app.env.Open = func(path string) error { opened = append(opened, path); return fault }
	r.press("enter")
	r.shows("Written: /desk/acme-full.pdf", "Press o to open it")
	if strings.Contains(r.text(), opener()) {
		t.Error("the command to open it is told beside the key")
	}
	r.press("o")
	if len(opened) != 1 || opened[0] != "/desk/acme-full.pdf" {
		t.Fatalf("opened: %q", opened)
	}
	fault = &model.Error{Kind: model.KindNotFound, What: "the file cannot be shown", Lost: "The file is there all the same.", Cure: "Look into the folder."}
	r.press("o")
	r.shows("Could not open the file", "cannot be shown", "there all the same", "Look into the folder")
	r.press("enter")
	r.shows("Written:")
}

// Where nothing can be shown there is no key for it, and the command is told.
func TestWithoutAScreenTheCommandIsTold(t *testing.T) {
	r, _, _ := exporting(t)
	r.press("enter")
	r.shows(opener() + " /desk/acme-full.pdf")
	if strings.Contains(r.text(), "Press o") {
		t.Error("a key is offered that opens nothing")
	}
	r.press("o")
	r.shows("Written:")
}

// The path goes to the clipboard as it is.
func TestThePathIsCopied(t *testing.T) {
	r, _, x := exporting(t)
	r.press("enter")
	var seen []string
	var walk func(tea.Cmd)
	walk = func(cmd tea.Cmd) {
		if cmd == nil {
			return
		}
		switch msg := cmd().(type) {
		case tea.BatchMsg:
			for _, c := range msg {
				walk(c)
			}
		default:
			seen = append(seen, fmt.Sprint(msg))
		}
	}
	walk(x.Update(keyPress(t, "c")))
	if len(seen) == 0 || seen[0] != "/desk/acme-full.pdf" {
		t.Errorf("copied: %q", seen)
	}
	r.press("c")
	r.shows("Path copied")
}
