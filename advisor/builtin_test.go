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

var writeSnapshot = flag.Bool("snapshot", false, "write builtin.json anew from the files in framework")

// The built-in framework has no fault, and the snapshot that remit starts from is
// what its files say. After a change of the files run go generate ./advisor.
func TestSnapshot(t *testing.T) {
	want, err := Load(BuiltinFS())
	if err != nil {
		t.Fatalf("the built-in framework has faults:\n%v", err)
	}
	if *writeSnapshot {
		data, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile("builtin.json", append(data, '\n'), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	decoder := json.NewDecoder(strings.NewReader(snapshot))
	decoder.DisallowUnknownFields()
	var got model.Framework
	if err := decoder.Decode(&got); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(&got, want) {
		t.Error("builtin.json is not what the files in framework say; run go generate ./advisor")
	}
}

// Everybody shares one framework.
func TestBuiltinFrameworkIsShared(t *testing.T) {
	if builtinFramework() != builtinFramework() {
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
