package model

import (
	"encoding/json"
	"fmt"
	"maps"
	"strconv"
)

// AnswerKind tells the ways in which a question can have been answered.
type AnswerKind uint8

// The kinds. The zero value means that nothing was said.
const (
	Unanswered    AnswerKind = iota
	Option                   // one of the question's options
	Number                   // an integer
	Unsure                   // nobody asked knows
	NotApplicable            // the question has no meaning for this company
	Later                    // to be found out: a to-do
)

// The words that stand for the three non-answers in files and commands.
const (
	WordUnsure        = "unsure"
	WordNotApplicable = "n/a"
	WordLater         = "later"
)

// Answer is what was said to one question. It is a small comparable value.
type Answer struct {
	Kind   AnswerKind
	Option string // the option's id, when Kind is Option
	Number int    // when Kind is Number
}

// Choose is the answer that picks the option with this id.
func Choose(option string) Answer { return Answer{Kind: Option, Option: option} }

// Count is the answer that is a number.
func Count(n int) Answer { return Answer{Kind: Number, Number: n} }

// Say turns a word of a file or command into an answer: one of the three
// non-answers, or the option of that name.
func Say(word string) Answer {
	switch word {
	case WordUnsure:
		return Answer{Kind: Unsure}
	case WordNotApplicable:
		return Answer{Kind: NotApplicable}
	case WordLater:
		return Answer{Kind: Later}
	}
	return Choose(word)
}

// Real reports whether the answer says something that a rule can read: an option
// or a number. The three non-answers and the zero value are not real.
func (a Answer) Real() bool { return a.Kind == Option || a.Kind == Number }

// Open reports whether a real answer may still come: nothing was said, or unsure,
// or later. A question that does not apply is closed.
func (a Answer) Open() bool {
	return a.Kind == Unanswered || a.Kind == Unsure || a.Kind == Later
}

// String gives the word or number as files and commands write it; "" for the
// zero value.
func (a Answer) String() string {
	switch a.Kind {
	case Option:
		return a.Option
	case Number:
		return strconv.Itoa(a.Number)
	case Unsure:
		return WordUnsure
	case NotApplicable:
		return WordNotApplicable
	case Later:
		return WordLater
	}
	return ""
}

// MarshalJSON writes a number, a word, or null for the zero value.
func (a Answer) MarshalJSON() ([]byte, error) {
	switch a.Kind {
	case Number:
		return strconv.AppendInt(nil, int64(a.Number), 10), nil
	case Unanswered:
		return []byte("null"), nil
	}
	return json.Marshal(a.String())
}

// UnmarshalJSON reads what MarshalJSON writes. Whether a question knows the
// option is for the framework to say (see Question.Accept).
func (a *Answer) UnmarshalJSON(b []byte) error {
	if string(b) == "null" {
		*a = Answer{}
		return nil
	}
	if len(b) > 0 && b[0] == '"' {
		var word string
		if err := json.Unmarshal(b, &word); err != nil {
			return err
		}
		*a = Say(word)
		return nil
	}
	n, err := strconv.Atoi(string(b))
	if err != nil {
		return fmt.Errorf("an answer is a word or a whole number, not %.40s", b)
	}
	*a = Count(n)
	return nil
}

// Answers is what one company said, by question id. Unanswered questions have no
// entry.
type Answers map[string]Answer

// Clone returns a copy that can be changed freely; never nil.
func (as Answers) Clone() Answers {
	if as == nil {
		return Answers{}
	}
	return maps.Clone(as)
}

// With returns a copy in which one question has another answer; the zero Answer
// takes the entry out.
func (as Answers) With(question string, a Answer) Answers {
	c := as.Clone()
	if a.Kind == Unanswered {
		delete(c, question)
	} else {
		c[question] = a
	}
	return c
}
