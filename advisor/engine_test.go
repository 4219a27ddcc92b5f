package advisor

import (
	"testing"

	"remit/model"
)

func loadedEngine(t testing.TB) *Engine {
	t.Helper()
	f, err := Load(BuiltinFS())
	if err != nil {
		t.Fatal(err)
	}
	e, err := New(f)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

var _ = model.CTO
