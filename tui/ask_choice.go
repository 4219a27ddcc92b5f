package tui

import (
	"strconv"

	"remit/model"
)

// choice is one line that can be picked on the interview screen: an option, a
// band of numbers, the field for typing a number, or a non-answer.
type choice struct {
	key    string // the key that picks it at once; "" for none
	label  string
	help   string
	answer model.Answer
	opens  string // at the end: the question that it leads to; "" for another way on
	typed  bool   // the field: its answer is what is typed
	non    bool   // one of the three non-answers, which stand apart
}

// choicesOf lays out what may be said to a question, non-answers last.
func choicesOf(q *model.Question) []choice {
	var cs []choice
	switch {
	case q.Kind == model.ChoiceQuestion:
		for i, o := range q.Options {
			cs = append(cs, choice{key: digit(i + 1), label: o.Label, help: o.Help, answer: model.Choose(o.ID)})
		}
	case seatLike(q):
		for _, b := range q.Bands {
			cs = append(cs, choice{key: digit(b.Value), label: b.Label, help: b.Help, answer: model.Count(b.Value)})
		}
	default:
		cs = append(cs, choice{label: "Exactly", typed: true})
		for _, b := range q.Bands {
			cs = append(cs, choice{label: b.Label, help: b.Help, answer: model.Count(b.Value)})
		}
	}
	for _, n := range nonAnswers() {
		cs = append(cs, choice{key: n.key, label: n.label, help: n.help, answer: model.Answer{Kind: n.kind}, non: true})
	}
	return cs
}

// seatLike reports a number question with one band for each number: it reads
// better as a choice, and its digits are the numbers themselves.
func seatLike(q *model.Question) bool {
	if q.Kind != model.NumberQuestion || len(q.Bands) != q.Max-q.Min+1 || q.Max > 9 || q.Min < 0 {
		return false
	}
	for i, b := range q.Bands {
		if b.From != q.Min+i || b.To != b.From || b.Value != b.From {
			return false
		}
	}
	return true
}

func digit(n int) string {
	if n < 0 || n > 9 {
		return ""
	}
	return strconv.Itoa(n)
}

// typesNumber reports whether digits are typed into a field.
func typesNumber(q *model.Question) bool {
	return q.Kind == model.NumberQuestion && !seatLike(q)
}

// pickOf finds the choice that an answer stands for, -1 if nothing was said. A
// number that no band stores belongs to the field.
func pickOf(cs []choice, a model.Answer) int {
	if a.Kind == model.Unanswered {
		return -1
	}
	field := -1
	for i, c := range cs {
		if c.typed {
			field = i
		} else if c.answer == a {
			return i
		}
	}
	if a.Kind == model.Number {
		return field
	}
	return -1
}
