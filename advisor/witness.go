package advisor

import (
	"slices"

	"remit/model"
)

// witness looks for a whole answer sheet that leads to one of the situations at hand;
// not found means that there is none, unless the search gave up.
func (q *inquiry) witness(search *verifying) (s model.Situation, found bool) {
	allowed := map[int][]bool{}
	for question, left := range q.answersLeft {
		number := search.index[question]
		d := &search.domains[number]
		may := make([]bool, d.classes())
		for _, a := range left {
			may[d.class(a)] = true
		}
		allowed[number] = may
	}
	for _, frame := range q.framesLeft {
		sheet := search.sheetFor(frame, allowed)
		if search.err != nil {
			return s, false
		}
		if sheet != nil {
			frame.Answers = q.fill(sheet)
			return frame, true
		}
	}
	return s, false
}

// fill turns a sheet into answers that are among those left.
func (q *inquiry) fill(s sheet) model.Answers {
	as := q.e.answers(s)
	for question, left := range q.answersLeft {
		number := q.e.index[question]
		i := slices.IndexFunc(left, func(a model.Answer) bool { return q.e.domains[number].class(a) == s[number] })
		if delete(as, question); left[i].Kind != model.Unanswered {
			as[question] = left[i]
		}
	}
	return as
}

// sheetFor gives a sheet among those allowed that is advised as a situation says, with
// few answers; nil if there is none.
func (v *verifying) sheetFor(s model.Situation, allowed map[int][]bool) (found sheet) {
	v.results(v.f.Engagement.Rows, string(s.Engagement), s.Structure, allowed, func(allowed map[int][]bool) bool {
		return v.results(v.f.Reporting.Rows, string(s.Reporting), s.Structure, allowed, func(allowed map[int][]bool) bool {
			found = v.newContest(allowed, unlimited, world{lead: s.Structure, without: -1}).example()
			return found != nil
		})
	})
	if v.err != nil {
		return nil
	}
	return found
}

// results goes through the ways in which a table gives a result, until use is content
// with the answers that allow one.
func (v *verifying) results(rows []model.Row, then string, s model.Structure, allowed map[int][]bool, use func(map[int][]bool) bool) bool {
	for i := range rows {
		if rows[i].Then != then || !concerns(rows[i].For, s) {
			continue
		}
		if both, ok := common(allowed, v.allowing(rows[i].When)); ok && v.escape(rows[:i], s, both, use) {
			return true
		}
	}
	return then == "" && v.escape(rows, s, allowed, use)
}

// common is what two restrictions allow; ok is false if that is nothing.
func common(a, b map[int][]bool) (both map[int][]bool, ok bool) {
	both = make(map[int][]bool, len(a)+len(b))
	for q, may := range a {
		both[q] = may
	}
	for q, may := range b {
		if both[q] != nil {
			may = slices.Clone(may)
			for class := range may {
				may[class] = may[class] && both[q][class]
			}
		}
		if both[q] = may; !slices.Contains(may, true) {
			return nil, false
		}
	}
	return both, true
}
