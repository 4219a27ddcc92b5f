//go:build unix

package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"remit/model"
	"remit/store"
)

// The same session gives the same bytes: today and tomorrow, in every time zone that has
// the same day, in every language, from every directory, for whoever keeps files how private,
// on one core and on all. So two
// people can tell by a checksum that they read the same. Text alone is made for the
// terminal that it is asked for in: as wide, and with its letters.
func TestADocumentIsTheSameEverywhere(t *testing.T) {
	if testing.Short() {
		t.Skip("short: starts the program some hundred times")
	}
	home := t.TempDir()
	file := filepath.Join(home, "sessions.db")
	noon := time.Date(2024, 5, 6, 12, 0, 0, 0, time.UTC)
	keep, err := store.Open(file, store.Options{Now: func() time.Time { return noon }, By: "Ada"})
	if err != nil {
		t.Fatal(err)
	}
	events := []model.Event{{Kind: model.EventNoted, Question: "headcount", Text: "Größe: naïve 東京"},
		model.CellEdit{Activity: "product-technology", Role: "cfo", Letter: model.LetterA}.Event()}
	for q, a := range sample() {
		events = append(events, model.Event{Kind: model.EventAnswered, Question: q, Answer: &a})
	}
	if _, err := keep.Create(t.Context(), model.Event{Kind: model.EventCreated, Name: "Acme", Client: "Łódź & Söhne", SessionKind: model.Interview}, events...); err != nil {
		t.Fatal(err)
	}
	worlds := [][]string{
		{"TZ=UTC", "LANG=C.UTF-8"},
		{"TZ=UTC", "LANG=C.UTF-8"}, // once more
		{"TZ=Asia/Tokyo", "LANG=ja_JP.UTF-8", "GOMAXPROCS=1"},
		{"TZ=America/New_York", "LC_ALL=tr_TR.UTF-8", "LANGUAGE=tr", "USER=bob", "COLORTERM=truecolor", "CLICOLOR_FORCE=1"},
		{"TZ=Europe/Berlin", "LC_ALL=C", "COLUMNS=40", "TERM=dumb"},
	}
	for _, args := range anonymousDocuments() {
		var first []byte
		for i, world := range worlds {
			if slices.Contains(args, "text") && slices.Contains(world, "TERM=dumb") {
				continue
			}
			dir := t.TempDir()
			mask := []string{"022", "077", "000"}[i%3]
			cmd := child(t, "remit", []string{"sh", "-c", "umask " + mask + `; exec "$@"`, "sh"}, append(slices.Clone(args), "Acme", "--store", file, "-o", filepath.Join(dir, "x"))...)
			cmd.Dir = dir
			cmd.Env = append(cmd.Env, world...)
			if code, complaints := ended(t, cmd); code != 0 {
				t.Fatalf("%v: exit code %d: %s", args, code, complaints)
			}
			doc, err := os.ReadFile(filepath.Join(dir, "x"))
			if err != nil {
				t.Fatal(err)
			}
			if i == 0 {
				first = doc
			}
			if !bytes.Equal(doc, first) {
				t.Errorf("%v: with %s it is another document", args, strings.Join(world, " "))
			}
		}
	}
}
