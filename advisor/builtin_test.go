package advisor

import (
	"encoding/json"
	"flag"
	"os"
	"reflect"
	"strings"
	"testing"

	"remit/model"
)

var writeSnapshot = flag.Bool("snapshot", false, "write the snapshots anew from the files in framework")

// The built-in framework has no fault, and the snapshot that remit starts from is
// what its files say. After a change of the files run go generate ./advisor.
func TestSnapshot(t *testing.T) {
	want, err := Load(BuiltinFS())
	if err != nil {
		t.Fatalf("the built-in framework has faults:\n%v", err)
	}
	if *writeSnapshot {
		writeJSON(t, "builtin.json", want)
		writeJSON(t, "builtin-annex.json", want.Annex)
		writeJSON(t, "builtin-playbook.json", want.Playbook)
		return
	}
	var got model.Framework
	readJSON(t, snapshot, &got)
	readJSON(t, snapshotAnnex, &got.Annex)
	readJSON(t, snapshotPlaybook, &got.Playbook)
	if !reflect.DeepEqual(&got, want) {
		t.Error("the snapshots are not what the files in framework say; run go generate ./advisor")
	}
}

func writeJSON(t *testing.T, name string, v any) {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, append(data, '\n'), 0o644); err != nil {
		t.Fatal(err)
	}
}

func readJSON(t *testing.T, text string, v any) {
	t.Helper()
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(v); err != nil {
		t.Fatal(err)
	}
}

// Everybody shares one framework.
func TestBuiltinFrameworkIsShared(t *testing.T) {
	one, two := builtinFramework(), builtinFramework()
	if one != two {
		t.Error("two calls give two frameworks")
	}
}

func BenchmarkLoadFiles(b *testing.B) {
	for b.Loop() {
		if _, err := Load(BuiltinFS()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLoadSnapshot(b *testing.B) {
	for b.Loop() {
		var f model.Framework
		if err := json.Unmarshal([]byte(snapshot), &f); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLoadAnnex(b *testing.B) {
	for b.Loop() {
		var a model.Annex
		if err := json.Unmarshal([]byte(snapshotAnnex), &a); err != nil {
			b.Fatal(err)
		}
	}
}
