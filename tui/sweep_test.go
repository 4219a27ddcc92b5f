package tui

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"remit/model"
)

// surface is a state of the app that the sweeps look at.
type surface struct {
	name string
	open func(*rig)
}

// surfaces lists what a person can have before them. A new screen is one entry.
func surfaces() []surface {
	fill := func(r *rig) {
		for i := range 12 {
			r.create(fmt.Sprintf("Session %d of a company with a long name", i), "Client GmbH & Söhne", i)
		}
	}
	over := func(r *rig, place place) *rig {
		fill(r)
		r.begin()
		r.goTo(place, model.Session{})
		return r
	}
	return []surface{
		{"home, first time", func(r *rig) { r.begin() }},
		{"home", func(r *rig) { fill(r); r.begin() }},
		{"home, last entry", func(r *rig) { fill(r); r.begin().press("G") }},
		{"home without a store", func(r *rig) { r.app.env.Sessions = broken{}; r.begin() }},
		{"new interview", func(r *rig) { over(r, placeNew) }},
		{"new interview, fault", func(r *rig) { over(r, placeNew).press("ctrl+s") }},
		{"new interview, buttons", func(r *rig) { over(r, placeNew).press("tab", "tab", "tab", "tab") }},
		{"new quick check", func(r *rig) { over(r, placeNewQuick) }},
		{"new interview, leaving", func(r *rig) { over(r, placeNew); r.write("Acme"); r.press("esc") }},
		{"rename", func(r *rig) { r.begin().goTo(placeRename, r.create("Acme", "Globex", 3)) }},
		{"sessions", func(r *rig) { over(r, placeSessions) }},
		{"sessions, last", func(r *rig) { over(r, placeSessions).press("G") }},
		{"sessions, none", func(r *rig) { r.begin().goTo(placeSessions, model.Session{}) }},
		{"sessions, finding", func(r *rig) { over(r, placeSessions).press("/"); r.write("Session 2") }},
		{"sessions, nothing found", func(r *rig) { over(r, placeSessions).press("/"); r.write("zzz"); r.press("enter") }},
		{"sessions, after deleting", func(r *rig) { over(r, placeSessions).press("d") }},
		{"sessions, deleted", func(r *rig) { over(r, placeSessions).press("d", "tab", "tab") }},
		{"sessions, archived", func(r *rig) { over(r, placeSessions).press("a", "tab") }},
		{"sessions, deleting for good", func(r *rig) { over(r, placeSessions).press("d", "tab", "tab", "d") }},
		{"sessions without a store", func(r *rig) { r.begin().app.env.Sessions = broken{}; r.goTo(placeSessions, model.Session{}) }},
		{"interview", func(r *rig) { interviewed(r, placeInterview, 0) }},
		{"interview, a choice picked", func(r *rig) { interviewed(r, placeInterview, 0).press("down", "down") }},
		{"interview, saved", func(r *rig) { interviewed(r, placeInterview, 3).press("1") }},
		{"interview, a number", func(r *rig) { interviewed(r, placeInterview, 1).press("right", "7", "0", "9") }},
		{"interview, an illegal number", func(r *rig) {
			interviewed(r, placeInterview, 1).press("right", "9", "9", "9", "9", "9", "9", "9", "9", "9", "enter")
		}},
		{"interview, not saved", func(r *rig) { interviewed(r, placeInterview, 2).refuse().press("u") }},
		{"interview, leaving what is not saved", func(r *rig) { interviewed(r, placeInterview, 2).refuse().press("u", "esc") }},
		{"interview, keys", func(r *rig) { interviewed(r, placeInterview, 3).press("?", "G") }},
		{"interview, evidence", func(r *rig) { interviewed(r, placeInterview, 3).press("e", "pgdown") }},
		{"interview, note", func(r *rig) {
			interviewed(r, placeInterview, 3).press("n")
			r.write("Notes, long ones, with a wörd or two")
		}},
		{"interview, note, keys", func(r *rig) { interviewed(r, placeInterview, 3).press("n", "f1") }},
		{"interview, noted", func(r *rig) {
			interviewed(r, placeInterview, 3).press("n")
			r.write("A long note that has more to say than there is room for on any line of any window")
			r.press("enter")
		}},
		{"interview, all questions", func(r *rig) { interviewed(r, placeInterview, 3).press("g") }},
		{"interview, all questions, keys", func(r *rig) { interviewed(r, placeInterview, 3).press("g", "f1") }},
		{"interview, search", func(r *rig) { interviewed(r, placeInterview, 3).press("/"); r.write("no such question") }},
		{"quick check", func(r *rig) { interviewed(r, placeQuick, 2) }},
		{"quick check, over", func(r *rig) { interviewed(r, placeQuick, 16) }},
		{"interview, at the end", func(r *rig) { interviewed(r, placeInterview, 15).press("G", "x") }},
		{"interview, of another framework", func(r *rig) { r.begin().goTo(placeInterview, foreign(r)) }},
		{"review, of another framework", func(r *rig) { r.begin().goTo(placeReview, foreign(r)); r.press("G") }},
		{"one question", func(r *rig) { interviewed(r, placeQuestion, 5) }},
		{"review, empty", func(r *rig) { interviewed(r, placeReview, 0) }},
		{"review", func(r *rig) { interviewed(r, placeReview, 9).press("G") }},
		{"review, a slip", func(r *rig) { interviewed(r, placeReview, 9).press("enter", "2") }},
		{"result, nothing known", func(r *rig) { interviewed(r, placeVerdict, 0) }},
		{"result", func(r *rig) { interviewed(r, placeVerdict, 16) }},
		{"result, why", func(r *rig) { interviewed(r, placeVerdict, 16).press("2", "e") }},
		{"result, others", func(r *rig) { interviewed(r, placeVerdict, 16).press("3", "e", "G") }},
		{"result, unknown", func(r *rig) { interviewed(r, placeVerdict, 6).press("4", "G") }},
		{"result, what if", func(r *rig) { interviewed(r, placeVerdict, 16).press("5") }},
		{"result, what if, nothing known", func(r *rig) { interviewed(r, placeVerdict, 0).press("5") }},
		{"result, chart", func(r *rig) { interviewed(r, placeVerdict, 16).press("6", "down", "e") }},
		{"result, chart of a little", func(r *rig) { interviewed(r, placeVerdict, 4).press("6", "G") }},
		{"result, matrix", func(r *rig) { interviewed(r, placeVerdict, 16).press("7", "right", "down", "e") }},
		{"result, matrix, last cell", func(r *rig) { interviewed(r, placeVerdict, 16).press("7", "end", "l", "l", "l", "l", "l", "l", "l") }},
		{"result, matrix, searching", func(r *rig) { interviewed(r, placeVerdict, 16).press("7", "/"); r.write("budget") }},
		{"result, matrix, nothing found", func(r *rig) { interviewed(r, placeVerdict, 16).press("7", "/"); r.write("zzz"); r.press("enter") }},
		{"result, matrix, one role and topic", func(r *rig) { interviewed(r, placeVerdict, 16).press("7", "right", "right", "r", "g") }},
		{"result, matrix, letters", func(r *rig) { interviewed(r, placeVerdict, 16).press("7", "right", "enter", "down", "down") }},
		{"result, matrix, changed", func(r *rig) { interviewed(r, placeVerdict, 16).press("7", "enter", "c") }},
		{"result, matrix, taking all back", func(r *rig) { interviewed(r, placeVerdict, 16).press("7", "enter", "c", "R") }},
		{"result, roles", func(r *rig) { interviewed(r, placeVerdict, 16).press("8", "down", "e") }},
		{"result, charter", func(r *rig) { interviewed(r, placeVerdict, 16).press("8", "down", "down", "enter", "e", "pgdown") }},
		{"result, plan", func(r *rig) { interviewed(r, placeVerdict, 16).press("9", "e") }},
		{"result, plan, its end", func(r *rig) { interviewed(r, placeVerdict, 16).press("9", "G") }},
		{"result, plan, own costs", func(r *rig) { interviewed(r, placeVerdict, 16).press("9", "c"); r.write("EUR 3000-4000") }},
		{"result, plan, own costs, a fault", func(r *rig) { interviewed(r, placeVerdict, 16).press("9", "c"); r.write("3.000"); r.press("enter") }},
		{"result, plan, own costs, a seat", func(r *rig) { interviewed(r, placeVerdict, 16).press("9", "c", "up", "up", "right") }},
		{"result, plan, own costs, leaving", func(r *rig) { interviewed(r, placeVerdict, 16).press("9", "c"); r.write("EUR 3000"); r.press("esc") }},
		{"result, plan, own costs, kept", func(r *rig) { priced(interviewed(r, placeVerdict, 16)).press("down") }},
		{"result, plan with own costs", func(r *rig) { priced(interviewed(r, placeVerdict, 16)).press("esc") }},
		{"result, plan, taking all own costs back", func(r *rig) { priced(interviewed(r, placeVerdict, 16)).press("esc", "R") }},
		{"result, sources", func(r *rig) { interviewed(r, placeVerdict, 16).press("0", "G") }},
		{"what if", func(r *rig) { interviewed(r, placeWhatIf, 12) }},
		{"what if, nothing known", func(r *rig) { interviewed(r, placeWhatIf, 0) }},
		{"what if, changed", func(r *rig) { interviewed(r, placeWhatIf, 16).press("right", "down", "right", "G", "left") }},
		{"what if, the map", func(r *rig) { interviewed(r, placeWhatIf, 16).press("right", "m", "pgdown") }},
		{"what if, another map", func(r *rig) { interviewed(r, placeWhatIf, 16).press("G", "x", "up", "up", "y", "m") }},
		{"what if, side by side", func(r *rig) {
			interviewed(r, placeWhatIf, 16).press("right", "s", "down", "right", "s", "down", "right", "c")
		}},
		{"what if, giving up", func(r *rig) {
			interviewed(r, placeWhatIf, 16).press("right", "s", "down", "right", "s", "down", "right", "s", "down", "right", "c", "home", "left", "left", "left", "enter")
		}},
		{"what if, all answers side by side", func(r *rig) { interviewed(r, placeWhatIf, 16).press("right", "s", "down", "right", "c", "a", "G") }},
		{"what if, nothing to compare", func(r *rig) { interviewed(r, placeWhatIf, 5).press("c") }},
		{"what if, taken out", func(r *rig) { interviewed(r, placeWhatIf, 16).press("right", "s", "c", "d") }},
		{"what if, adding a session", func(r *rig) { r.begin().create("Other", "", 4); interviewed(r, placeWhatIf, 5).press("c", "o") }},
		{"what if, no session to add", func(r *rig) { interviewed(r, placeWhatIf, 5).press("c", "o"); r.write("zzz") }},
		{"what if, keeping", func(r *rig) { interviewed(r, placeWhatIf, 9).press("right", "k") }},
		{"what if, kept", func(r *rig) { interviewed(r, placeWhatIf, 9).press("right", "k", "enter") }},
		{"what if, leaving", func(r *rig) { interviewed(r, placeWhatIf, 9).press("right", "esc") }},
		{"roles", func(r *rig) { r.begin().press("o", "down", "down", "space") }},
		{"roles, found", func(r *rig) { r.begin().press("o", "/"); r.write("security"); r.press("enter") }},
		{"roles, finding", func(r *rig) { r.begin().press("o", "/"); r.write("zzz") }},
		{"one role", func(r *rig) { r.begin().press("o", "enter", "right", "e", "pgdown") }},
		{"roles, side by side", func(r *rig) {
			r.begin().goTo(placeBeside, about("cio", "cto", "it-director", "vp-engineering"))
			r.press("right", "down")
		}},
		{"questions", func(r *rig) { r.begin().press("e", "down", "down") }},
		{"questions, finding", func(r *rig) { r.begin().press("e", "/"); r.write("devops") }},
		{"an answer", func(r *rig) { r.begin().press("e", "enter", "right") }},
		{"an answer without roles", func(r *rig) { r.begin().goTo(placeExplained, about("dispute/what-is-a-cto")) }},
		{"export", func(r *rig) {
			exportOn(r, &desk{text: "A long line of the report that is not wrapped at all " + strings.Repeat("x", 200)})
		}},
		{"export, the file", func(r *rig) { exportOn(r, &desk{}).press("up", "x") }},
		{"export, a table", func(r *rig) { exportOn(r, &desk{}).press("left", "down") }},
		{"export, a name that is taken", func(r *rig) { exportOn(r, &desk{}).press("enter", "enter", "enter") }},
		{"export, written", func(r *rig) {
			exportOn(r, &desk{warnings: []string{"One thing is not as it should be."}}).press("enter")
		}},
		{"export, written, with a program to open it", func(r *rig) {
			exportOn(r, &desk{}).app.env.Open = func(string) error { return nil }
			r.press("enter", "o")
		}},
		{"framework", func(r *rig) { fill(r); foreign(r); r.begin().press("a") }},
		{"framework, its end", func(r *rig) { fill(r); foreign(r); r.begin().press("a", "G") }},
		{"framework instead of another", func(r *rig) { unusable(&r.app.env.Deps); r.begin().press("enter", "a") }},
		{"framework instead of another, at the start", func(r *rig) { unusable(&r.app.env.Deps); r.begin() }},
		{"home, framework instead of another", func(r *rig) { unusable(&r.app.env.Deps); r.begin().press("enter") }},
		{"sources", func(r *rig) { r.begin().press("a", "enter", "down") }},
		{"sources, finding", func(r *rig) { r.begin().press("a", "/"); r.write("gartner") }},
		{"one source", func(r *rig) { r.begin().press("a", "enter", "enter") }},
		{"result, a form of a structure", func(r *rig) { r.begin().goTo(placeVerdict, filled(r, model.Interview, tiny())) }},
		{"a long toast", func(r *rig) {
			over(r, placeSessions)
			r.run(toast(toneWarn, strings.Repeat("More words than one line of any window has room for. ", 9)))
		}},
		{"help", func(r *rig) { over(r, placeSessions).press("?") }},
		{"failure", func(r *rig) { r.begin().run(failed("save the answer", brokenError())) }},
		{"confirmation", func(r *rig) { r.begin().run(r.app.env.ask("Leave?", "Nothing is lost.", "leave", nil)) }},
	}
}

