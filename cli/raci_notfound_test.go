package cli

import "testing"

// What the matrix does not have is not found, whichever kind of thing it is.
func TestWhatTheMatrixDoesNotHaveIsNotFound(t *testing.T) {
	for _, args := range [][]string{
		{"--role", "wizard"}, {"--topic", "wizardry"}, {"--set", "wizardry.cto=A"}, {"--set", "what-to-build.wizard=A"}, {"--unset", "wizardry.cto"},
	} {
		if _, stderr, code := ran(t, append([]string{"raci", "../examples/dental-group.yaml"}, args...)...); code != 66 {
			t.Errorf("%q: exit code %d, %s", args, code, stderr)
		}
	}
}
