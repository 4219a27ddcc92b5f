package advisor

import (
	"fmt"

	"go.yaml.in/yaml/v3"

	"remit/model"
)

// maxPublished is the most cases that a framework may carry.
const maxPublished = 2_000

// readCases reads the published cases. Whoever writes a framework may leave them
// out.
func (in *loading) readCases() {
	in.f.Annex.Cases = joined(in, "cases", maxPublished, readCase)
}

func readCase(s spot) model.Case {
	f := s.form("case")
	defer f.done()
	return model.Case{
		ID:         f.declared(),
		Kind:       required(f, "kind", spot.caseKind),
		Situation:  required(f, "situation", spot.text),
		Source:     required(f, "source", spot.line),
		URL:        optional(f, "url", spot.link),
		Facts:      required(f, "facts", spot.facts),
		Expect:     required(f, "expect", spot.structures),
		Engagement: optional(f, "engagement", refer("engagement")),
		Reporting:  optional(f, "reporting", refer("reporting")),
	}
}

func (s spot) caseKind() model.CaseKind {
	word, ok := s.raw()
	if !ok {
		return ""
	}
	switch kind := model.CaseKind(word); kind {
	case model.AdviceCase, model.CompanyCase:
		return kind
	}
	s.unknown("kind", word, []string{string(model.AdviceCase), string(model.CompanyCase)})
	return ""
}

// facts reads real answers to questions of the framework.
func (s spot) facts() model.Answers {
	if s.node.Kind != yaml.MappingNode {
		s.wants("a mapping from questions to answers", "Write {question: option, question: 40}.")
		return nil
	}
	if len(s.node.Content) == 0 {
		s.fault("facts is empty", "Say at least one thing about the company.")
	}
	facts := model.Answers{}
	for _, p := range s.pairs() {
		id := p.key.node.Value
		q := s.in.questions[id]
		switch {
		case q != nil:
			p.value.key = fmt.Sprintf("fact %q", shown(id))
			facts[id] = p.value.fact(q)
		case s.in.whole:
			p.key.lazyFault(fmt.Sprintf("fact on unknown question %q", shown(id)), func() string {
				return suggest(id, "questions", s.in.questionIDs())
			})
		}
	}
	return facts
}

// fact reads one real answer.
func (s spot) fact(q *model.Question) model.Answer {
	if q.Kind == model.NumberQuestion {
		return model.Count(s.integer(q.Min, q.Max))
	}
	id := s.id()
	if id != "" && q.Option(id) == nil && !s.in.doubtful[q.ID] {
		s.unknown("option", id, optionIDs(q))
	}
	return model.Choose(id)
}
