package advisor

import (
	"fmt"

	"remit/model"
)

// PhaseMap shows which structure is recommended where, when two answers vary over all
// their classes and the others stay as they are.
type PhaseMap struct {
	X, Y  Axis
	Cells [][]model.Structure // by Y, then X
	HereX int                 // the present answers' column, -1 if X has none
	HereY int
}

// Axis is a question with its classes in order: its options, or for a number the
// ranges that rules can tell apart.
type Axis struct {
	Question string
	Classes  []Class
}

// Class is the answers From to To, which no rule tells apart; for an option the two
// are the same.
type Class struct{ From, To model.Answer }

// PhaseMap draws the map over two different questions. The error is of kind
// KindUsage and names what is wrong.
func (e *Engine) PhaseMap(as model.Answers, x, y string) (PhaseMap, error) {
	for _, id := range []string{x, y} {
		if _, ok := e.index[id]; !ok {
			return PhaseMap{}, &model.Error{Kind: model.KindUsage, What: fmt.Sprintf("unknown question %q", model.Clean(model.Cut(id, 60))),
				Cure: "A map has two questions of the framework as its axes."}
		}
	}
	if x == y {
		return PhaseMap{}, &model.Error{Kind: model.KindUsage, What: fmt.Sprintf("both axes are %q", x), Cure: "Name two different questions."}
	}
	s := e.sheetOf(as)
	qx, qy := e.index[x], e.index[y]
	m := PhaseMap{X: e.axis(qx), Y: e.axis(qy), HereX: int(s[qx]) - 1, HereY: int(s[qy]) - 1}
	for cy := range m.Y.Classes {
		row := make([]model.Structure, len(m.X.Classes))
		for cx := range row {
			s[qx], s[qy] = uint16(cx+1), uint16(cy+1)
			t := e.score(s)
			row[cx] = e.winner(&t)
		}
		m.Cells = append(m.Cells, row)
	}
	return m, nil
}

func (e *Engine) axis(q int) Axis {
	d := &e.domains[q]
	a := Axis{Question: d.id}
	for i, from := range d.answer {
		to := from
		if d.number {
			to = model.Count(e.f.Questions[q].Max)
			if i+1 < len(d.answer) {
				to = model.Count(d.answer[i+1].Number - 1)
			}
		}
		a.Classes = append(a.Classes, Class{from, to})
	}
	return a
}

// Stretch is a part of a path on which one structure is recommended.
type Stretch struct {
	Class     // from the first answer to the last
	Structure model.Structure
	Here      bool // the present answer is in it
}

// Path follows the recommendation along one question, the others as they are: what
// happens as a company grows. Nil for a question that the framework does not have.
func (e *Engine) Path(as model.Answers, question string) []Stretch {
	q, ok := e.index[question]
	if !ok {
		return nil
	}
	s := e.sheetOf(as)
	here := s[q]
	var path []Stretch
	for i, class := range e.axis(q).Classes {
		s[q] = uint16(i + 1)
		t := e.score(s)
		won := e.winner(&t)
		if last := len(path) - 1; last < 0 || path[last].Structure != won {
			path = append(path, Stretch{Class: class, Structure: won})
		}
		path[len(path)-1].To = class.To
		path[len(path)-1].Here = path[len(path)-1].Here || here == s[q]
	}
	return path
}
