package report

import (
	"io"
	"strings"

	"remit/model"
)

// Piece is one thing that follows from the advice, told by itself.
type Piece string

// The pieces.
const (
	PieceMatrix Piece = "matrix" // who answers for what
	PieceChart  Piece = "chart"  // who reports to whom
	PiecePlan   Piece = "plan"   // what to do when, what to watch, what it costs
	PieceGlance Piece = "glance" // the three of them without their reasons
)

// PieceText writes a piece for a terminal or a pipe.
func PieceText(w io.Writer, r Report, p Piece, o TextOptions) error { return set(w, r.piece(p), o) }

// PieceMarkdown writes a piece in CommonMark; see Markdown.
func PieceMarkdown(w io.Writer, r Report, p Piece) error { return paged(w, r.piece(p)) }

// part composes the document of a piece. Where it is too early for advice nothing
// follows from it yet, and the document says what to answer first.
func (r Report) piece(p Piece) document {
	d := headed(r)
	subject := map[Piece]string{PieceMatrix: "Who answers for what", PieceChart: "Who reports to whom", PiecePlan: "The plan", PieceGlance: "What follows from it"}[p]
	d.title = model.Clean(strings.Replace(r.title(), "Who should lead technology", subject, 1))
	switch {
	case r.Advice.TooEarly():
		d.add("", undecided(r)...)
		return d
	case !r.follows():
		d.add("", point("This framework says nothing about what follows from its advice."))
		return d
	}
	d.add("", point("For the advice: "+r.Framework.Recommended(&r.Advice)+". "+r.firmly()))
	switch p {
	case PieceMatrix:
		r.matrixPart(&d)
	case PieceChart:
		d.add("", chartPart(r)...)
	case PiecePlan:
		r.planPart(&d)
	case PieceGlance:
		r.glance(&d)
	}
	return d
}

// glance shows the chart, the matrix and the plan, each without its reasons.
func (r Report) glance(d *document) {
	c := r.chart()
	d.add("Who reports to whom", chartFigure(c), para(c.dropped()), para(c.guessed()))
	d.add("Who answers for what", para(raciLegend), matrixTable(r))
	var steps []item
	for i := range r.Follows.Plan {
		s := &r.Follows.Plan[i]
		steps = append(steps, entry(dueBy(s.Clock, s.Day)+": "+s.Title))
	}
	d.add("What to do when", list(steps...))
}

// matrixPart shows the rows under their headings, then the reasons.
func (r Report) matrixPart(d *document) {
	if len(r.Follows.Matrix.Rows) == 0 {
		none := "There is no row to show for this advice."
		if len(r.Book.Activities) == 0 {
			none = "This framework has no activities."
		}
		d.add("", para(none))
		return
	}
	d.add("", para(raciLegend), para(r.consulting()))
	rows := r.Follows.Matrix.Rows
	whole := *r.Follows
	for start := 0; start < len(rows); {
		end := start + 1
		for end < len(rows) && r.group(rows[end]) == r.group(rows[start]) {
			end++
		}
		one := whole
		one.Matrix.Rows = rows[start:end]
		d.add(r.group(rows[start]), matrixTable(Report{Book: r.Book, Follows: &one}))
		start = end
	}
	if changed := r.editedRows(); len(changed) > 0 {
		d.add("Changed by hand (*)", para("Against what the advice gives:"), list(changed...))
	}
	d.add("Worth a look", r.worthALook())
	d.add("Why who answers for what", whyAccountable(r))
}

// group is the heading under which a row stands.
func (r Report) group(row model.MatrixRow) string {
	if a := r.Book.Activity(row.Activity); a != nil {
		return a.Group
	}
	return ""
}

func (r Report) planPart(d *document) {
	d.add("What to do when", plan(r)...)
	d.add("Signs that it does not work", frictions(r))
	d.add("When to look again", append([]block{occasions(r)}, growth(r)...)...)
	d.add("What it costs", costs(r)...)
	d.add("Questions for a lawyer", legal(r)...)
	d.add("Sources", sourceList(r.Framework, d.citing(r.Framework)))
}
