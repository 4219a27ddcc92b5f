package report

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"
	"unicode"
)

// Finding a topic by the words of a question. It is simple on purpose: a word counts
// more the fewer topics have it, and more in a title than in the text below it.

// Match is a topic with how well it fits what was asked.
type Match struct {
	Topic
	Score float64 // above 0; only to be compared with other scores for the same words

	covers float64 // the share of what was asked that it has, by weight
}

// Found says what a search came to.
type Found struct {
	Best    *Topic  // nil if none is clearly the one
	Matches []Match // best first, at most ten
}

// Find looks for the topic that a question is about. Words that every question has
// (who, is, the) do not count.
func (c Catalogue) Find(question string) Found {
	const (
		most   = 10  // matches that are worth showing
		people = 1.4 // questions that people ask come before the parts of the machine
		named  = 4   // a role that is called by its title is what is asked about
	)
	asked := wordsOf(question)
	topics := c.Topics()
	library := make([]topicWords, len(topics))
	for i := range topics {
		library[i] = topics[i].words()
	}
	weights := weigh(asked, library)
	exact := c.titled(question)
	var found Found
	for i, t := range topics {
		score, covers := library[i].score(weights)
		if t.Kind == AboutExplanation {
			score *= people
		}
		if len(exact) > 0 && !c.misses(&t, exact) {
			score *= named
		}
		if score > 0 {
			found.Matches = append(found.Matches, Match{t, score, covers})
		}
	}
	slices.SortStableFunc(found.Matches, func(x, y Match) int { return cmp.Compare(y.Score, x.Score) })
	found.Matches = found.Matches[:min(most, len(found.Matches))]
	if found.Best = clearly(found.Matches); found.Best != nil && c.misses(found.Best, exact) {
		found.Best = nil // an answer about something else would be a wrong answer
	}
	return found
}

// clearly gives the best match if it has most of what was asked and leaves the second
// behind.
func clearly(matches []Match) *Topic {
	const (
		most  = 0.6 // of what was asked
		ahead = 1.1
	)
	if len(matches) == 0 || matches[0].covers < most {
		return nil
	}
	if len(matches) > 1 && matches[0].Score < ahead*matches[1].Score {
		return nil
	}
	return &matches[0].Topic
}

// weigh gives each word that was asked its weight: the fewer topics have it, the more.
func weigh(asked map[string]bool, library []topicWords) map[string]float64 {
	weights := make(map[string]float64, len(asked))
	for word := range asked {
		in := 1
		for _, t := range library {
			if t.title[word] || t.about[word] || t.text[word] {
				in++
			}
		}
		weights[word] = math.Log(1 + float64(len(library))/float64(in))
	}
	return weights
}

func sum(weights map[string]float64) float64 {
	all := 0.0
	for _, word := range slices.Sorted(maps.Keys(weights)) { // in order, or the last digit would depend on chance
		all += weights[word]
	}
	return all
}

// topicWords are the words of a topic.
type topicWords struct{ title, about, text map[string]bool }

func (t *Topic) words() topicWords {
	return topicWords{wordsOf(t.ID + " " + t.Title + " " + strings.Join(t.names, " ")), wordsOf(t.about), wordsOf(t.gist)}
}

// score is the weight of the words that the topic has, a title counting more than the
// roles that it is about and these more than the text. It is less the more of what was
// asked is missing, and more the less the title has beside it.
func (t topicWords) score(weights map[string]float64) (score, covers float64) {
	const inTitle, inAbout, inText = 3, 2, 1
	has := 0.0
	for _, word := range slices.Sorted(maps.Keys(weights)) {
		switch w := weights[word]; {
		case t.title[word]:
			score, has = score+inTitle*w, has+w
		case t.about[word]:
			score, has = score+inAbout*w, has+w
		case t.text[word]:
			score, has = score+inText*w, has+w
		}
	}
	if score == 0 {
		return 0, 0
	}
	covers = has / sum(weights)
	hits := 0
	for word := range t.title {
		if _, asked := weights[word]; asked {
			hits++
		}
	}
	named := 1 + float64(hits)/float64(max(1, len(t.title)))
	return score * named * covers, covers
}

// wordsOf gives the words of a text that tell something, each by its stem.
func wordsOf(text string) map[string]bool {
	words := map[string]bool{}
	for _, word := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !letterOrDigit(r) }) {
		if !idle(word) {
			words[stem(synonym(word))] = true
		}
	}
	return words
}

func letterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// idle reports words that every question has.
func idle(word string) bool {
	switch word {
	case "a", "about", "an", "and", "any", "are", "as", "at", "be", "between", "by", "can", "could", "did", "do", "does", "for", "from",
		"has", "have", "he", "how", "i", "if", "in", "into", "is", "it", "its", "me", "my", "need", "needs", "no", "not", "of", "on", "one", "or", "our",
		"s", "she", "should", "so", "t", "than", "that", "the", "their", "them", "then", "there", "they", "this", "to", "up", "us",
		"was", "we", "what", "when", "where", "which", "who", "whom", "whose", "why", "will", "with", "would", "you", "your",
		"all", "job", "jobs", "company", "organisation", "organization", "firm", "business", "technology":
		return true
	}
	return false
}

// synonym gives the word that the texts use for what people may say instead.
func synonym(word string) string {
	switch word {
	case "price", "prices", "pricing", "pay", "pays", "paid", "salary", "salaries", "fee", "fees", "expensive", "cheap", "money", "spend", "much":
		return "cost"
	case "laptop", "laptops", "phone", "phones", "computer", "computers", "endpoint", "endpoints", "antivirus", "mdm":
		return "device"
	case "boss", "belongs", "belong", "sit", "sits", "under":
		return "report"
	case "compared", "versus", "vs", "against", "distinguish", "distinguishes", "differ", "differs", "different":
		return "difference"
	case "virtual":
		return "vcio"
	case "msp", "supplier", "suppliers", "vendor", "vendors":
		return "provider"
	case "fight", "fights", "argue", "conflict", "conflicts":
		return "quarrel"
	case "charge", "owns", "owned", "responsible", "responsibility":
		return "own"
	case "combine", "combined", "same":
		return "both"
	case "saas", "subscription", "subscriptions":
		return "rented"
	case "buy", "buys", "buying", "purchase", "purchases":
		return "contract"
	case "sre", "devsecops", "ops":
		return "devops"
	}
	return word
}

// stem takes the endings off a word that do not tell one thing from another.
func stem(word string) string {
	const least = 4
	for _, ending := range []string{"ations", "ation", "ities", "ity", "ings", "ing", "ions", "ion", "ies", "es", "ed", "er", "or", "ly", "s", "e", "y"} {
		if root, ok := strings.CutSuffix(word, ending); ok && len(root) >= least {
			return root
		}
	}
	return word
}
