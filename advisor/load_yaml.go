package advisor

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"go.yaml.in/yaml/v3"

	"remit/model"
)

// maxDepth is how deep lists and mappings may be nested. The format needs eight.
const maxDepth = 32

// parseFile gives the content of the file's one document, nil if it cannot be
// read or has more to it than plain mappings, lists and values.
func (in *loading) parseFile(file textFile) *yaml.Node {
	lines := &lineReader{rest: file.data}
	decoder := yaml.NewDecoder(lines)
	var doc yaml.Node
	err := decodeNode(decoder, &doc)
	if errors.Is(err, io.EOF) {
		in.said.add(place{file: file.index}, "the file is empty", "Fill it, or remove it.")
		return nil
	}
	if err != nil {
		in.said.add(syntaxFault(file, lines.read, err))
		return nil
	}
	var second yaml.Node
	switch err := decodeNode(decoder, &second); {
	case errors.Is(err, io.EOF):
	case err != nil:
		in.said.add(syntaxFault(file, lines.read, err))
		return nil
	default:
		in.said.add(place{file.index, second.Line, second.Column}, "the file goes on after the end of its first document", "Take out the line --- or ... and put all of it into one document.")
		return nil
	}
	if len(doc.Content) == 0 || !in.plain(file, doc.Content[0], 1) {
		return nil
	}
	return doc.Content[0]
}

// decodeNode is Decode for one node. The parser gives up on some comments in odd
// places with a panic of its own; to the reader that is a fault like any other.
func decodeNode(d *yaml.Decoder, n *yaml.Node) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("yaml: %v", r)
		}
	}()
	return d.Decode(n)
}

// lineReader gives a text line by line and counts. The parser's own line numbers
// name the start of whatever it was in, which may be a page above the fault; the
// line that it asked for last is never more than two behind it.
type lineReader struct {
	rest []byte
	read int
}

func (r *lineReader) Read(p []byte) (int, error) {
	if len(r.rest) == 0 {
		return 0, io.EOF
	}
	n := min(len(p), len(r.rest))
	if end := bytes.IndexByte(r.rest[:n], '\n'); end >= 0 {
		n = end + 1
		r.read++
	}
	copy(p, r.rest[:n])
	r.rest = r.rest[n:]
	return n, nil
}

// syntaxFault makes a fault of the parser's complaint after so many lines. A tab
// in the indentation, the commonest cause, is found exactly.
func syntaxFault(file textFile, lines int, err error) (at place, what, cure string) {
	if tab := tabIndent(file.data); tab >= 0 {
		return placeOf(file, tab), "the line is indented with a tab", "Indent with spaces."
	}
	message := strings.TrimPrefix(err.Error(), "yaml: ")
	if rest, ok := strings.CutPrefix(message, "line "); ok {
		_, message, _ = strings.Cut(rest, ": ")
	}
	at = place{file.index, max(lines, 1), 1}
	if strings.HasPrefix(message, "unknown anchor") {
		return at, "aliases (*name) are not used in frameworks", "A text that begins with * needs quotes."
	}
	return at, "this is not YAML: " + model.Clean(model.Cut(message, 200)),
		"Look at this line and the two before it: at the indentation, at unclosed quotes and brackets, and at texts with \": \" or \" #\" in them, which need quotes."
}

// tabIndent finds the first tab in an indentation, -1 if there is none.
func tabIndent(data []byte) int {
	indent := true
	for i, c := range data {
		switch {
		case c == '\n':
			indent = true
		case c == '\t' && indent:
			return i
		case c != ' ':
			indent = false
		}
	}
	return -1
}

// plain reports everything in the tree that the format does not use. Names for
// values are refused since a few bytes of them can stand for gigabytes.
func (in *loading) plain(file textFile, n *yaml.Node, depth int) bool {
	at := place{file.index, n.Line, n.Column}
	if depth > maxDepth {
		in.said.add(at, fmt.Sprintf("this is nested more than %d deep", maxDepth), "The format needs eight levels; look for a bracket too many.")
		return false
	}
	ok := true
	refuse := func(what, cure string) {
		in.said.add(at, what, cure)
		ok = false
	}
	switch {
	case n.Kind == yaml.AliasNode:
		refuse("aliases (*name) are not used in frameworks", "Write the value out.")
	case n.Tag == "!!merge":
		refuse("merge keys (<<) are not used in frameworks", "Write the keys out.")
	case n.Style&yaml.TaggedStyle != 0:
		refuse("tags (!name) are not used in frameworks", "Take the tag out; a text that begins with ! needs quotes.")
	}
	if n.Anchor != "" {
		refuse("anchors (&name) are not used in frameworks", "Take the anchor out; a text that begins with & needs quotes.")
	}
	for _, child := range n.Content {
		ok = in.plain(file, child, depth+1) && ok
	}
	return ok
}
