package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"go.yaml.in/yaml/v3"

	"remit/model"
)

// An answer file is one YAML mapping from question ids to single values. JSON is
// YAML, so one reader serves both. It is stricter than YAML: no second document,
// no tags, anchors, aliases or merging of keys, no value that needs guessing.

// maxAnswers is the greatest size of an answer file; one that a person wrote is a
// thousand times smaller.
const maxAnswers = 1 << 20

// parseAnswers reads an answer file. name is what errors call it. The error is
// model.Faults with everything that is wrong, each with file:line:column as far
// as it is known.
func parseAnswers(f *model.Framework, name string, text []byte) (model.Answers, error) {
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	root, err := parseYAML(name, text)
	if err != nil {
		return nil, model.Faults{err}
	}
	if root == nil {
		return nil, model.Faults{{Kind: model.KindInvalid, Where: name, What: "there are no answers in it",
			Cure: "Write one answer a line, such as headcount: 40. A file that is meant to say nothing is {}."}}
	}
	p := answerParser{f: f, file: name, answers: model.Answers{}, first: map[string]int{}}
	p.mapping(root)
	if err := p.faults.err(); err != nil {
		return nil, err
	}
	return p.answers, nil
}

// parseYAML gives the one node of the one document in text, nil for a text without
// one. The cures are those for answer files.
func parseYAML(name string, text []byte) (*yaml.Node, *model.Error) {
	if err := noText(name, text); err != nil {
		return nil, err
	}
	var doc, more yaml.Node
	d := yaml.NewDecoder(bytes.NewReader(text))
	switch err := d.Decode(&doc); {
	case errors.Is(err, io.EOF), err == nil && empty(&doc):
		return nil, nil
	case err != nil:
		return nil, noSyntax(name, text, err)
	}
	switch err := d.Decode(&more); {
	case err == nil:
		return nil, &model.Error{Kind: model.KindInvalid, Where: place(name, more.Line, more.Column),
			What: second, Cure: oneSet}
	case !errors.Is(err, io.EOF):
		return nil, noSyntax(name, text, err)
	}
	return doc.Content[0], nil
}

func empty(doc *yaml.Node) bool {
	return len(doc.Content) == 0 || doc.Content[0].ShortTag() == "!!null" && doc.Content[0].Value == ""
}

func place(name string, line, column int) string { return fmt.Sprintf("%s:%d:%d", name, line, column) }

// answerParser turns nodes into answers and collects what is wrong.
type answerParser struct {
	f       *model.Framework
	file    string
	answers model.Answers
	first   map[string]int // the line on which a question was first answered
	faults  faultList
}

func (p *answerParser) fault(n *yaml.Node, what, cure string) {
	p.faults.add(&model.Error{Kind: model.KindInvalid, Where: place(p.file, n.Line, n.Column), What: what, Cure: cure})
}

func (p *answerParser) mapping(root *yaml.Node) {
	if root.Kind != yaml.MappingNode {
		p.fault(root, "an answer file maps questions to answers; this is "+kindWord(root), "Write one answer a line, such as headcount: 40.")
		return
	}
	p.decorated(root)
	if exported(root) {
		p.fault(root, "this is a whole session, which sessions export wrote, not an answer file",
			"To get advice on a session: remit sessions show NAME --format markdown; one from elsewhere first needs remit sessions import.")
		return
	}
	for i := 0; i+1 < len(root.Content); i += 2 {
		p.pair(root.Content[i], root.Content[i+1])
	}
}

// exported reports the mark that sessions export puts on what it writes.
func exported(root *yaml.Node) bool {
	for i := 0; i+1 < len(root.Content); i += 2 {
		if root.Content[i].Value == transferMark {
			return true
		}
	}
	return false
}

func (p *answerParser) pair(key, value *yaml.Node) {
	if key.Kind != yaml.ScalarNode {
		p.fault(key, "a question is named by its id; this is "+kindWord(key), "")
		return
	}
	bad := p.decorated(key) || p.decorated(value)
	id := key.Value
	if line, twice := p.first[id]; twice {
		p.fault(key, fmt.Sprintf("%s is answered twice, first on line %d", model.Quote(id), line), "Keep one of them.")
		return
	}
	p.first[id] = key.Line
	q := p.f.Question(id)
	if q == nil {
		e := p.faults.unknown(p.f, id)
		p.fault(key, e.What, e.Cure)
		return
	}
	if bad {
		return
	}
	a, err := answerTo(q, scalarOf(value))
	if err != nil {
		e, _ := errors.AsType[*model.Error](err)
		p.fault(value, e.What, e.Cure)
		return
	}
	p.answers[id] = a
}

// decorated refuses what YAML allows and an answer file does not need.
func (p *answerParser) decorated(n *yaml.Node) bool {
	switch {
	case n.Kind == yaml.AliasNode, n.Anchor != "":
		p.fault(n, "anchors and aliases have no place in an answer file", "Write the value out.")
	case n.Style&yaml.TaggedStyle != 0:
		p.fault(n, "tags have no place in an answer file", "Write the value alone.")
	default:
		return false
	}
	return true
}

func scalarOf(n *yaml.Node) scalar {
	const quoted = yaml.DoubleQuotedStyle | yaml.SingleQuotedStyle | yaml.LiteralStyle | yaml.FoldedStyle
	switch {
	case n.Kind != yaml.ScalarNode:
		return scalar{nestedScalar, kindWord(n)}
	case n.Style&quoted != 0:
		return scalar{wordScalar, n.Value}
	case plainDigits(n.Value):
		return scalar{numberScalar, n.Value} // also one that is too long for the parser to take for a number
	}
	switch n.ShortTag() {
	case "!!null":
		return scalar{nullScalar, n.Value}
	case "!!bool":
		return scalar{boolScalar, n.Value}
	case "!!int", "!!float":
		return scalar{numberScalar, n.Value}
	}
	return scalar{wordScalar, n.Value}
}

func kindWord(n *yaml.Node) string {
	switch n.Kind {
	case yaml.SequenceNode:
		return "a list"
	case yaml.MappingNode:
		return "a mapping"
	case yaml.AliasNode:
		return "an alias"
	}
	return "a single value"
}
