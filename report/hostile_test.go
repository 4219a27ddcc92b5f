package report_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"remit/model"
	"remit/report"
)

// harmful are texts that speak to terminals, browsers, spreadsheets, readers of Markdown,
// Mermaid, JSON and PDF.
func harmful(t testing.TB) []string {
	return slices.Concat(attacks(t, "https://e.example"), formulas(), hostile(), []string{
		`"]; click p0 "javascript:alert(1)"`, `p0["x"] --> p1`, "end", "x\"]\n  click p0 href \"https://e.example\"", "%%{init: {}}%%", "```\n# out", "#quot;", "#59;", "<br/>",
		") /AA <</S /JavaScript /JS (app.alert(1))>>", "endstream endobj", "%PDF-1.4", "&L&\"Arial\"&D", "&amp;D", "_x0041_", `","x":1`, `\u0022`, "{onclick=alert(1)}", "{{7*7}}", "${7*7}",
		"\x1b[31mred\x1b[0m", "\u202egpj.exe", "\u2066x\u2069", "zero\u200bwidth", "\ufeffmark", "\U000e0041tag", "c1\u009b31m", "nul\x00", "\xff\xfe", "Z" + strings.Repeat("\u0300", 40),
	})
}

var lineOf = regexp.MustCompile(`[^\n]+`)

// calm says nothing, in as many lines.
func calm(s string) string { return lineOf.ReplaceAllString(s, "calm") }

// numbered gives the texts in turn, each with a number behind it, as they are or made calm.
func numbered(texts []string, from int, make func(string) string) func() string {
	next, n := inTurn(texts, from), 0
	return func() string {
		n++
		return fmt.Sprintf("%s q%d", make(next()), n)
	}
}

func asIs(s string) string { return s }

// Whatever stands beside what in the fields of a framework, a playbook or a session, every document
// has the shape that it has for calm texts, and no character in it commands a terminal.
func TestNoTextBreaksOutOfAnyDocument(t *testing.T) {
	texts := harmful(t)
	whole := everything(t)
	const step = 67 // each of them everywhere is another test
	for from := 0; from < len(texts); from += step {
		hostile, _ := sown(whole, numbered(texts, from, asIs))
		quiet, _ := sown(whole, numbered(texts, from, calm))
		for _, f := range allForms() {
			compare(t, f, hostile, quiet, texts[from])
		}
	}
}

// The same with hostile ids, which no framework can have, and a session of another one may:
// whatever they name is still found, and nothing else happens.
func TestNoIDBreaksOutOfAnyDocument(t *testing.T) {
	whole := everything(t)
	quiet := suffixed(whole, "calm q")
	step := 17
	if testing.Short() {
		step = 67
	}
	texts := slices.DeleteFunc(harmful(t), func(s string) bool { // a place that names sources is read by its brackets
		return strings.ContainsAny(s, "[]\n") || model.Clean(s) != s
	})
	for i := 0; i < len(texts); i += step {
		hostile := suffixed(whole, texts[i]+" q")
		for _, f := range allForms() {
			if strings.HasSuffix(f.name, "json") { // whose names are ids
				f.read = func(t testing.TB, doc []byte) ([]string, string) { _, said := readJSON(t, doc); return nil, said }
			}
			compare(t, f, hostile, quiet, texts[i])
		}
	}
}

// compare fails the test unless a form gives both reports the same shape.
func compare(t *testing.T, f form, hostile, quiet report.Report, what string) {
	t.Helper()
	got, _ := f.of(t, hostile)
	want, _ := f.of(t, quiet)
	sameShape(t, f.name, got, want, what)
}

func sameShape(t *testing.T, name string, got, want []string, what string) {
	t.Helper()
	if slices.Equal(got, want) {
		return
	}
	n := 0
	for n < min(len(got), len(want)) && got[n] == want[n] {
		n++
	}
	t.Errorf("%s, from %q on: another shape, first at %d: %.200q, not %.200q", name, what, n, got[n:min(n+3, len(got))], want[n:min(n+3, len(want))])
}

// commandsNothing fails the test where a document has a character that a terminal or an
// editor obeys and nobody sees.
func commandsNothing(t testing.TB, name, doc string) {
	t.Helper()
	if !utf8.ValidString(doc) {
		t.Errorf("%s is no UTF-8", name)
	}
	for line := range strings.SplitSeq(doc, "\n") {
		clean := model.CleanLines(line)
		if strings.HasSuffix(name, "json") {
			clean = strings.Map(func(r rune) rune { // it keeps every text as it was, in letters that can be looked at
				if !unicode.IsPrint(r) {
					return -1
				}
				return r
			}, line)
		}
		if clean != line {
			n := 0
			for n < len(clean) && clean[n] == line[n] {
				n++
			}
			t.Errorf("%s: something commands a terminal in %q", name, line[max(0, n-40):min(len(line), n+40)])
			return
		}
	}
}

// A company may have any name also where the name stands at the foot of printed sheets.
func TestTheFootOfASheetTakesNoOrders(t *testing.T) {
	r := everything(t)
	for _, name := range append(harmful(t), "&", "&&&D", "A&D", "&12 R&D", strings.Repeat("&", 300)) {
		if !strings.Contains(name, "&") {
			continue
		}
		session := *r.Session
		session.Client = name
		r.Session = &session
		form{"xlsx", report.RACIXLSX, readXLSX}.of(t, r)
	}
}

// A program that reads the JSON form gets every text back as it was, whatever is in it.
func TestTheJSONKeepsEveryText(t *testing.T) {
	texts := harmful(t)
	last := regexp.MustCompile(` q(\d+)$`)
	for from := 0; from < len(texts); from += 67 {
		said := map[string]string{} // by number
		next := numbered(texts, from, asIs)
		r, _ := sown(everything(t), func() string {
			text := next()
			said[last.FindStringSubmatch(text)[1]] = string([]rune(text)) // what is no UTF-8 cannot be told in JSON
			return text
		})
		var b bytes.Buffer
		if err := report.ReportJSON(&b, r); err != nil {
			t.Fatal(err)
		}
		back := map[string]bool{}
		for dec := json.NewDecoder(&b); ; {
			token, err := dec.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			if text, ok := token.(string); ok && last.MatchString(text) {
				number := last.FindStringSubmatch(text)[1]
				if back[number] = true; !strings.HasSuffix(text, said[number]) { // a sentence may begin in other words
					t.Errorf("%q comes back as %q", said[number], text)
				}
			}
		}
		if len(back) < 500 {
			t.Errorf("only %d of %d texts come back", len(back), len(said))
		}
	}
}
