package model

import "slices"

// Deliverables are what follows from an advice. They are derived from it, the answers
// and the framework's playbook, and from nothing else.
type Deliverables struct {
	Posts        []Post   // the roles that the company has or gets, from the top downwards
	Dropped      []string // roles that are filled today and have no place in the advice
	Unsure       []Unsettled
	Matrix       Matrix
	Remarks      []Remark   // on the matrix
	Charters     []Charter  // of the seats that lead technology
	Practices    []Practice // by clock and day, each on the day of the plan
	Plan         []PlanStep // the practices and the way from today's leader in one list, by clock and day
	Symptoms     []Symptom
	Triggers     []Trigger
	Growth       []Threshold // what growth alone would change, question by question
	LegalPoints  []LegalPoint
	Costs        []Cost // for the seats
	Alternatives []Alternative
	Options      []Contender // the five structures, in the order of the ranking
}

// Contender is one of the structures as this company would have it.
type Contender struct {
	Structure  Structure
	Engagement Engagement
	Tradeoff   *Tradeoff  // nil if the playbook has none
	Costs      []Cost     // of the seats that lead, or of who is under contract where nobody does
	Ends       []string   // ids of roles that lead today and would have no post
	NotYet     *Contender // the same structure as it comes once the company has grown; nil if it comes so now
	After      *Contender // the same structure with the permanent leader for whom this one holds the chair; nil if it holds it for none
}

// PostState tells how a post comes about.
type PostState string

// The states of a post.
const (
	PostNew      PostState = "new"      // filled by nobody today
	PostKept     PostState = "kept"     // filled today
	PostExpected PostState = "expected" // usual for such a company or asked for; nobody said whether it is filled
)

// Post is a role with its place on the chart.
type Post struct {
	Role     string
	State    PostState
	Under    string // the role above; "" for the root
	Contract bool   // a contract, not a line of command: whoever holds it answers for nothing
	Leads    bool   // one of the seats that the advice is about
	Asked    bool   // the advice or the answers ask for it; of another only the size says that such companies mostly have it
	Duty     bool   // taken on beside another post: nobody is hired for it, and nobody paid a salary
	Deputy   string // the side on which it is deputy of the role above, "building"; "" for none
	Because  string
	Sources  []string
}

// Unsettled is a role that may belong there: it depends on answers that are missing.
type Unsettled struct {
	Role      string
	Questions []string
}

// RemarkKind tells what a remark on a matrix is about.
type RemarkKind string

// The kinds of remark.
const (
	Overload  RemarkKind = "overload"   // one role answers for more than half of the rows
	Courtesy  RemarkKind = "courtesy"   // more are consulted than a decision bears
	Crowded   RemarkKind = "crowded"    // more than two do the work: split the row
	StandIn   RemarkKind = "stand-in"   // answered for by a stand-in
	Disputed  RemarkKind = "disputed"   // experts give it to others
	OnePerson RemarkKind = "one-person" // duties kept apart that one person may hold all the same
	Unnamed   RemarkKind = "unnamed"    // work that is nobody's until somebody is named for it
	IdleEdit  RemarkKind = "idle-edit"  // an edit of a row or column that this advice does not have
	Broken    RemarkKind = "broken"     // an edit that was sound breaks a law by now
)

// Remark is something to look at in a matrix; it is no fault.
type Remark struct {
	Kind     RemarkKind
	Activity string // empty if it is about a role as a whole
	Role     string // empty if it is about a row as a whole
	Text     string
}

// Cited gives the ids of all sources that the deliverables name, some more than once.
func (d *Deliverables) Cited() []string {
	return slices.Concat(
		cited(d.Posts, func(x Post) []string { return x.Sources }),
		cited(d.Matrix.Rows, func(x MatrixRow) []string { return x.Sources }),
		cited(d.Charters, func(x Charter) []string { return x.Sources }),
		cited(d.Practices, func(x Practice) []string { return x.Sources }),
		cited(d.Plan, func(x PlanStep) []string { return x.Sources }),
		cited(d.Symptoms, func(x Symptom) []string { return x.Sources }),
		cited(d.Triggers, func(x Trigger) []string { return x.Sources }),
		cited(d.LegalPoints, func(x LegalPoint) []string { return x.Sources }),
		cited(d.Costs, func(x Cost) []string { return x.Sources }),
		cited(d.Alternatives, func(x Alternative) []string { return x.Sources }),
		cited(d.Options, func(x Contender) []string {
			if x.Tradeoff == nil {
				return nil
			}
			return x.Tradeoff.Sources
		}),
	)
}

func cited[T any](list []T, sources func(T) []string) (ids []string) {
	for _, x := range list {
		ids = append(ids, sources(x)...)
	}
	return ids
}
