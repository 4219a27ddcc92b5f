package report

import (
	"slices"

	"remit/model"
)

// Unheard are words that a framework says people use, and that change nothing.
type Unheard struct {
	Said, Means string
	Why         string // the rest of a sentence that begins with what is said
}

// Unheard lists what the synonyms of the catalogue say in vain: words that a search passes
// over because every question has them, or because they say how somebody asks, and what a
// role is called in any case.
func (c Catalogue) Unheard() []Unheard {
	l := c.newLexicon(nil)
	roles := c.roleNamings(l.chiefs)
	var list []Unheard
	for _, s := range c.Book.Synonyms {
		for _, said := range s.Said {
			if why := l.unheard(model.Words(said), model.Words(s.Means), roles); why != "" {
				list = append(list, Unheard{model.Clean(said), model.Clean(s.Means), why})
			}
		}
	}
	return list
}

// unheard says why words that are to mean something do not; "" if they do.
func (l *lexicon) unheard(words, means []string, roles namings) string {
	switch {
	case roles.has(words):
		return "is what a role is called"
	case len(words) > 1 || len(means) > 1:
		return ""
	case len(words) == 1 && (l.idle[words[0]] || isNumber(words[0])):
		return "is passed over, because it tells nothing"
	case len(words) == 1 && l.framing[words[0]]:
		return "says how somebody asks"
	case slices.Equal(words, means):
		return "is what it means"
	}
	return ""
}
