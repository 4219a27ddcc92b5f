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
	switch q.Moves.By {
	case model.ByNobody:
		moves.refuse("effort", "nobody can change the answer")
		f.refuse("moves_how", "nobody can change the answer")
		f.refuse("moves_down", "nobody can change the answer")
	case "":
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
