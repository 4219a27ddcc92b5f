package advisor

import (
	"fmt"
	"io/fs"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"remit/model"
)

// Loading hostile files takes about 30 ms at most on an idle machine; soon leaves room
// for a busy one and the race detector, and none for work that grows faster than
// the file.
const (
	soon   = 5 * time.Second
	little = 64 << 20 // bytes allocated in all
)

// Whatever a folder holds, Load refuses it soon and with little memory.
func TestHostileFiles(t *testing.T) {
	const mega = 1 << 20
	fill := func(unit string) string { return strings.Repeat(unit, mega/len(unit)) }
	for name, c := range map[string]struct {
		text, want string
	}{
		"20 MB of brackets":         {strings.Repeat("[", 20*mega), "the file is larger than 1 MiB"},
		"20 MB of text":             {"title: " + strings.Repeat("x", 20*mega), "the file is larger than 1 MiB"},
		"a MiB of brackets":         {fill("["), "too many keys and list items"},
		"60,000 brackets":           {strings.Repeat("[", 60_000), "not YAML"},
		"60,000 braces":             {strings.Repeat("{a: ", 30_000), "not YAML"},
		"60,000 lists in a line":    {strings.Repeat("- ", 60_000), "not YAML"},
		"60,000 items":              {strings.Repeat("-\n", 60_000), "is a list, not a mapping"},
		"60,000 keys":               {numberedKeys(60_000), "more than 256 keys"},
		"60,000 question marks":     {strings.Repeat("? ", 60_000), "not YAML"},
		"40 levels":                 {"a: " + strings.Repeat("[", 40) + strings.Repeat("]", 40), "nested more than 32 deep"},
		"a bomb":                    {bomb(), "aliases (*name) are not used"},
		"a cycle":                   {"a: &a [*a]", "aliases (*name) are not used"},
		"a MiB of comments":         {fill("#\n"), "the file is empty"},
		"a MiB of comments in list": {"rules:\n" + fill("  # a\n")[:mega-12], "rules is empty, not a list"},
		"a MiB of one text":         {"title: " + strings.Repeat("x", mega-10), "title is longer than 500 characters"},
		"a MiB of one quoted text":  {`title: "` + strings.Repeat("x\n ", mega/3-10) + `"`, "title is longer than 500 characters"},
		"a MiB of escapes":          {`title: "` + strings.Repeat(`\e`, mega/2-10) + `"`, "title is longer than 500 characters"},
		"a MiB of blank lines":      {fill("\n"), "the file is empty"},
		"a MiB of tags":             {fill("!a "), "not YAML"},
		"a long key":                {strings.Repeat("k", mega-10) + ": 1", "not YAML"},
		"UTF-16":                    {"\xff\xfea\x00:\x00", "the file is UTF-16"},
		"no UTF-8":                  {"title: a\xffb", "not valid UTF-8"},
		"a NUL":                     {"title: a\x00b", "control character U+0000"},
		"an escape":                 {"title: a\x1bb", "control character U+001B"},
		"a gzip file":               {"\x1f\x8b\x08\x00\x00", "control character U+001F"},
		"a web page":                {"<!DOCTYPE html>\n<html><body>Not found</body></html>", "is the text"},
	} {
		t.Run(name, func(t *testing.T) {
			took, used, err := costs(oneFile(c.text))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("want a fault with %q, got %.300v", c.want, err)
			}
			t.Logf("%v, %d MB", took.Round(time.Millisecond), used>>20)
			if took > soon || used > little {
				t.Errorf("it took %v and %d MB", took, used>>20)
			}
			if err != nil && len(err.Error()) > 200_000 {
				t.Errorf("the complaint has %d bytes", len(err.Error()))
			}
		})
	}
}

// Where a character is bad the place is exact.
func TestPlaceOfBadCharacter(t *testing.T) {
	_, err := Load(oneFile("format: 1\ntitle: né\xff\n"))
	if err == nil || !strings.HasPrefix(err.Error(), "framework.yaml:2:10: ") {
		t.Errorf("got %v", err)
	}
}

