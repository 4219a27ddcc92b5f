package tui

import (
	"slices"

	"remit/model"
)

// interviewOrder gives the ids of all questions topic by topic, in the order of
// the framework's files.
func interviewOrder(f *model.Framework) []string {
	ids := make([]string, 0, len(f.Questions))
	for _, t := range f.Topics {
		for _, q := range f.Questions {
			if q.Topic == t.ID {
				ids = append(ids, q.ID)
			}
		}
	}
	for _, q := range f.Questions {
		if !slices.Contains(ids, q.ID) {
			ids = append(ids, q.ID)
		}
	}
	return ids
}

// nextUnanswered gives the next question behind id that has no answer of any kind
// and is not passed over, going round once; "" if there is none.
func nextUnanswered(order []string, id string, as model.Answers, passed []string) string {
	at := slices.Index(order, id)
	for i := range order {
		q := order[(at+1+i)%len(order)]
		if q != id && as[q].Kind == model.Unanswered && !slices.Contains(passed, q) {
			return q
		}
	}
	return ""
}

// resumeAt gives the question to open a session at: the one that was open last,
// else the first without an answer, else the first.
func resumeAt(order []string, s model.Session) string {
	if slices.Contains(order, s.Position) {
		return s.Position
	}
	if q := nextUnanswered(order, "", s.Answers, nil); q != "" {
		return q
	}
	if len(order) == 0 {
		return ""
	}
	return order[0]
}

// hasBefore reports that going back leads to a question.
func (i *interview) hasBefore() bool {
	if i.way == guided {
		return i.at == "" || slices.Index(i.order, i.at) > 0
	}
	return len(i.trail) > 0
}

// topicTitle gives the title of a question's topic.
func topicTitle(f *model.Framework, topic string) string {
	for _, t := range f.Topics {
		if t.ID == topic {
			return t.Title
		}
	}
	return model.Clean(topic)
}
