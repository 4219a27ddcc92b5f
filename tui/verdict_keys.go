package tui

// tabDigits are the keys of the pages, from the first to the tenth.
const tabDigits = "1234567890"

// turns are the keys of the result that work beside those of a page of its own: what
// the page uses itself is not among them.
func (k verdictKeys) turns(p part) []binding {
	free := func(b binding, keys, label string) binding {
		for _, own := range p.Keys() {
			for _, name := range own.Keys() {
				if own.Enabled() && b.answersTo(name) {
					return bind(keys, label, b.Help().Desc, b.says)
				}
			}
		}
		return b
	}
	k.next = free(k.next, "tab", "tab")
	k.prev = free(k.prev, "shift+tab", "shift+tab")
	return []binding{k.next, k.suppose, k.export, k.review, k.resume, k.roles, k.prev, k.tab}
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
