package model

import (
	"fmt"
	"strings"
)

// Tally counts what is known of a session. It is the one way in which remit counts
// answers: a question is answered when it has an answer that a rule can read; unsure
// and later wait for somebody to find out; what does not apply is neither.
type Tally struct {
	Questions int // of the framework
	Answered  int
	ToFindOut int // unsure, or left for later
	Apart     int // does not apply
}

// Tally counts what was said to the questions of a framework, also what is no answer
// to them any more; count Usable answers to leave that out.
func (f *Framework) Tally(as Answers) Tally {
	t := Tally{Questions: len(f.Questions)}
	for i := range f.Questions {
		switch as[f.Questions[i].ID].Kind {
		case Unanswered:
		case NotApplicable:
			t.Apart++
		case Unsure, Later:
			t.ToFindOut++
		default:
			t.Answered++
		}
	}
	return t
}

// Closed is how many questions nothing more can come for.
func (t Tally) Closed() int { return t.Answered + t.Apart }

// Left is how many questions nothing was said to.
func (t Tally) Left() int { return t.Questions - t.Answered - t.ToFindOut - t.Apart }

// Short says how many are answered: "3 of 16".
func (t Tally) Short() string { return fmt.Sprintf("%d of %d", t.Answered, t.Questions) }

// String says all of it: "3 of 16 answered, 1 to find out, 1 does not apply".
func (t Tally) String() string {
	parts := []string{t.Short() + " answered"}
	if t.ToFindOut > 0 {
		parts = append(parts, fmt.Sprintf("%d to find out", t.ToFindOut))
	}
	switch {
	case t.Apart == 1:
		parts = append(parts, "1 does not apply")
	case t.Apart > 1:
		parts = append(parts, fmt.Sprintf("%d do not apply", t.Apart))
	}
	return strings.Join(parts, ", ")
}
