package cli

import "remit/model"

// guided follows the framework from topic to topic: the next question to which
// nothing was said and that was not skipped, from the open one to the end and
// then from the beginning.
func guided(d *dialogue, said model.Answers) *model.Question {
	here := 0
	if d.at != nil {
		here = d.index(d.at.ID) + 1
	}
	n := len(d.f.Questions)
	for i := range n {
		q := &d.f.Questions[(here+i)%n]
		if said[q.ID].Kind == model.Unanswered && !d.past[q.ID] && (d.at == nil || q.ID != d.at.ID) {
			return q
		}
	}
	return nil
}

// adaptive follows the engine: the question that matters most for what is still
// undecided, none when the recommendation cannot change any more.
func adaptive(d *dialogue, said model.Answers) *model.Question {
	next := d.next(said)
	if next.Decided {
		return nil
	}
	return d.f.Question(next.Question)
}

// next asks the engine. A skipped question counts as one that nobody can answer:
// it stays open for the outlook but is not asked again.
func (d *dialogue) next(said model.Answers) model.Next {
	said = d.f.Usable(said)
	for id := range d.past {
		if said[id].Kind == model.Unanswered {
			said[id] = model.Answer{Kind: model.Unsure}
		}
	}
	return d.engine.Next(said)
}

// resume opens the first question: the one that was open last, as long as there is
// something to ask. A quick check needs no memory: the answers lead to where it was.
func (d *dialogue) resume() {
	d.at = d.f.Question(d.s.Position)
	if d.at == nil || d.quick || len(d.missing()) == 0 {
		d.at = nil
		d.at = d.follow(d, d.s.Answers)
	}
}

// index is the place of a question in the framework, -1 if it has none.
func (d *dialogue) index(id string) int {
	for i, q := range d.f.Questions {
		if q.ID == id {
			return i
		}
	}
	return -1
}
