package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"remit/advisor"
)

func TestTheSampleIsAnHonestSheet(t *testing.T) {
	if err := advisor.Builtin().Framework().Check(sample()); err != nil {
		t.Error(err)
	}
}

func TestTheDemoLeavesNothingBehind(t *testing.T) {
	env, stdout, stderr := world(t, "", "demo")
	if code := Main(t.Context(), env); code != 0 {
		t.Fatalf("exit code %d: %s", code, stderr)
	}
	if !strings.Contains(stdout.String(), "nothing was saved") {
		t.Error("it does not say that nothing was saved")
	}
	home := env.Getenv("HOME")
	if left, err := filepath.Glob(filepath.Join(home, "*")); err != nil || len(left) > 0 {
		t.Errorf("left in %s: %q, %v", home, left, err)
	}
	if left, err := filepath.Glob(filepath.Join(home, ".*")); err != nil || len(left) > 0 {
		t.Errorf("left in %s: %q, %v", home, left, err)
	}
	if _, err := os.Stat(home); err != nil {
		t.Error(err)
	}
}
