package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf8"

	"remit/model"
)

// writeJSON writes a document for programs and for people who look at it: what a
// terminal would obey is escaped, so it reads back exactly and shows harmlessly.
func writeJSON(w io.Writer, doc any) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(doc); err != nil {
		return err
	}
	_, err := w.Write(escaped(b.Bytes()))
	return err
}

// escaped replaces characters that model.Clean would take out, and that can
// stand only inside strings, by their JSON escapes. The encoder has already done
// so for ASCII.
func escaped(doc []byte) []byte {
	safe := make([]byte, 0, len(doc))
	for len(doc) > 0 {
		r, size := utf8.DecodeRune(doc)
		switch {
		case r < utf8.RuneSelf || model.Clean(string(r)) == string(r):
			safe = append(safe, doc[:size]...)
		case r > 0xFFFF:
			r -= 0x10000
			safe = fmt.Appendf(safe, `\u%04x\u%04x`, 0xD800+r>>10, 0xDC00+r&0x3FF)
		default:
			safe = fmt.Appendf(safe, `\u%04x`, r)
		}
		doc = doc[size:]
	}
	return safe
}
