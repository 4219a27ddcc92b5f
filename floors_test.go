package main

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// floor says what a package may stand on. Standard library packages may be
// imported unless never names them.
type floor struct {
	ours    []string // packages of this module
	others  []string // modules of others
	never   []string // standard library packages
	because string
}

var pure = []string{"os", "os/exec", "io/fs", "net", "net/http", "math/rand", "math/rand/v2", "syscall"}

// floors is the house. A package that is not in it fails the test: first decide
// where it stands.
var floors = map[string]floor{
	"remit": {
		ours:    []string{"remit/cli"},
		because: "main is only the edge; all else can be called from a test",
	},
	"remit/model": {
		never:   pure,
		because: "the words must mean the same everywhere, so they depend on nothing",
	},
	"remit/model/schematest": {
		others:  []string{"github.com/santhosh-tekuri/jsonschema/v6"},
		never:   pure,
		because: "every package holds its JSON against schemas in the same way; only tests import it",
	},
	"remit/advisor": {
		ours:    []string{"remit/model"},
		others:  []string{"go.yaml.in/yaml/v3"},
		never:   slices.Concat(slices.DeleteFunc(slices.Clone(pure), func(p string) bool { return p == "io/fs" }), []string{"time"}),
		because: "same answers, same advice, for ever: the judgement sees no disk, no network, no clock and no chance; frameworks come in as an fs.FS",
	},
	"remit/store": {
		ours:    []string{"remit/model"},
		others:  []string{"go.etcd.io/bbolt", "github.com/oklog/ulid/v2", "golang.org/x/sys"},
		never:   []string{"net", "net/http"},
		because: "sessions must outlive the engine that read them",
	},
	"remit/store/storetest": {
		ours:    []string{"remit/model"},
		others:  []string{"github.com/oklog/ulid/v2"},
		because: "the promises of model.Sessions as tests, for every keeper of sessions",
	},
	"remit/report": {
		ours:    []string{"remit/model"},
		others:  []string{"github.com/charmbracelet/x/ansi", "codeberg.org/go-pdf/fpdf", "golang.org/x/image", "golang.org/x/text"},
		never:   pure,
		because: "a report is a function of its input; files are the business of the command",
	},
	"remit/tui": {
		ours:    []string{"remit/model", "remit/advisor", "remit/report"},
		others:  []string{"charm.land", "github.com/charmbracelet/x/ansi", "github.com/charmbracelet/colorprofile", "github.com/rivo/uniseg"},
		never:   []string{"os", "os/exec", "net", "net/http", "syscall"},
		because: "a screen that does I/O freezes the keys; effects come in as interfaces",
	},
	"remit/cli": {
		ours:    []string{"remit/model", "remit/advisor", "remit/store", "remit/report", "remit/tui"},
		others:  []string{"github.com/spf13/cobra", "github.com/spf13/pflag", "github.com/charmbracelet/x/ansi", "golang.org/x/sys", "golang.org/x/term", "go.yaml.in/yaml/v3", "github.com/go-json-experiment/json", "github.com/adrg/xdg"},
		never:   []string{"net", "net/http"},
		because: "the one place that chooses implementations; it draws nothing and stores nothing itself",
	},
}

// pkg is what go list says about a package.
type pkg struct {
	ImportPath string
	Dir        string
	GoFiles    []string
	Imports    []string
	Deps       []string
	Standard   bool
	Module     *struct{ Path string }
}

func (p pkg) ours() bool { return p.Module != nil && p.Module.Path == "remit" }

// packages lists all packages of this module and everything below them, by
// import path.
func packages(t *testing.T) map[string]pkg {
	t.Helper()
	out, err := exec.Command("go", "list", "-deps", "-json=ImportPath,Dir,GoFiles,Imports,Deps,Standard,Module", "./...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	all := map[string]pkg{}
	for dec := json.NewDecoder(bytes.NewReader(out)); dec.More(); {
		var p pkg
		if err := dec.Decode(&p); err != nil {
			t.Fatal(err)
		}
		all[p.ImportPath] = p
	}
	return all
}

func TestPackagesStandOnTheirFloors(t *testing.T) {
	all := packages(t)
	for path := range floors {
		if _, ok := all[path]; !ok {
			t.Errorf("%s is in the table of floors but not in the module", path)
		}
	}
	for path, p := range all {
		if !p.ours() {
			continue
		}
		f, ok := floors[path]
		if !ok {
			t.Errorf("%s is not in the table of floors: decide what it may import", path)
			continue
		}
		for _, in := range p.Imports {
			if !f.allows(all[in], in) {
				t.Errorf("%s may not import %s: %s", path, in, f.because)
			}
		}
	}
}

func (f floor) allows(p pkg, path string) bool {
	switch {
	case p.Standard:
		return !slices.Contains(f.never, path)
	case p.ours():
		return slices.Contains(f.ours, path)
	}
	return slices.ContainsFunc(f.others, func(module string) bool {
		return path == module || strings.HasPrefix(path, module+"/")
	})
}

// Below the judgement there must be nothing that talks to a network, not even at
// second hand.
func TestNothingBelowReachesTheNetwork(t *testing.T) {
	all := packages(t)
	for _, path := range []string{"remit/model", "remit/advisor", "remit/report", "remit/store"} {
		if slices.Contains(all[path].Deps, "net") {
			t.Errorf("%s depends on net: sessions and advice stay on this machine", path)
		}
	}
}

// uses gives the places where a package names from.name, tests excepted.
func uses(t *testing.T, p pkg, from, name string) []string {
	t.Helper()
	var at []string
	for _, file := range p.GoFiles {
		fset := token.NewFileSet()
		tree, err := parser.ParseFile(fset, filepath.Join(p.Dir, file), nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok && s.Sel.Name == name {
				if x, ok := s.X.(*ast.Ident); ok && x.Name == from {
					at = append(at, fset.Position(s.Pos()).String())
				}
			}
			return true
		})
	}
	return at
}

