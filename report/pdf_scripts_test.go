package report_test

import (
	"fmt"
	"maps"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"

	"remit/model"
	"remit/report"
)

// scripts gives two words in every script of Unicode, by what they are in: the first
// letters, and letters from all over it. Besides, each letter that the fonts have is in a
// word of their own.
func scripts(f fonts) map[string]string {
	words := map[string]string{}
	for name, table := range unicode.Scripts {
		var letters []rune
		for c := rune(0); c <= unicode.MaxRune && len(letters) < 4000; c++ {
			if c == 0x3400 { // the tables of ideographs are long, and their letters alike
				c = 0x4e00
			}
			if unicode.Is(table, c) && unicode.IsLetter(c) {
				letters = append(letters, c)
			}
		}
		const length = 8
		if len(letters) == 0 {
			continue
		}
		words[name+", first"] = string(letters[:min(length, len(letters))])
		var spread []rune
		for i := range length {
			spread = append(spread, letters[i*(len(letters)-1)/(length-1)])
		}
		words[name+", all over"] = string(spread)
	}
	var known []rune
	for c := rune('!'); c <= 0xffff; c++ {
		if f.has(c) && norm.NFC.String(string(c)) == string(c) && unicode.IsGraphic(c) && !unicode.IsSpace(c) && !unicode.IsMark(c) {
			known = append(known, c)
		}
	}
	for part := range slices.Chunk(known, 8) {
		words[fmt.Sprintf("ours from %U", part[0])] = string(part)
	}
	return words
}

// fonts knows what the fonts of a PDF can draw.
type fonts struct {
	t    testing.TB
	font *sfnt.Font
}

func newFonts(t testing.TB) fonts {
	t.Helper()
	font, err := sfnt.Parse(goregular.TTF)
	if err != nil {
		t.Fatal(err)
	}
	return fonts{t, font}
}

func (f fonts) has(c rune) bool {
	i, err := f.font.GlyphIndex(nil, c)
	return err == nil && i != 0 && c <= 0xffff
}

// drawn is a word as a PDF shows it: a box for each letter that the fonts lack.
func (f fonts) drawn(word string) string {
	return strings.Map(func(c rune) rune {
		if !f.has(c) {
			return '□'
		}
		return c
	}, norm.NFC.String(word))
}

// visible reports whether there is anything to see of a letter.
func (f fonts) visible(c rune) bool {
	i, err := f.font.GlyphIndex(nil, c)
	if err != nil || i == 0 {
		return false
	}
	lines, err := f.font.LoadGlyph(nil, i, fixed.I(12), nil)
	return err == nil && len(lines) > 4
}

// Words in all scripts of the world come out of a PDF as they went in, as far as its
// fonts go; for every other letter there is a box to be seen, and a warning counts them.
func TestWordsInEveryScriptComeThrough(t *testing.T) {
	f := newFonts(t)
	words := scripts(f)
	if len(words) < 300 {
		t.Fatalf("there are only %d words", len(words))
	}
	if !f.visible('□') {
		t.Fatal("nobody sees the box")
	}
	names := slices.Sorted(maps.Keys(words))
	var lines []string
	missing := map[rune]bool{}
	for i, name := range names {
		lines = append(lines, fmt.Sprintf("n%d %s e%d", i, words[name], i))
		for _, c := range norm.NFC.String(words[name]) {
			if !f.has(c) {
				missing[c] = true
			}
		}
	}
	r := sample()
	r.Session = &model.Session{Name: "All", Notes: map[string]string{"headcount": strings.Join(lines, "\n")}}
	file, warnings := sheets(t, r, report.Full)
	if want := fmt.Sprintf("lack %d characters", len(missing)); len(warnings) != 1 || !strings.Contains(warnings[0], want) {
		t.Errorf("%d letters are missing; the warnings are %q", len(missing), warnings)
	}
	text := even(written(t, file))
	ours, kept := 0, 0
	for i, name := range names {
		want := fmt.Sprintf("n%d %s e%d", i, f.drawn(words[name]), i)
		all := !strings.ContainsRune(want, '□')
		if all {
			ours++
		}
		if strings.Contains(text, want) {
			kept++
		} else {
			t.Logf("%s: %q is not there", name, want)
		}
	}
	t.Logf("%d words, %d of them in letters that the fonts have; %d come out as they should", len(names), ours, kept)
	if kept*100 < len(names)*99 {
		t.Errorf("only %d of %d words come through", kept, len(names))
	}
}

// Whatever stands in any field, a PDF is sound, has no part that does anything, leads
// nowhere but to our sources, and its text commands no terminal and is what people wrote.
func TestNoTextBreaksOutOfAPDF(t *testing.T) {
	qpdf := tool(t, "qpdf")
	active := regexp.MustCompile(`/(JavaScript|JS|OpenAction|AA|Launch|EmbeddedFile|Filespec|SubmitForm|ImportData|GoToR|GoToE|RichMedia|AcroForm|XFA)\b`)
	address := regexp.MustCompile(`/URI \(([^)]*)\)`)
	texts, letters := harmful(t), newFonts(t)
	for i, cut := range report.Cuts() {
		next, want := inTurn(texts, i*50), map[string]string{} // what stands before each stamp
		r, _ := sown(everything(t), func() string {
			text, stamp := next(), fmt.Sprintf("Q%dQ", len(want))
			lines := strings.Split(text, "\n")
			want[stamp] = solid(letters.drawn(model.Clean(lines[len(lines)-1])))
			return text + " " + stamp
		})
		ours := map[string]bool{}
		for _, s := range r.Framework.Sources {
			ours[s.URL] = true
		}
		for _, n := range r.WhatIf.Near {
			ours[n.Case.URL] = true
		}
		file, _ := sheets(t, r, cut)
		path := kept(t, "x.pdf", file)
		if out, err := exec.Command(qpdf, "--check", path).CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", cut, err, out)
		}
		open, err := exec.Command(qpdf, "--qdf", "--object-streams=disable", path, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		if found := active.Find(open); found != nil {
			t.Errorf("%s: there is %s", cut, found)
		}
		for _, to := range address.FindAllSubmatch(open, -1) {
			if !ours[string(to[1])] {
				t.Errorf("%s: a link leads to %s", cut, to[1])
			}
		}
		said := strings.ReplaceAll(written(t, file), "\f", "\n")
		commandsNothing(t, "pdf "+string(cut), said)
		said = solid(said)
		all, torn := stamp.FindAllStringIndex(said, -1), 0
		for _, at := range all {
			want := want[said[at[0]:at[1]]]
			if got := said[max(0, at[0]-len(want)):at[0]]; !strings.EqualFold(got, want) {
				torn++
				t.Logf("%s: %q reads as %q", cut, want, got)
			}
		}
		if len(all) < 20 || torn*100 > 3*len(all) { // cells of a row that goes over the end of a page are read in turn
			t.Errorf("%s: %d of %d texts read otherwise", cut, torn, len(all))
		}
	}
}
