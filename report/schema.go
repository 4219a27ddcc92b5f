package report

import (
	"bytes"
	"embed"
	"encoding/json"
	"strings"

	"remit/model"
)

//go:embed schema/*.schema.json
var schemas embed.FS

const schemaEnd = ".schema.json"

// Schemas lists the published JSON Schemas by name, in the order of the alphabet. What
// each describes says its title.
func Schemas() []string {
	files, err := schemas.ReadDir("schema")
	if err != nil {
		panic(err) // the folder is in the program
	}
	names := make([]string, len(files))
	for i, f := range files {
		names[i] = strings.TrimSuffix(f.Name(), schemaEnd)
	}
	return names
}

// Schema is the JSON Schema (draft 2020-12) of that name, nil if there is none. The one
// called advice is of what JSON and an Encoder write, of a line of a batch, and of a line
// that stands for a bad one; answers is of an answer file for the built-in framework.
func Schema(name string) []byte {
	text, err := schemas.ReadFile("schema/" + name + schemaEnd)
	if err != nil {
		return nil
	}
	return text
}

// AnswersSchema is the JSON Schema (draft 2020-12) of an answer file for f, so
// that an editor can complete and check it. The one for the built-in framework is
// published as schema/answers.schema.json.
func AnswersSchema(f *model.Framework) []byte {
	b := []byte(`{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":`)
	b = appendString(b, "urn:remit:schema:answers:1:"+f.ID+":"+f.Version)
	b = append(b, `,"title":`...)
	b = appendString(b, "Answers to the questions of "+f.Title)
	b = append(b, `,"type":"object","properties":{`...)
	for i := range f.Questions {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendQuestionSchema(b, &f.Questions[i])
	}
	b = append(b, `},"additionalProperties":false}`...)
	var out bytes.Buffer
	if err := json.Indent(&out, b, "", "  "); err != nil {
		panic(err) // appendString writes nothing but JSON
	}
	out.WriteByte('\n')
	return out.Bytes()
}

func appendQuestionSchema(b []byte, q *model.Question) []byte {
	b = appendString(b, q.ID)
	b = append(b, `:{"description":`...)
	b = appendString(b, q.Ask)
	non := []string{model.WordUnsure, model.WordNotApplicable, model.WordLater}
	if q.Kind == model.NumberQuestion {
		b = append(b, `,"oneOf":[{"type":"integer","minimum":`...)
		b = appendInt(b, q.Min)
		b = append(b, `,"maximum":`...)
		b = appendInt(b, q.Max)
		b = append(b, `},{"enum":`...)
		b = appendStrings(b, non)
		return append(b, `}]}`...)
	}
	words := make([]string, 0, len(q.Options)+len(non))
	for _, o := range q.Options {
		words = append(words, o.ID)
	}
	b = append(b, `,"enum":`...)
	b = appendStrings(b, append(words, non...))
	return append(b, '}')
}
