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
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema))
	if err != nil {
		t.Fatal(err)
	}
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
