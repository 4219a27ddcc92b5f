package main

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"remit/advisor"
	"remit/cli"
)

// The README is a promise: its commands run, and its figures are those counted.

func TestReadmeCommandsRun(t *testing.T) {
	text := readme(t)
	ran := 0
	for _, line := range regexp.MustCompile(`(?m)^go run \. (.+)$`).FindAllStringSubmatch(text, -1) {
		args := strings.Fields(strings.Split(line[1], "#")[0])
		if len(args) == 0 {
			continue // the app itself, which other tests drive
		}
		var stdout, stderr bytes.Buffer
		code := cli.Main(t.Context(), cli.Env{Args: args, Stdin: strings.NewReader(""), Stdout: &stdout, Stderr: &stderr,
			Getenv: func(string) string { return "" }, Now: time.Now})
		if code != 0 || stdout.Len() == 0 {
			t.Errorf("remit %s: exit code %d, %s", strings.Join(args, " "), code, &stderr)
		}
		ran++
	}
	if ran < 5 {
		t.Errorf("found only %d commands in the README", ran)
	}
}

func TestReadmeStatesTheAgreement(t *testing.T) {
	text := readme(t)
	firstTwo, total := 0, 0
	for _, g := range advisor.Builtin().Framework().Agreement.Cases {
		firstTwo, total = firstTwo+g.FirstTwo, total+g.Total
		row := fmt.Sprintf("| %d (%d %%) |", g.Agree, 100*g.Agree/g.Total)
		for _, l := range g.ByLabel {
			row += fmt.Sprintf(" %d of %d |", l.Agree, l.Total)
		}
		if !strings.Contains(text, row) {
			t.Errorf("%s: the README has no row %q", g.Title, row)
		}
	}
	if want := fmt.Sprintf("first or second in %d of %d", firstTwo, total); !strings.Contains(text, want) {
		t.Errorf("the README does not say %q", want)
	}
}

func readme(t *testing.T) string {
	t.Helper()
	b, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
