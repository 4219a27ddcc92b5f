package tui

import (
	"slices"
	"strings"
)

// tabDigits are the keys of the pages, from the first to the tenth.
const tabDigits = "1234567890"

func (v *verdictScreen) Keys() []binding {
	k := v.keys
	k.tab = k.tab.as("1-"+tabDigits[len(v.tabs)-1:len(v.tabs)], "")
	if p := v.part(); p != nil {
		if p.Capturing() {
			return p.Keys()
		}
		k.settle, k.undo = k.settle.when(v.settles()), v.undoKey()
		return k.withPart(v.tab, p)
	}
	choosing := v.tab == tabUnknown && len(v.unknown()) > 0
	if v.body.over() && !choosing {
		k.up = k.up.as(glyphUp+glyphDown, "read")
	}
	if v.tab == tabWhatIf && !v.early() {
		k.suppose = k.suppose.with("enter").as("enter", "try")
	}
	opens := choosing || v.early() && v.next.Question != ""
	proves := v.tab != tabUnknown && v.tab != tabWhatIf && v.tab != tabSources && !v.early()
	first := v.tab == tabVerdict // there it is what to do next, and stands where it is seen
	list := []binding{
		k.open.when(opens), v.undoKey(), k.settle.when(v.settles() && first), k.costs.when(v.pricing()),
		k.next, k.suppose, k.export, k.up, k.evidence.when(proves), k.settle.when(v.settles() && !first),
		k.review, k.resume, k.roles, k.prev, k.tab, k.reset.when(v.pricing() && len(v.session.Costs) > 0),
	}
	return append(list, k.moveKeys.list()[1:]...)
}

// withPart gives the keys of a page of its own and those of the result. Narrow footers
// have room for four or five: what the page is for, then the way to the next page, then
// what people look for on this one.
func (k verdictKeys) withPart(tab verdictTab, p part) []binding {
	own, beside := p.Keys(), k.turns(p)
	list := append(slices.Clone(own[:2]), beside[0])
	switch tab {
	case tabRACI: // its arrows lead nowhere else: the way on has to be in the narrowest footer
		list[1], list[2] = list[2], list[1]
	case tabChart:
		list = append(list, k.export)
	case tabRoles:
		k.roles = k.roles.as("o", "all roles")
		list = append(list, k.roles)
	}
	shown := len(list)
	list = append(list, own[2:]...)
	for _, b := range beside[1:] {
		if !slices.ContainsFunc(list[2:shown], func(x binding) bool { return slices.Equal(x.Keys(), b.Keys()) }) {
			list = append(list, b)
		}
	}
	return list
}

// turns are the keys of the result that work beside those of a page of its own: what
// the page uses itself is not among them.
func (k verdictKeys) turns(p part) []binding {
	free := func(b binding, keys, label string) binding {
		for _, own := range p.Keys() {
			for _, name := range own.Keys() {
				if own.Enabled() && b.answersTo(name) {
					says, _, _ := strings.Cut(b.says, " (also ")
					return bind(keys, label, b.Help().Desc, says)
				}
			}
		}
		return b
	}
	k.next = free(k.next, "tab", "tab")
	k.prev = free(k.prev, "shift+tab", "shift+tab")
	k.undo = k.undo.when(k.undo.Enabled() && !owns(p, k.undo))
	return []binding{k.next, k.undo, k.suppose, k.settle, k.export, k.review, k.resume, k.roles, k.prev, k.tab}
}

// owns reports that a page of its own has a use for the key now.
func owns(p part, b binding) bool {
	return slices.ContainsFunc(p.Keys(), func(own binding) bool {
		return own.Enabled() && slices.ContainsFunc(b.Keys(), own.answersTo)
	})
}

// answersTo reports whether a key of this name is the binding's.
func (b binding) answersTo(name string) bool {
	for _, own := range b.Keys() {
		if own == name {
			return true
		}
	}
	return false
}

// with gives the binding one more key.
func (b binding) with(name string) binding {
	b.SetKeys(append(append([]string(nil), b.Keys()...), name)...)
	return b
}
