package cli

import (
	"strings"
	"testing"
)

// Who reads the rules learns first how well they fit, and in the end what they
// promise.
func TestAFrameworkTellsHowItFares(t *testing.T) {
	env, stdout, _ := world(t, "", "framework", "show")
	if got := Main(t.Context(), env); got != 0 {
		t.Fatalf("exit code %d", got)
	}
	text, at := strings.Join(strings.Fields(stdout.String()), " "), -1
	for _, part := range []string{"How it compares with published cases", "not as how well they foresee", "Questions ---",
		"What holds for every company", "Sources ---"} {
		i := strings.Index(text, part)
		if i < at || i < 0 {
			t.Errorf("%q is missing or comes too early", part)
		}
		at = i
	}
}
