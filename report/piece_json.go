package report

import (
	"io"

	"remit/model"
)

// PieceJSON writes a piece for programs: whose advice it is, and of what ReportJSON has
// under "follows" those members that the piece is about. They are null where it is too
// early for advice.
func PieceJSON(w io.Writer, r Report, p Piece) error {
	members := []member{
		{"framework", func(dst []byte) []byte { return appendRef(dst, r.Framework.Ref) }},
		{"answers", func(dst []byte) []byte { return appendAnswers(dst, r.Framework, r.Advice.Answers) }},
		{"date", r.appendDate},
		texts("tried", r.Tried),
		{"recommendation", func(dst []byte) []byte { return appendStructure(dst, r.Advice.Recommendation) }},
		text("standing", string(r.Advice.Standing)),
		flag("too_early", r.Advice.TooEarly()),
	}
	if p == PieceMatrix {
		members = append(members, many("tried_letters", r.TriedLetters, func(dst []byte, c model.CellEdit) []byte {
			return appendObject(dst, text("activity", c.Activity), text("role", c.Role))
		}))
	}
	names := map[Piece][]string{
		PieceMatrix: {"matrix", "remarks"},
		PieceChart:  {"posts", "dropped", "unsure", "alternatives"},
		PiecePlan:   {"practices", "plan", "symptoms", "triggers", "growth", "legal_points", "costs", "own_costs", "compared"},
	}[p]
	for _, name := range names {
		members = append(members, r.followed(name))
	}
	if p == PiecePlan {
		members = append(members, member{"transition", r.appendWay})
	}
	return writeIndented(w, appendObject(nil, members...))
}

// followed is one of the members of what follows; null where nothing does.
func (r Report) followed(name string) member {
	if r.follows() {
		for _, m := range r.followMembers() {
			if m.name == name {
				return m
			}
		}
	}
	return member{name, func(dst []byte) []byte { return append(dst, "null"...) }}
}

func (r Report) appendWay(dst []byte) []byte {
	var way *model.Transition
	if r.WhatIf != nil {
		way = r.WhatIf.Way
	}
	return appendTransition(dst, way, r.Advice.Recommendation)
}
