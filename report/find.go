package report

import (
	"cmp"
	"maps"
	"math"
	"slices"
)

// Finding a topic by the words of a question. Each topic knows the ways in which people
// ask for it; a question is laid beside every one of them. What both say counts for the
// topic, and what only one of them says counts against it. A word weighs more the fewer
// topics have it.

// Match is a topic with how well it fits what was asked.
type Match struct {
	Topic
	Score float64 // above 0; only to be compared with other scores for the same words

	fits   float64 // how far what was asked is one of the ways to ask for it, from 0 to 1
	point  float64 // where that way to ask only names roles: how much of what was asked of them the topic has, from 0 to 1
	misses bool    // roles were named, and it is about none of them
}

// Found says what a search came to.
type Found struct {
	Best    *Topic  // nil if none is clearly the one
	Matches []Match // best first, at most ten
}

// Find looks for the topic that a question is about. Whoever asks more than once takes a
// Finder.
func (c Catalogue) Find(question string) Found { return c.Finder().Find(question) }

// Finder is a catalogue that is prepared for many questions. It does not change, so that
// all may share it.
type Finder struct {
	topics  []Topic
	shelf   []shelved // beside topics
	lexicon lexicon
	in      map[string]int // how many topics have a word
}

// shelved is what a finder knows of a topic.
type shelved struct {
	phrases []phrase
	about   map[string]bool // the roles that it is about
	all     map[string]bool // all words of it, those of the answer included
}

// phrase is a way to ask.
type phrase struct {
	words  map[string]bool
	weight float64
}

// Finder prepares the catalogue for questions.
func (c Catalogue) Finder() *Finder {
	f := &Finder{topics: c.Topics(), in: map[string]int{}}
	f.lexicon = c.newLexicon(f.topics)
	f.shelf = make([]shelved, len(f.topics))
	for i := range f.topics {
		f.shelf[i] = f.shelve(&f.topics[i])
		for word := range f.shelf[i].all {
			f.in[word]++
		}
	}
	for i := range f.shelf {
		for j := range f.shelf[i].phrases {
			p := &f.shelf[i].phrases[j]
			p.weight = f.weightOf(p.words)
		}
	}
	return f
}

func (f *Finder) shelve(t *Topic) shelved {
	s := shelved{about: f.lexicon.words(t.about), all: f.lexicon.words(t.gist)}
	maps.Copy(s.all, s.about)
	ways := slices.Concat([]string{t.Title}, t.names, t.asked)
	if t.Kind != AboutExplanation {
		ways = append(ways, t.ID) // the id of an explanation shortens its question, and may turn it into another
	}
	for _, text := range ways {
		words := f.lexicon.words(text)
		if t.Kind == AboutRole && !words[roleMark+t.ID] {
			continue // a name that it shares with another role
		}
		if len(words) > 0 {
			s.phrases = append(s.phrases, phrase{words: words})
			maps.Copy(s.all, words)
		}
	}
	return s
}

// Find looks for the topic that a question is about.
func (f *Finder) Find(question string) Found {
	const most = 10 // matches that are worth showing
	asked := f.lexicon.words(f.lexicon.mended(question))
	if f.pointOf(asked, asked) == 0 && !slices.ContainsFunc(slices.Collect(maps.Keys(asked)), isRole) {
		return Found{} // it says how somebody asks and not about what
	}
	var found Found
	for i := range f.topics {
		if m := f.match(i, asked); m.Score > 0 {
			found.Matches = append(found.Matches, m)
		}
	}
	slices.SortStableFunc(found.Matches, func(x, y Match) int { return cmp.Compare(y.Score, x.Score) })
	found.Best = clearly(found.Matches)
	found.Matches = found.Matches[:min(most, len(found.Matches))]
	return found
}

