package advisor

import (
	"fmt"

	"remit/model"
)

// The limits of questions. A number beyond maxNumber counts nothing that a
// company has.
const (
	maxQuestions = 200
	maxOptions   = 64
	maxBands     = 64
	maxNumber    = 1_000_000_000
)

// readQuestions reads the questions and makes them known to what comes after.
func (in *loading) readQuestions() {
	in.f.Questions = joined(in, "questions", maxQuestions, readQuestion)
	for i := range in.f.Questions {
		q := &in.f.Questions[i]
		if in.questions[q.ID] == nil {
			in.questions[q.ID] = q
		}
	}
	in.readUnless()
}

func readQuestion(s spot) model.Question {
	faults := s.in.said.count()
	f := s.form("question")
	defer f.done()
	q := model.Question{
		ID:       f.declared(),
		Topic:    required(f, "topic", refer("topic")),
		Kind:     required(f, "kind", spot.questionKind),
		Ask:      required(f, "ask", spot.line),
		Short:    required(f, "short", spot.line),
		Why:      required(f, "why", spot.text),
		Help:     required(f, "help", spot.text),
		Examples: required(f, "examples", each(spot.line)),
	}
	f.readMoves(&q)
	switch q.Kind {
	case model.ChoiceQuestion:
		q.Options = required(f, "options", spot.options)
		for _, key := range []string{"unit", "min", "max", "bands"} {
			f.refuse(key, "the question is a choice")
		}
	case model.NumberQuestion:
		f.readNumber(&q)
		f.refuse("options", "the question takes a number")
	default:
		for _, key := range []string{"options", "unit", "min", "max", "bands"} {
			f.get(key)
		}
	}
	if s.in.said.count() > faults {
		s.in.doubtful[q.ID] = true
	}
	return q
}

func (s spot) questionKind() model.QuestionKind {
	word, ok := s.raw()
	if !ok {
		return ""
	}
	switch kind := model.QuestionKind(word); kind {
	case model.ChoiceQuestion, model.NumberQuestion:
		return kind
	}
	s.unknown("kind", word, []string{string(model.ChoiceQuestion), string(model.NumberQuestion)})
	return ""
}

// options reads what a choice offers. The three words that stand for no answer
// cannot be the ids of answers.
func (s spot) options() []model.OptionInfo {
	if len(s.node.Content) > maxOptions {
		s.fault(fmt.Sprintf("options has more than %d items", maxOptions), "Nobody reads that many: join some of them.")
		return nil
	}
	seen := map[string]bool{}
	options := each(func(item spot) model.OptionInfo { return readOption(item, seen) })(s)
	if len(options) == 1 {
		s.fault("there is only one option", "A question needs two or more.")
	}
	return options
}

func readOption(s spot, seen map[string]bool) model.OptionInfo {
	f := s.form("option")
	defer f.done()
	o := model.OptionInfo{
		ID:    required(f, "id", spot.id),
		Label: required(f, "label", spot.line),
		Help:  required(f, "help", spot.text),
	}
	switch id, _ := f.get("id"); {
	case o.ID == "":
	case seen[o.ID]:
		id.fault("the question has another option with this id", "Give one of them another id.")
	case model.Say(o.ID).Kind != model.Option:
		id.fault(fmt.Sprintf("%q cannot be the id of an option", o.ID), "It is what people say who give no answer. Choose another id.")
	}
	seen[o.ID] = true
	return o
}

// readNumber reads the fields that only questions for a number have.
func (f *form) readNumber(q *model.Question) {
	faults := f.in.said.count()
	number := func(s spot) int { return s.integer(-maxNumber, maxNumber) }
	q.Unit = required(f, "unit", spot.line)
	q.Min = required(f, "min", number)
	q.Max = required(f, "max", number)
	if upper, ok := f.get("max"); ok && q.Min > q.Max && f.in.said.count() == faults {
		upper.fault(fmt.Sprintf("max is %d, less than min, which is %d", q.Max, q.Min), "")
	}
	bands, ok := f.get("bands")
	if !ok {
		return
	}
	if len(bands.node.Content) > maxBands {
		bands.fault(fmt.Sprintf("bands has more than %d items", maxBands), "Nobody reads that many: join some of them.")
		return
	}
	items := bands.list()
	for _, item := range items {
		q.Bands = append(q.Bands, readBand(item))
	}
	if f.in.said.count() == faults {
		f.in.checkBands(q, items)
	}
}

func readBand(s spot) model.Band {
	f := s.form("band")
	defer f.done()
	number := func(s spot) int { return s.integer(-maxNumber, maxNumber) }
	return model.Band{
		Label: required(f, "label", spot.line),
		Help:  optional(f, "help", spot.text),
		From:  required(f, "from", number),
		To:    required(f, "to", number),
		Value: required(f, "value", number),
	}
}
