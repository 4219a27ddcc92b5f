package tui

import (
	"math/rand/v2"
	"os/exec"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// shellReads gives the words that a shell reads in each of some commands, one a line.
func shellReads(t *testing.T, commands []string) []string {
	t.Helper()
	var script strings.Builder
	for _, command := range commands {
		script.WriteString(`printf '%s\n' ` + command + "\nprintf '\\0'\n")
	}
	sh := exec.Command("sh")
	sh.Stdin = strings.NewReader(script.String())
	out, err := sh.CombinedOutput()
	if err != nil {
		t.Fatalf("the shell says %v: %s", err, out)
	}
	return strings.Split(strings.TrimSuffix(string(out), "\x00"), "\x00")
}

// Whatever a company is called and however narrow the window is: a shell reads the lines
// of a command as the same words, and only a word that is alone on its line sticks out.
func TestACommandCanBeCopied(t *testing.T) {
	dice := rand.New(rand.NewPCG(3, 5))
	letters := []rune("'''``\"\"   \\$*!#&;<-abcdeO’é日本語株式会社")
	var commands, words []string
	try := func(name string) {
		said := []string{"remit", "report", name, "--format", "pdf", "--anonymous", "--store", "/tmp/" + name + "/s.db", "-o", "o-brien-report.pdf"}
		written := make([]string, len(said))
		for i, word := range said {
			written[i] = shellWord(word)
		}
		for range 4 {
			w := 30 + dice.IntN(71)
			lines := shellLines(strings.Join(written, " "), w)
			for line := range strings.SplitSeq(lines, "\n") {
				if word := strings.TrimSuffix(line, ` \`); width(line) > w && !slices.Contains(written, word) {
					t.Errorf("at %d: %q is not a single word", w, line)
				}
			}
			commands, words = append(commands, lines), append(words, strings.Join(said, "\n")+"\n")
		}
	}
	for _, name := range []string{"O'Brien Ltd", "It's Harbour's", "'", `'\''`, "A --b company", "a'b -- c", ""} {
		try(name)
	}
	for range 200 {
		name := make([]rune, 1+dice.IntN(40))
		for i := range name {
			name[i] = letters[dice.IntN(len(letters))]
		}
		try(string(name))
	}
	read := shellReads(t, commands)
	if len(read) != len(commands) {
		t.Fatalf("a shell reads %d commands in %d", len(read), len(commands))
	}
	for i := range read {
		if read[i] != words[i] {
			t.Fatalf("a shell reads\n%s\nas\n%s\nnot as\n%s", commands[i], read[i], words[i])
		}
	}
}

// Lines break before flags as long as a flag and its values fit.
func TestACommandIsBrokenBeforeItsFlags(t *testing.T) {
	for _, test := range []struct {
		command string
		w       int
		want    string
	}{
		{"remit", 30, "remit"},
		{"", 30, ""},
		{`remit report 'O'\''Brien Ltd' --format pdf -o a.pdf`, 80, `remit report 'O'\''Brien Ltd' --format pdf -o a.pdf`},
		{`remit report 'O'\''Brien Ltd' --format pdf -o a.pdf`, 40, "remit report 'O'\\''Brien Ltd' \\\n--format pdf -o a.pdf"},
		{"remit report acme --store /a/path/that/is/much/longer/than/a/line -o a.pdf", 32, "remit report acme --store \\\n/a/path/that/is/much/longer/than/a/line \\\n-o a.pdf"},
	} {
		if got := shellLines(test.command, test.w); got != test.want {
			t.Errorf("%s at %d:\n%s", test.command, test.w, got)
		}
	}
}

// A word that is wider than the window is not broken, and the page says that it is cut.
func TestAWordThatDoesNotFitIsToldOf(t *testing.T) {
	const warning = "Not all of it fits"
	r, _, x := exporting(t)
	r.press("enter")
	x.done.Command = "remit report x -o /a/path/that/is/much/longer/than/a/line/and/longer.pdf"
	r.send(tea.WindowSizeMsg{Width: 44, Height: 40})
	r.shows(warning, glyphEllipse)
	r.send(tea.WindowSizeMsg{Width: 100, Height: 40})
	if r.shows("-o /a/path/that/is/much/longer/than/a/line/and/longer.pdf"); strings.Contains(r.text(), warning) {
		t.Error("it fits, and the page says that it does not")
	}
}
