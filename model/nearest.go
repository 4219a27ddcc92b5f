package model

import "strings"

// Nearest finds the known word that a typing person may have meant: one that begins
// with what was typed, or the one with the fewest letters changed, at most about a
// third. Case, and what stands between words, do not count. ok is false if none is
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
		if d := changes(word, f); d < fewest {
			near, fewest = k, d
		}
	}
	return near, near != ""
}

func folded(word string) string {
	return strings.ToLower(strings.NewReplacer("-", "_", " ", "_").Replace(word))
}

// changes is the Levenshtein distance in bytes.
func changes(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, diagonal+1)
		}
	}
	return row[len(b)]
}
