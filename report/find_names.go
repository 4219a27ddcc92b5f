package report

import (
	"slices"
	"strings"
	"unicode"

	"remit/model"
)

// namings are runs of words with what stands for them, by their first word and the
// longest first.
type namings map[string][]naming

type naming struct {
	words, means []string
	bent         bool // words with an ending that was put to them here
}

func (n namings) add(words []string, means ...string) {
	if len(words) == 0 {
		return
	}
	n.put(naming{words: words, means: means})
}

func (n namings) put(x naming) {
	list := slices.DeleteFunc(n[x.words[0]], func(old naming) bool { return old.bent && slices.Equal(old.words, x.words) })
	list = append(list, x)
	slices.SortStableFunc(list, func(a, b naming) int { return len(b.words) - len(a.words) })
	n[x.words[0]] = list
}

// teach adds what words mean, and their plural, unless they have a meaning already: what
// roles are called goes before what people say for it, and is the one thing that may stand
// here before, because a framework that says several words for two things is refused.
func (n namings) teach(words, means []string) {
	if len(words) == 0 || n.has(words) {
		return
	}
	n.add(words, means...)
	last := words[len(words)-1]
	if strings.HasSuffix(last, "s") {
		return
	}
	if plural := append(slices.Clone(words[:len(words)-1]), last+"s"); !n.has(plural) {
		n.put(naming{plural, means, true})
	}
}

// has reports that somebody says these words for something.
func (n namings) has(words []string) bool {
	return len(words) > 0 && slices.ContainsFunc(n[words[0]], func(x naming) bool { return !x.bent && slices.Equal(x.words, words) })
}

// replace puts what stands for a run of words in its place, wherever it occurs.
func (n namings) replace(words []string) []string {
	out := make([]string, 0, len(words))
	for i := 0; i < len(words); {
		list := n[words[i]]
		at := slices.IndexFunc(list, func(x naming) bool {
			return len(x.words) <= len(words)-i && slices.Equal(words[i:i+len(x.words)], x.words)
		})
		if at < 0 {
			out = append(out, words[i])
			i++
			continue
		}
		out = append(out, list[at].means...)
		i += len(list[at].words)
	}
	return out
}

// roleMark begins the word of a role. No word that people write begins with it.
const roleMark = "@"

func isRole(word string) bool { return strings.HasPrefix(word, roleMark) }

// roleNamings lists what roles are called. What is a role's own goes before what stands
// in a title beside another: an interim "CIO or CTO" is no CTO.
func (c Catalogue) roleNamings(chiefs namings) namings {
	const letters = 4 // of an id that is what people call the role: dpo, ciso
	list := namings{}
	add := func(r *model.Role, words []string) {
		if !list.has(words) {
			list.add(words, roleMark+r.ID)
		}
	}
	for i := range c.Book.Roles {
		r := &c.Book.Roles[i]
		if abbreviation(r.Short) {
			add(r, model.Words(r.Short))
		}
		if len(r.ID) <= letters && !strings.ContainsAny(r.ID, "-_") {
			add(r, []string{r.ID})
		}
		if title := model.Words(r.Title); len(title) == 1 {
			add(r, title)
		}
	}
	for i := range c.Book.Roles {
		r := &c.Book.Roles[i]
		for _, name := range []string{r.Title, r.Short} {
			if words := model.Words(name); len(words) > 1 && !list.made(words) {
				add(r, chiefs.replace(words))
			}
		}
	}
	for i := range c.Book.Roles {
		r := &c.Book.Roles[i]
		for _, words := range titlesIn(r.Title, list) {
			add(r, words)
		}
	}
	return list
}

// made reports whether the words are nothing but names of their own: "CTO & CIO" are two
// roles.
func (n namings) made(words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return !n.has([]string{w}) })
}

// titlesIn takes a title apart that holds several: "IT Director or Head of IT", "DevOps or
// platform engineer", "Interim CIO or CTO". Parts of one word that is no abbreviation may
// be meant otherwise and are left out.
func titlesIn(title string, taken namings) [][]string {
	parts := strings.Split(title, " or ")
	first := model.Words(parts[0])
	var titles [][]string
	for i, part := range parts {
		words := model.Words(part)
		switch {
		case i > 0 && taken.has(words):
			words = append(slices.Clone(first[:len(first)-1]), words...)
		case i > 0 && len(first) == 1 && len(words) > 1:
			titles = append(titles, append(slices.Clone(first), words[1:]...))
		}
		if len(words) > 1 || abbreviation(part) {
			titles = append(titles, words)
		}
	}
	return titles
}

// abbreviation reports a name such as CIO, vCIO or DevOps.
func abbreviation(name string) bool {
	capitals := 0
	for _, r := range name {
		if unicode.IsUpper(r) {
			capitals++
		}
	}
	return capitals > 1 && !strings.Contains(name, " ")
}