// The layout holds: no line is wider than the window and there are no more lines
// than it has, at every size; and screens keep to the room that they were given
// without the root having to cut anything off.
func TestEveryScreenFitsEverySize(t *testing.T) {
	sizes := few(7, [][2]int{
		{1, 1}, {40, 12}, {80, 24}, {157, 12}, {47, 15}, {300, 100}, {0, 0}, {2, 30}, {30, 2}, {39, 12}, {40, 11}, {41, 13},
		{40, 60}, {55, 16}, {56, 21}, {63, 22}, {71, 24}, {72, 23}, {73, 17}, {80, 12}, {100, 30}, {109, 19}, {116, 31},
		{120, 40}, {150, 50}, {200, 60},
	})
	for _, s := range surfaces() {
		t.Run(s.name, func(t *testing.T) {
			r := newRig(t)
			s.open(r)
			for _, size := range sizes {
				r.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
				fits(t, r, fmt.Sprint(size))
			}
		})
	}
}

func fits(t *testing.T, r *rig, at string) {
	t.Helper()
	f := r.app.frame
	within(t, at+" window", r.app.content(), f.w, f.h)
	if f.tooSmall() {
		return
	}
	w, h := f.body()
	within(t, at+" body", r.app.top().View(), w, h)
	if r.app.over != nil {
		within(t, at+" overlay", r.app.over.View(), w, h)
	}
}

