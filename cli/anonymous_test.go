package cli

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"remit/advisor"
	"remit/model"
	"remit/store"
)

// planted are words that an anonymous document must not have, in a session that has one
// wherever people can write: in names, clients and whom is asked, now and before they
// were changed, in notes to every question, as authors, and in the times.
func planted(t *testing.T, file string) (words []string) {
	t.Helper()
	word := func() string {
		words = append(words, fmt.Sprintf("Quokka%03d", len(words)))
		return words[len(words)-1]
	}
	moment := time.Date(1987, 3, 14, 15, 9, 26, 0, time.UTC)
	say := func(change func(keep *store.Bolt)) {
		moment = moment.Add(25 * time.Hour)
		keep, err := store.Open(file, store.Options{Now: func() time.Time { return moment }, By: word()})
		if err != nil {
			t.Fatal(err)
		}
		change(keep)
	}
	var s model.Session
	const parent = "01JBN3T5G0QQQQQQQQQQQQQQQQ"
	say(func(keep *store.Bolt) {
		var err error
		s, err = keep.Create(t.Context(), model.Event{Kind: model.EventCreated, Name: word(), Client: word(), Asked: word(), SessionKind: model.Interview, Parent: parent})
		if err != nil {
			t.Fatal(err)
		}
	})
	add := func(events ...model.Event) {
		say(func(keep *store.Bolt) {
			if _, err := keep.Append(t.Context(), s.ID, events...); err != nil {
				t.Fatal(err)
			}
		})
	}
	for q, a := range sample() {
		add(model.Event{Kind: model.EventAnswered, Question: q, Answer: &a})
	}
	for _, q := range advisor.Builtin().Framework().Questions {
		add(model.Event{Kind: model.EventNoted, Question: q.ID, Text: word()})
		add(model.Event{Kind: model.EventNoted, Question: q.ID, Text: word() + "\n" + word() + " " + word()})
	}
	add(model.CellEdit{Activity: "product-technology", Role: "cfo", Letter: model.LetterA}.Event())
	add(model.OwnCost{Role: "cto", Per: model.Month, Amount: model.Amount{Low: 10_000, High: 12_000, Currency: "EUR"}}.Event())
	for range 20 {
		add(model.Event{Kind: model.EventRenamed, Name: word(), Client: word(), Asked: word()})
	}
	add(model.Event{Kind: model.EventRenamed, Name: "Quokka-name", Client: "Quokka-client", Asked: "Quokka-asked"})
	say(func(keep *store.Bolt) { nothingUnsaid(t, keep, s.ID) })
	return append(words, "Quokka", s.ID, parent, "1987", "-03-1", "15:09", "15:0", " March", filepath.Base(file), file, filepath.Dir(file), "tester")
}

// nothingUnsaid fails the test if an event can hold a text that none of a session has: a
// field that is added tomorrow has its word planted too, or this fails.
func nothingUnsaid(t *testing.T, keep *store.Bolt, id string) {
	t.Helper()
	events, err := keep.History(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	for _, field := range reflect.VisibleFields(reflect.TypeFor[model.Event]()) {
		said := slices.ContainsFunc(events, func(e model.Event) bool { return !reflect.ValueOf(e).FieldByIndex(field.Index).IsZero() })
		if !said && field.Name != "Framework" && field.Name != "Seq" {
			t.Errorf("no event has any %s", field.Name)
		}
	}
}

// anonymousDocuments are the commands that write documents, with their formats.
func anonymousDocuments() [][]string {
	var all [][]string
	for _, c := range []struct{ command, formats string }{
		{"report", "text markdown html pdf xlsx csv json svg mermaid"}, {"report --cut board", "text markdown html pdf"},
		{"report --cut agenda", "text markdown html pdf"}, {"raci", "text markdown csv xlsx json"},
		{"chart", "text markdown svg mermaid json"}, {"plan", "text markdown json"},
	} {
		for format := range strings.FieldsSeq(c.formats) {
			all = append(all, append(strings.Fields(c.command), "--format", format))
		}
	}
	return all
}

// No word that people wrote, and no time, is in any byte of an anonymous document: not in
// its name, what is packed in it, what it says of itself, or the times in its archive.
func TestAnAnonymousDocumentNamesNobody(t *testing.T) {
	file := filepath.Join(t.TempDir(), "Quokkastore.db")
	words := planted(t, file)
	if len(words) < 200 {
		t.Fatalf("only %d words are planted", len(words))
	}
	for i, args := range anonymousDocuments() {
		if testing.Short() && i%5 > 0 {
			continue
		}
		format := args[len(args)-1]
		text := document(t, append(args, "Quokka-name", "--store", file, "--anonymous")...)
		for _, word := range words {
			if at := told(text, word); at >= 0 {
				t.Errorf("%v tells %q: …%q…", args, word, text[max(0, at-60):min(len(text), at+60)])
			}
		}
		// What is looked for would be found: it is there for those who may know.
		if format == "svg" || format == "mermaid" || format == "csv" || args[0] != "report" {
			continue
		}
		if open := document(t, append(args, "Quokka-name", "--store", file)...); told(open, "Quokka-client") < 0 {
			t.Errorf("%v does not name the client", args)
		}
	}
}

// told gives where a word is in a document, in either case, in Latin letters or in the
// two bytes a letter of a PDF; -1 if it is not there.
func told(document, word string) int {
	word = strings.ToLower(word)
	if at := strings.Index(document, word); at >= 0 {
		return at
	}
	return strings.Index(document, twoBytes(word))
}

func twoBytes(s string) string {
	var b strings.Builder
	for i := range len(s) {
		b.WriteByte(0)
		b.WriteByte(s[i])
	}
	return b.String()
}

// document lets remit write a document into a directory. It gives all its bytes in small
// letters, after its name and whatever in it is packed.
func document(t *testing.T, args ...string) string {
	t.Helper()
	dir := t.TempDir()
	env, _, stderr := world(t, "", append(args, "-o", dir)...)
	if code := Main(t.Context(), env); code != 0 {
		t.Fatalf("%v: exit code %d: %s", args, code, stderr)
	}
	names := namesIn(t, dir)
	if len(names) != 1 {
		t.Fatalf("%v: written are %q", args, names)
	}
	file := filepath.Join(dir, names[0])
	doc, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	all := names[0] + "\n" + string(doc) + "\n"
	switch filepath.Ext(file) {
	case ".xlsx":
		all += unzipped(t, doc)
	case ".pdf":
		all += inflated(doc)
		if tool, err := exec.LookPath("pdftotext"); err == nil {
			text, err := exec.Command(tool, file, "-").Output()
			if err != nil {
				t.Fatal(err)
			}
			all += string(text)
		}
	}
	return lower(all)
}

// lower makes Latin letters small and leaves all other bytes alone.
func lower(s string) string {
	b := []byte(s)
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			b[i] += 'a' - 'A'
		}
	}
	return string(b)
}

// unzipped is all that an archive holds and says about its files.
func unzipped(t *testing.T, doc []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(doc), int64(len(doc)))
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprint(&all, f.Name, f.Comment, string(f.Extra), f.Modified)
		if _, err := io.Copy(&all, r); err != nil {
			t.Fatal(err)
		}
	}
	return all.String()
}

// inflated is what the packed parts of a PDF hold.
func inflated(doc []byte) string {
	var all strings.Builder
	for part := range bytes.SplitSeq(doc, []byte("stream\n")) {
		if r, err := zlib.NewReader(bytes.NewReader(part)); err == nil {
			_, _ = io.Copy(&all, r) // what follows the packed part is no fault
		}
	}
	return all.String()
}
