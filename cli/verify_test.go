package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"remit/advisor"
	"remit/model/schematest"
	"remit/report"
)

// mine writes the built-in framework out, with other laws.
func mine(t *testing.T, laws string) (dir string) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "my frame")
	if err := os.CopyFS(dir, advisor.BuiltinFS()); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "laws.yaml"), []byte(laws), 0o600); err != nil {
		t.Fatal(err)
	}
	return dir
}

const brokenLaws = `laws:
  - {id: no-cio, title: Never a CIO, never: [cio], when: {technology: support}, because: For the test.}
  - {id: stay-small, title: More people keep the virtual CIO, rising: headcount, keeps: [vcio], because: For the test.}
  - {id: fine, title: Never two leaders where none can be paid, never: [both], when: {seats: {at_most: 0}}, because: It holds.}
`

func TestTheBuiltInFrameworkHolds(t *testing.T) {
	long, _, code := ran(t, "framework", "verify")
	if code != 0 || !strings.Contains(long, "Proven:") {
		t.Fatalf("exit code %d:\n%s", code, long)
	}
	if testing.Short() {
		return // the same sweep of the whole space, twice more
	}
	if short, _, code := ran(t, "verify"); code != 0 || short != long {
		t.Errorf("remit verify says something else:\n%s", short)
	}
	stdout, _, _ := ran(t, "verify", "--format", "json")
	follows(t, schematest.Compile(t, report.Schema("verify")), []byte(stdout))
}

// What is printed to paste does what it says: each example leads where it should.
func TestExamplesLeadWhereTheySay(t *testing.T) {
	if testing.Short() {
		t.Skip("short: sweeps the whole space")
	}
	dir := mine(t, brokenLaws)
	stdout, stderr, code := ran(t, "verify", dir)
	if code != 4 || !strings.Contains(stderr, "2 laws are broken") {
		t.Fatalf("exit code %d, %s", code, stderr)
	}
	tried := 0
	lines := strings.Split(stdout, "\n")
	for i, line := range lines {
		paste, ok := strings.CutPrefix(line, "    remit ")
		if !ok {
			continue
		}
		said := lines[i-1]
		f := advisor.Builtin().Framework()
		for _, s := range f.Structures {
			if !strings.HasPrefix(said, "- "+s.Title) && !strings.HasSuffix(said, "the advice is "+s.Title+":") && !strings.HasSuffix(said, "becomes "+s.Title+":") {
				continue
			}
			args := strings.Fields(strings.Replace(paste, "'"+dir+"'", "DIR", 1))
			args[slices.Index(args, "DIR")] = dir
			args = append(args, "--format", "json") // text gives no recommendation where nothing is known
			if advice, stderr, code := ran(t, args...); code != 0 || !strings.Contains(advice, `"recommendation": "`+s.ID.String()+`"`) {
				t.Errorf("%s\n%s does not lead there: %d, %s", said, paste, code, stderr)
			}
			tried++
		}
	}
	if tried < 8 {
		t.Errorf("only %d examples were tried in\n%s", tried, stdout)
	}
	stdout, _, code = ran(t, "verify", dir, "--format", "json")
	follows(t, schematest.Compile(t, report.Schema("verify")), []byte(stdout))
	var doc struct{ Holds bool }
	if err := json.Unmarshal([]byte(stdout), &doc); err != nil || doc.Holds || code != 4 {
		t.Errorf("exit code %d, holds %v, %v", code, doc.Holds, err)
	}
}

// A playbook that puts into one hand what it keeps apart is told so, with a sheet on
// which it happens.
func TestABrokenPlaybookIsShownOnASheet(t *testing.T) {
	if testing.Short() {
		t.Skip("short: sweeps the whole space")
	}
	dir := filepath.Join(t.TempDir(), "mine")
	if err := os.CopyFS(dir, advisor.BuiltinFS()); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "activities.yaml")
	text := readText(t, path)
	apart := strings.Index(text, "\nseparations:\n") + len("\nseparations:\n")
	const never = `
  - id: strategy-and-running
    title: Planning, and running
    one: {activity: it-strategy, letter: A}
    others: [{activity: office-platform, letter: A}]
    when: {technology: support, regulation: light}
    because: For the test.
    sources: [dora]
`
	if err := os.WriteFile(path, []byte(text[:apart]+never+text[apart:]), 0o600); err != nil {
		t.Fatal(err)
	}
	stdout, stderr, code := ran(t, "verify", dir, "--format", "json")
	if code != 4 || !strings.Contains(stderr, "1 claim about the playbook is broken") {
		t.Fatalf("exit code %d, %s", code, stderr)
	}
	follows(t, schematest.Compile(t, report.Schema("verify")), []byte(stdout))
	var doc struct {
		Playbook struct {
			Broken []struct {
				Claim, Recommendation string
				Answers               map[string]any
			}
		}
	}
	if err := json.Unmarshal([]byte(stdout), &doc); err != nil {
		t.Fatal(err)
	}
	b := doc.Playbook.Broken[0]
	args := []string{"advise", "--framework", dir, "--format", "json"}
	for question, answer := range b.Answers {
		args = append(args, "--set", fmt.Sprint(question, "=", answer))
	}
	advice, stderr, code := ran(t, args...)
	if code != 0 || !strings.Contains(advice, `"recommendation": "`+b.Recommendation+`"`) || b.Answers["regulation"] != "light" {
		t.Errorf("%v: exit code %d, %s\n%.400s", b, code, stderr, advice)
	}
	if text, _, _ := ran(t, "verify", dir); !strings.Contains(text, "BROKEN: kept apart: Planning, and running") {
		t.Errorf("the report does not say so:\n%s", text)
	}
}

func TestProvingEndsWhenToldTo(t *testing.T) {
	env, _, stderr := world(t, "", "verify")
	ctx, end := context.WithCancelCause(t.Context())
	end(interrupted{syscall.SIGINT})
	if got := Main(ctx, env); got != 130 || stderr.Len() > 0 {
		t.Errorf("exit code %d, %s; want 130 without a word", got, stderr)
	}
}

func TestTheBarAppearsLateAndLeavesNoTrace(t *testing.T) {
	var b bytes.Buffer
	quick := &bar{w: &b, what: "proving"}
	quick.start(nil, nil)
	quick.stop()
	if b.Len() > 0 {
		t.Errorf("work that is done at once wrote %q", &b)
	}
	first, ticks := make(chan time.Time), make(chan time.Time)
	slow := &bar{w: &b, what: "proving"}
	slow.start(first, ticks)
	first <- time.Time{}
	ticks <- time.Time{} // taken only after the first was drawn
	slow.set(0.5)
	ticks <- time.Time{}
	slow.stop()
	if got := b.String(); !strings.Contains(got, "  0%") || !strings.HasSuffix(got, "\r\x1b[K") {
		t.Errorf("got %q", got)
	}
}
