package cli

import (
	"slices"
	"strings"
)

// difference is one thing in which two frameworks differ.
type difference struct {
	Part   string        `json:"part"` // what it is: question, rule, law, …
	ID     string        `json:"id,omitempty"`
	Kind   string        `json:"kind"` // added, removed, changed or moved
	Fields []fieldChange `json:"fields,omitempty"`

	about string // the first field of what was added or removed
}

// fieldChange is one field that is not what it was; empty is what was not there.
type fieldChange struct {
	Field string `json:"field"`
	From  string `json:"from"`
	To    string `json:"to"`
}

// differences gives all that differs between two frameworks, in the order in which
// a framework is written.
func differences(from, to contents) []difference {
	list := []difference{}
	if fields := fieldChanges(headThing(from), headThing(to)); len(fields) > 0 {
		list = append(list, difference{Part: "framework", Kind: "changed", Fields: fields})
	}
	for _, l := range comparedLists() {
		list = append(list, l.differences(l.things(from), l.things(to))...)
	}
	return list
}

func (l comparedList) differences(from, to []thing) []difference {
	var list []difference
	before, after := byID(from), byID(to)
	for _, was := range from {
		is, kept := after[was.id]
		if !kept {
			list = append(list, difference{Part: l.noun, ID: was.id, Kind: "removed", about: was.fields[0].text})
		} else if fields := fieldChanges(was, is); len(fields) > 0 {
			list = append(list, difference{Part: l.noun, ID: was.id, Kind: "changed", Fields: fields})
		}
	}
	for _, is := range to {
		if _, old := before[is.id]; !old {
			list = append(list, difference{Part: l.noun, ID: is.id, Kind: "added", about: is.fields[0].text})
		}
	}
	if was, is := shared(from, after), shared(to, before); l.ordered && !slices.Equal(was, is) {
		was, is = apart(was, is)
		list = append(list, difference{Part: l.noun, Kind: "moved",
			Fields: []fieldChange{{"order", strings.Join(was, ", "), strings.Join(is, ", ")}}})
	}
	return list
}

func byID(list []thing) map[string]thing {
	index := make(map[string]thing, len(list))
	for _, t := range list {
		index[t.id] = t
	}
	return index
}

// fieldChanges compares two states of one thing, field by field.
func fieldChanges(from, to thing) []fieldChange {
	var list []fieldChange
	for _, was := range from.fields {
		if is := to.field(was.name); is != was.text {
			list = append(list, fieldChange{was.name, was.text, is})
		}
	}
	for _, is := range to.fields {
		if is.text != "" && !slices.ContainsFunc(from.fields, func(f wordedField) bool { return f.name == is.name }) {
			list = append(list, fieldChange{is.name, "", is.text})
		}
	}
	return list
}

func (t thing) field(name string) string {
	i := slices.IndexFunc(t.fields, func(f wordedField) bool { return f.name == name })
	if i < 0 {
		return ""
	}
	return t.fields[i].text
}

// shared lists the ids of the things that another list has too, in their order.
func shared(list []thing, other map[string]thing) []string {
	var ids []string
	for _, t := range list {
		if _, ok := other[t.id]; ok {
			ids = append(ids, t.id)
		}
	}
	return ids
}

// apart cuts off what two orders of the same ids begin and end with alike.
func apart(a, b []string) (from, to []string) {
	for len(a) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return a, b
}