// match lays what was asked beside a topic.
func (f *Finder) match(i int, asked map[string]bool) Match {
	const (
		inAbout = 0.6 // of its weight does a word count that is one of the topic's roles
		inText  = 0.3 // and one that stands in the answer or in another way to ask
		exact   = 1.15
		same    = 1.1 // but for how it is asked
		missed  = 0.7 // for each role that was named and that it is not about
	)
	t, words := &f.shelf[i], slices.Sorted(maps.Keys(asked)) // in order, or the last digit of a sum would depend on chance
	m := Match{Topic: f.topics[i]}
	wanted, point := f.weightOf(asked), f.pointOf(asked, asked)
	for _, p := range t.phrases {
		both, near := 0.0, 0.0
		for _, word := range words {
			switch {
			case p.words[word]:
				both += f.weight(word)
			case t.about[word]:
				near += inAbout * f.weight(word)
			case t.all[word]:
				near += inText * f.weight(word)
			}
		}
		if fits := (both + near) / wanted * (0.5 + 0.5*both/p.weight); fits > m.fits {
			m.fits, m.point = fits, 1
			if point > 0 && f.pointOf(p.words, p.words) == 0 {
				m.point = f.pointOf(asked, t.all) / point
			}
		}
		switch {
		case maps.Equal(p.words, asked):
			m.Score = exact
		case point > 0 && f.sameBut(p.words, asked):
			m.Score = max(m.Score, same)
		}
	}
	m.Score = max(m.Score, m.fits) * rank(m.Kind)
	var missing int
	missing, m.misses = f.missing(t, asked)
	m.Score *= math.Pow(missed, float64(missing))
	return m
}

// weight is what a word weighs: the fewer topics have it, the more.
func (f *Finder) weight(word string) float64 {
	const (
		framing = 0.5
		unknown = 3 // often no more than how the company is; enough of them and it is about something else
		role    = 4 // at least: an answer about another role is a wrong answer
	)
	switch {
	case f.lexicon.framing[word]:
		return framing
	case f.in[word] == 0 && !isRole(word):
		return unknown
	}
	w := math.Log(1 + float64(len(f.topics))/float64(1+f.in[word]))
	if isRole(word) {
		w = max(w, role)
	}
	return w
}

func (f *Finder) weightOf(words map[string]bool) float64 {
	all := 0.0
	for _, word := range slices.Sorted(maps.Keys(words)) {
		all += f.weight(word)
	}
	return all
}

// sameBut reports whether two texts differ at most in how they ask.
func (f *Finder) sameBut(a, b map[string]bool) bool {
	within := func(a, b map[string]bool) bool {
		for word := range a {
			if !b[word] && !f.lexicon.framing[word] {
				return false
			}
		}
		return true
	}
	return within(a, b) && within(b, a)
}

// pointOf is what those of the words weigh that a text has and that are neither a role nor
// a way to ask.
func (f *Finder) pointOf(words, text map[string]bool) float64 {
	all := 0.0
	for _, word := range slices.Sorted(maps.Keys(words)) {
		if text[word] && !isRole(word) && !f.lexicon.framing[word] {
			all += f.weight(word)
		}
	}
	return all
}

// missing counts the roles that were named and that the topic is not about; all says
// whether these are all that were named.
func (f *Finder) missing(t *shelved, asked map[string]bool) (n int, all bool) {
	named := 0
	for word := range asked {
		if !isRole(word) {
			continue
		}
		named++
		if !t.about[word] && !slices.ContainsFunc(t.phrases, func(p phrase) bool { return p.words[word] }) {
			n++
		}
	}
	return n, n > 0 && n == named
}

// rank prefers answers that were written for people who ask to the parts of the machine.
func rank(k Kind) float64 {
	switch k {
	case AboutExplanation:
		return 1.15
	case AboutRole:
		return 1.05
	case AboutQuestion, AboutDissent:
		return 0.9
	case AboutPractice:
		return 0.85
	case AboutRule:
		return 0.6
	case AboutLaw:
		return 0.5
	}
	return 1
}

// clearly gives the best match if it has most of what was asked, is about a role that was
// named and about what was asked of it, and leaves the next of its kind behind. Of two
// kinds the one that is written for people who ask comes first anyway, and often both are
// about the same.
func clearly(matches []Match) *Topic {
	const (
		most  = 0.47
		part  = 0.4
		whole = 0.93 // next to nothing is missing, so that being first is enough
		ahead = 1.05
	)
	if len(matches) == 0 || matches[0].fits < most || matches[0].point < part || matches[0].misses {
		return nil
	}
	best := &matches[0]
	next := slices.IndexFunc(matches[1:], func(m Match) bool { return m.Kind == best.Kind })
	if next >= 0 && best.fits < whole && best.Score < ahead*matches[1+next].Score {
		return nil
	}
	return &best.Topic
}
