package report

import "math"

// What words and kinds of topic weigh in a search.

// frames reports whether a word only says how somebody asks.
func (f *Finder) frames(t token) bool { return len(t) == 1 && f.lexicon.framing[t[0]] }

// weight is what a word weighs: the fewer topics have it, the more. One that may mean
// several things tells no more than the commonest of them.
func (f *Finder) weight(t token) float64 {
	const (
		framing = 0.5
		unknown = 3 // often no more than how the company is; enough of them and it is about something else
		role    = 4 // at least: an answer about another role is a wrong answer
	)
	if f.frames(t) {
		return framing
	}
	least := math.Inf(1)
	for _, sense := range t {
		w := math.Log(1 + float64(len(f.topics))/float64(1+f.in[sense]))
		switch {
		case isRole(sense):
			w = max(w, role)
		case f.in[sense] == 0:
			w = unknown
		}
		least = min(least, w)
	}
	return least
}

// word is what a word of a text counts for.
type word struct {
	weight       float64
	frames, role bool
}

// tells reports whether a word says what somebody asks, rather than how or of whom.
func (w word) tells() bool { return !w.frames && !w.role }

// weighed is a text with what its words weigh.
type weighed struct {
	bag
	words  []word  // beside tokens
	weight float64 // of all together
	point  float64 // of those that tell
}

func (f *Finder) weigh(b bag) weighed {
	all := weighed{bag: b, words: make([]word, len(b.tokens))}
	for i, t := range b.tokens {
		w := word{f.weight(t), f.frames(t), isRole(t[0])}
		all.words[i] = w
		all.weight += w.weight
		if w.tells() {
			all.point += w.weight
		}
	}
	return all
}

// How much a topic speaks of a word for each place where the word stands; inMost is
// as much as counts.
const (
	inTitle  = 2.0
	inRoles  = 1.5
	inPhrase = 1.0
	inAnswer = 0.5
	inMost   = 6.0
)

func (s *shelved) tell(words map[string]bool, much float64) {
	for word := range words {
		s.told[word] = min(s.told[word]+much, inMost)
	}
}

// speaks is how much a topic speaks of a word.
func (s *shelved) speaks(t token) float64 {
	most := 0.0
	for _, sense := range t {
		most = max(most, s.told[sense])
	}
	return most
}

// covered is how much of the weight of what was asked falls on what a topic speaks of. A
// word that it keeps coming back to counts nearly whole, one that it mentions once a part.
func (s *shelved) covered(asked *asking) float64 {
	const once = 2.0 // told so much, a word counts half
	sum := 0.0
	for k, token := range asked.tokens {
		much := s.speaks(token)
		sum += asked.words[k].weight * much / (much + once)
	}
	return sum
}

// missing counts the roles that were named and that the topic is not about; all says
// whether these are all that were named.
func (s *shelved) missing(asked *asking) (n int, all bool) {
	named := 0
	for k, token := range asked.tokens {
		if !asked.words[k].role {
			continue
		}
		named++
		if !s.about.holds(token) && !token.in(s.ways) {
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
