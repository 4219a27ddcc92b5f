package model

import (
	"strings"
	"unicode"
)

// Synonym lists what people say for a word, so that what they ask is found in whichever
// words they ask it.
type Synonym struct {
	Means string   // a word or a few, as explanations use them: "cost"
	Said  []string // each a word or several in a row: "salary", "how much"
}

// Words takes a text apart as finding does: what has only letters and digits, in small
// letters. Whoever keeps words to be found and whoever looks for them must do it alike.
func Words(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