func within(t *testing.T, what, view string, w, h int) {
	t.Helper()
	lines := strings.Split(view, "\n")
	if len(lines) > h {
		t.Errorf("%s: %d lines in %d", what, len(lines), h)
	}
	for i, l := range lines {
		if n := ansi.StringWidth(l); n > w {
			t.Errorf("%s: line %d is %d wide in %d: %q", what, i, n, w, ansi.Strip(l))
		}
	}
}

// At every usable size the footer says how to find the keys.
func TestTheKeyForHelpIsAlwaysInSight(t *testing.T) {
	for _, s := range surfaces() {
		t.Run(s.name, func(t *testing.T) {
			r := newRig(t)
			s.open(r)
			for _, size := range [][2]int{{40, 12}, {80, 24}, {300, 100}} {
				r.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
				lines := strings.Split(r.text(), "\n")
				footer := lines[len(lines)-1]
				if r.app.over == nil && !strings.Contains(footer, " keys") {
					t.Errorf("%v: the footer is %q", size, footer)
				}
			}
		})
	}
}

// Every key of every screen exists, does one thing, has its words on the help
// page, and takes none from the root that a person relies on everywhere.
func TestEveryKeyIsSoundAndExplained(t *testing.T) {
	for _, s := range surfaces() {
		t.Run(s.name, func(t *testing.T) {
			r := newRig(t)
			s.open(r)
			g := r.app.env.keys
			keys, reserved := r.app.top().Keys(), []binding{g.stop, g.suspend}
			if r.app.over != nil {
				keys = r.app.over.Keys()
			}
			owner := map[string]string{}
			for _, b := range reserved {
				for _, name := range b.Keys() {
					owner[name] = b.says
				}
			}
			for _, b := range keys {
				if !b.Enabled() || len(b.Keys()) == 0 {
					continue
				}
				if b.says == "" {
					t.Errorf("%v has no words for the help page", b.Keys())
				}
				for _, name := range b.Keys() {
					k, err := keyNamed(name)
					if err != nil {
						t.Errorf("%q: %v", b.says, err)
					} else if !b.hit(k) {
						t.Errorf("%q does not answer to %s", b.says, name)
					}
					if other, taken := owner[name]; taken {
						t.Errorf("%s is both %q and %q", name, other, b.says)
					}
					owner[name] = b.says
				}
			}
			if r.app.over == nil {
				helpNamesAll(t, r)
			}
		})
	}
}

