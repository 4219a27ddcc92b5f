package cli

import (
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"remit/model/schematest"
	"remit/report"
)

// savedAcme gives a store with one session.
func savedAcme(t *testing.T) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "sessions.db")
	for _, args := range [][]string{{"sessions", "new", "--name", "Acme"}, {"sessions", "set", "Acme", "headcount=90", "technology=product", "engineers=40"}} {
		if _, stderr, code := ran(t, append(args, "--store", path)...); code != 0 {
			t.Fatal(stderr)
		}
	}
	return path
}

// A document with answers that its session does not have says so in its head, in every
// format that has one, and on the terminal; an answer that the session has is none.
func TestAnswersTriedForOneDocumentAreToldInIt(t *testing.T) {
	path := savedAcme(t)
	const tried = "With answers tried for this document, not saved: "
	for _, args := range []string{"--format text", "--format markdown", "--format html", "--format markdown --cut board", "--format text --cut agenda", "--format markdown --anonymous"} {
		args := append(strings.Fields("report Acme --store "+path), strings.Fields(args)...)
		if plain, stderr, _ := ran(t, append(args, "--set", "headcount=90")...); strings.Contains(plain, "not saved") || stderr != "" {
			t.Errorf("%q tells of answers that are saved: %s", args, stderr)
		}
		got, stderr, code := ran(t, append(args, "--set", "headcount=3", "--set", "technology=support")...)
		if words := strings.Join(strings.Fields(got), " "); code != 0 || !strings.Contains(words, tried) || !strings.Contains(words[:min(len(words), strings.Index(words, tried)+200)], "3 people") {
			t.Errorf("%q does not say which answers are not saved: %.400s", args, words)
		}
		if !strings.Contains(stderr, "2 answers are tried here") {
			t.Errorf("%q: the terminal is told %q", args, stderr)
		}
	}
}

// Programs read the same from the member tried, of the whole report as of its parts.
func TestTriedAnswersInJSON(t *testing.T) {
	path := savedAcme(t)
	for _, document := range []string{"report", "chart", "plan", "raci"} {
		schema := schematest.Compile(t, report.Schema(document))
		for _, test := range []struct{ args, want []string }{
			{nil, []string{}},
			{[]string{"--set", "headcount=90"}, []string{}},
			{[]string{"--set", "headcount=3"}, []string{"headcount"}},
			{[]string{"--set", "seats=1"}, []string{"seats"}},
		} {
			if document == "raci" && test.args != nil {
				continue // its --set is of cells
			}
			stdout, stderr, code := ran(t, append([]string{document, "Acme", "--format", "json", "--store", path}, test.args...)...)
			var got struct{ Tried []string }
			if err := json.Unmarshal([]byte(stdout), &got); err != nil || code != 0 || got.Tried == nil || !slices.Equal(got.Tried, test.want) {
				t.Errorf("%s %q: tried is %q, want %q; %v, %s", document, test.args, got.Tried, test.want, err, stderr)
			}
			follows(t, schema, []byte(stdout))
		}
	}
}

// One answer for all companies is no answer of any of them.
func TestReportsOfAllTakeNoAnswers(t *testing.T) {
	stdout, stderr, code := ran(t, "report", "--all", "--format", "json", "--set", "headcount=3", "--store", savedAcme(t))
	if code != 2 || stdout != "" || !strings.Contains(stderr, "sessions set") {
		t.Errorf("exit code %d, %q, %s", code, stdout, stderr)
	}
}

// A letter that is only tried is told in the matrix and by its JSON; one that is saved is
// none, and neither is another letter of the same row.
func TestLettersTriedForOneDocumentAreToldInIt(t *testing.T) {
	path := savedAcme(t)
	schema := schematest.Compile(t, report.Schema("raci"))
	if _, stderr, code := ran(t, "raci", "Acme", "--set", "product-technology.cfo=I", "--store", path); code != 0 {
		t.Fatal(stderr)
	}
	for _, test := range []struct {
		args string
		want []string
	}{
		{"", nil},
		{"--set product-technology.cfo=I --try", nil},
		{"--set product-technology.cfo=C --try", []string{"product-technology.cfo"}},
		{"--set what-to-build.cfo=C --try", []string{"what-to-build.cfo"}},
		{"--unset product-technology.cfo --try", []string{"product-technology.cfo"}},
		{"--set what-to-build.cfo=C", nil},
	} {
		args := append([]string{"raci", "Acme", "--store", path}, strings.Fields(test.args)...)
		page, stderr, code := ran(t, append(args, "--format", "markdown")...)
		if told := strings.Contains(page, "not saved"); code != 0 || told != (test.want != nil) || told != strings.Contains(stderr, "not saved") {
			t.Errorf("%q: exit code %d, told in the document: %t; %s", test.args, code, told, stderr)
		}
		stdout, _, _ := ran(t, append(args, "--format", "json")...)
		var got struct {
			Tried []struct{ Activity, Role string } `json:"tried_letters"`
		}
		if err := json.Unmarshal([]byte(stdout), &got); err != nil || got.Tried == nil {
			t.Fatalf("%q: %v in %s", test.args, err, stdout)
		}
		var cells []string
		for _, c := range got.Tried {
			cells = append(cells, c.Activity+"."+c.Role)
		}
		if !slices.Equal(cells, test.want) {
			t.Errorf("%q: tried are %q, want %q", test.args, cells, test.want)
		}
		follows(t, schema, []byte(stdout))
	}
}
