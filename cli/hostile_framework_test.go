package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// owned stands behind every sentence of a hostile framework. It can be seen: characters that
// cannot are refused where a framework is read.
const owned = ` <script>owned</script> [owned](https://e.example) {{owned}} ,=owned *owned*`

// A framework that a stranger wrote is data: whatever its sentences are, documents made
// with it have no code in them, and nothing that commands a terminal.
func TestAFrameworkOfAStrangerIsHarmless(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "theirs")
	if code, _ := looksHarmless(t, "framework", "new", dir); code != 0 {
		t.Fatal("there is no framework")
	}
	sentences := 0
	for _, name := range namesIn(t, dir) {
		if filepath.Ext(name) == ".yaml" && name != "agreement.yaml" {
			sentences += hostileYAML(t, filepath.Join(dir, name))
		}
	}
	if sentences < 1000 {
		t.Fatalf("only %d sentences are hostile", sentences)
	}
	sheet := filepath.Join(t.TempDir(), "acme.yaml")
	if err := os.WriteFile(sheet, []byte("technology: product\nheadcount: 90\nengineers: 40\nincumbent: cio\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	looksHarmless(t, "framework", "check", dir)
	for _, args := range anonymousDocuments() {
		if testing.Short() && args[0] != "report" {
			break
		}
		code, out := looksHarmless(t, append(args, sheet, "--framework", dir)...)
		if code != 0 {
			t.Fatalf("%v ends with %d", args, code)
		}
		for format, code := range map[string]string{"html": "<script", "svg": "<script", "mermaid": "<script", "csv": ",=owned", "json": "\x1b"} {
			if args[len(args)-1] == format && strings.Contains(out, code) {
				t.Errorf("%v has %q in it", args, code)
			}
		}
		if format := args[len(args)-1]; (format == "html" || format == "text") && !strings.Contains(out, "owned") {
			t.Errorf("%v tells nothing of the framework", args)
		}
	}
}

// What only looks things up in such a framework is as harmless.
func TestLookingIntoAFrameworkOfAStrangerIsHarmless(t *testing.T) {
	if testing.Short() {
		t.Skip("short: starts from a framework of hundreds of sentences some thirty times")
	}
	dir := filepath.Join(t.TempDir(), "theirs")
	if code, _ := looksHarmless(t, "framework", "new", dir); code != 0 {
		t.Fatal("there is no framework")
	}
	for _, name := range namesIn(t, dir) {
		if filepath.Ext(name) == ".yaml" && name != "agreement.yaml" {
			hostileYAML(t, filepath.Join(dir, name))
		}
	}
	for line, says := range map[string]bool{
		"roles": true, "roles cto": true, "roles cto cio": true, "roles --search security": true, "roles cto --charters": true,
		"explain": true, "explain headcount": true, "explain what-is-raci": true, "explain owned": false,
		"whatif --set technology=product": false, "advise --set technology=product": true, "next --set technology=product": false,
		"framework show": false, "framework sources": true, "framework diff builtin": false,
	} {
		for _, format := range []string{"text", "markdown", "json"} {
			args := append(strings.Fields(line), "--format", format, "--framework", dir)
			code, out := looksHarmless(t, args...)
			if code == 2 && format != "text" {
				continue // it has no such format
			}
			if says && (code != 0 || !strings.Contains(out, "owned")) {
				t.Errorf("%v: exit code %d, and it tells nothing of the framework", args, code)
			}
			if format == "markdown" && (strings.Contains(out, " <script") || strings.Contains(out, " [owned](")) {
				t.Errorf("%v has markup in it", args)
			}
		}
	}
}

// hostileYAML puts something behind every sentence of a file and counts them.
func hostileYAML(t *testing.T, file string) (sentences int) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(text, &doc); err != nil {
		t.Fatal(err)
	}
	var walk func(n *yaml.Node)
	walk = func(n *yaml.Node) {
		for i, c := range n.Content {
			key := n.Kind == yaml.MappingNode && i%2 == 0
			if c.Kind == yaml.ScalarNode && !key && strings.Count(c.Value, " ") > 3 {
				c.Value, c.Style = c.Value+owned, yaml.DoubleQuotedStyle
				sentences++
			}
			walk(c)
		}
	}
	walk(&doc)
	text, err = yaml.Marshal(&doc)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, text, 0o600); err != nil {
		t.Fatal(err)
	}
	return sentences
}
