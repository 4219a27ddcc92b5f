package tui

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// Leaving with an answer that the store refused asks once, and then names it.
func TestCtrlCAsksOnceForWhatIsNotSaved(t *testing.T) {
	refuse := true
	r, s := opened(t, placeInterview, model.Interview, nil, refusing(&refuse))
	r.press("2", "ctrl+c")
	if r.quit {
		t.Fatal("left without a word")
	}
	r.shows("Ctrl+c again leaves", "technology = part")
	r.press("down", "ctrl+c")
	if r.quit {
		t.Fatal("another key in between, and no word")
	}
	if r.press("ctrl+c"); !r.quit {
		t.Fatal("a second time in a row does not leave")
	}
	err := r.app.lost(true)
	if e, ok := asError(err); !ok || e.Kind != model.KindIO || !strings.Contains(e.Lost, "technology = part") ||
		!strings.Contains(e.Error(), "no space left") {
		t.Fatalf("the error is %v", err)
	}
	if u, ok := errors.AsType[*Unsaved](err); !ok || u.Session.ID != s.ID || len(u.Said) != 1 || u.Said[0].Question != "technology" {
		t.Errorf("for the caller there is %+v", u)
	}
}

// What the store takes at last is no reason to ask.
func TestCtrlCSavesWhatCanBeSavedNow(t *testing.T) {
	refuse := true
	r, s := opened(t, placeInterview, model.Interview, nil, refusing(&refuse))
	r.press("2")
	refuse = false
	if r.press("ctrl+c"); !r.quit || r.stored(s.ID).Answers["technology"].String() != "part" || r.app.lost(true) != nil {
		t.Errorf("quit %v, stored %v, lost %v", r.quit, r.stored(s.ID).Answers, r.app.lost(true))
	}
}

// A note that was written and not saved is asked about in the editor and behind it.
// Left behind knowingly it is no error; ended by somebody else it is told.
func TestANoteThatWaitsIsNotForgotten(t *testing.T) {
	for name, open := range map[string][]string{"in the editor": nil, "behind it": {"esc"}} {
		r, _ := opened(t, placeInterview, model.Interview, nil)
		r.press("n")
		r.write("who said so")
		r.press(append(open, "ctrl+c")...)
		if r.quit {
			t.Errorf("%s: left without a word", name)
		}
		r.shows("note on technology: who said so")
		if r.press("ctrl+c"); !r.quit || r.app.lost(true) != nil {
			t.Errorf("%s: quit %v, lost %v", name, r.quit, r.app.lost(true))
		}
		if e, ok := asError(r.app.lost(false)); !ok || !strings.Contains(e.Lost, "who said so") {
			t.Errorf("%s: ended by a signal, and nothing is told", name)
		}
	}
	r, _ := opened(t, placeInterview, model.Interview, nil)
	r.press("n")
	r.write("who said so")
	r.press("esc", "esc")
	r.shows("1 note that you wrote is not saved")
	if r.press("esc"); len(r.app.stack) != 1 {
		t.Errorf("esc again leads to %q", r.app.title())
	}
}

// The end by a signal keeps its cause and names what is lost.
func TestTheEndByASignalNamesWhatIsLost(t *testing.T) {
	told := errors.New("told to stop")
	ctx, end := context.WithCancelCause(t.Context())
	defer time.AfterFunc(20*time.Second, func() { end(errors.New("nobody answered")) }).Stop()
	refuse := true
	r, s := opened(t, placeInterview, model.Interview, nil, refusing(&refuse))
	d := r.app.env.Deps
	d.Sessions = hooked{d.Sessions, func() { end(told) }}
	in, keys := io.Pipe()
	defer keys.Close()
	screen := &watched{text: "question 1 of 16", seen: func() { go keys.Write([]byte("2")) }}
	err := Run(ctx, d, Start{At: AtInterview, Session: s.ID}, tea.WithInput(in), tea.WithOutput(screen), tea.WithWindowSize(80, 24))
	if !errors.Is(err, told) {
		t.Errorf("the cause is lost: %v", err)
	}
	if e, ok := asError(err); !ok || !strings.Contains(e.Lost, "technology = part") {
		t.Errorf("the answer is lost in silence: %v", err)
	}
}

// hooked tells when something was to be saved.
type hooked struct {
	model.Sessions
	asked func()
}

func (h hooked) AppendAt(ctx context.Context, id string, seq uint64, events ...model.Event) (model.Session, error) {
	defer h.asked()
	return h.Sessions.AppendAt(ctx, id, seq, events...)
}

// watched is a terminal that tells once when a text is on it.
type watched struct {
	text  string
	seen  func()
	shown strings.Builder
}

func (w *watched) Write(p []byte) (int, error) {
	w.shown.Write(p)
	if w.seen != nil && strings.Contains(w.shown.String(), w.text) {
		w.seen()
		w.seen = nil
	}
	return len(p), nil
}

// A paste that does not fit is not cut in silence.
func TestAPasteThatIsCutIsTold(t *testing.T) {
	r, _ := opened(t, placeInterview, model.Interview, nil)
	r.press("n")
	r.send(tea.PasteMsg{Content: "short"})
	if strings.Contains(r.text(), "left out") {
		t.Error("a short paste is said to be cut")
	}
	r.send(tea.PasteMsg{Content: strings.Repeat("x", 70_000)})
	r.shows("The end of what you pasted was left out")
}
