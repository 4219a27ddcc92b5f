package cli

import (
	"fmt"
	"strconv"
	"strings"

	"remit/model"
)

// scalar is one value as it is written in a file or on the command line, before
// the question says what it means.
type scalar struct {
	kind scalarKind
	text string // as written, without quotes
}

type scalarKind uint8

const (
	wordScalar   scalarKind = iota
	numberScalar            // looks like a number, in whatever way
	nullScalar
	boolScalar
	nestedScalar // a list, a mapping or anything else that is no single value
)

// typed is a value from the command line, where nothing is quoted.
func typed(text string) scalar {
	if text != "" && strings.Trim(text, "+-.0123456789") == "" {
		return scalar{numberScalar, text}
	}
	return scalar{wordScalar, text}
}

// answerTo reads a value as an answer to q. Numbers are written in plain digits
// and nothing else is taken for one: a file that says 1.0, 1e3 or "40" was made by
// somebody who meant something that we would have to guess.
func answerTo(q *model.Question, s scalar) (model.Answer, error) {
	var a model.Answer
	switch {
	case s.kind == nullScalar:
		return a, refusal(q, "nothing", fmt.Sprintf("Leave the question out, or write %s, %s or %s.",
			model.WordUnsure, model.WordNotApplicable, model.WordLater))
	case s.kind == nestedScalar:
		return a, refusal(q, s.text, "Write one value.")
	case q.Kind == model.NumberQuestion && s.kind == wordScalar && plainDigits(s.text):
		return a, refusal(q, model.Quote(s.text), "Write "+clipped(s.text)+" without quotes.")
	case q.Kind == model.NumberQuestion && s.kind == numberScalar:
		if !plainDigits(s.text) {
			return a, refusal(q, clipped(s.text), "Write the number in digits only, such as 40.")
		}
		n, err := strconv.Atoi(s.text)
		if err != nil {
			return a, refusal(q, clipped(s.text), "")
		}
		a = model.Count(n)
	default:
		a = model.Say(s.text) // also a number or true, where an option is called that
	}
	if err := q.Accept(a); err != nil {
		return model.Answer{}, &model.Error{Kind: model.KindInvalid, What: err.Error(), Cure: meant(q, s.text)}
	}
	return a, nil
}

// refusal is worded like the error of Question.Accept.
func refusal(q *model.Question, said, cure string) error {
	return &model.Error{Kind: model.KindInvalid,
		What: fmt.Sprintf("%q takes %s, not %s", q.ID, q.Legal(), said), Cure: cure}
}

// clipped is a number of any length as a message repeats it.
func clipped(digits string) string { return model.Clean(model.Cut(digits, 60)) }

// plainDigits reports a whole number as people write it: digits without leading
// zeros, perhaps a minus.
func plainDigits(s string) bool {
	digits := strings.TrimPrefix(s, "-")
	if digits == "" || strings.Trim(digits, "0123456789") != "" {
		return false
	}
	return digits[0] != '0' || s == "0"
}

// unknownQuestion is the error for a name that no question has. listed tells that
// the questions there are have been named before.
func unknownQuestion(f *model.Framework, id string, listed bool) *model.Error {
	ids := make([]string, len(f.Questions))
	for i := range f.Questions {
		ids[i] = f.Questions[i].ID
	}
	var cure []string
	if near, ok := model.Nearest(id, ids); ok {
		cure = append(cure, fmt.Sprintf("Did you mean %q?", near))
	}
	if !listed {
		cure = append(cure, "The questions are "+strings.Join(ids, ", ")+".")
	}
	return &model.Error{Kind: model.KindInvalid, What: "unknown question " + model.Quote(id), Cure: strings.Join(cure, " ")}
}

// meant suggests the option that somebody may have misspelt.
func meant(q *model.Question, said string) string {
	words := []string{model.WordUnsure, model.WordNotApplicable, model.WordLater}
	for _, o := range q.Options {
		words = append(words, o.ID)
	}
	if near, ok := model.Nearest(said, words); ok {
		return fmt.Sprintf("Did you mean %q?", near)
	}
	return ""
}
