package advisor

import (
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"remit/model"
)

// maxKeys is more than any mapping of the format can have: a condition on every
// question is the largest.
const maxKeys = 256

// spot is one value in a file, with what is needed to complain about it.
type spot struct {
	in   *loading
	file int
	node *yaml.Node
	of   string // the thing that it belongs to, `rule "x"`; empty at the top of a file
	key  string // what it is called there, "because"
	item int    // its number in the list of that name, from 1; 0 if it is no item
}

func (s spot) place() place { return place{s.file, s.node.Line, s.node.Column} }

// fault records what is wrong with the thing that s belongs to, at the place of s.
func (s spot) fault(what, cure string) {
	s.in.said.add(s.place(), s.about(what), cure)
}

// lazyFault is fault with a cure that takes time to work out.
func (s spot) lazyFault(what string, cure func() string) {
	s.in.said.addLazily(s.place(), s.about(what), cure)
}

func (s spot) about(what string) string {
	if s.of == "" {
		return what
	}
	return s.of + ": " + what
}

// name is how s is called in a complaint about its value.
func (s spot) name() string {
	if s.item > 0 {
		return fmt.Sprintf("item %d of %s", s.item, s.key)
	}
	return s.key
}

// wants records that s is not what it should be.
func (s spot) wants(what, cure string) {
	s.fault(s.name()+" is "+describe(s.node)+", not "+what, cure)
}

// list gives the items of a list. A list without items is a fault: where nothing
// is meant the key is left out.
func (s spot) list() []spot {
	if s.node.Kind != yaml.SequenceNode {
		s.wants("a list", "Write [one, two], or one item a line, each after \"- \".")
		return nil
	}
	if len(s.node.Content) == 0 {
		s.fault(s.name()+" is empty", "Fill it, or leave it out where it may be left out.")
	}
	spots := make([]spot, len(s.node.Content))
	for i, n := range s.node.Content {
		spots[i] = spot{in: s.in, file: s.file, node: n, of: s.of, key: s.key, item: i + 1}
	}
	return spots
}

// pair is one line of a mapping: the spot of the key and that of its value.
type pair struct{ key, value spot }

// pairs gives the lines of a mapping; the key of a value's spot is the line's.
// Keys that are no words, and keys that came before, are reported and left out.
func (s spot) pairs() []pair {
	if len(s.node.Content) > 2*maxKeys {
		s.fault(fmt.Sprintf("this has more than %d keys", maxKeys), "The format has nothing with so many; look at the indentation.")
		return nil
	}
	seen := make(map[string]int, len(s.node.Content)/2)
	var pairs []pair
	for i := 0; i+1 < len(s.node.Content); i += 2 {
		k, v := s.node.Content[i], s.node.Content[i+1]
		key := spot{in: s.in, file: s.file, node: k, of: s.of, key: "key"}
		if k.Kind != yaml.ScalarNode {
			key.wants("a word", "")
			continue
		}
		if line, twice := seen[k.Value]; twice {
			key.fault(fmt.Sprintf("key %q is there twice", shown(k.Value)), fmt.Sprintf("The first is in line %d. Keep one.", line))
			continue
		}
		seen[k.Value] = k.Line
		pairs = append(pairs, pair{key, spot{in: s.in, file: s.file, node: v, of: s.of, key: k.Value}})
	}
	return pairs
}

// form is a mapping of the format: a thing with named fields. It remembers which
// fields were asked for, so that done can name those that nobody knows.
type form struct {
	spot
	noun   string
	fields map[string]pair
	order  []string
	known  []string
	broken bool // no mapping at all: its fields are not missed
}

