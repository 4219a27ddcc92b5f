package cli

import (
	"encoding/json"
	"errors"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"remit/model/schematest"
	"remit/report"
)

// What commands print for programs is described, field by field, by the schema that
// remit framework schema prints.
func TestWhatIsPrintedForProgramsFollowsItsSchema(t *testing.T) {
	do := inOneStore(t)
	do("sessions", "new", "--name", "acme", "--client", "Acme Ltd", "--asked", "Ada")
	do("sessions", "set", "acme", "headcount=90", "technology=product", "engineers=40", "seats=1", "regulation=unsure")
	do("sessions", "note", "acme", "headcount", "two are leaving")
	do("raci", "acme", "--set", "product-technology.cfo=A")
	do("raci", "acme", "--set", "product-technology.ceo=-")
	do("plan", "acme", "--cost", "cto=EUR 150000-200000/year", "--cost", "vcio=3000/month", "--keep")
	do("plan", "acme", "--take-back", "vcio/month", "--keep")
	do("sessions", "branch", "acme", "--name", "beta", "--set", "headcount=900", "--set", "engineers=later")
	do("sessions", "new", "--name", "empty")
	do("sessions", "archive", "empty")
	described := map[string][][]string{
		"session":    {{"sessions", "show", "acme"}, {"sessions", "show", "empty"}, {"sessions", "show", "beta"}, {"sessions", "branch", "acme", "--name", "gamma"}},
		"sessions":   {{"sessions", "list"}, {"sessions", "list", "--limit", "1"}, {"sessions", "list", "--archived"}, {"sessions", "list", "nobody"}},
		"history":    {{"sessions", "history", "acme"}, {"sessions", "history", "beta"}, {"sessions", "history", "empty"}},
		"comparison": {{"sessions", "compare", "acme", "beta"}, {"sessions", "compare", "acme@2", "acme"}, {"sessions", "compare", "acme", "empty"}},
		"next":       {{"next", "../examples/partial.json"}, {"next", "../examples/dental-group.yaml"}},
		"raci":       {{"raci", "acme"}, {"raci", "empty"}, {"raci", "acme", "--topic", "security"}},
		"chart":      {{"chart", "acme"}, {"chart", "empty"}},
		"plan":       {{"plan", "acme"}, {"plan", "empty"}, {"plan", "acme", "--cost", "cto=3000/month"}},
		"diff":       {{"framework", "diff", "builtin", "../examples/hospital"}, {"framework", "diff", "builtin", "builtin", "--no-sessions"}},
		"sources":    {{"framework", "sources"}, {"framework", "sources", "--framework", "../examples/hospital"}},
		"use":        {{"framework", "use"}, {"framework", "use", "--framework", "../examples/hospital"}},
	}
	for name, commands := range described {
		if !slices.Contains(report.Schemas(), name) {
			t.Fatalf("there is no schema %s", name)
		}
		printed, _, _ := ran(t, "framework", "schema", name)
		schema := schematest.CompileClosed(t, []byte(printed))
		for _, command := range commands {
			if err := schema.Check([]byte(do(append(command, "--format", "json")...))); err != nil {
				t.Errorf("%q: %v", command, err)
			}
		}
	}
}

// What travels is described too: that of every form, and what rescue writes.
func TestWhatIsExportedFollowsItsSchema(t *testing.T) {
	do := inOneStore(t)
	schema := schematest.CompileClosed(t, report.Schema("export"))
	forms := map[int]bool{}
	follows := func(text string) {
		t.Helper()
		var head struct {
			Form int `json:"remit_session"`
		}
		if err := json.Unmarshal([]byte(text), &head); err != nil {
			t.Fatal(err)
		}
		forms[head.Form] = true
		if err := schema.Check([]byte(text)); err != nil {
			t.Error(err)
		}
	}
	do("sessions", "new", "--name", "acme", "--client", "Acme Ltd", "--asked", "Ada")
	do("sessions", "set", "acme", "headcount=90", "technology=product", "engineers=40", "seats=1", "regulation=unsure")
	do("sessions", "note", "acme", "headcount", "two are leaving")
	follows(do("sessions", "export", "acme"))
	do("sessions", "branch", "acme", "--name", "beta")
	do("sessions", "archive", "beta")
	follows(do("sessions", "export", "beta"))
	do("raci", "acme", "--set", "product-technology.cfo=A")
	follows(do("sessions", "export", "acme"))
	do("plan", "acme", "--cost", "cto=EUR 150000-200000/year", "--keep")
	follows(do("sessions", "export", "acme"))
	if len(forms) != newestTransfer {
		t.Errorf("forms %v of %d were tried", forms, newestTransfer)
	}
	for line := range strings.Lines(do("store", "rescue")) {
		follows(line)
	}
}

// A session is described in the same words wherever it is printed.
func TestAnExportIsDescribedAsItsParts(t *testing.T) {
	read := func(name string) (doc struct {
		Properties struct {
			Session struct{ Properties, Required any }
			Events  struct{ Items any }
		}
		Items any
		Defs  map[string]any `json:"$defs"`
	}, whole struct{ Properties, Required any }) {
		if err := errors.Join(json.Unmarshal(report.Schema(name), &doc), json.Unmarshal(report.Schema(name), &whole)); err != nil {
			t.Fatal(err)
		}
		return doc, whole
	}
	export, _ := read("export")
	history, _ := read("history")
	session, whole := read("session")
	if !reflect.DeepEqual(export.Properties.Session, whole) || !reflect.DeepEqual(export.Properties.Events.Items, history.Items) {
		t.Error("export describes session or events in other words: copy them from there")
	}
	for _, defs := range []map[string]any{history.Defs, session.Defs} {
		for name, want := range defs {
			if !reflect.DeepEqual(export.Defs[name], want) {
				t.Errorf("export defines %s in other words", name)
			}
		}
	}
}

// inOneStore runs commands that have to succeed, all on one store of their own.
func inOneStore(t *testing.T) func(args ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "sessions.db")
	return func(args ...string) string {
		t.Helper()
		stdout, stderr, code := ran(t, append(args, "--store", path)...)
		if code != 0 {
			t.Fatalf("%q: exit code %d: %s", args, code, stderr)
		}
		return stdout
	}
}
