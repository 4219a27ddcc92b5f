package cli

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"remit/model"
	"remit/store"
)

// A session that stands in a file twice is refused with both places, whether it is the same
// both times or not: nothing says which of the two is meant.
func TestASessionTwiceInAFileIsNamed(t *testing.T) {
	home := t.TempDir()
	from, file := filepath.Join(home, "from.db"), filepath.Join(home, "all.jsonl")
	var all strings.Builder
	export := func(name string) {
		stdout, stderr, code := ran(t, "sessions", "export", name, "--store", from)
		if code != 0 {
			t.Fatal(stderr)
		}
		all.WriteString(stdout + "\n")
	}
	do := func(args ...string) {
		if _, stderr, code := ran(t, append(args, "--store", from)...); code != 0 {
			t.Fatal(stderr)
		}
	}
	do("sessions", "new", "--name", "Bakery")
	do("sessions", "new", "--name", "Harbour")
	export("Harbour")
	export("Bakery")
	for _, later := range []bool{false, true} {
		if later {
			do("sessions", "set", "Harbour", "headcount=40")
		}
		kept := all.String()
		export("Harbour")
		if err := os.WriteFile(file, []byte(all.String()), 0o600); err != nil {
			t.Fatal(err)
		}
		all.Reset()
		all.WriteString(kept)
		to := filepath.Join(home, "to.db")
		_, stderr, code := ran(t, "store", "import", file, "--store", to)
		if code != 65 || !strings.Contains(stderr, "sessions 1 and 3") || !strings.Contains(stderr, "Harbour") {
			t.Errorf("later %t: exit code %d, %s", later, code, stderr)
		}
		if _, err := os.Stat(to); err == nil {
			t.Error("something was imported")
		}
	}
}

// later runs remit on a computer of which the clock is years ahead, and gives its output.
func later(t *testing.T, args ...string) string {
	t.Helper()
	env, stdout, stderr := world(t, "", args...)
	now := env.Now().AddDate(3, 0, 0)
	env.Now = func() time.Time { return now }
	if code := Main(t.Context(), env); code != 0 {
		t.Fatalf("%q: exit code %d: %s", args, code, stderr)
	}
	return stdout.String()
}

// A session from a computer whose clock is ahead keeps no other from coming in, and who
// has it is told what to do.
func TestASessionDatedInTheFutureIsLeftOutByName(t *testing.T) {
	home := t.TempDir()
	t.Chdir(home)
	from, file, to := filepath.Join(home, "from.db"), "all.jsonl", filepath.Join(home, "to.db")
	later(t, "sessions", "new", "--name", "Tomorrow", "--store", from)
	ahead := later(t, "sessions", "export", "Tomorrow", "--store", from)
	if _, stderr, code := ran(t, "sessions", "new", "--name", "Harbour", "--store", from); code != 0 {
		t.Fatal(stderr)
	}
	sound, _, _ := ran(t, "sessions", "export", "Harbour", "--store", from)
	write(t, file, ahead+sound)
	stdout, stderr, code := ran(t, "store", "import", file, "--store", to)
	if code != 3 || !strings.Contains(stdout+stderr, "1 session") || !strings.Contains(stderr, "Tomorrow") || !strings.Contains(stderr, "clock") {
		t.Errorf("exit code %d: %s%s", code, stdout, stderr)
	}
	if list, _, _ := ran(t, "sessions", "list", "--store", to); !strings.Contains(list, "Harbour") || strings.Contains(list, "Tomorrow") {
		t.Errorf("the store has %s", list)
	}
	if again := later(t, "store", "import", file, "--store", to); strings.Contains(again, "Tomorrow") {
		t.Errorf("its date has come, and still %s", again)
	}
	write(t, file, ahead)
	if _, stderr, code = ran(t, "sessions", "import", file, "--store", to+"2"); code != 65 || !strings.Contains(stderr, file) || !strings.Contains(stderr, cureAhead) {
		t.Errorf("sessions import: exit code %d: %s", code, stderr)
	}
}

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// Whoever is refused learns which file it is, which session in it, and what to do.
func TestARefusedSessionIsNamedWithItsPlaceAndACure(t *testing.T) {
	home := t.TempDir()
	t.Chdir(home)
	from, file := filepath.Join(home, "from.db"), "all.jsonl"
	var sound []string
	for _, name := range []string{"Harbour", "Bakery"} {
		ran(t, "sessions", "new", "--name", name, "--store", from)
		one, stderr, code := ran(t, "sessions", "export", name, "--store", from)
		if code != 0 {
			t.Fatal(stderr)
		}
		sound = append(sound, one)
	}
	long := strings.Repeat("B", model.MaxName+1)
	for name, bad := range map[string]string{
		"before 1970":     strings.ReplaceAll(sound[1], "1970-", "1926-"),
		"a name too long": strings.ReplaceAll(sound[1], "Bakery", long),
		"an odd id":       regexp.MustCompile(`("id": *)"[0-9A-Z]{26}"`).ReplaceAllString(sound[1], `$1"one"`),
	} {
		write(t, file, sound[0]+bad)
		to := filepath.Join(home, name)
		_, stderr, code := ran(t, "store", "import", file, "--store", to)
		if code != 65 || !strings.Contains(stderr, file) || !strings.Contains(stderr, "session 2") || !strings.Contains(stderr, cureTransfer) {
			t.Errorf("%s: exit code %d: %s", name, code, stderr)
		}
		if _, err := os.Stat(to); err == nil {
			t.Errorf("%s: something was imported", name)
		}
	}
}