func TestOnlyTheEdgeTouchesTheProcess(t *testing.T) {
	laws := []struct {
		from, name string
		allowed    []string
		because    string
	}{
		{"os", "Exit", []string{"remit"}, "a package that ends the process cannot be tested or cleaned up after"},
		{"log", "Fatal", nil, "it ends the process"},
		{"time", "Now", []string{"remit/cli", "remit/store"}, "the clock comes in from outside, so that a test can hold it"},
		{"os", "Getenv", []string{"remit/cli"}, "the environment comes in through cli.Env"},
		{"os", "Args", []string{"remit/cli", "remit/store"}, "arguments come in through cli.Env"},
	}
	for path, p := range packages(t) {
		if !p.ours() || path == "remit/store/storetest" {
			continue
		}
		for _, law := range laws {
			if slices.Contains(law.allowed, path) {
				continue
			}
			for _, at := range uses(t, p, law.from, law.name) {
				t.Errorf("%s: %s.%s: %s", at, law.from, law.name, law.because)
			}
		}
	}
}

func TestEveryPackageExplainsItself(t *testing.T) {
	for path, p := range packages(t) {
		if !p.ours() || path == "remit" {
			continue
		}
		if len(p.GoFiles) == 1 {
			continue // one file is its own explanation
		}
		tree, err := parser.ParseFile(token.NewFileSet(), filepath.Join(p.Dir, "doc.go"), nil, parser.ParseComments)
		if err != nil || tree.Doc == nil {
			t.Errorf("%s has no doc.go with a comment that says what it is, why, and how one could hurt oneself", path)
		}
	}
}

// mod is what go.mod says.
type mod struct {
	Go      string
	Require []struct {
		Path, Version string
		Indirect      bool
	}
	Replace, Exclude []json.RawMessage
}

func module(t *testing.T) (m mod) {
	t.Helper()
	out, err := exec.Command("go", "mod", "edit", "-json").Output()
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(out, &m); err != nil {
		t.Fatal(err)
	}
	return m
}

// Somebody has to be able to say what each dependency is for.
func TestEveryDependencyIsJustified(t *testing.T) {
	text, err := os.ReadFile("CONTRIBUTING.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range module(t).Require {
		line := "| " + r.Path + " | " + r.Version + " | "
		if !r.Indirect && !bytes.Contains(text, []byte(line)) {
			t.Errorf("CONTRIBUTING.md has no line %q with the reason", line)
		}
	}
}

// go install of a version builds only what needs no replace, and everybody starts
// faster with the right table of character widths.
func TestGoModStaysInstallable(t *testing.T) {
	mod := module(t)
	if len(mod.Replace)+len(mod.Exclude) > 0 {
		t.Error("go.mod has replace or exclude lines: go install of a version would fail")
	}
	if mod.Go != "1.26.0" {
		t.Errorf("go.mod asks for Go %s: with more than 1.26.0, users of 1.26.0 could not build", mod.Go)
	}
	widths := ""
	for _, r := range mod.Require {
		if r.Path == "github.com/mattn/go-runewidth" {
			widths = r.Version
		}
	}
	patch, err := strconv.Atoi(strings.TrimPrefix(widths, "v0.0."))
	if err != nil || patch < 30 {
		t.Errorf("go-runewidth is at %q: below v0.0.30 it fills a table at every start, which costs about 30 ms", widths)
	}
}

// Everything that a package does before main runs is paid at every start, and at
// every Tab of the shell's completion.
func TestNoPackageIsSlowToStart(t *testing.T) {
	if testing.Short() {
		t.Skip("short: builds and runs the program several times")
	}
	const most = time.Millisecond
	least := map[string]time.Duration{}
	slow := func() bool {
		for _, took := range least {
			if took > most {
				return true
			}
		}
		return false
	}
	// The machine may be busy: the best of many runs is what the code costs.
	for n := 0; n == 0 || n < 50 && slow(); n++ {
		cmd := exec.Command(binary(t), "version")
		cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
		var trace bytes.Buffer
		cmd.Stderr = &trace
		if err := cmd.Run(); err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(trace.String()) {
			// init internal/bytealg @0.008 ms, 0 ms clock, 0 bytes, 0 allocs
			fields := strings.Fields(line)
			if len(fields) < 5 || fields[0] != "init" {
				continue
			}
			ms, err := strconv.ParseFloat(fields[4], 64)
			if err != nil {
				t.Fatalf("not a line of the init trace: %q", line)
			}
			took := time.Duration(ms * float64(time.Millisecond))
			if before, ok := least[fields[1]]; !ok || took < before {
				least[fields[1]] = took
			}
		}
	}
	if len(least) == 0 {
		t.Fatal("the init trace is empty")
	}
	for path, took := range least {
		if took > most {
			t.Errorf("the init of %s takes %v, more than %v", path, took, most)
		}
	}
}

// Files stay small enough to read in one go.
func TestFilesStaySmall(t *testing.T) {
	const most = 500
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".go" {
			return err
		}
		raw, err := os.ReadFile(path)
		if n := bytes.Count(raw, []byte("\n")); n > most {
			t.Errorf("%s has %d lines, more than %d: split it by idea", path, n, most)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
