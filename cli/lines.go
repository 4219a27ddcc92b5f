package cli

import (
	"bufio"
	"errors"
	"io"
	"strings"

	"remit/model"
)

// inQuotes puts what people have named into a sentence as it looks where they named it.
// What a command was given and does not understand goes by model.Quote, which shows
// what cannot be seen.
func inQuotes(text string) string { return `"` + model.Clean(text) + `"` }

// readLine reads one line of what a person typed, cleaned and trimmed. A last
// line without a line break counts. Of a line longer than model.MaxText only the
// beginning is kept; cut says so. At the end of the input err is io.EOF.
func readLine(r *bufio.Reader) (line string, cut bool, err error) {
	var b strings.Builder
	for {
		part, err := r.ReadSlice('\n')
		room := model.MaxText - b.Len()
		if len(part) > room {
			part, cut = part[:room], true
		}
		b.Write(part)
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case errors.Is(err, io.EOF) && b.Len() > 0:
			err = nil
		}
		return strings.TrimSpace(model.Clean(b.String())), cut, err
	}
}
