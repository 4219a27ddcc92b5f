package advisor

import (
	"encoding/json"
	"io/fs"
	"os"
	"path"
	"testing"

	"go.yaml.in/yaml/v3"

	"remit/model/schematest"
)

// Editors accept every file of the built-in framework and of the example.
func TestSchemaAcceptsWhatIsRight(t *testing.T) {
	schema := frameworkSchema(t)
	for _, folder := range []fs.FS{BuiltinFS(), os.DirFS("../examples/hospital")} {
		names, err := fs.Glob(folder, "*.yaml")
		if err != nil || len(names) == 0 {
			t.Fatal("no files", err)
		}
		for _, name := range names {
			text, err := fs.ReadFile(folder, name)
			if err != nil {
				t.Fatal(err)
			}
			if err := accepts(schema, string(text)); err != nil {
				t.Errorf("%s: %v\nIs there something new in the format? framework.schema.json must know it.", name, err)
			}
		}
	}
}

// unseen are the seeded faults in keys, values, conditions and the shape of a playbook that
// the schema cannot see, with the reason. Faults in bands, tables and references lie between things,
// where no schema looks.
var unseen = map[string]string{
	"conditions/an option of a number":                       "it does not know which question takes what",
	"conditions/a bound of a choice":                         "it does not know which question takes what",
	"conditions/a bound that no number meets":                "it does not know which question takes what",
	"conditions/a bound below every number":                  "it does not know which question takes what",
	"conditions/bounds that cross":                           "it compares no numbers",
	"moves/growth that stops on an answer that nobody gives": "it does not know which question takes what",
	"moves/growth that stops on a question that nobody asks": "it does not know which questions there are",
	"moves/growth that stops on its own number":              "it does not know whose condition it reads",
	"conditions/an exclusion of everything":                  "it sees one rule at a time",
	"conditions/an exclusion of everything by two rules":     "it sees one rule at a time",
	"values/a boolean in place of a text":                    "No is a text to YAML 1.2",
	"values/a date in place of a text":                       "a date is a text to YAML 1.2",
	"values/an escape sequence":                              "remit knows many more characters that cannot be seen",
	"values/a bidirectional control":                         "remit knows many more characters that cannot be seen",
	"values/an octal number":                                 "it sees the number, not how it was written",
	"values/a hexadecimal number":                            "it sees the number, not how it was written",
}

// What is wrong with the shape of a file, an editor shows while it is typed.
func TestSchemaRefusesSeededFaults(t *testing.T) {
	schema := frameworkSchema(t)
	if err := accepts(schema, MinimalFramework); err != nil {
		t.Fatalf("the minimal framework: %v", err)
	}
	if err := accepts(schema, minimalBooked()); err != nil {
		t.Fatalf("the minimal playbook: %v", err)
	}
	refused := 0
	for _, file := range []string{"faults/keys", "faults/values", "faults/conditions", "faults/moves", "playbook/shape"} {
		for _, c := range readFaultCases(t, "testdata/"+file+".txt") {
			name := path.Base(file) + "/" + c.name
			if path.Dir(file) == "playbook" {
				c.base = minimalBooked()
			}
			text, _ := c.text()
			err := accepts(schema, text)
			why, hidden := unseen[name]
			switch {
			case err == nil && !hidden:
				t.Errorf("%s: the schema does not see it", name)
			case err != nil && hidden:
				t.Errorf("%s: the schema sees it, although %s", name, why)
			case err != nil:
				refused++
			}
		}
	}
	t.Logf("the schema sees %d faults and cannot see %d", refused, len(unseen))
}

func frameworkSchema(t *testing.T) schematest.Schema {
	t.Helper()
	return schematest.Compile(t, FrameworkSchema())
}

// accepts reads a file as an editor does and holds it against the schema.
func accepts(s schematest.Schema, text string) error {
	var doc any
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		return err
	}
	plain, err := json.Marshal(doc)
	if err != nil {
		return err
	}
	return s.Check(plain)
}
