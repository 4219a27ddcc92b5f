package model

// Synonym lists what people say for a word, so that what they ask is found in whichever
// words they ask it.
type Synonym struct {
	Means string   // a word or a few, as explanations use them: "cost"
	Said  []string // each a word or several in a row: "salary", "how much"
}
