package report

import (
	"fmt"
	"strings"

	"remit/model"
)

// standing puts into words how firm the advice is. It is never a number: points
// are not probabilities.
func standing(s model.Standing) string {
	switch s {
	case model.Clear:
		return "Clear: it is well ahead, and no single further answer can turn it."
	case model.Leaning:
		return "Leaning: it is ahead, but the second choice is near or an answer that is missing could still turn it."
	}
	return "Open: too close, or too little known, to call. Take it as the best guess so far."
}

// margin says how far ahead the recommendation is.
func margin(f *model.Framework, a *model.Advice) string {
	second := f.Structure(a.RunnerUp).Title
	switch a.Margin {
	case 0:
		return fmt.Sprintf("It ties with %s and wins by the order of the framework.", second)
	case 1:
		return fmt.Sprintf("The second choice, %s, is 1 point behind.", second)
	}
	return fmt.Sprintf("The second choice, %s, is %d points behind.", second, a.Margin)
}

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
		if q != nil && q.Unit != "" && a.Number != 1 { // a unit is a plural
			return fmt.Sprintf("%d %s", a.Number, q.Unit)
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
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " or " + words[last]
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
