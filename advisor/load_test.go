package advisor

import (
	"errors"
	"io/fs"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"remit/model"
)

// What is written is what is loaded.
func TestLoadKeepsEverything(t *testing.T) {
	f := LoadText(t, MinimalFramework)
	at := func(n int) *int { return &n }
	for _, c := range []struct {
		what      string
		got, want any
	}{
		{"head", []any{f.ID, f.Version, f.Format, f.Title}, []any{"minimal", "1.0.0", 1, "A minimal framework"}},
		{"order of structures", []model.Structure{f.Structures[0].ID, f.Structures[1].ID, f.Structures[4].ID},
			[]model.Structure{model.CIO, model.CTO, model.Both}},
		{"topic", f.Topics, []model.Topic{{ID: "company", Title: "The company", Intro: "What it is."}}},
		{"option", f.Questions[0].Options[1], model.OptionInfo{ID: "part", Label: "It is a part", Help: "It is in the product."}},
		{"band", f.Questions[1].Bands[1], model.Band{Label: "25 to 99", Help: "A middling company.", From: 25, To: 99, Value: 60}},
		{"points", f.Rules[0].Points, [model.NumStructures]int{model.CTO: 3, model.CIO: -2}},
		{"conditions", f.Rules[1].When, []model.Condition{
			{Question: "headcount", AtLeast: at(100), AtMost: at(1000)},
			{Question: "technology", In: []string{"part", "support"}}}},
		{"exclusion", []any{f.Rules[2].Effect, f.Rules[2].Exclude}, []any{model.Excludes, []model.Structure{model.Both}}},
		{"misfit", []any{f.Rules[3].Effect, f.Rules[3].For, f.Rules[3].Do}, []any{model.Misfit, []model.Structure{model.CTO}, "Name somebody."}},
		{"row", f.Engagement.Rows[0], model.Row{ID: "small-is-part-time", For: []model.Structure{model.CTO, model.VCIO},
			When: []model.Condition{{Question: "headcount", AtMost: at(24)}}, Then: "part-time",
			Because: "There is not enough to do.", Sources: []string{"book"}}},
		{"row without a result", f.Reporting.Rows[0].Then, ""},
		{"dissent", f.Dissents[0].Positions, []model.Position{{Says: "One.", Sources: []string{"study"}}, {Says: "Two.", Sources: []string{"book"}}}},
		{"source", f.Sources[0], model.Source{ID: "study", Title: "A study", Publisher: "A school", Year: "2023", URL: "https://example.org/study", Note: "Old data."}},
	} {
		if !reflect.DeepEqual(c.got, c.want) {
			t.Errorf("%s:\n got %#v\nwant %#v", c.what, c.got, c.want)
		}
	}
}

// Lists of the same name in several files are joined in the order of the names.
func TestLoadJoinsFiles(t *testing.T) {
	head, rest, ok := strings.Cut(MinimalFramework, "rules:\n")
	first, others, ok2 := strings.Cut(rest, "  - id: too-small-for-two\n")
	if !ok || !ok2 {
		t.Fatal("the minimal framework has changed")
	}
	f, err := Load(fstest.MapFS{
		"framework.yaml": {Data: []byte(head)},
		"a-rules.yaml":   {Data: []byte("rules:\n" + first)},
		"b-rules.yaml":   {Data: []byte("rules:\n  - id: too-small-for-two\n" + others)},
		"README.md":      {Data: []byte("rules: nothing that counts")},
		"old/c.yaml":     {Data: []byte("rules: nothing that counts")},
	})
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(f.Rules, LoadText(t, MinimalFramework).Rules) {
		t.Error("the rules of two files are not those of one")
	}
}

// A file that is no YAML does not hide the faults of the others, and what it may
// declare is not missed.
func TestLoadWithBrokenFile(t *testing.T) {
	head, rest, _ := strings.Cut(MinimalFramework, "sources:\n")
	_, err := Load(fstest.MapFS{
		"framework.yaml": {Data: []byte(strings.Replace(head, "strength: strong", "strength: sound", 1))},
		"sources.yaml":   {Data: []byte("sources:\n" + rest + "  year: twice: 1\n")},
	})
	faults, _ := errors.AsType[model.Faults](err)
	if len(faults) != 2 || !strings.Contains(faults[0].What, "strength") || !strings.Contains(faults[1].What, "not YAML") {
		t.Errorf("got:\n%v", err)
	}
}

