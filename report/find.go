package report

import (
	"cmp"
	"maps"
	"slices"

	"remit/model"
)

// Finding a topic by the words of a question. Each topic knows the ways in which people
// ask for it; a question is laid beside every one of them. What both say counts for the
// topic, and what only one of them says counts against it. A word weighs more the fewer
// topics have it.

// Match is a topic with how well it fits what was asked.
type Match struct {
	Topic
	Score float64 // above 0; only to be compared with other scores for the same words

	likeness
	misses bool // roles were named, and it is about none of them
}

// Found says what a search came to.
type Found struct {
	Best      *Topic  // nil if nothing fits well enough to be the answer
	Second    *Topic  // what may be meant just as well; nil if nothing comes near the best, or there is none
	Namesakes []Topic // what else bears the name that was asked for
	Matches   []Match // best first, at most ten
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
	phrases []weighed          // the ways to ask for it
	about   bag                // the roles that it is about
	ways    map[string]bool    // the words of all ways to ask
	told    map[string]float64 // how much it speaks of each of its words, those of the answer included
}

// Finder prepares the catalogue for questions.
func (c Catalogue) Finder() *Finder {
	f := &Finder{topics: c.Topics(), in: map[string]int{}}
	f.lexicon = c.newLexicon(f.topics)
	f.shelf = make([]shelved, len(f.topics))
	for i := range f.topics {
		f.shelf[i] = f.shelve(&f.topics[i])
		for word := range f.shelf[i].told {
			f.in[word]++
		}
	}
	for i := range f.shelf {
		for j := range f.shelf[i].phrases {
			p := &f.shelf[i].phrases[j]
			*p = f.weigh(p.bag)
		}
	}
	return f
}

func (f *Finder) shelve(t *Topic) shelved {
	s := shelved{about: f.lexicon.bag(t.about), ways: map[string]bool{}, told: map[string]float64{}}
	s.tell(f.lexicon.bag(t.gist).has, inAnswer)
	s.tell(s.about.has, inRoles)
	ways := slices.Concat([]string{t.Title}, t.names, t.asked)
	if t.Kind != AboutExplanation {
		ways = append(ways, t.ID) // the id of an explanation shortens its question, and may turn it into another
	}
	for i, text := range ways {
		b := f.lexicon.bag(text)
		if t.Kind == AboutRole && !b.has[roleMark+t.ID] {
			continue // a name that it shares with another role
		}
		if len(b.tokens) == 0 || slices.ContainsFunc(s.phrases, func(p weighed) bool { return p.twin(b) }) {
			continue
		}
		s.phrases = append(s.phrases, weighed{bag: b})
		maps.Copy(s.ways, b.has)
		much := inPhrase
		if i == 0 {
			much = inTitle
		}
		s.tell(b.has, much)
	}
	return s
}

// Find looks for the topic that a question is about.
func (f *Finder) Find(question string) Found {
	const (
		most    = 10    // matches that are worth showing
		longest = 2_000 // bytes; who writes more is not asking
	)
	asked := asking{weighed: f.weigh(f.lexicon.bag(f.lexicon.mended(model.Cut(question, longest))))}
	asked.near = make([]float64, len(asked.tokens))
	if !slices.ContainsFunc(asked.words, func(w word) bool { return !w.frames }) {
		return Found{} // it says how somebody asks and not about what
	}
	var found Found
	for i := range f.topics {
		if m := f.match(i, &asked); m.Score > 0 {
			found.Matches = append(found.Matches, m)
		}
	}
	slices.SortStableFunc(found.Matches, func(x, y Match) int { return cmp.Compare(y.Score, x.Score) })
	found.Best, found.Second = judge(found.Matches)
	found.Matches = found.Matches[:min(most, len(found.Matches))]
	return found
}
