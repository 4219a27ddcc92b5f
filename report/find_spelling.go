package report

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// mended gives a question with words that nobody knows replaced by the one that was
// probably meant. The first letter counts as right: people seldom miss it.
func (l *lexicon) mended(question string) string {
	const most = 60 // words; who writes more is not asking
	words := plainWords(question)
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
		d := 2 * apart(word, known)
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

// apart counts the letters that are wrong, missing, too many or swapped with their
// neighbour.
func apart(a, b string) int {
	x, y := []rune(a), []rune(b)
	rows := make([][]int, len(x)+1)
	for i := range rows {
		rows[i] = make([]int, len(y)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(x); i++ {
		for j := 1; j <= len(y); j++ {
			change := 1
			if x[i-1] == y[j-1] {
				change = 0
			}
			rows[i][j] = min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+change)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(x)][len(y)]
}