// What belongs to the head of a framework stands in its one file.
func TestHeadStandsAlone(t *testing.T) {
	for name, c := range map[string]struct {
		files fstest.MapFS
		want  string
	}{
		"head in another file": {fstest.MapFS{"framework.yaml": {Data: []byte(MinimalFramework)}, "more.yaml": {Data: []byte("title: More\n")}},
			"more.yaml:1:8: title belongs in framework.yaml"},
		"no head": {fstest.MapFS{"f.yaml": {Data: []byte(MinimalFramework[strings.Index(MinimalFramework, "structures:"):])}},
			"the framework has no framework.yaml"},
		"nothing but a head": {oneFile(MinimalFramework[:strings.Index(MinimalFramework, "structures:")]),
			"the framework has no structures"},
		"a list in place of a file": {oneFile("- rules\n"), "framework.yaml:1:1: the file is a list, not a mapping"},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := Load(c.files); err == nil || !strings.HasPrefix(err.Error(), c.want) {
				t.Errorf("want %q, got:\n%v", c.want, err)
			}
		})
	}
}

// The hash names the content: it does not depend on how an editor ends lines, and
// it changes with every name and every letter.
func TestHash(t *testing.T) {
	hash := func(files fstest.MapFS) string {
		t.Helper()
		f, err := Load(files)
		if err != nil {
			t.Fatal(err)
		}
		return f.Hash
	}
	one := hash(oneFile(MinimalFramework))
	if len(one) != 16 || strings.Trim(one, "0123456789abcdef") != "" {
		t.Errorf("the hash is %q", one)
	}
	for name, same := range map[string]string{
		"again":            MinimalFramework,
		"CRLF":             strings.ReplaceAll(MinimalFramework, "\n", "\r\n"),
		"CR":               strings.ReplaceAll(MinimalFramework, "\n", "\r"),
		"byte order mark":  "\uFEFF" + MinimalFramework,
		"mark, then CRLFs": "\uFEFF" + strings.ReplaceAll(MinimalFramework, "\n", "\r\n"),
	} {
		if got := hash(oneFile(same)); got != one {
			t.Errorf("%s: the hash is %s, not %s", name, got, one)
		}
	}
	if got := hash(oneFile(MinimalFramework + "# a comment\n")); got == one {
		t.Error("another text has the same hash")
	}
	head, rest, _ := strings.Cut(MinimalFramework, "sources:\n")
	split := func(name string) fstest.MapFS {
		return fstest.MapFS{"framework.yaml": {Data: []byte(head)}, name: {Data: []byte("sources:\n" + rest)}}
	}
	if hash(split("s.yaml")) == hash(split("t.yaml")) {
		t.Error("another file name has the same hash")
	}
}

// A framework of a later format is not judged by the rules of this one.
func TestNewerFormat(t *testing.T) {
	text := strings.Replace(MinimalFramework, "format: 1", "format: 2\nwonders: [one]", 1)
	_, err := Load(oneFile(text))
	e, ok := errors.AsType[*model.Error](err)
	if _, list := errors.AsType[model.Faults](err); !ok || list || e.Kind != model.KindNewer || e.Where != "framework.yaml:1:9" {
		t.Errorf("got %v", err)
	}
}

// What cannot be read is told apart: the caller turns it into exit codes.
func TestUnreadable(t *testing.T) {
	missing, _ := fs.Sub(fstest.MapFS{}, "nowhere")
	for name, c := range map[string]struct {
		fsys fs.FS
		kind model.Kind
	}{
		"no such folder":          {missing, model.KindNotFound},
		"a folder without files":  {fstest.MapFS{"README.md": {}}, model.KindNotFound},
		"another ending":          {fstest.MapFS{"framework.yml": {Data: []byte(MinimalFramework)}}, model.KindNotFound},
		"a pipe in place of file": {fstest.MapFS{"framework.yaml": {Mode: fs.ModeNamedPipe}}, model.KindIO},
		"not allowed":             {forbidden{}, model.KindPermission},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := Load(c.fsys); model.KindOf(err) != c.kind {
				t.Errorf("kind %d, want %d: %v", model.KindOf(err), c.kind, err)
			}
		})
	}
}

type forbidden struct{}

func (forbidden) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
}
