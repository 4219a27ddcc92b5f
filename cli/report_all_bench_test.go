package cli

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"remit/advisor"
	"remit/model"
	"remit/store"
)

// manySessions makes a store with n sessions of companies that answer differently, made
// under a framework.
func manySessions(t testing.TB, n int, under model.Ref) (path string) {
	t.Helper()
	f := advisor.Builtin().Framework()
	path = filepath.Join(t.TempDir(), "sessions.db")
	keep, err := store.Open(path, store.Options{Now: time.Now, Program: "remit"})
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2026, 11, 21, 9, 30, 0, 0, time.UTC)
	p := newLineParser(f)
	lines := bytes.Split(bytes.TrimSpace(randomLines(f, n)), []byte("\n"))
	_, err = keep.ImportAll(t.Context(), func(yield func(string, []model.Event) bool) {
		for i, line := range lines {
			if what := p.parse(line); what != "" {
				t.Fatal(what)
			}
			events := []model.Event{{Seq: 1, At: at, Kind: model.EventCreated, SessionKind: model.Interview, Framework: &under,
				Name: fmt.Sprintf("Talk %d", i), Client: fmt.Sprintf("Company %d", i)}}
			for q, a := range p.answers {
				events = append(events, model.Event{Seq: uint64(len(events) + 1), At: at, Kind: model.EventAnswered, Question: q, Answer: &a})
			}
			if !yield(fmt.Sprintf("01M80BDSEK%016d", i), events) {
				return
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// BenchmarkReportAll tells what a report costs in the export of a thousand sessions.
func BenchmarkReportAll(b *testing.B) {
	const n = 1000
	path := manySessions(b, n, advisor.Builtin().Framework().Ref)
	for b.Loop() {
		env := Env{Args: []string{"report", "--all", "--format", "json", "--store", path}, Stdin: strings.NewReader(""),
			Stdout: io.Discard, Stderr: io.Discard, Getenv: func(string) string { return "" }, Now: time.Now}
		if code := Main(context.Background(), env); code != 0 {
			b.Fatalf("exit code %d", code)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/n, "µs/report")
}
