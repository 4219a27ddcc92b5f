// Package schematest holds texts against JSON Schemas, for the tests of every package
// that publishes one or writes what one describes. It is a package of its own because
// those tests are in several packages; only tests import it, and no program carries
// the library behind it.
//
// A schema that compiles says nothing yet: hold texts against it that it must refuse,
// too.
package schematest

import (
	"bytes"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// Schema is a JSON Schema that texts are held against.
type Schema struct{ compiled *jsonschema.Schema }

// Compile reads a schema; the test ends if it is none.
func Compile(t testing.TB, schema []byte) Schema {
	t.Helper()
	return compile(t, read(t, schema))
}

// CompileClosed is Compile of a schema that refuses every field of which it does not
// tell. Readers are to take fields that come later; those who write them are to describe
// them.
func CompileClosed(t testing.TB, schema []byte) Schema {
	t.Helper()
	doc := read(t, schema)
	shut(doc)
	return compile(t, doc)
}

// shut closes every object of a schema that lists its fields.
func shut(part any) {
	switch part := part.(type) {
	case map[string]any:
		if _, open := part["additionalProperties"]; part["properties"] != nil && !open {
			part["additionalProperties"] = false
		}
		for _, inner := range part {
			shut(inner)
		}
	case []any:
		for _, inner := range part {
			shut(inner)
		}
	}
}

func read(t testing.TB, schema []byte) any {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func compile(t testing.TB, doc any) Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	if err := c.AddResource("urn:test", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("urn:test")
	if err != nil {
		t.Fatal(err)
	}
	return Schema{s}
}

// Check reports where a text is not JSON, or breaks the schema.
func (s Schema) Check(text []byte) error {
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		return err
	}
	return s.compiled.Validate(v)
}
