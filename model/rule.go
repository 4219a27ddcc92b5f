package model

import "slices"

// Condition asks something of one answer. For a choice In lists the options that
// satisfy it; for a number AtLeast and AtMost bound it, each optional. A question
// without a real answer satisfies no condition.
type Condition struct {
	Question string
	In       []string
	AtLeast  *int
	AtMost   *int
}

// Holds reports whether a satisfies the condition.
func (c Condition) Holds(a Answer) bool {
	switch a.Kind {
	case Option:
		return slices.Contains(c.In, a.Option)
	case Number:
		return len(c.In) == 0 &&
			(c.AtLeast == nil || a.Number >= *c.AtLeast) &&
			(c.AtMost == nil || a.Number <= *c.AtMost)
	}
	return false
}

// Strength says how well a rule is founded.
type Strength string

// The strengths, strongest first.
const (
	Strong Strength = "strong" // a study, a survey with a stated sample, a ruling or regulation
	Medium Strength = "medium" // many practitioners agree, or a professional body
	Weak   Strength = "weak"   // one author, a vendor, or our own synthesis
)

// Effect tells what a rule does.
type Effect string

// The effects of a rule.
const (
	Scores    Effect = "points"    // adds points to structures
	Excludes  Effect = "exclude"   // structures that may not be recommended
	Misfit    Effect = "misfit"    // the answers, or today's set-up and the advice, do not go together
	Safeguard Effect = "safeguard" // do this with the advice
)

// Rule says: when all conditions hold, then the effect, because of the reason.
type Rule struct {
	ID       string
	Title    string // a few words for lists
	When     []Condition
	For      []Structure  // misfits and safeguards only: the recommendations it is about; empty means all
	Engaged  []Engagement // misfits and safeguards only: how the leader comes; empty means any
	Effect   Effect
	Points   [NumStructures]int // Scores only; small integers
	Exclude  []Structure        // Excludes only
	Because  string             // one sentence in plain words
	Do       string             // what to do; misfits and safeguards only
	Strength Strength
	Sources  []string // ids of Framework.Sources
}

// Table is a decision table: the first row whose structure and conditions fit
// gives the result.
type Table struct {
	Rows []Row
}

// Row is one line of a decision table.
type Row struct {
	ID      string
	For     []Structure // empty means all
	When    []Condition
	Then    string // id of a Term; "" where the line has no meaning
	Because string
	Sources []string

	// Before is the engagement of the permanent leader for whom whoever comes by this row
	// holds the chair: the search begins today. Rows of engagements only; may be empty.
	Before Engagement `json:",omitempty"`
}

// Law is a promise of the framework that holds for every company that could answer;
// verification proves it or finds the smallest answer sheet that breaks it. It is of
// one of two kinds: some structures are never recommended under conditions (Never,
// When), or raising the answer to a question never moves the recommendation away from
// some structures (Rising, Keeps), among all companies or among those under conditions (When).
type Law struct {
	ID      string
	Title   string
	Because string
	Never   []Structure
	When    []Condition
	Rising  string // a question; options count as rising in the order in which it lists them
	Keeps   []Structure
}

// Dissent is a point on which the sources disagree. It is shown where it bears on
// the advice instead of being hidden behind it.
type Dissent struct {
	ID        string
	Question  string      // what they disagree on
	For       []Structure // the recommendations it bears on; empty means all
	When      []Condition // the answers it bears on; empty means any
	Positions []Position
	Handling  string // what remit does about it, and why
}

// Position is one side of a dissent.
type Position struct {
	Says    string
	Sources []string
	Voices  []Voice `json:",omitempty"` // whoever of the sources is known by more than a name; may be empty
}
