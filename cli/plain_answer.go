package cli

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"remit/model"
)

// understand turns a line into an answer to q: one of the non-answers, the number
// of a choice, an option's name or label, a number, or the letter of a range. If it
// cannot, sorry is a sentence that says what would be understood. The letters that
// stand for the non-answers come last, so that no option or range is out of reach.
func understand(q *model.Question, line string) (a model.Answer, sorry string) {
	word := strings.ToLower(line)
	if said := model.Say(word); said.Kind != model.Option {
		return said, ""
	}
	if q.Kind == model.NumberQuestion {
		a, sorry = understandNumber(q, word)
	} else {
		a, sorry = understandChoice(q, word)
	}
	if kind, ok := nonAnswers()[word]; ok && sorry != "" {
		return model.Answer{Kind: kind}, ""
	}
	return a, sorry
}

// nonAnswers are the short forms of the words that stand for no answer.
func nonAnswers() map[string]model.AnswerKind {
	return map[string]model.AnswerKind{"u": model.Unsure, "x": model.NotApplicable, "na": model.NotApplicable, "l": model.Later}
}

func understandChoice(q *model.Question, word string) (a model.Answer, sorry string) {
	if n, err := strconv.Atoi(word); err == nil && n >= 1 && n <= len(q.Options) {
		return model.Choose(q.Options[n-1].ID), ""
	}
	for _, o := range q.Options {
		if word == strings.ToLower(o.ID) || word == strings.ToLower(o.Label) {
			return model.Choose(o.ID), ""
		}
	}
	return a, fmt.Sprintf("Not understood: %s. Type a number from 1 to %d, or help.", model.Quote(word), len(q.Options))
}

func understandNumber(q *model.Question, word string) (a model.Answer, sorry string) {
	if i, ok := bandNamed(q, word); ok {
		return model.Count(q.Bands[i].Value), ""
	}
	bare := word
	for _, unit := range []string{q.Unit, q.UnitOf(1)} {
		bare = strings.TrimSpace(strings.TrimSuffix(bare, strings.ToLower(unit)))
	}
	n, err := strconv.Atoi(ungrouped(bare))
	switch {
	case errors.Is(err, strconv.ErrSyntax):
		return a, fmt.Sprintf("Not understood: %s. Type a whole number, or help.", model.Quote(word))
	case err != nil || q.Accept(model.Count(n)) != nil:
		return a, fmt.Sprintf("That number is out of range: type one from %d to %d.", q.Min, q.Max)
	}
	return model.Count(n), ""
}

// bandNamed finds the range of a question that a word names by its letter.
func bandNamed(q *model.Question, word string) (i int, ok bool) {
	for i = range q.Bands {
		if word == letter(i) {
			return i, true
		}
	}
	return 0, false
}

// ungrouped takes the separators out of "1,200" or "1 200"; anything else stays
// as it is, so that "1.5" or "1,20" is not read as a number it is not.
func ungrouped(word string) string {
	for _, separator := range []string{",", " ", "'"} {
		groups := strings.Split(word, separator)
		whole := len(groups) > 1 && len(groups[0]) >= 1 && len(groups[0]) <= 3
		for _, g := range groups[1:] {
			whole = whole && len(g) == 3
		}
		if whole {
			return strings.Join(groups, "")
		}
	}
	return word
}

// letter names the i-th range: "a", "b" and so on.
func letter(i int) string { return string(rune('a' + i)) }

// answerWords says an answer as people do. q may be nil: the question is of
// another framework.
func answerWords(q *model.Question, a model.Answer) string {
	switch a.Kind {
	case model.Unanswered:
		return "no answer"
	case model.Unsure:
		return "not sure"
	case model.NotApplicable:
		return "does not apply"
	case model.Later:
		return "to be found out later"
	case model.Number:
		if q != nil {
			return q.Counted(a.Number)
		}
	case model.Option:
		if q != nil {
			if o := q.Option(a.Option); o != nil {
				return o.Label
			}
		}
	}
	return a.String()
}

// count says a number with its noun.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