func helpNamesAll(t *testing.T, r *rig) {
	t.Helper()
	page := strings.Join(strings.Fields(ansi.Strip(newHelp(r.app.env, r.app.top()).text(80))), " ")
	for _, b := range append(r.app.top().Keys(), r.app.env.keys.list()...) {
		if b.Enabled() && !strings.Contains(page, strings.Join(strings.Fields(b.says), " ")) {
			t.Errorf("the help page lacks %q", b.says)
		}
	}
}

// From every screen a person gets home with keys that the screen names, whether
// their terminal is slow with esc or not.
func TestThereIsAlwaysAWayBack(t *testing.T) {
	for _, s := range surfaces() {
		t.Run(s.name, func(t *testing.T) {
			r := newRig(t)
			s.open(r)
			for range 10 {
				if _, asks := r.app.over.(*panel); asks {
					r.press("enter") // it says what leaving costs; the person agrees
				} else {
					r.press("esc")
				}
			}
			if r.app.over != nil || len(r.app.stack) != 1 {
				t.Errorf("ten times esc lead to %q", r.app.title())
			}
			r.press("q")
			if !r.quit {
				t.Error("q on the home screen does not quit")
			}
		})
	}
}

// ctrl+c ends the program from everywhere, also where keys are text, an overlay
// is open or the window is too small.
func TestCtrlCEndsFromEverywhere(t *testing.T) {
	for _, s := range surfaces() {
		r := newRig(t)
		s.open(r)
		r.send(tea.WindowSizeMsg{Width: 10, Height: 3})
		if r.press("ctrl+c"); !r.quit {
			t.Errorf("%s: ctrl+c does not quit", s.name)
		}
	}
}

