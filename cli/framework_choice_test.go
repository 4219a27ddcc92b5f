package cli

import (
	"os"
	"path/filepath"
	"testing"

	"remit/advisor"
)

// A setting that has gone bad keeps nobody out of the terminal app: the built-in
// framework judges for the whole run, and why is kept to be shown.
func TestTheAppStartsWithoutTheFrameworkThatWasSet(t *testing.T) {
	for name, text := range map[string]string{
		"a directory that is gone": "framework: /nowhere/at/all\n",
		"no settings at all":       "\x00\x01",
	} {
		t.Run(name, func(t *testing.T) {
			env, _, _, stderr := settled(t, text)
			a := &app{env: env, err: &writer{to: env.Stderr}}
			for range 2 { // once before a session is made, once before the app is shown
				engine, inUse, err := a.engineToTalk()
				if err != nil || engine != advisor.Builtin() || inUse != "" || a.unusable == nil {
					t.Fatalf("%v, in use %q, unusable: %v", err, inUse, a.unusable)
				}
			}
			if engine, err := a.engine(); err != nil || engine != advisor.Builtin() {
				t.Errorf("the rest of the run judges by something else: %v", err)
			}
			if stderr.Len() > 0 {
				t.Errorf("the terminal that is about to be drawn on is written to: %s", stderr)
			}
		})
	}
}

// What is named for this very run is refused, not replaced, and a framework that is fine
// is used and named.
func TestTheAppTakesWhatIsNamedOrNothing(t *testing.T) {
	env, _, _, _ := settled(t, "framework: /nowhere/at/all\n")
	a := &app{env: env, framework: filepath.Join(t.TempDir(), "none")}
	if _, _, err := a.engineToTalk(); err == nil || a.unusable != nil {
		t.Errorf("a framework that is not there is used: %v", err)
	}
	dir := filepath.Join(t.TempDir(), "mine")
	if err := os.CopyFS(dir, advisor.BuiltinFS()); err != nil {
		t.Fatal(err)
	}
	a = &app{env: env, framework: dir, flagged: true}
	if _, inUse, err := a.engineToTalk(); err != nil || inUse == "" || a.unusable != nil {
		t.Errorf("%v, in use %q, unusable: %v", err, inUse, a.unusable)
	}
}
