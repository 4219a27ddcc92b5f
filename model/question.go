package model

import (
	"fmt"
	"slices"
	"strings"
)

// QuestionKind tells what sort of answer a question takes.
type QuestionKind string

// The kinds of question.
const (
	ChoiceQuestion QuestionKind = "choice" // one of the options
	NumberQuestion QuestionKind = "number" // an integer from Min to Max
)

// Incumbent is the id of the question who leads technology today. A framework need not
// ask it; what tells of the way from there to the advice, and of posts that are filled, is
// silent then.
const Incumbent = "incumbent"

// Question is one thing that is asked. Beside its options or numbers every
// question takes the three non-answers.
type Question struct {
	ID       string
	Topic    string
	Kind     QuestionKind
	Ask      string   // the question, as a founder would be asked
	Short    string   // two or three words for lists and tables
	Why      string   // why it is asked
	Help     string   // how to find the answer, what counts
	Examples []string // real situations and how they would be answered
	Options  []OptionInfo
	Unit     string // "people"; numbers only
	Min, Max int    // legal numbers, inclusive
	Bands    []Band // numbers may be picked from these instead of typed
	Moves    Moves  // what can change the answer
}

// Mover says what can turn the true answer to a question into another one.
type Mover string

// The movers. The zero value says nothing: everything counts as changeable.
const (
	ByGrowth Mover = "growth" // a number that rises as the company grows
	ByChoice Mover = "choice" // the company can decide it
	ByEvent  Mover = "event"  // it happens to the company
	ByNobody Mover = "nobody" // a fact that stays, whatever one wishes
)

// Moves says how the answer to a question can come to change.
type Moves struct {
	By     Mover
	Effort int    // from 1, decided in a meeting, to 3, the work of years; 0 where By is ByNobody or says nothing
	How    string // a few words, "hire"; empty where By is ByNobody or says nothing
	Down   string // the same for a smaller number or an option further up the list; empty if How says that too
	// Unless are answers with which growth does not raise the number: a company that has no
	// software built gets no builders by growing. All must hold. Empty unless By is ByGrowth,
	// and then mostly too.
	Unless []Condition
}

// Grows reports whether the answer to the question rises by growth alone at a company with
// these answers.
func (q *Question) Grows(as Answers) bool {
	return q.Moves.By == ByGrowth && as[q.ID].Kind == Number && !q.RuledOut(as)
}

// RuledOut reports whether the other answers leave nothing to count: a company that has no
// software built has no builders, whether it was asked for them or not.
func (q *Question) RuledOut(as Answers) bool {
	return len(q.Moves.Unless) > 0 && Fit{When: q.Moves.Unless}.Holds(Situation{Answers: as})
}

// Towards says how the answer comes to change in a direction.
func (m Moves) Towards(down bool) string {
	if down && m.Down != "" {
		return m.Down
	}
	return m.How
}

// Falls reports whether a change leads to a smaller number, or to an option further up the
// list. It is false of a question that is not there, and where either is no real answer.
func (q *Question) Falls(from, to Answer) bool {
	if q == nil || from.Kind != to.Kind {
		return false
	}
	at := func(id string) int {
		return slices.IndexFunc(q.Options, func(o OptionInfo) bool { return o.ID == id })
	}
	switch from.Kind {
	case Number:
		return to.Number < from.Number
	case Option:
		return at(to.Option) < at(from.Option)
	}
	return false
}

// OptionInfo is one answer that a choice question offers.
type OptionInfo struct {
	ID    string
	Label string
	Help  string // one line that tells it from its neighbours
}

// Band is a range of numbers to pick from, for people who do not know the exact
// one. Picking it answers with Value.
type Band struct {
	Label    string
	Help     string // one line; may be empty
	From, To int    // inclusive
	Value    int    // the number that is stored, inside the band
}

// Accept reports whether a is a legal answer to q. The error names the question,
// what was said and what is legal.
func (q *Question) Accept(a Answer) error {
	switch a.Kind {
	case Unsure, NotApplicable, Later:
		return nil
	case Number:
		if q.Kind != NumberQuestion {
			return fmt.Errorf("%q takes %s, not the number %d", q.ID, q.Legal(), a.Number)
		}
		if a.Number < q.Min || a.Number > q.Max {
			return fmt.Errorf("%q takes %s, not %d", q.ID, q.Legal(), a.Number)
		}
		return nil
	case Option:
		if q.Kind == ChoiceQuestion && q.Option(a.Option) != nil {
			return nil
		}
	}
	return fmt.Errorf("%q takes %s, not %s", q.ID, q.Legal(), Quote(a.String()))
}

// Legal lists in words what q accepts, non-answers included.
func (q *Question) Legal() string {
	non := []string{WordUnsure, WordNotApplicable, WordLater}
	if q.Kind == NumberQuestion {
		return fmt.Sprintf("a whole number from %d to %d, or %s", q.Min, q.Max, strings.Join(non, ", "))
	}
	ids := make([]string, 0, len(q.Options)+len(non))
	for _, o := range q.Options {
		ids = append(ids, o.ID)
	}
	return "one of " + strings.Join(append(ids, non...), ", ")
}

// Option gives the option with this id, nil if there is none.
func (q *Question) Option(id string) *OptionInfo {
	return first(q.Options, func(o *OptionInfo) bool { return o.ID == id })
}
