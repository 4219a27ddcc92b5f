package report

import (
	"bytes"
	"encoding/json"
	"io"
)

// JSON writes the report for programs: one object, indented, with the same bytes
// for the same report. It is what `advise --format json` prints and what the
// advice schema describes.
func JSON(w io.Writer, r Report) error {
	line := NewEncoder(r.Framework).AppendWithNext(nil, &r.Advice, r.Next)
	var b bytes.Buffer
	if err := json.Indent(&b, line, "", "  "); err != nil {
		return err
	}
	b.WriteByte('\n')
	_, err := b.WriteTo(w)
	return err
}
