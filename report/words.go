package report

import (
	"fmt"
	"strings"

	"remit/model"
)

// firm puts into words how firm the advice is and what that rests on. It is never a
// share: points are not probabilities.
func firm(a *model.Advice) string {
	word := string(a.Standing)
	if word != "" {
		word = strings.ToUpper(word[:1]) + word[1:] + "."
	}
	return strings.TrimSpace(word + " " + a.StandingWhy)
}

// tooEarly is what stands in place of a verdict that rests on nothing.
const tooEarly = "Too early to say."

// short gives the few words for a question, its id if the framework has none.
func short(f *model.Framework, id string) string {
	if q := f.Question(id); q != nil && q.Short != "" {
		return q.Short
	}
	return id
}

// said words an answer as a person would say it back.
func said(f *model.Framework, id string, a model.Answer) string {
	q := f.Question(id)
	switch a.Kind {
	case model.Unanswered:
		return "no answer"
	case model.Unsure:
		return "unsure"
	case model.NotApplicable:
		return "does not apply"
	case model.Later:
		return "to be found out later"
	case model.Number:
		if q != nil {
			return quantity(q, a.Number)
		}
		return fmt.Sprint(a.Number)
	}
	if q != nil {
		if o := q.Option(a.Option); o != nil && o.Label != "" {
			return "“" + o.Label + "”"
		}
	}
	return a.Option
}

// becauseYouSaid names the answers that a reason stands on.
func becauseYouSaid(f *model.Framework, as model.Answers, questions []string) string {
	var parts []string
	for _, id := range questions {
		if a := as[id]; a.Kind != model.Unanswered {
			parts = append(parts, short(f, id)+": "+said(f, id, a))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "because you said " + strings.Join(parts, "; ")
}

// titles names structures as "a", "a or b", "a, b or c".
func titles(f *model.Framework, list []model.Structure) string {
	words := make([]string, len(list))
	for i, s := range list {
		words[i] = f.Structure(s).Title
	}
	return alternatives(words)
}

// signed writes points as people write a gain or a loss.
func signed(points int) string { return fmt.Sprintf("%+d", points) }

// cited names sources by id, in brackets.
func cited(ids []string) string {
	if len(ids) == 0 {
		return ""
	}
	return "[" + strings.Join(ids, ", ") + "]"
}
