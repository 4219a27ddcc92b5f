package report

import (
	"slices"
	"strings"
	"unicode/utf8"

	"remit/model"
)

// mended gives a question with words that nobody knows replaced by the one that was
// probably meant. The first letter counts as right: people seldom miss it.
func (l *lexicon) mended(question string) string {
	const most = 60 // words; who writes more is not asking
	words := model.Words(question)
	words = words[:min(most, len(words))]
	for i, word := range words {
		if !l.knows(word) && !l.knows(strings.TrimSuffix(word, "s")) {
			words[i] = l.nearest(word)
		}
	}
	return strings.Join(words, " ")
}

func (l *lexicon) knows(word string) bool {
	_, ok := slices.BinarySearch(l.known, word)
	return ok
}

// nearest gives the known word with the fewest slips: one in a short word, two in a long
// one. Without such a word it gives back what was typed. In a word of four letters only
// two that changed places are a slip: too many short words differ in one letter.
func (l *lexicon) nearest(word string) string {
	const shortest, long, longest = 4, 8, 30
	n := utf8.RuneCountInString(word)
	if n < shortest || n > longest {
		return word
	}
	slips := 1
	if n >= long {
		slips = 2
	}
	best, least := word, 2*slips+1
	from, _ := slices.BinarySearch(l.known, word[:1])
	for _, known := range l.known[from:] {
		if known[0] != word[0] {
			break
		}
		gap := len(known) - len(word)
		if gap > slips || -gap > slips || n == shortest && (gap != 0 || l.idle[known] || !sameLetters(word, known)) {
			continue
		}
		d := 2 * model.Slips(word, known)
		if l.idle[known] {
			d-- // of two that are as near, the one that people write more often
		}
		if d < least {
			best, least = known, d
		}
	}
	return best
}

func sameLetters(a, b string) bool {
	x, y := []rune(a), []rune(b)
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
}
