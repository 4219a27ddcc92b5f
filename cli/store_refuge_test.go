package cli

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"remit/model"
	"remit/store"
	"remit/tui"
)

// What the app still holds when the disk fails is saved in the copy that the store made
// of itself, and the message says where everything is.
func TestWhatTheAppHoldsGoesIntoTheCopy(t *testing.T) {
	env, _, stderr := world(t, "")
	a := &app{env: env, out: &writer{to: env.Stdout}, err: &writer{to: env.Stderr}}
	path := filepath.Join(t.TempDir(), "sessions-rescued.db")
	copied, err := store.Open(path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s, err := copied.Create(t.Context(), model.Event{Kind: model.EventCreated, Name: "Acme", SessionKind: model.Interview})
	if err != nil {
		t.Fatal(err)
	}
	part := model.Choose("part")
	lost := func(session model.Session) error {
		stopped := &model.Error{Kind: model.KindIO, What: "the disk failed", Err: &store.Stopped{Copy: path, Err: errors.New("input/output error")}}
		return &model.Error{Kind: model.KindIO, What: "save what was said", Lost: "Not saved:\ntechnology = part",
			Err: &tui.Unsaved{Session: session, Err: stopped, Said: []model.Event{
				{Kind: model.EventAnswered, Question: "technology", Answer: &part},
				{Kind: model.EventNoted, Question: "headcount", Text: "about"},
			}}}
	}
	if got := a.exit(t.Context(), a.rescue(lost(s))); got != 74 {
		t.Errorf("exit code %d, want 74", got)
	}
	for _, w := range []string{"Nothing is lost", "technology = part", path} {
		if !strings.Contains(stderr.String(), w) {
			t.Errorf("the message does not say %q:\n%s", w, stderr)
		}
	}
	now, err := copied.Get(t.Context(), s.ID)
	if err != nil || now.Answers["technology"] != part || now.Notes["headcount"] != "about" {
		t.Errorf("in the copy: %+v, %v", now, err)
	}
	if files := unsavedFiles(t, env); len(files) > 0 {
		t.Errorf("kept twice: %q", files)
	}

	// A session that is not in the copy cannot be gone on with there.
	a.exit(t.Context(), a.rescue(lost(model.Session{ID: "01ARZ3NDEKTSV4RRFFQ69G5FAV", Name: "New"})))
	if files := unsavedFiles(t, env); len(files) != 1 {
		t.Errorf("files %q, want one with what was said", files)
	}
}

func unsavedFiles(t *testing.T, env Env) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(env.StateHome, "remit", "unsaved-*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	return files
}
