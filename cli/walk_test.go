package cli

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"remit/advisor"
	"remit/model"
	"remit/store"
)

// Whatever a person types, in whatever order: remit never fails, every answer it
// keeps is legal, and what it says it saved is what the store has.
func TestNoLineOfInputGoesWrong(t *testing.T) {
	f := advisor.Builtin().Framework()
	words := []string{"", "1", "2", "3", "9", "0", "40", "1,200", "-1", "1e9", "a", "b", "z", "unsure", "n/a", "later", "yes", "no",
		"list it", "go 1", "go 16", "go 17", "go headcount", "go", "note some words", "note -", "evidence all", "\x1b[31m", "ü漢", "back back"}
	for _, o := range orders() {
		if o.words[0] != "quit" {
			words = append(words, o.words...)
		}
	}
	for seed := range uint64(12) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			random := rand.New(rand.NewPCG(seed, 0))
			var lines strings.Builder
			for range 150 {
				lines.WriteString(words[random.IntN(len(words))] + "\n")
			}
			command := []string{"interview", "quick"}[seed%2]
			env, stdout, stderr := world(t, lines.String(), command, "--plain", "--name", "Walk")
			file := filepath.Join(t.TempDir(), "walk.db")
			env.Args = append(env.Args, "--store", file)
			if code := Main(t.Context(), env); code != 0 && code != 65 {
				t.Fatalf("exit code %d: %s", code, stderr)
			}
			if model.CleanLines(stdout.String()) != stdout.String() {
				t.Error("the output has characters that a terminal obeys")
			}
			keep, err := store.Open(file, store.Options{})
			if err != nil {
				t.Fatal(err)
			}
			s, err := keep.Find(t.Context(), "Walk")
			if err != nil {
				t.Fatal(err)
			}
			if err := f.Check(s.Answers); err != nil {
				t.Error(err)
			}
			if f.Question(s.Position) == nil && s.Position != "" {
				t.Errorf("the place to resume is %q", s.Position)
			}
		})
	}
}

// From every question the way back is open, down to the first.
func TestGoingBackIsNeverRefused(t *testing.T) {
	n := len(advisor.Builtin().Framework().Questions)
	in := strings.Repeat("skip\n", n-1) + strings.Repeat("back\n", n-1) + "1\nquit\n"
	env, stdout, stderr := world(t, in, "interview", "--plain", "--name", "Back")
	if code := Main(t.Context(), env); code != 0 {
		t.Fatalf("exit code %d: %s", code, stderr)
	}
	if got := strings.Count(stdout.String(), "\nQuestion 1 of "); got != 2 {
		t.Errorf("the first question was asked %d times, want 2", got)
	}
	if !strings.Contains(stdout.String(), "Everything is saved in session \"Back\": 1 of ") {
		t.Errorf("the answer after going back is not saved:\n%s", stdout)
	}
}
