package cli

import (
	"strings"
	"testing"

	"remit/model"
)

func TestANameMustShow(t *testing.T) {
	for text, want := range map[string]bool{
		"": true, "  ": true, "\t\n": true, "\u00a0": true, "\u3000": true, "\u200b": true, "\u200d": true, "\ufe0f": true,
		"\u3164": true, "\u2800": true, "\u034f": true, "\x1b": true,
		"a": false, " é ": false, "漢": false, "7": false, "-": false, "👩‍👧": false,
	} {
		if got := blank(text); got != want {
			t.Errorf("blank(%q) = %v", text, got)
		}
	}
}

func TestNamesAreKeptWholeOrNotAtAll(t *testing.T) {
	most := strings.Repeat("é", model.MaxName/2)
	for _, c := range []struct {
		in   about
		want about
		ok   bool
	}{
		{about{}, about{}, true},
		{about{name: " Acme ", client: "\x1b[31mred"}, about{name: "Acme", client: "red"}, true},
		{about{name: most}, about{name: most}, true},
		{about{name: most + "x"}, about{}, false},
		{about{name: "Acme", client: most + "x"}, about{}, false},
		{about{name: "Acme", asked: most + "x"}, about{}, false},
		{about{name: " "}, about{}, false},
		{about{name: "\u3164"}, about{}, false},
	} {
		got, err := c.in.checked()
		if (err == nil) != c.ok || c.ok && got != c.want {
			t.Errorf("%.20q: %.20q, %v", c.in, got, err)
		}
		if err != nil && model.KindOf(err) != model.KindUsage {
			t.Errorf("%.20q: kind %d", c.in, model.KindOf(err))
		}
	}
}

// A name that cannot be kept is asked for again.
func TestTheNameIsAskedUntilItFits(t *testing.T) {
	in := strings.Repeat("x", model.MaxName+1) + "\n" + strings.Repeat("x", model.MaxText+1) + "\nAcme\n1\nquit\n"
	env, stdout, stderr := world(t, in, "interview", "--plain")
	env.InTerminal = true
	if code := Main(t.Context(), env); code != 0 {
		t.Fatalf("exit code %d: %s", code, stderr)
	}
	if n := strings.Count(stdout.String(), "too long for a name"); n != 2 {
		t.Errorf("told %d times that a name is too long, want 2", n)
	}
	if !strings.Contains(stdout.String(), `saved in session "Acme": 1 of 16 answered`) {
		t.Errorf("it is not saved under its name:\n%s", stdout)
	}
}
