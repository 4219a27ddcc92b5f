package model

// Letter is what a role does in a row of a RACI matrix.
type Letter string

// The letters. No letter is legal too: the role has nothing to do with the row.
const (
	NoLetter Letter = ""
	LetterA  Letter = "A"   // accountable: answers for it and has the last word; one role in a row
	LetterR  Letter = "R"   // responsible: does the work
	LetterAR Letter = "A/R" // both
	LetterC  Letter = "C"   // consulted: is asked before, and may answer
	LetterI  Letter = "I"   // informed: is told after
)

// Letters lists all that a cell can hold, blank first.
func Letters() []Letter { return []Letter{NoLetter, LetterI, LetterC, LetterR, LetterAR, LetterA} }

// Answers reports whether who holds the letter answers for the row.
func (l Letter) Answers() bool { return l == LetterA || l == LetterAR }

// Works reports whether who holds the letter does the work.
func (l Letter) Works() bool { return l == LetterR || l == LetterAR }

// Matrix says who answers for what: one row for each activity, one column for each
// role that the company has or gets. Exactly one cell of a row answers, at least one
// works, and no role from outside answers.
type Matrix struct {
	Columns []string // ids of roles, from the top of the company downwards
	Rows    []MatrixRow
}

// MatrixRow is one activity.
type MatrixRow struct {
	Activity  string
	Cells     []Cell   // one for each column
	Because   string   // why the accountable role answers for it
	Questions []string // whose answers put it there; may be empty
	Sources   []string
	Unsettled []string // the questions on whose missing answers it depends whether the row is needed
	Instead   string   // the id of the absent role that the accountable one stands in for; may be empty
}

// Cell is one role's part in one activity.
type Cell struct {
	Letter Letter
	Edited bool
	Was    Letter // what was derived, where people chose another one
}

// Accountable gives the role that answers for the row; "" if none does.
func (m *Matrix) Accountable(row int) string {
	for i, c := range m.Rows[row].Cells {
		if c.Letter.Answers() {
			return m.Columns[i]
		}
	}
	return ""
}

// Holding lists the roles with a letter that fits.
func (m *Matrix) Holding(row int, fits func(Letter) bool) []string {
	var roles []string
	for i, c := range m.Rows[row].Cells {
		if fits(c.Letter) {
			roles = append(roles, m.Columns[i])
		}
	}
	return roles
}

// CellEdit is a letter that people chose in place of the derived one.
type CellEdit struct {
	Activity string `json:"activity"`
	Role     string `json:"role"`
	Letter   Letter `json:"letter"`
}

// Breach is a law of RACI matrices that one breaks.
type Breach struct {
	Law      string // "one-answers", "somebody-works", "outside-answers" or the id of a Separation
	Activity string
	Role     string // empty if it is about the row as a whole
	Text     string // what is wrong and how to mend it
}

// Claims counts what was claimed of a playbook, one claim each.
type Claims struct {
	Rows        int // somebody inside answers for the row
	Separations int // the duties stay apart
	Charters    int // the seat has a charter
	Names       int // the charter names no post that is not there
	Lists       int // whoever reads the charter finds something in each list that it must have
	Lines       int // each line of the charter is read by somebody
	Posts       int // the post has something to do
	Reasons     int // each reason to be there that asks who is absent holds for somebody
	Daily       int // nobody who leads does the daily work of the row
	Steps       int // nobody who is still to come has to have taken the step
}
