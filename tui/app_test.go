package tui

import (
	"context"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"remit/advisor"
	"remit/model"
	"remit/store"
)

// rgb is a colour for the terminal's background.
type rgb [3]uint8

func (c rgb) RGBA() (r, g, b, a uint32) {
	return uint32(c[0]) << 8, uint32(c[1]) << 8, uint32(c[2]) << 8, 0xffff
}

// probe is a screen that notes what it is given.
type probe struct {
	log       *[]string
	capturing bool
}

func (p *probe) View() string    { return "" }
func (p *probe) Keys() []binding { return nil }
func (p *probe) Title() string   { return "Probe" }

func (p *probe) Init() tea.Cmd { *p.log = append(*p.log, "init"); return nil }
func (p *probe) Resize(int, int) {
	*p.log = append(*p.log, "resize")
}
func (p *probe) Update(msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		*p.log = append(*p.log, k.String())
	}
	return nil
}
func (p *probe) Capturing() bool { return p.capturing }

func probed(t *testing.T, capturing bool) (*rig, *[]string) {
	r := newRig(t).begin()
	log := &[]string{}
	r.app.push(&probe{log, capturing})
	return r, log
}

func TestAScreenHasItsSizeBeforeItBegins(t *testing.T) {
	_, log := probed(t, false)
	if got := strings.Join(*log, " "); got != "resize init" {
		t.Errorf("a new screen saw: %s", got)
	}
}

func TestTypedTextReachesTheScreenThatTakesIt(t *testing.T) {
	r, log := probed(t, true)
	*log = nil
	r.press("?", "esc", "backspace", "q")
	if got := strings.Join(*log, " "); got != "? esc backspace q" {
		t.Errorf("the screen saw: %s", got)
	}
	if r.press("f1"); r.app.over == nil {
		t.Error("f1 shows no help while one types")
	}
}

func TestTheRootKeepsItsKeysOtherwise(t *testing.T) {
	r, log := probed(t, false)
	*log = nil
	r.press("?", "x", "esc", "q", "backspace")
	if got := strings.Join(*log, " "); got != "q" {
		t.Errorf("the screen saw: %s", got)
	}
	if len(r.app.stack) != 1 {
		t.Error("backspace did not lead back")
	}
}

func TestNothingHappensUnseenInATinyWindow(t *testing.T) {
	r, log := probed(t, true)
	*log = nil
	r.send(tea.WindowSizeMsg{Width: 20, Height: 5})
	r.press("x")
	if strings.Join(*log, " ") != "resize" {
		t.Errorf("the screen saw: %v", *log)
	}
	if !strings.Contains(strings.ReplaceAll(r.text(), "\n", " "), "too small") {
		t.Errorf("the window says %q", r.text())
	}
}

func TestSizesThatCannotBe(t *testing.T) {
	for given, want := range map[tea.WindowSizeMsg]tea.WindowSizeMsg{
		{Width: 0, Height: 0}:         {Width: 80, Height: 24},
		{Width: 65535, Height: 65535}: {Width: 500, Height: 200},
		{Width: 81, Height: 25}:       {Width: 81, Height: 25},
	} {
		if got := saneSize(nil, given); got != want {
			t.Errorf("%v became %v", given, got)
		}
	}
}

func TestATerminalThatSaysItIsLightGetsTheLightTheme(t *testing.T) {
	r := newRig(t).begin()
	if !r.app.env.theme.isDark {
		t.Error("before the terminal answers the theme is not dark")
	}
	dark := r.app.view().Content
	r.send(tea.BackgroundColorMsg{Color: rgb{250, 250, 250}})
	if r.app.view().Content == dark {
		t.Error("the colours did not change")
	}
}

func TestAConfirmationActsOnlyWhenAgreedTo(t *testing.T) {
	for key, want := range map[string]bool{"y": true, "enter": true, "n": false, "esc": false, "backspace": false} {
		done := false
		r := newRig(t).begin()
		r.run(r.app.env.ask("Sure?", "", "do it", func() tea.Msg { done = true; return nil }))
		r.press(key)
		if done != want || r.app.over != nil {
			t.Errorf("%s: done %v, still open %v", key, done, r.app.over != nil)
		}
	}
}

func TestATStartTheWantedScreenLiesAboveHome(t *testing.T) {
	for _, c := range []struct {
		start Start
		want  string
		deep  int
	}{
		{Start{}, "Home", 1},
		{Start{At: AtNew}, "New interview", 2},
		{Start{At: AtSessions}, "Sessions", 2},
		{Start{At: AtInterview, Session: "acme"}, "", 2},
		{Start{At: AtResult, Session: "acme"}, "", 2},
		{Start{At: AtQuick}, "", 2},
		{Start{At: AtInterview, Session: "nobody"}, "Something went wrong", 1},
	} {
		r := newRig(t)
		r.create("Acme", "", 2)
		r.app.start = begin(r.app.env, c.start)
		r.begin()
		if !strings.HasPrefix(r.app.title(), c.want) || len(r.app.stack) != c.deep {
			t.Errorf("%+v leads to %q, %d deep", c.start, r.app.title(), len(r.app.stack))
		}
	}
}

func TestEveryPlaceHasItsScreen(t *testing.T) {
	r := newRig(t).begin()
	s := r.create("Acme", "", 3)
	for _, to := range slices.Sorted(maps.Keys(r.app.make)) { // each stands on those before it
		before := len(r.app.stack)
		if r.goTo(to, s); len(r.app.stack) != before+1 || r.app.top().Title() == "" {
			t.Errorf("%s opens nothing, or something without a title", to)
		}
	}
}

// A fault anywhere ends the program in order, with an error instead of a trace.
func TestAPanicBecomesAnError(t *testing.T) {
	boom := func() tea.Msg { panic("boom") }
	for name, trip := range map[string]func(*program){
		"update":  func(p *program) { p.Update(failedMsg{"fail", nil}) },
		"view":    func(p *program) { p.app.env.theme = nil; p.View() },
		"command": func(p *program) { p.Update(p.guarded(boom)()) },
		"batch":   func(p *program) { p.Update(p.guarded(tea.Batch(boom, boom))().(tea.BatchMsg)[1]()) },
	} {
		p := &program{app: newRig(t).begin().app}
		trip(p)
		if p.app.crash == nil || model.KindOf(p.app.crash) != model.KindBug {
			t.Errorf("%s: %v", name, p.app.crash)
		}
		if _, cmd := p.Update(nil); cmd == nil || cmd() != (tea.QuitMsg{}) {
			t.Errorf("%s: the program goes on", name)
		}
	}
}

// The whole program runs, takes keys and ends; when its context ends first, Run
// gives the cause.
func TestRun(t *testing.T) {
	d := Deps{Engine: advisor.Builtin(), Sessions: store.NewMemory(nil), Now: time.Now}
	keys, typist := io.Pipe()
	go func() { _, _ = typist.Write([]byte("q")) }()
	if err := Run(t.Context(), d, Start{}, tea.WithInput(keys), tea.WithOutput(io.Discard)); err != nil {
		t.Errorf("after q Run gives %v", err)
	}
	hangup := errors.New("hangup")
	ctx, cancel := context.WithCancelCause(t.Context())
	cancel(hangup)
	if err := Run(ctx, d, Start{}, tea.WithInput(nil), tea.WithOutput(io.Discard)); !errors.Is(err, hangup) {
		t.Errorf("after a hangup Run gives %v", err)
	}
}