// What editors and other systems do to a file is read, or said in words.
func TestFilesOfSessionsThatWereSavedAgain(t *testing.T) {
	home := t.TempDir()
	from, file := filepath.Join(home, "from.db"), filepath.Join(home, "all.jsonl")
	ran(t, "sessions", "new", "--name", "Harbour", "--store", from)
	sound, _, _ := ran(t, "sessions", "export", "Harbour", "--store", from)
	for name, test := range map[string]struct {
		text string
		code int
		says string
	}{
		"a byte-order mark":        {byteOrderMark + sound, 0, "1 session"},
		"a mark and nothing":       {byteOrderMark, 65, "no session"},
		"UTF-16":                   {"\xff\xfe{\x00", 65, "UTF-16"},
		"UTF-16, the other way":    {"\xfe\xff\x00{", 65, "UTF-16"},
		"a text without an end":    {sound + `{"remit_session":"` + strings.Repeat("x", maxTransfer+5000), 65, "session 2: it is larger than 64 MiB"},
		"much, in many small ones": {strings.Repeat("\n", maxTransfer/2) + sound + strings.Repeat("\n", maxTransfer/2+5000), 0, "1 session"},
	} {
		write(t, file, test.text)
		stdout, stderr, code := ran(t, "store", "import", file, "--store", filepath.Join(home, name))
		if code != test.code || !strings.Contains(stdout+stderr, test.says) {
			t.Errorf("%s: exit code %d: %s%s", name, code, stdout, stderr)
		}
	}
}

// A store without sessions gives nothing to read in, and nobody is told to try.
func TestARescueOfNothingRecommendsNoImport(t *testing.T) {
	home := t.TempDir()
	from := filepath.Join(home, "from.db")
	if keep, err := store.Open(from, store.Options{}); err != nil {
		t.Fatal(err)
	} else if s, err := keep.Create(t.Context(), model.Event{Kind: model.EventCreated, Name: "x", SessionKind: model.Interview}); err != nil {
		t.Fatal(err)
	} else if err := keep.Purge(t.Context(), s.ID); err != nil {
		t.Fatal(err)
	}
	stdout, stderr, code := ran(t, "store", "rescue", "-o", filepath.Join(home, "rescued.jsonl"), "--store", from)
	if code != 0 || strings.Contains(stdout+stderr, "store import") {
		t.Errorf("exit code %d: %s%s", code, stdout, stderr)
	}
}
