package advisor

import "testing"

// Most seeded faults in bands, references, tables, cases and conflicts lie between two
// things, where no schema looks. These do not: an editor shows them while one types.
func TestSchemaRefusesShapesAmongReferences(t *testing.T) {
	seen := map[string]bool{
		"bands/a band without a label":                        true,
		"cases/a case without facts":                          true,
		"cases/a case of another kind":                        true,
		"cases/a case that expects nothing that exists":       true,
		"cases/a non-answer as a fact":                        true,
		"references/points for a structure that is none":      true,
		"references/an exclusion of a structure that is none": true,
		"references/a rule about a structure that is none":    true,
		"references/a structure that is none":                 true,
		"references/a source that is named twice":             true,
		"references/an option that is called like no answer":  true,
		"tables/no result":                                    true,
		"tables/one position":                                 true,
		"tables/a position without sources":                   true,
		"tables/a voice of nobody":                            true,
	}
	schema := frameworkSchema(t)
	for _, file := range []string{"bands", "cases", "references", "tables", "conflicts"} {
		for _, c := range readFaultCases(t, "testdata/faults/"+file+".txt") {
			name := file + "/" + c.name
			text, _ := c.text()
			if err := accepts(schema, text); (err != nil) != seen[name] {
				t.Errorf("%s: the schema says %v", name, err)
			}
			delete(seen, name)
		}
	}
	for name := range seen {
		t.Errorf("no case %s", name)
	}
}
