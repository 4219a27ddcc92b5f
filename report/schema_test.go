package report_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"remit/advisor"
	"remit/model"
	"remit/model/schematest"
	"remit/report"
)

// schemaOf reads a published schema as a program would.
func schemaOf(t *testing.T, name string) map[string]any {
	t.Helper()
	var doc map[string]any
	if err := json.Unmarshal(report.Schema(name), &doc); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return doc
}

// A schema names itself with a version, and refuses what is no document of its kind.
func TestEveryPublishedSchemaIsOne(t *testing.T) {
	if report.Schema("no-such") != nil || report.Schema("../doc.go") != nil {
		t.Error("there is a schema that nobody published")
	}
	for _, name := range report.Schemas() {
		schema := schematest.Compile(t, report.Schema(name))
		doc := schemaOf(t, name)
		if id := fmt.Sprint(doc["$id"]); !strings.HasPrefix(id, "urn:remit:schema:"+name+":1") {
			t.Errorf("%s calls itself %s", name, id)
		}
		if name != "answers" && doc["description"] == nil || doc["title"] == nil {
			t.Errorf("%s does not say what it describes", name)
		}
		for _, wrong := range []string{`{"no": "such"}`, `[]`, `null`, `"text"`} {
			if schema.Check([]byte(wrong)) == nil {
				t.Errorf("%s takes %s", name, wrong)
			}
		}
	}
}

// pieces are the parts of a report that have a schema of their own.
func pieces() map[string]report.Piece {
	return map[string]report.Piece{"raci": report.PieceMatrix, "chart": report.PieceChart, "plan": report.PiecePlan}
}

func TestThePiecesFollowTheirSchemas(t *testing.T) {
	tooEarly := whole(t, model.Answers{})
	tooEarly.Follows, tooEarly.Book, tooEarly.WhatIf, tooEarly.Session = nil, nil, nil, nil
	edited := whole(t, dental())
	follows := *edited.Follows
	follows.Matrix, _ = advisor.Revise(follows.Matrix, []model.CellEdit{{Activity: follows.Matrix.Rows[0].Activity, Role: follows.Matrix.Columns[0], Letter: model.LetterA}})
	edited.Follows = &follows
	for name, p := range pieces() {
		schema := schematest.CompileClosed(t, report.Schema(name))
		for what, r := range map[string]report.Report{"insurer": whole(t, insurer()), "dental": whole(t, dental()), "edited": edited, "too early": tooEarly} {
			var b bytes.Buffer
			if err := report.PieceJSON(&b, r, p); err != nil {
				t.Fatal(err)
			}
			if err := schema.Check(b.Bytes()); err != nil {
				t.Errorf("%s, %s: %v", name, what, err)
			}
		}
	}
}

// A program that reads a matrix from a report reads one from remit raci as well: what
// both hold is described in the same words.
func TestAPieceIsDescribedAsInTheReport(t *testing.T) {
	at := func(doc any, path ...string) any {
		for _, step := range path {
			doc = doc.(map[string]any)[step]
		}
		return doc
	}
	follows := at(schemaOf(t, "report"), "properties", "follows", "properties").(map[string]any)
	told := 0
	for name := range pieces() {
		doc := schemaOf(t, name)
		for member, got := range at(doc, "properties").(map[string]any) {
			want, ok := follows[member]
			if !ok {
				continue
			}
			told++
			if alternatives, _ := at(got, "oneOf").([]any); len(alternatives) != 2 || !reflect.DeepEqual(alternatives[0], want) {
				t.Errorf("%s describes %s in other words than report: copy it from there", name, member)
			}
		}
		for def, got := range at(doc, "$defs").(map[string]any) {
			if want := at(schemaOf(t, "report"), "$defs", def); want != nil && !reflect.DeepEqual(got, want) {
				t.Errorf("%s defines %s in other words than report: copy it from there", name, def)
			}
		}
	}
	if told != len(follows)-2 { // charters and options are told by the report alone
		t.Errorf("the pieces describe %d of %d members", told, len(follows))
	}
}
