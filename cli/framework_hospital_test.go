package cli

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"remit/advisor"
)

// The example framework is the built-in one with a head and a file of its own. What
// it has in common with the built-in one follows it: after a change there run
// go test ./cli -run Hospital -update.

const hospitalDir = "../examples/hospital"

const hospitalHead = `format: 1
id: hospital
version: 1.0.0
title: Who leads technology in a hospital
summary: >-
  The built-in framework of remit with what hospitals add: one question, three rules, a law and a few parts of the playbook, all in wards.yaml.
  An example to learn from, not evidence about hospitals.
`

// ownFile is the one that is written by hand.
const ownFile = "wards.yaml"

// hospitalFiles gives all files but ownFile as they have to be.
func hospitalFiles(t *testing.T) map[string][]byte {
	t.Helper()
	all, err := frameworkFiles()
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, f := range all {
		switch f.name {
		case "agreement.yaml": // it counts the built-in rules
		case "framework.yaml":
			_, rest, ok := bytes.Cut(f.data, []byte("\n\n"))
			if !ok {
				t.Fatal("the head of framework.yaml does not end with an empty line")
			}
			files[f.name] = []byte(editorLine + hospitalHead + "\n" + string(rest))
		default:
			files[f.name] = f.data
		}
	}
	return files
}

func TestHospitalFollowsTheBuiltinFramework(t *testing.T) {
	want := hospitalFiles(t)
	if *update {
		for name, data := range want {
			if err := os.WriteFile(filepath.Join(hospitalDir, name), data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	entries, err := os.ReadDir(hospitalDir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if _, known := want[e.Name()]; !known && e.Name() != ownFile {
			t.Errorf("%s is neither of the built-in framework nor %s", e.Name(), ownFile)
		}
	}
	for name, data := range want {
		got, err := os.ReadFile(filepath.Join(hospitalDir, name))
		if errors.Is(err, fs.ErrNotExist) || err == nil && !bytes.Equal(got, data) {
			t.Errorf("%s is not as in the built-in framework; go test ./cli -run Hospital -update writes it anew", name)
		} else if err != nil {
			t.Fatal(err)
		}
	}
}

// What the example promises holds for every hospital that could answer.
func TestHospitalHolds(t *testing.T) {
	engine, err := readFramework(hospitalDir)
	if err != nil {
		t.Fatal(err)
	}
	v, err := engine.Verify(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if !v.Holds() {
		t.Errorf("verification found:\nrules %v\nquestions %v\nrows %v\ndissents %v\nlaws %+v", v.Rules, v.Questions, v.Rows, v.Dissents, v.Laws)
	}
	book, err := engine.VerifyPlaybook(t.Context(), nil)
	if err != nil || !book.Holds() {
		t.Errorf("of the playbook: %+v, %v", book, err)
	}
}

// The example adds what its document says, and takes nothing away but the count of
// agreement.
func TestHospitalAddsWhatItsGuideSays(t *testing.T) {
	hospital, err := readFramework(hospitalDir)
	if err != nil {
		t.Fatal(err)
	}
	got := strings.Join(tallied(differences(contentsOf(advisor.Builtin()), contentsOf(hospital))), ", ")
	want := "its name or summary changed, 1 question added, 3 rules added, 1 law added, 2 sources added, 2 agreement counts removed, " +
		"1 role added, 1 activity added, 1 separation added, 1 charter added, 1 practice added, 1 cost added, 1 explanation added"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
