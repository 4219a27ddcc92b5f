package advisor

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"remit/model"
)

// Each case of testdata/faults changes the minimal framework and names the faults
// that it then has. The format is that of a patch:
//
//	== the name of the case
//	- lines that are there, once
//	+ lines in their place; without - lines they come at the end
//	! a fault, in the order of the files
//	? a piece of its cure
//
// ¶ in the new lines marks the place of a fault and is taken out: the first mark
// belongs to the first fault that has a place, and so on.
func TestFaults(t *testing.T) {
	files, err := filepath.Glob("testdata/faults/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		for _, c := range readFaultCases(t, file) {
			t.Run(strings.TrimSuffix(filepath.Base(file), ".txt")+"/"+c.name, c.check)
		}
	}
}

// All faults are told at once, in the order in which they stand.
func TestAllFaultsAtOnce(t *testing.T) {
	text := MinimalFramework
	var want []string
	for _, file := range []string{"values.txt", "references.txt", "bands.txt"} {
		c := readFaultCases(t, "testdata/faults/"+file)[0]
		text = strings.Replace(text, c.old, strings.ReplaceAll(c.new, "¶", ""), 1)
		want = append(want, c.faults...)
	}
	_, err := Load(oneFile(text))
	faults, _ := errors.AsType[model.Faults](err)
	var got []string
	last := 0
	for _, f := range faults {
		got = append(got, f.What)
		line := 0
		if _, err := fmt.Sscanf(f.Where, "framework.yaml:%d", &line); err != nil || line < last {
			t.Errorf("%s comes after line %d", f.Where, last)
		}
		last = line
	}
	for _, w := range want {
		if !strings.Contains("\n"+strings.Join(got, "\n")+"\n", "\n"+w+"\n") {
			t.Errorf("not told: %s", w)
		}
	}
	if len(got) != len(want) {
		t.Errorf("told:\n%v", err)
	}
}

// The first two hundred faults are told, the rest is counted.
func TestFaultsAreCounted(t *testing.T) {
	text := MinimalFramework + strings.Repeat("  - {id: Loud, title: x, publisher: x, year: 1999}\n", 1000)
	_, err := Load(oneFile(text))
	faults, _ := errors.AsType[model.Faults](err)
	if len(faults) != 201 || faults[200].What != "800 more faults are not listed" {
		t.Errorf("%d faults, the last: %v", len(faults), faults[len(faults)-1])
	}
}

type faultCase struct {
	base           string // what the case changes
	name, old, new string
	faults, cures  []string
}

func readFaultCases(t *testing.T, file string) []faultCase {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var cases []faultCase
	for i, line := range strings.Split(string(data), "\n") {
		if name, ok := strings.CutPrefix(line, "== "); ok {
			cases = append(cases, faultCase{base: MinimalFramework, name: name})
			continue
		}
		if line == "" || line[0] == '#' {
			continue
		}
		if len(cases) == 0 {
			t.Fatalf("%s:%d: before the first case", file, i+1)
		}
		c := &cases[len(cases)-1]
		rest := ""
		if len(line) > 2 {
			rest = line[2:]
		}
		switch line[0] {
		case '-':
			c.old += rest + "\n"
		case '+':
			c.new += rest + "\n"
		case '!':
			c.faults = append(c.faults, rest)
		case '?':
			c.cures = append(c.cures, rest)
		default:
			t.Fatalf("%s:%d: a line begins with == - + ! ? or #", file, i+1)
		}
	}
	return cases
}

func (c faultCase) check(t *testing.T) {
	if c.old != "" && strings.Count(c.base, c.old) != 1 {
		t.Fatalf("what it changes is there %d times:\n%s", strings.Count(c.base, c.old), c.old)
	}
	text, places := c.text()
	_, err := Load(oneFile(text))
	faults, ok := errors.AsType[model.Faults](err)
	if !ok {
		t.Fatalf("want faults, got %v", err)
	}
	var told, at []string
	cures := ""
	for _, f := range faults {
		if f.Kind != model.KindInvalid {
			t.Errorf("kind %d: %v", f.Kind, f)
		}
		told = append(told, f.What)
		if strings.Contains(f.Where, ":") {
			at = append(at, f.Where)
		}
		cures += f.Cure + "\n"
	}
	compareLists(t, "faults", told, c.faults)
	compareLists(t, "places", at, places)
	for _, cure := range c.cures {
		if !strings.Contains(cures, cure) {
			t.Errorf("no cure says %q:\n%s", cure, cures)
		}
	}
}

// text is what the case changes with the fault, and the places that are marked.
func (c faultCase) text() (text string, places []string) {
	if c.old == "" {
		return takeMarks(c.base + c.new)
	}
	return takeMarks(strings.Replace(c.base, c.old, c.new, 1))
}

func compareLists(t *testing.T, what string, got, want []string) {
	t.Helper()
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%s:\n got %s\nwant %s", what, strings.Join(got, "\n     "), strings.Join(want, "\n     "))
	}
}

// takeMarks takes the marks out of a text and gives their places.
func takeMarks(text string) (plain string, places []string) {
	var b strings.Builder
	line, column := 1, 1
	for _, r := range text {
		if r == '¶' {
			places = append(places, fmt.Sprintf("framework.yaml:%d:%d", line, column))
			continue
		}
		b.WriteRune(r)
		if column++; r == '\n' {
			line, column = line+1, 1
		}
	}
	return b.String(), places
}

// Nothing in a framework is idle: take out any one line, and there is a fault;
// but for the few lines that may be left out.
func TestEveryLineCounts(t *testing.T) {
	mayGo := map[string]bool{
		"":               true,
		"    for: [cto]": true, "    for: [both]": true, "    for: [vcio]": true, "    for: [cto, vcio]": true,
		"    when: {technology: support}":                 true, // of a row
		"    when: {technology: product}":                 true, // of a misfit that is about one structure
		"      technology: [part, support]":               true, // one condition of two
		"      headcount: {at_least: 100, at_most: 1000}": true, // the other
	}
	lines := strings.Split(MinimalFramework, "\n")
	for i, line := range lines {
		text := strings.Join(append(append([]string{}, lines[:i]...), lines[i+1:]...), "\n")
		_, err := Load(oneFile(text))
		if (err == nil) != mayGo[line] {
			t.Errorf("without line %d, %q: %v", i+1, line, err)
		}
	}
}
