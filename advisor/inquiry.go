package advisor

import (
	"slices"

	"remit/model"
)

// inquiry asks the playbook about many situations at once. It begins with all of them:
// every structure with every engagement and reporting line that the tables can give
// it, and every answer to every question. Whenever the playbook is asked whether
// something holds, and it does in some of the situations but not in others, the
// inquiry goes on with the former and comes back for the latter. So whatever is
// derived on the way is the same in all situations that are left, only what matters
// is told apart, and when next has nothing more to give, every situation was seen.
//
// Situations are told apart by their frame and their answers one by one, so those left
// always are all combinations of the frames and the answers left.
type inquiry struct {
	e       *Engine
	book    *model.Playbook
	frames  []model.Situation         // all situations without their answers
	answers map[string][]model.Answer // by question: a legal answer of every kind, none included

	framesLeft  []model.Situation
	answersLeft map[string][]model.Answer // of the questions that were asked about
	turns       []bool                    // what was gone on with, from the beginning
	at          int                       // the next of turns
	spent       int                       // work that was done: frames and answers looked at
}

func (e *Engine) newInquiry() *inquiry {
	q := &inquiry{e: e, book: e.Playbook(), frames: e.settings(), answers: map[string][]model.Answer{}}
	q.book.EachFit(func(f model.Fit) {
		for _, c := range f.When {
			if q.answers[c.Question] == nil {
				q.answers[c.Question] = q.kinds(c.Question)
			}
		}
	})
	for i := range e.f.Questions { // what rules out that anything is missing
		for _, c := range e.f.Questions[i].Moves.Unless {
			q.answers[c.Question] = q.kinds(c.Question)
		}
	}
	if _, asked := e.index[incumbent]; asked { // posts are filled or not by who leads today
		q.answers[incumbent] = q.kinds(incumbent)
	}
	return q
}

// settings are the situations without answers.
func (e *Engine) settings() []model.Situation {
	results := func(t *model.Table, s model.Structure) []string {
		ids := []string{}
		for _, row := range t.Rows {
			if !concerns(row.For, s) {
				continue
			}
			if ids = append(ids, row.Then); len(row.When) == 0 {
				slices.Sort(ids)
				return slices.Compact(ids)
			}
		}
		ids = append(ids, "") // no row may fit
		slices.Sort(ids)
		return slices.Compact(ids)
	}
	var list []model.Situation
	for _, s := range model.Structures() {
		for _, engagement := range results(&e.f.Engagement, s) {
			for _, reporting := range results(&e.f.Reporting, s) {
				list = append(list, model.Situation{Structure: s, Engagement: model.Engagement(engagement), Reporting: model.Reporting(reporting)})
			}
		}
	}
	return list
}

// kinds gives an answer of every kind that rules, tables or the playbook can tell
// apart: none, n/a, every option, the smallest number of every range.
func (q *inquiry) kinds(question string) []model.Answer {
	d := &q.e.domains[q.e.index[question]]
	list := append([]model.Answer{{}, {Kind: model.NotApplicable}}, d.answer...)
	if d.number {
		for _, n := range q.cuts(q.e.f.Question(question)) {
			if a := model.Count(n); !slices.Contains(list, a) {
				list = append(list, a)
			}
		}
	}
	return list
}

// cuts are the numbers from which on a condition of the playbook holds or fails.
func (q *inquiry) cuts(of *model.Question) (cuts []int) {
	q.book.EachFit(func(f model.Fit) { cuts = append(cuts, cutsOf(of.ID, f.When)...) })
	return slices.DeleteFunc(cuts, func(n int) bool { return n < of.Min || n > of.Max })
}

// begin starts with all situations.
func (q *inquiry) begin() {
	q.turns = q.turns[:0]
	q.rewind()
}

// next goes on with the situations that were put off last; false if there are none.
func (q *inquiry) next() bool {
	for n := len(q.turns); n > 0; n-- {
		if q.turns[n-1] {
			q.turns = append(q.turns[:n-1], false)
			q.rewind()
			return true
		}
	}
	return false
}

func (q *inquiry) rewind() {
	q.at, q.framesLeft, q.answersLeft = 0, q.frames, map[string][]model.Answer{}
}

// crew is who is there in the situations at hand.
func (q *inquiry) crew() *crew {
	d := &crew{book: q.book, holds: q.holds}
	d.there = func(role string) bool { return d.presence(q.book.Role(role)) >= 0 }
	return d
}

// holds is Fit.Holds.
func (q *inquiry) holds(f model.Fit) bool {
	return q.framed(f) && !slices.ContainsFunc(f.When, func(c model.Condition) bool { return !q.satisfied(c) })
}

// holdsOrWaits reports whether f holds, or would if more were known.
func (q *inquiry) holdsOrWaits(f model.Fit) bool {
	return q.framed(f) && !slices.ContainsFunc(f.When, func(c model.Condition) bool { return !q.satisfied(c) && !q.waits(c.Question) })
}

// waits reports whether an answer is missing that other answers do not rule out.
func (q *inquiry) waits(question string) bool {
	return q.open(question) && !q.ruledOut(q.e.f.Question(question).Moves.Unless)
}

func (q *inquiry) ruledOut(unless []model.Condition) bool {
	return len(unless) > 0 && !slices.ContainsFunc(unless, func(c model.Condition) bool { return !q.satisfied(c) })
}

func (q *inquiry) framed(f model.Fit) (holds bool) {
	if len(f.For)+len(f.Engaged)+len(f.Reporting) == 0 {
		return true
	}
	f.When = nil
	holds, q.framesLeft = split(q, q.framesLeft, f.Holds)
	return holds
}

func (q *inquiry) satisfied(c model.Condition) (holds bool) {
	holds, q.answersLeft[c.Question] = split(q, q.left(c.Question), c.Holds)
	return holds
}

func (q *inquiry) open(question string) (holds bool) {
	holds, q.answersLeft[question] = split(q, q.left(question), model.Answer.Open)
	return holds
}

func (q *inquiry) left(question string) []model.Answer {
	if left, asked := q.answersLeft[question]; asked {
		return left
	}
	return q.answers[question]
}

// split goes on with those of which something is true, and with the others when it
// comes by again.
func split[T any](q *inquiry, all []T, is func(T) bool) (turn bool, left []T) {
	q.spent += len(all)
	some := slices.ContainsFunc(all, is)
	if !some || !slices.ContainsFunc(all, func(x T) bool { return !is(x) }) {
		return some, all
	}
	if q.at == len(q.turns) {
		q.turns = append(q.turns, true)
	}
	turn = q.turns[q.at]
	q.at++
	for _, x := range all {
		if is(x) == turn {
			left = append(left, x)
		}
	}
	return turn, left
}
