package cli

import (
	"fmt"

	"remit/model"
)

// tally counts what was said to the questions of a framework. It is the one way in
// which remit counts answers: a non-answer is none.
type tally struct {
	Questions int
	Answered  int // real answers
	ToFindOut int // unsure, or left for later
	Apart     int // does not apply
}

func tallyOf(f *model.Framework, as model.Answers) tally {
	t := tally{Questions: len(f.Questions)}
	for _, q := range f.Questions {
		switch as[q.ID].Kind {
		case model.Unanswered:
		case model.NotApplicable:
			t.Apart++
		case model.Unsure, model.Later:
			t.ToFindOut++
		default:
			t.Answered++
		}
	}
	return t
}

// left is how many questions nothing was said to.
func (t tally) left() int { return t.Questions - t.Answered - t.ToFindOut - t.Apart }

// String says it: "3 of 16 answered, 1 to find out, 1 does not apply".
func (t tally) String() string {
	s := fmt.Sprintf("%d of %d answered", t.Answered, t.Questions)
	if t.ToFindOut > 0 {
		s += fmt.Sprintf(", %d to find out", t.ToFindOut)
	}
	if t.Apart > 0 {
		s += ", " + count(t.Apart, "does not apply", "do not apply")
	}
	return s
}