// What people could write is limited by count, each limit named.
func TestLimits(t *testing.T) {
	for name, c := range map[string]struct {
		files fstest.MapFS
		want  string
	}{
		"files":     {manyFiles(33, "rules: []\n"), "the framework has 33 files; the limit is 32"},
		"bytes":     {manyFiles(5, "# "+strings.Repeat("x", maxFileSize-10)), "the framework is larger than 4 MiB"},
		"questions": {oneFile("questions:\n" + strings.Repeat("  - {}\n", 201)), "questions has more than 200 items"},
		"sources":   {oneFile("sources:\n" + strings.Repeat("  - {}\n", 5001)), "sources has more than 5000 items"},
		"rules":     {oneFile("rules:\n" + strings.Repeat("  - {}\n", 20_001)), "rules has more than 20000 items"},
		"options":   {oneFile("questions: [{id: q, kind: choice, options: [" + strings.Repeat("{},", 65) + "]}]"), "options has more than 64 items"},
	} {
		t.Run(name, func(t *testing.T) {
			took, used, err := costs(c.files)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("want %q, got %.300v", c.want, err)
			}
			t.Logf("%v, %d MB", took.Round(time.Millisecond), used>>20)
		})
	}
}

// A framework of 11,000 rules loads, and one that is all faults at that size is
// refused, both in a second or two.
func TestLargestFramework(t *testing.T) {
	if testing.Short() {
		t.Skip("large")
	}
	const perFile, rule = 2_750, "  - {id: r%d, title: t, when: {%s: %s%s}, points: {cto: %d, vcio: %d, hybrid: %d, both: %d}, because: b, strength: weak, sources: [%s]}\n"
	options := []string{"product", "part", "support", "[product, part]", "[part, support]", "[product, support]"}
	sizes := []string{"", ", headcount: {at_least: 25}", ", headcount: {at_least: 100}", ", headcount: {at_most: 24}", ", headcount: {at_most: 99}", ", headcount: {at_least: 25, at_most: 99}"}
	load := func(question, source string) error {
		files := oneFile(MinimalFramework)
		for i := range 4 * perFile {
			name := fmt.Sprintf("rules%d.yaml", i/perFile)
			if i%perFile == 0 {
				files[name] = &fstest.MapFile{Data: []byte("rules:\n")}
			}
			k := i / (len(options) * len(sizes)) // the points differ where the answers are the same
			files[name].Data = fmt.Appendf(files[name].Data, rule, i, question, options[i%len(options)], sizes[i/len(options)%len(sizes)],
				1+k%4, k/4%5, k/20%5, k/100%5, source)
		}
		took, used, err := costs(files)
		t.Logf("%v, %d MB", took.Round(time.Millisecond), used>>20)
		if took > 4*soon {
			t.Errorf("it took %v", took)
		}
		return err
	}
	if err := load("technology", "book"); err != nil {
		t.Errorf("%.300v", err)
	}
	if faults, ok := load("tecnology", "bok").(model.Faults); !ok || len(faults) != maxFaults+1 {
		t.Errorf("%d faults", len(faults))
	}
}

// costs loads and measures: the time, the bytes that were allocated in all, and the
// error. What took long is measured again: it may have been the machine.
func costs(fsys fs.FS) (took time.Duration, used uint64, err error) {
	for range 3 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start := time.Now()
		_, err = Load(fsys)
		took = time.Since(start)
		runtime.ReadMemStats(&after)
		if used = after.TotalAlloc - before.TotalAlloc; took <= soon {
			break
		}
	}
	return took, used, err
}

func numberedKeys(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "k%d:\n", i)
	}
	return b.String()
}

// bomb is a few hundred bytes that stand for gigabytes.
func bomb() string {
	var b strings.Builder
	b.WriteString("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n")
	for i := range 9 {
		alias := strings.Repeat(fmt.Sprintf("*a%d, ", i), 10)
		fmt.Fprintf(&b, "a%d: &a%d [%s]\n", i+1, i+1, strings.TrimSuffix(alias, ", "))
	}
	return b.String()
}

func manyFiles(n int, text string) fstest.MapFS {
	files := fstest.MapFS{}
	for i := range n {
		files[fmt.Sprintf("f%02d.yaml", i)] = &fstest.MapFile{Data: []byte(text)}
	}
	return files
}
