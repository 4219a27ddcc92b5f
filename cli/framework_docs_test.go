package cli

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// docs/frameworks.md is a promise: its commands run in the order in which they
// stand, they print what is shown, and its YAML is that of the example.

func TestTheFrameworkGuideIsTrue(t *testing.T) {
	guide := readText(t, "../docs/frameworks.md")
	example, err := filepath.Abs(hospitalDir)
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	home := t.TempDir()
	blocks := regexp.MustCompile("(?s)```console\n(.*?)```").FindAllStringSubmatch(guide, -1)
	if len(blocks) < 6 {
		t.Fatalf("found only %d blocks of commands", len(blocks))
	}
	for i, block := range blocks {
		for _, step := range strings.Split("\n"+block[1], "\n$ ")[1:] {
			command, shown, _ := strings.Cut(step, "\n")
			runStep(t, home, command, shown)
		}
		if i == 0 { // what the reader types between the first commands and the next
			for _, name := range []string{"framework.yaml", ownFile} {
				text := readText(t, filepath.Join(example, name))
				if err := os.WriteFile(filepath.Join("hospital", name), []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}

// runStep runs one command and looks for what the guide shows of its output.
func runStep(t *testing.T, home, command, shown string) {
	t.Helper()
	args := strings.Fields(command)
	switch args[0] {
	case "rm":
		if err := os.Remove(args[1]); err != nil {
			t.Fatal(err)
		}
		return
	case "remit":
	default:
		t.Fatalf("the guide runs %q, which this test cannot", args[0])
	}
	var out, complaint bytes.Buffer
	code := Main(context.Background(), Env{Args: args[1:], Stdin: strings.NewReader(""), Stdout: &out, Stderr: &complaint, DataHome: home, ConfigHome: home,
		Getenv: func(string) string { return "" }, Now: func() time.Time { return time.Unix(1_800_000_000, 0) }})
	if code != 0 {
		t.Fatalf("%s: exit code %d, %s", command, code, &complaint)
	}
	rest := out.String()
	for line := range strings.Lines(shown) {
		for piece := range strings.SplitSeq(strings.TrimSpace(line), "…") {
			_, after, ok := strings.Cut(rest, piece)
			if !ok {
				t.Errorf("%s does not print %q in its place:\n%.1500s", command, piece, &out)
				return
			}
			rest = after
		}
	}
}

func TestTheYAMLOfTheFrameworkGuideIsThatOfTheExample(t *testing.T) {
	guide := readText(t, "../docs/frameworks.md")
	example := readText(t, filepath.Join(hospitalDir, "framework.yaml")) + readText(t, filepath.Join(hospitalDir, ownFile))
	blocks := regexp.MustCompile("(?s)```yaml\n(.*?)```").FindAllStringSubmatch(guide, -1)
	if len(blocks) < 3 {
		t.Fatalf("found only %d blocks of YAML", len(blocks))
	}
	for _, block := range blocks {
		if !strings.Contains(example, block[1]) {
			t.Errorf("the example does not say\n%s", block[1])
		}
	}
}

func readText(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
