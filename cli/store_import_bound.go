package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"remit/model"
)

// What every file of sessions is looked at for before its JSON is read.

// byteOrderMark is what some editors put before UTF-8 text.
const byteOrderMark = "\ufeff"

// isUTF16 reports whether text begins as UTF-16 does.
func isUTF16(text []byte) bool {
	return bytes.HasPrefix(text, []byte("\xff\xfe")) || bytes.HasPrefix(text, []byte("\xfe\xff"))
}

// notUTF8 is the error for UTF-16 text.
func notUTF8(name string) error {
	return &model.Error{Kind: model.KindInvalid, What: "import " + name, Err: errors.New("it is UTF-16 text, not UTF-8"),
		Lost: notImported, Cure: "Save it as UTF-8, or export the session again."}
}

// errOverlong says that a session is larger than any can be.
var errOverlong = fmt.Errorf("it is larger than %d MiB", maxTransfer>>20)

// bounded ends with errOverlong once left bytes were read. Whoever reads one document
// after another sets left anew for each, so that a document without an end does not fill
// the memory.
type bounded struct {
	from io.Reader
	left int
}

func (b *bounded) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, errOverlong
	}
	n, err := b.from.Read(p[:min(len(p), b.left)])
	b.left -= n
	return n, err
}
