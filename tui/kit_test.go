package tui

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"remit/advisor"
	"remit/model"
	"remit/store"
)

// noon is the present of every test.
var noon = time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)

// rig is an app on a store in memory, driven message by message: after each one
// every command has run to its end. Nothing waits, and nothing runs beside the
// test.
type rig struct {
	t     *testing.T
	app   *app
	store *store.Memory
	quit  bool

	backwards bool // the last command of a batch comes first: there is no order among them
}

func newRig(t *testing.T, change ...func(*Deps)) *rig {
	t.Helper()
	r := &rig{t: t, store: store.NewMemory(func() time.Time { return noon })}
	d := Deps{Engine: advisor.Builtin(), Sessions: r.store, Now: func() time.Time { return noon }, By: "tester"}
	for _, c := range change {
		c(&d)
	}
	e := newEnv(t.Context(), d)
	e.later = func(time.Duration, tea.Msg) tea.Cmd { return nil }
	r.app = newApp(e, nil)
	return r
}

// begin shows the first screen.
func (r *rig) begin() *rig {
	r.run(r.app.init())
	return r
}

// send gives the app a message and lets everything settle that follows from it.
func (r *rig) send(msg tea.Msg) {
	r.t.Helper()
	if msg == nil {
		return
	}
	switch m := msg.(type) {
	case tea.QuitMsg:
		r.quit = true
		return
	case tea.BatchMsg:
		for i := range m {
			if r.backwards {
				i = len(m) - 1 - i
			}
			r.run(m[i])
		}
		return
	}
	if v := reflect.ValueOf(msg); v.Kind() == reflect.Slice && v.Type().Elem() == reflect.TypeFor[tea.Cmd]() {
		for i := range v.Len() { // a sequence, whose type Bubble Tea keeps to itself
			r.run(v.Index(i).Interface().(tea.Cmd))
		}
		return
	}
	r.run(r.app.update(saneSize(nil, msg)))
}

func (r *rig) run(cmd tea.Cmd) {
	r.t.Helper()
	if cmd != nil {
		r.send(cmd())
	}
}

// press presses keys by their names: "enter", "ctrl+s", "G".
func (r *rig) press(names ...string) {
	r.t.Helper()
	for _, name := range names {
		r.send(keyPress(r.t, name))
	}
}

// write types text key by key.
func (r *rig) write(text string) {
	for _, c := range text {
		r.send(tea.KeyPressMsg{Code: c, Text: string(c)})
	}
}

// text gives the window as a person sees it, without colours.
func (r *rig) text() string { return ansi.Strip(r.app.view().Content) }

// shows fails unless the window shows all of these.
func (r *rig) shows(wanted ...string) {
	r.t.Helper()
	for _, w := range wanted {
		if !strings.Contains(r.text(), w) {
			r.t.Errorf("the window does not show %q:\n%s", w, r.text())
		}
	}
}

// create saves a session in which the first n questions are answered.
func (r *rig) create(name, client string, n int) model.Session {
	r.t.Helper()
	f := r.app.env.Engine.Framework()
	s, err := r.store.Create(r.t.Context(), model.Event{
		Kind: model.EventCreated, Name: name, Client: client, SessionKind: model.Interview, Framework: &f.Ref,
	})
	if err != nil {
		r.t.Fatal(err)
	}
	for _, q := range f.Questions[:n] {
		a := model.Count(q.Min)
		if q.Kind == model.ChoiceQuestion {
			a = model.Choose(q.Options[0].ID)
		}
		if s, err = r.store.Append(r.t.Context(), s.ID, model.Event{Kind: model.EventAnswered, Question: q.ID, Answer: &a}); err != nil {
			r.t.Fatal(err)
		}
	}
	return s
}

// few is a short run's part of a sweep: its first n cases. The sweep as a whole belongs to
// the long run; for the race detector, under which tests run short, a rig holds nothing
// in store, because in it one thing happens after the other.
func few[T any](n int, cases []T) []T {
	if testing.Short() {
		return cases[:min(n, len(cases))]
	}
	return cases
}

// goTo opens a place on top of the present one.
func (r *rig) goTo(to place, s model.Session) { r.run(r.app.env.open(to, s)) }

// keyPress builds the message that Bubble Tea sends for a key of this name, and
// fails if there is no such key.
func keyPress(t *testing.T, name string) tea.KeyPressMsg {
	t.Helper()
	k, err := keyNamed(name)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func keyNamed(name string) (tea.KeyPressMsg, error) {
	special := map[string]rune{
		"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "backspace": tea.KeyBackspace,
		"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight,
		"home": tea.KeyHome, "end": tea.KeyEnd, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown,
		"delete": tea.KeyDelete, "f1": tea.KeyF1,
	}
	var k tea.KeyPressMsg
	rest := name
	for _, held := range []struct { // in the order in which a name has them
		prefix string
		mod    tea.KeyMod
	}{{"ctrl+", tea.ModCtrl}, {"alt+", tea.ModAlt}, {"shift+", tea.ModShift}} {
		if after, ok := strings.CutPrefix(rest, held.prefix); ok {
			k.Mod, rest = k.Mod|held.mod, after
		}
	}
	switch code, ok := special[rest]; {
	case ok:
		k.Code = code
	case rest == "space":
		k.Code, k.Text = tea.KeySpace, " "
	case len([]rune(rest)) == 1:
		k.Code = []rune(rest)[0]
		if k.Mod == 0 {
			k.Text = rest
		}
	}
	if k.String() != name {
		return k, fmt.Errorf("no key is called %q; the nearest is %q", name, k.String())
	}
	return k, nil
}
