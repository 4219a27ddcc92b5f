package advisor

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"remit/model"
)

// naming finds the roles of a playbook that a text names.
type naming []roleName // the longest first: a virtual CIO is no CIO

type roleName struct {
	role *model.Role
	name string // in small letters
}

// newNaming knows the roles that are on a chart by what sentences call them; the others
// only so that nobody else is found in their names.
func newNaming(book *model.Playbook) (n naming) {
	for i := range book.Roles {
		r := &book.Roles[i]
		n = append(n, roleName{r, strings.ToLower(spoken(r))})
		for _, name := range r.Known {
			n = append(n, roleName{r, strings.ToLower(name)})
		}
	}
	slices.SortStableFunc(n, func(a, b roleName) int { return cmp.Compare(len(b.name), len(a.name)) })
	return n
}

// spoken is what sentences call a role, without the article.
func spoken(r *model.Role) string { return strings.TrimPrefix(r.Named(), "the ") }

// named gives the roles on a chart that a text names, each once.
func (n naming) named(text string) (roles []*model.Role) {
	text = strings.ToLower(text)
	for _, x := range n {
		if !strings.Contains(text, x.name) {
			continue
		}
		var definite bool
		if text, definite = takeOut(text, x.name); definite && charted(*x.role) && !slices.Contains(roles, x.role) {
			roles = append(roles, x.role)
		}
	}
	return roles
}

// takeOut leaves a full stop wherever a text has a name, or several of the name, as words of
// their own; definite is false if it only speaks of any of the kind.
func takeOut(text, name string) (rest string, definite bool) {
	var b strings.Builder
	for at := 0; ; {
		i := strings.Index(text[at:], name)
		if i < 0 {
			return b.String() + text[at:], definite
		}
		from, to := at+i, at+i+len(name)
		if several := to + 1; strings.HasPrefix(text[to:], "s") && apart(text, several) {
			to = several
		}
		if !apart(text, from) || !apart(text, to) {
			_, size := utf8.DecodeRuneInString(text[from:])
			b.WriteString(text[at : from+size])
			at = from + size
			continue
		}
		start := from - article(text[:from])
		b.WriteString(text[at:max(at, start)] + ".")
		definite = definite || start == from
		at = to
	}
}

// article is the length of the word at the end of what stands before a name that makes it
// one of many; 0 if there is none.
func article(before string) int {
	for _, word := range []string{"a ", "an ", "another ", "no "} {
		if strings.HasSuffix(before, word) && apart(before, len(before)-len(word)) {
			return len(word)
		}
	}
	return 0
}

// apart reports whether no word goes on from one side of a place in a text to the other.
func apart(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at:])
	return !joins(before) || !joins(after)
}

// joins reports whether a character makes one word with others beside it. Scripts that are
// written without spaces show nobody where a word ends.
func joins(r rune) bool {
	spaced := !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
	return r == '_' || spaced && (unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r))
}