// With ASCII asked for, nothing that the app draws itself goes beyond it.
func TestASCIIMeansASCII(t *testing.T) {
	for _, s := range surfaces() {
		r := newRig(t, func(d *Deps) { d.ASCII = true })
		s.open(r)
		for _, c := range strings.NewReplacer("ö", "o", "é", "e").Replace(r.text()) {
			if c > '~' {
				t.Errorf("%s: draws %q", s.name, c)
				break
			}
		}
	}
}

// The stand-ins keep the width, or columns would shift.
func TestStandInsAreAsWideAsTheirGlyphs(t *testing.T) {
	for i := 0; i < len(asciiPairs); i += 2 {
		if ansi.StringWidth(asciiPairs[i]) != len(asciiPairs[i+1]) {
			t.Errorf("%q and %q differ in width", asciiPairs[i], asciiPairs[i+1])
		}
	}
}

// Styles depend on the terminal's background, so none may be fixed when the
// program is loaded.
func TestNoStyleBelongsToThePackage(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	global := regexp.MustCompile(`(?m)^(var\s+\w+.*lipgloss\.|\t\w+\s+=\s+lipgloss\.NewStyle)`)
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if m := global.Find(text); m != nil {
			t.Errorf("%s has a style of the package: %s", name, m)
		}
	}
}
