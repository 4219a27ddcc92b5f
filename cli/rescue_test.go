package cli

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"remit/model"
	"remit/tui"
)

// What the app could not save is in a file that its owner can run later, whatever
// became of the terminal.
func TestWhatTheAppCouldNotSaveIsKept(t *testing.T) {
	env, _, stderr := world(t, "")
	a := &app{env: env, out: &writer{to: env.Stdout}, err: &writer{to: env.Stderr}, store: "/srv/my store.db"}
	part := model.Choose("part")
	lost := &model.Error{Kind: model.KindNotFound, What: "save what was said", Lost: "Not saved:\ntechnology = part", Err: &tui.Unsaved{
		Session: model.Session{ID: "01ABC", Name: "Acme"},
		Said: []model.Event{
			{Kind: model.EventAnswered, Question: "technology", Answer: &part},
			{Kind: model.EventAnswered, Question: "seats", Answer: &model.Answer{}},
			{Kind: model.EventNoted, Question: "seats", Text: "it's\ntwo lines"},
			model.CellEdit{Activity: "privacy", Role: "cto", Letter: model.LetterAR}.Event(),
			{Kind: model.EventEdited, Activity: "privacy", Role: "cio"},
			{Kind: model.EventEdited},
		},
		Err: errors.New("the store is gone"),
	}}
	if got := a.exit(t.Context(), a.rescue(lost)); got != 66 {
		t.Errorf("exit code %d, want that of the kind", got)
	}
	files, err := filepath.Glob(filepath.Join(env.StateHome, "remit", "unsaved-*.txt"))
	if err != nil || len(files) != 1 {
		t.Fatalf("files %q, %v; want one", files, err)
	}
	for _, w := range []string{"technology = part", "the store is gone", files[0]} {
		if !strings.Contains(stderr.String(), w) {
			t.Errorf("the message does not say %q:\n%s", w, stderr)
		}
	}
	text, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range []string{
		"remit sessions set --store '/srv/my store.db' -- 01ABC technology=part\n",
		"remit sessions set --store '/srv/my store.db' -- 01ABC seats=\n",
		"remit raci --set privacy.cto=A/R --store '/srv/my store.db' -- 01ABC\n",
		"remit raci --unset privacy.cio --store '/srv/my store.db' -- 01ABC\n",
		"remit raci --reset --store '/srv/my store.db' -- 01ABC\n",
		"remit sessions note --store '/srv/my store.db' -- 01ABC seats 'it'\\''s\ntwo lines'\n",
	} {
		if !strings.Contains(string(text), w) {
			t.Errorf("the file does not say %q:\n%s", w, text)
		}
	}
}

// A crash takes what was not saved with it; both are told.
func TestACrashNamesWhatIsLostToo(t *testing.T) {
	env, _, stderr := world(t, "")
	a := &app{env: env, out: &writer{to: env.Stdout}, err: &writer{to: env.Stderr}}
	err := errors.Join(
		&model.Error{Kind: model.KindBug, What: "a fault", Err: &model.Panic{Thrown: "no ink"}},
		&model.Error{Kind: model.KindIO, What: "save what was said", Lost: "Not saved:\ntechnology = part"})
	if got := a.exit(t.Context(), err); got != 1 {
		t.Errorf("exit code %d, want 1", got)
	}
	for _, w := range []string{"no ink", "technology = part"} {
		if !strings.Contains(stderr.String(), w) {
			t.Errorf("it does not say %q:\n%s", w, stderr)
		}
	}
}
