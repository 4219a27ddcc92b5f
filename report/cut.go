package report

import "slices"

// Cut is how much of a report is told, and to whom. Every writer for people takes one.
type Cut string

// The cuts.
const (
	Full   Cut = "full"   // everything that the report holds, for whoever has to answer for the decision
	Board  Cut = "board"  // one page that a board can decide on
	Agenda Cut = "agenda" // what a meeting has to talk about, with minutes, for whoever leads it
)

// Cuts lists all of them, the longest first.
func Cuts() []Cut { return []Cut{Full, Board, Agenda} }

// Known reports whether there is such a cut. The writers take any other for Full.
func (c Cut) Known() bool { return slices.Contains(Cuts(), c) }

// document composes what a cut tells.
func (r Report) document(cut Cut) document {
	switch cut {
	case Board:
		return brief(r)
	case Agenda:
		return agenda(r)
	}
	return full(r)
}