// form reads s as the fields of a noun. Its faults speak of the noun with its id
// or, as options and bands are best told by it, its label.
//
// The form of noun "" is a part of the thing it stands in.
func (s spot) form(noun string) *form {
	f := &form{spot: s, noun: noun, fields: map[string]pair{}}
	if s.node.Kind != yaml.MappingNode {
		s.wants("a mapping", "Write its fields as key: value.")
		f.broken = true
		return f
	}
	if noun != "" {
		f.of = s.about(noun + f.called())
	}
	for _, p := range f.pairs() {
		f.fields[p.key.node.Value] = p
		f.order = append(f.order, p.key.node.Value)
	}
	return f
}

// called is what distinguishes the thing from others of its noun.
func (f *form) called() string {
	content := f.node.Content
	for _, key := range []string{"id", "label"} {
		for i := 0; i+1 < len(content); i += 2 {
			if content[i].Value == key && content[i+1].Kind == yaml.ScalarNode && content[i+1].Value != "" {
				return fmt.Sprintf(" %q", shown(content[i+1].Value))
			}
		}
	}
	if f.item > 0 {
		return fmt.Sprintf(" %d", f.item)
	}
	return ""
}

// get gives the value of a field, if the form has it.
func (f *form) get(key string) (spot, bool) {
	if !slices.Contains(f.known, key) {
		f.known = append(f.known, key)
	}
	p, ok := f.fields[key]
	return p.value, ok
}

// has tells whether the form has a field.
func (f *form) has(key string) bool {
	_, ok := f.get(key)
	return ok
}

// refuse reports a field that has no meaning here, and why.
func (f *form) refuse(key, why string) {
	if _, ok := f.get(key); ok {
		f.fields[key].key.fault(key+" has no meaning here: "+why, "Take it out.")
	}
}

// done reports the fields that nobody asked for.
func (f *form) done() {
	for _, key := range f.order {
		if !slices.Contains(f.known, key) {
			at := f.fields[key].key
			if !at.legible(key) {
				continue
			}
			at.lazyFault(fmt.Sprintf("unknown key %q", shown(key)), func() string {
				return suggest(key, "keys", f.known)
			})
		}
	}
}

// required reads a field that the form must have.
func required[T any](f *form, key string, read func(spot) T) T {
	s, ok := f.get(key)
	if ok {
		return read(s)
	}
	if !f.broken {
		f.fault(key+" is missing", "")
	}
	var none T
	return none
}

// optional reads a field that may be left out.
func optional[T any](f *form, key string, read func(spot) T) T {
	var none T
	if s, ok := f.get(key); ok {
		return read(s)
	}
	return none
}

// each reads the items of a list.
func each[T any](read func(spot) T) func(spot) []T {
	return func(s spot) []T {
		spots := s.list()
		items := make([]T, len(spots))
		for i, s := range spots {
			items[i] = read(s)
		}
		return items
	}
}

// describe says what a node is, in the words of somebody who writes YAML.
func describe(n *yaml.Node) string {
	switch {
	case n.Kind == yaml.MappingNode:
		return "a mapping"
	case n.Kind == yaml.SequenceNode:
		return "a list"
	case n.Kind != yaml.ScalarNode:
		return "an alias"
	case n.Tag == "!!null", n.Value == "":
		return "empty"
	case n.Tag == "!!int", n.Tag == "!!float":
		return "the number " + shown(n.Value)
	case oldBoolean(n):
		return "the boolean " + shown(n.Value)
	case n.Tag == "!!timestamp":
		return "the date " + shown(n.Value)
	}
	return "the text " + shown(n.Value)
}

// oldBoolean tells whether some readers of YAML take the node for a boolean. For
// the parser yes, no, on and off are texts; to editors and other tools that
// follow the older standard they are not.
func oldBoolean(n *yaml.Node) bool {
	if n.Kind != yaml.ScalarNode || n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
		return false
	}
	switch strings.ToLower(n.Value) {
	case "yes", "no", "on", "off", "true", "false":
		return true
	}
	return false
}

// shown makes a piece of a file fit for a complaint.
func shown(s string) string { return model.Clean(model.Cut(s, 60)) }
