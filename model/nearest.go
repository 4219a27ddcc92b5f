package model

import "strings"

// Nearest finds the known word that a typing person may have meant: one that begins
// with what was typed, or the one with the fewest slips, at most about a third of its
// letters. Case, and what stands between words, do not count. ok is false if none is
// near; nobody misspells very long words, and those are not compared.
func Nearest(word string, known []string) (near string, ok bool) {
	const longest = 60
	if len(word) > longest {
		return "", false
	}
	word = folded(Clean(word))
	fewest := max(1, (len(word)+2)/3) + 1
	for _, k := range known {
		f := folded(k)
		if len(word) >= 3 && strings.HasPrefix(f, word) {
			return k, true
		}
		if gap := len(f) - len(word); gap >= fewest || -gap >= fewest {
			continue
		}
		if d := Slips(word, f); d < fewest {
			near, fewest = k, d
		}
	}
	return near, near != ""
}

func folded(word string) string {
	return strings.ToLower(strings.NewReplacer("-", "_", " ", "_").Replace(word))
}

// Slips counts what a typing person did wrong to get from one word to the other: letters
// that are wrong, missing, too many or swapped with their neighbour.
func Slips(a, b string) int {
	x, y := []rune(a), []rune(b)
	before, last, row := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		before, last, row = last, row, before
		row[0] = i + 1
		for j := range y {
			change := last[j]
			if x[i] != y[j] {
				change++
			}
			row[j+1] = min(change, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
	}
	return row[len(y)]
}
