package model

// Turn is a smallest set of changed answers that turns the recommendation, as wide as
// it can be said: people ask from how many on, and do not want to read "some" and "a
// great deal" as two ways. What it promises holds for every answer that its changes
// allow, in every combination.
type Turn struct {
	To      Structure
	Changes []Widened
	Effort  int // as in Flip
}

// Widened is a change to any of several answers.
type Widened struct {
	Change          // To is the nearest of the numbers, or the first of the options
	Within Span     // the numbers that do the same, To among them; To alone if it is an option
	Or     []Answer // the other options that do the same, in the order of the question
}

// Span is the numbers from Low to High, or an option; then the two are the same.
type Span struct{ Low, High Answer }
