package report

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"remit/model"
)

// lexicon turns texts into the words of a search. A role that is called by a name of its
// own becomes one word, whichever of its names is used, so that "Chief Information
// Officer" and "CIO" are the same and a virtual CIO is something else than a CIO.
type lexicon struct {
	idle, framing map[string]bool
	senses        map[string][]string // by the stem of a word, what it may mean
	chiefs        namings             // titles, and the letters that stand for them
	names         namings             // what roles are called, and their word; and what several words mean together
	said          []string            // the words of which the framework says what they mean
	plural        map[string]bool     // words that are some role's name with an s
	known         []string            // every word that is understood, as people write it, in order
}

// token is a word of a text with all that it may mean, of which there is at least one.
type token []string

// bag is the words of a text that tell something, each once and in a fixed order.
type bag struct {
	tokens []token
	has    map[string]bool // every meaning of them
}

func (b bag) holds(t token) bool { return t.in(b.has) }

// twin reports whether two texts have the same words.
func (b bag) twin(other bag) bool {
	return slices.EqualFunc(b.tokens, other.tokens, slices.Equal[token])
}

// in reports whether any meaning of the word is among these.
func (t token) in(meanings map[string]bool) bool {
	for _, sense := range t {
		if meanings[sense] {
			return true
		}
	}
	return false
}

func (c Catalogue) newLexicon(topics []Topic) lexicon {
	l := lexicon{idle: setOf(idleWords), framing: setOf(framingWords), senses: map[string][]string{},
		chiefs: namings{}, plural: map[string]bool{}}
	for i := range c.Book.Roles {
		r := &c.Book.Roles[i]
		if title := model.Words(r.Title); len(title) > 1 && title[0] == "chief" && abbreviation(r.Short) {
			l.chiefs.add(title, model.Words(r.Short)...)
		}
	}
	l.names = c.roleNamings(l.chiefs)
	for _, list := range l.names {
		for _, n := range list {
			l.plural[n.words[len(n.words)-1]+"s"] = true
		}
	}
	for _, s := range c.Book.Synonyms {
		l.learn(model.Words(s.Means), s.Said)
	}
	l.known = l.vocabulary(topics)
	return l
}

// learn takes in what people say for a word or a few.
func (l *lexicon) learn(means []string, said []string) {
	if len(means) == 0 {
		return
	}
	if len(means) == 1 {
		l.mean(means[0], means[0])
	}
	for _, text := range said {
		words := model.Words(text)
		if len(words) == 1 && len(means) == 1 {
			l.mean(words[0], means[0])
			continue
		}
		l.names.teach(words, l.names.replace(means))
	}
}

func (l *lexicon) mean(word, meaning string) {
	l.said = append(l.said, word)
	root := stem(word)
	if !slices.Contains(l.senses[root], meaning) {
		l.senses[root] = append(l.senses[root], meaning)
	}
}

// bag gives the words of a text that tell something.
func (l *lexicon) bag(text string) bag {
	list := model.Words(text)
	for i, word := range list {
		if l.plural[word] {
			list[i] = strings.TrimSuffix(word, "s")
		}
	}
	list = l.names.replace(l.chiefs.replace(l.mainVerb(list)))
	b := bag{has: map[string]bool{}}
	for _, word := range list {
		t := l.token(word)
		if t == nil || slices.ContainsFunc(b.tokens, func(old token) bool { return slices.Equal(old, t) }) {
			continue
		}
		b.tokens = append(b.tokens, t)
		for _, sense := range t {
			b.has[sense] = true
		}
	}
	// A sum of weights is the same whatever the order of the words.
	slices.SortFunc(b.tokens, func(x, y token) int { return cmp.Or(cmp.Compare(x[0], y[0]), slices.Compare(x, y)) })
	return b
}

// token gives what a word may mean, nil if it tells nothing.
func (l *lexicon) token(word string) token {
	switch {
	case isRole(word), l.framing[word]:
		return token{word}
	case l.idle[word], isNumber(word):
		return nil
	}
	root := stem(word)
	if senses := l.senses[root]; len(senses) > 0 {
		return senses
	}
	return token{root}
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
	for _, list := range l.names {
		for _, n := range list {
			if !n.bent {
				learn(n.words)
			}
		}
	}
	learn(l.said)
	for i := range topics {
		t := &topics[i]
		for _, text := range slices.Concat([]string{t.Title, t.ID, t.gist}, t.names, t.asked) {
			learn(model.Words(text))
		}
	}
	return slices.Sorted(maps.Keys(known))
}
