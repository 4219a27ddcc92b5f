package cli

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"remit/model"
)

// understand turns a line into an answer to q: one of the non-answers, the number
// of a choice, an option's name or label, a number, or the letter of a range. If
// it cannot, sorry is a sentence that says what would be understood.
func understand(q *model.Question, line string) (a model.Answer, sorry string) {
	word := strings.ToLower(line)
	switch word {
	case model.WordUnsure, model.WordLater, model.WordNotApplicable:
		return model.Say(word), ""
	case "na":
		return model.Answer{Kind: model.NotApplicable}, ""
	}
	if q.Kind == model.NumberQuestion {
		return understandNumber(q, word)
	}
	if n, err := strconv.Atoi(word); err == nil && n >= 1 && n <= len(q.Options) {
		return model.Choose(q.Options[n-1].ID), ""
	}
	for _, o := range q.Options {
		if word == strings.ToLower(o.ID) || word == strings.ToLower(o.Label) {
			return model.Choose(o.ID), ""
		}
	}
	return a, fmt.Sprintf("Not understood: %q. Type a number from 1 to %d, or help.", model.Cut(line, 60), len(q.Options))
}

func understandNumber(q *model.Question, word string) (a model.Answer, sorry string) {
	for i, b := range q.Bands {
		if word == letter(i) {
			return model.Count(b.Value), ""
		}
	}
	n, err := strconv.Atoi(ungrouped(strings.TrimSpace(strings.TrimSuffix(word, strings.ToLower(q.Unit)))))
	switch {
	case errors.Is(err, strconv.ErrSyntax):
		return a, fmt.Sprintf("Not understood: %q. Type a whole number, or help.", model.Cut(word, 60))
	case err != nil || q.Accept(model.Count(n)) != nil:
		return a, fmt.Sprintf("That number is out of range: type one from %d to %d.", q.Min, q.Max)
	}
	return model.Count(n), ""
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
		if q != nil && q.Unit != "" {
			return fmt.Sprintf("%d %s", a.Number, q.Unit)
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
