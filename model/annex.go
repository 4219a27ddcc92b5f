package model

// Annex is what a framework carries beside its judgement: nothing in it moves the
// advice. Each part may be empty.
type Annex struct {
	Cases       []Case
	Transitions []Transition // every pair of today's leader and advised structure exactly once for each engagement, or none at all
}

// CaseKind tells what a published case shows.
type CaseKind string

// The kinds of case.
const (
	AdviceCase  CaseKind = "advice"  // a situation with the structure that an expert advises
	CompanyCase CaseKind = "company" // an organisation with the structure that it had, which may have been the wrong one
)

// Case is a published situation in the words of the framework's questions.
type Case struct {
	ID         string
	Kind       CaseKind
	Situation  string      // a sentence or two; like Source it names nobody who is reported on
	Source     string      // publisher, title, year
	URL        string      // may be empty
	Facts      Answers     // real answers only; what the source does not say is missing
	Expect     []Structure // all that the source accepts, best first
	Engagement string      // id of a Term; empty where the source says nothing
	Reporting  string      // id of a Term; empty where the source says nothing
}

// Transition is the way from who leads technology today to an advised structure:
// steps in the order in which to take them, or the reason why there is nothing to do.
// One without engagements is for all that no other of the same pair names.
type Transition struct {
	ID      string
	From    []string // who leads today: options of the question "incumbent"
	To      []Structure
	Engaged []Engagement // may be empty
	Title   string
	Steps   []Step // empty if and only if Stays is not
	Stays   string // why nothing needs to change, and what to look after instead
	Sources []string
}

// Step is one step of a transition.
type Step struct {
	Clock  Clock // from when Day counts
	Day    int   // by which day, 0 at once; no step has an earlier one than the step before
	Title  string
	Do     string
	Who    string   // who decides it, "the CEO"
	By     Doer     // the same for proofs
	Keep   string   // what must not be lost on the way; may be empty
	Covers []string // ids of the practices that the step says already
}
