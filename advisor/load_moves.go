package advisor

import "remit/model"

// maxEffort is the greatest effort that a change may be said to take.
const maxEffort = 3

// readMoves reads what can change the answer to a question. Where nobody can there
// is neither an effort nor a way.
func (f *form) readMoves(q *model.Question) {
	s, ok := f.get("moves")
	if !ok {
		f.get("moves_how")
		f.get("moves_down")
		if !f.broken {
			f.fault("moves is missing", "Write {by: growth, choice or event, effort: 1 to 3}, or {by: nobody}.")
		}
		return
	}
	moves := s.form("")
	defer moves.done()
	q.Moves.By = required(moves, "by", func(s spot) model.Mover { return s.mover(q.Kind) })
	if q.Moves.By == model.ByGrowth {
		f.in.noteUnless(moves, q.ID)
	} else if q.Moves.By != "" {
		moves.refuse("unless", "the answer does not grow")
	}
	switch q.Moves.By {
	case model.ByNobody:
		moves.refuse("effort", "nobody can change the answer")
		f.refuse("moves_how", "nobody can change the answer")
		f.refuse("moves_down", "nobody can change the answer")
	case "":
		moves.get("unless")
		moves.get("effort")
		f.get("moves_how")
		f.get("moves_down")
	default:
		q.Moves.Effort = required(moves, "effort", func(s spot) int { return s.integer(1, maxEffort) })
		q.Moves.How = required(f, "moves_how", spot.line)
		q.Moves.Down = optional(f, "moves_down", spot.line)
	}
}

// mover is who or what changes the answer to a question of this kind.
func (s spot) mover(kind model.QuestionKind) model.Mover {
	word, ok := s.raw()
	if !ok {
		return ""
	}
	known := []string{string(model.ByGrowth), string(model.ByChoice), string(model.ByEvent), string(model.ByNobody)}
	switch by := model.Mover(word); by {
	case model.ByGrowth:
		if kind == model.ChoiceQuestion {
			s.fault("moves by growth, but the question is a choice", "Only numbers grow: write choice or event.")
			return ""
		}
		return by
	case model.ByChoice, model.ByEvent, model.ByNobody:
		return by
	}
	s.unknown("mover", word, known)
	return ""
}

// unlessAt is a condition under which growth does not raise an answer, and where it stands.
type unlessAt struct {
	question string
	at       spot
}

// noteUnless keeps such conditions until all questions are known.
func (in *loading) noteUnless(moves *form, question string) {
	if s, ok := moves.get("unless"); ok {
		in.unless = append(in.unless, unlessAt{question, s})
	}
}

// readUnless reads them. They move no advice, so what they ask for is no cut.
func (in *loading) readUnless() {
	cuts := in.cuts
	for _, u := range in.unless {
		q := in.questions[u.question]
		if q == nil {
			continue
		}
		q.Moves.Unless = u.at.conditions()
		for _, c := range q.Moves.Unless {
			if c.Question == q.ID {
				u.at.fault("unless asks for the answer itself", "Name other answers with which the number does not rise.")
			}
		}
	}
	in.cuts = cuts
}
