package cli

import (
	"bytes"
	"context"
	"flag"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"remit/advisor"
	"remit/report"
)

var update = flag.Bool("update", false, "rewrite the published schema of answer files")

// ran runs one command line with files of the examples at hand.
func ran(t *testing.T, args ...string) (stdout, stderr string, code int) {
	t.Helper()
	var out, err bytes.Buffer
	code = Main(context.Background(), Env{Args: args, Stdin: strings.NewReader(""), Stdout: &out, Stderr: &err,
		Getenv: func(string) string { return "" }, Now: func() time.Time { return time.Unix(0, 0) }})
	return out.String(), err.String(), code
}

func TestTheExamplesSayWhatTheReadmeSays(t *testing.T) {
	for _, c := range []struct {
		args string
		code int
		want string
	}{
		{"advise ../examples/dental-group.yaml", 0, "Recommended: Virtual CIO"},
		{"advise ../examples/software-company.yaml", 0, "Recommended: CTO only"},
		{"advise ../examples/partial.json", 0, "What is not known"},
		{"next ../examples/partial.json", 0, "why now:"},
		{"next ../examples/dental-group.yaml", 0, "decided"},
		{"advise --batch ../examples/batch.ndjson", 3, `{"line":3,"id":"typing error","error":`},
	} {
		stdout, stderr, code := ran(t, strings.Fields(c.args)...)
		if code != c.code || !strings.Contains(stdout, c.want) {
			t.Errorf("remit %s: exit code %d, output %.300s %s", c.args, code, stdout, stderr)
		}
	}
}

func TestThePublishedAnswersSchemaIsThatOfTheFramework(t *testing.T) {
	const path = "../report/schema/answers.schema.json"
	want := report.AnswersSchema(advisor.Builtin().Framework())
	if *update {
		if err := os.WriteFile(path, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is not that of the built-in framework; go test ./cli -run Schema -update writes it anew", path)
	}
}

func TestWithoutAFileNobodyWaitsForATerminal(t *testing.T) {
	for _, command := range []string{"advise", "next"} {
		var err bytes.Buffer
		code := Main(context.Background(), Env{Args: []string{command}, Stdin: neverRead{t}, InTerminal: true,
			Stdout: io.Discard, Stderr: &err, Getenv: func(string) string { return "" }, Now: time.Now})
		if code != 2 || !strings.Contains(err.String(), "Name a file") {
			t.Errorf("%s: exit code %d, %s", command, code, &err)
		}
	}
}

type neverRead struct{ t *testing.T }

func (n neverRead) Read([]byte) (int, error) {
	n.t.Error("the terminal was read")
	return 0, io.EOF
}
