package report

import (
	"maps"
	"slices"
	"strings"
)

// lexicon turns texts into the words of a search. A role that is called by a name of its
// own becomes one word, whichever of its names is used, so that "Chief Information
// Officer" and "CIO" are the same and a virtual CIO is something else than a CIO.
type lexicon struct {
	idle, framing map[string]bool
	synonym       map[string]string
	chiefs        namings // titles, and the letters that stand for them
	names         namings // what roles are called, and their word
	expressions   namings
	plural        map[string]bool // words that are some role's name with an s
	known         []string        // every word that is understood, as people write it, in order
}

func (c Catalogue) newLexicon(topics []Topic) lexicon {
	l := lexicon{idle: setOf(idleWords), framing: setOf(framingWords), synonym: map[string]string{},
		chiefs: namings{}, expressions: namings{}, plural: map[string]bool{}}
	meanings(synonyms, func(meant, said string) {
		for word := range strings.FieldsSeq(said) {
			l.synonym[word] = meant
		}
	})
	meanings(expressions, func(meant, said string) {
		for one := range strings.SplitSeq(strings.TrimSuffix(said, ","), ",") {
			words := strings.Fields(one)
			l.expressions.add(words, strings.Fields(meant)...)
			if len(words) > 0 {
				plural := slices.Clone(words)
				plural[len(plural)-1] += "s"
				l.expressions.add(plural, strings.Fields(meant)...)
			}
		}
	})
	for i := range c.Book.Roles {
		r := &c.Book.Roles[i]
		if title := plainWords(r.Title); len(title) > 1 && title[0] == "chief" && abbreviation(r.Short) {
			l.chiefs.add(title, plainWords(r.Short)...)
		}
	}
	l.names = c.roleNamings(l.chiefs)
	for _, list := range l.names {
		for _, n := range list {
			l.plural[n.words[len(n.words)-1]+"s"] = true
		}
	}
	l.known = l.vocabulary(topics)
	return l
}

// words gives the words of a text that tell something.
func (l *lexicon) words(text string) map[string]bool {
	list := plainWords(text)
	for i, word := range list {
		if l.plural[word] {
			list[i] = strings.TrimSuffix(word, "s")
		}
	}
	list = l.chiefs.replace(l.mainVerb(list))
	list = l.names.replace(l.expressions.replace(list))
	words := map[string]bool{}
	for _, word := range list {
		if meant, ok := l.synonym[word]; ok {
			word = meant
		}
		switch {
		case l.idle[word], isNumber(word):
		case isRole(word), l.framing[word]:
			words[word] = true
		default:
			words[stem(word)] = true
		}
	}
	return words
}

// mainVerb puts a word in the place of a do that is more than a way to ask: "what does a
// CIO do" asks for duties, "do we need one" and "what shall I do" do not.
func (l *lexicon) mainVerb(words []string) []string {
	for i := len(words) - 1; i > 1; i-- {
		if words[i] == "do" {
			if before := words[i-1]; before == "i" || before == "we" || before == "to" {
				return words
			}
			return slices.Replace(words, i, i+1, "duty")
		}
		if !l.idle[words[i]] {
			break
		}
	}
	return words
}

// vocabulary is every word that stands in a topic or that a search understands.
func (l *lexicon) vocabulary(topics []Topic) []string {
	known := maps.Clone(l.framing)
	learn := func(words []string) {
		for _, word := range words {
			known[word] = true
		}
	}
	learn(slices.Collect(maps.Keys(l.idle)))
	learn(slices.Collect(maps.Keys(l.synonym)))
	for _, list := range l.expressions {
		for _, n := range list {
			learn(n.words)
		}
	}
	for i := range topics {
		t := &topics[i]
		for _, text := range slices.Concat([]string{t.Title, t.ID, t.gist}, t.names, t.asked) {
			learn(plainWords(text))
		}
	}
	return slices.Sorted(maps.Keys(known))
}
