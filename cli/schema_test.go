package cli

import (
	"path/filepath"
	"slices"
	"testing"

	"remit/model/schematest"
	"remit/report"
)

// What commands print for programs is described, field by field, by the schema that
// remit framework schema prints.
func TestWhatIsPrintedForProgramsFollowsItsSchema(t *testing.T) {
	path := filepath.Join(t.TempDir(), "sessions.db")
	do := func(args ...string) string {
		t.Helper()
		stdout, stderr, code := ran(t, append(args, "--store", path)...)
		if code != 0 {
			t.Fatalf("%q: exit code %d: %s", args, code, stderr)
		}
		return stdout
	}
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
