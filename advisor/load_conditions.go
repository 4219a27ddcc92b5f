package advisor

import (
	"fmt"

	"go.yaml.in/yaml/v3"

	"remit/model"
)

// cut is a place between two numbers at which something that asks for them
// changes: below is the last number on the lower side.
type cut struct {
	question string
	below    int
	by       string // `rule "x"`
}

// conditions reads a conjunction: one line for each question.
func (s spot) conditions() []model.Condition {
	if s.node.Kind != yaml.MappingNode {
		s.wants("a mapping from questions to answers", "Write {question: option}, {question: [option, option]} or {question: {at_least: 1}}.")
		return nil
	}
	var when []model.Condition
	for _, p := range s.pairs() {
		when = append(when, readCondition(p))
	}
	if len(s.node.Content) == 0 {
		s.fault(s.name()+" is empty", "Name the answers, or leave it out where it may be left out.")
	}
	return when
}

func readCondition(p pair) model.Condition {
	id := p.key.node.Value
	in, value := p.key.in, p.value
	value.key = fmt.Sprintf("condition on %q", shown(id))
	c := model.Condition{Question: id}
	q := in.questions[id]
	if q == nil {
		if in.whole && p.key.legible(id) {
			p.key.lazyFault(fmt.Sprintf("condition on unknown question %q", shown(id)), func() string {
				return suggest(id, "questions", in.questionIDs())
			})
		}
		return c
	}
	if value.node.Kind == yaml.MappingNode {
		value.bounds(&c, q)
	} else {
		value.choices(&c, q)
	}
	return c
}

func (in *loading) questionIDs() []string {
	var ids []string
	for _, q := range in.f.Questions {
		if q.ID != "" {
			ids = append(ids, q.ID)
		}
	}
	return ids
}

// choices reads a condition on a choice: one option or a list of them.
func (s spot) choices(c *model.Condition, q *model.Question) {
	if q.Kind == model.NumberQuestion {
		s.fault(s.key+" names an option, but the question takes a number", "Write {at_least: …}, {at_most: …} or both.")
		return
	}
	option := func(s spot) string {
		id := s.id()
		if id != "" && q.Option(id) == nil && !s.in.doubtful[q.ID] {
			s.unknown("option", id, optionIDs(q))
		}
		return id
	}
	if s.node.Kind == yaml.ScalarNode {
		c.In = []string{option(s)}
		return
	}
	c.In = distinct(s, option)
}

func optionIDs(q *model.Question) []string {
	ids := make([]string, len(q.Options))
	for i, o := range q.Options {
		ids[i] = o.ID
	}
	return ids
}

// bounds reads a condition on a number. A bound that no legal number can break or
// meet says nothing, or too much; both are slips.
func (s spot) bounds(c *model.Condition, q *model.Question) {
	if q.Kind == model.ChoiceQuestion {
		s.fault(s.key+" asks for numbers, but the question is a choice", suggest("", "options", optionIDs(q)))
		return
	}
	f := s.form("")
	defer f.done()
	bound := func(s spot) *int {
		faults := s.in.said.count()
		n := s.integer(-maxNumber, maxNumber)
		switch {
		case s.in.said.count() > faults || s.in.doubtful[q.ID]:
			return nil
		case n < q.Min || n > q.Max:
			s.fault(fmt.Sprintf("condition on %q: %s is %d, but the question takes %d to %d", q.ID, s.key, n, q.Min, q.Max), "")
			return nil
		}
		return &n
	}
	c.AtLeast = optional(f, "at_least", bound)
	c.AtMost = optional(f, "at_most", bound)
	switch {
	case len(f.fields) == 0:
		s.fault(s.key+" is empty", "Write {at_least: …}, {at_most: …} or both.")
	case c.AtLeast != nil && c.AtMost != nil && *c.AtLeast > *c.AtMost:
		s.fault(fmt.Sprintf("%s can never hold: at least %d and at most %d", s.key, *c.AtLeast, *c.AtMost), "Swap the two numbers.")
		return
	}
	s.cut(c)
}

// cut notes between which numbers the condition draws its lines.
func (s spot) cut(c *model.Condition) {
	if c.AtLeast != nil {
		s.in.cuts = append(s.in.cuts, cut{c.Question, *c.AtLeast - 1, s.of})
	}
	if c.AtMost != nil {
		s.in.cuts = append(s.in.cuts, cut{c.Question, *c.AtMost, s.of})
	}
}
