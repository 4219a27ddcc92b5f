package model

import "slices"

// Playbook is what a framework knows about life after the advice: which roles there
// are, who answers for what, how leaders work together, what it costs. Nothing in it
// moves the advice. Each part may be empty.
type Playbook struct {
	Roles        []Role       // from the top of the company downwards
	Activities   []Activity   // the rows of the RACI matrix
	Separations  []Separation // duties that must not meet in one role
	Charters     []Charter
	Practices    []Practice
	Symptoms     []Symptom
	Triggers     []Trigger
	LegalPoints  []LegalPoint
	Costs        []Cost
	Alternatives []Alternative
	Tradeoffs    []Tradeoff // one for each structure, or none
	Explanations []Explanation
	Synonyms     []Synonym
}

// Fit says for which advice and answers something holds: all its parts must. An empty
// part holds always, so the zero Fit is "always".
type Fit struct {
	For       []Structure
	Engaged   []Engagement
	Reporting []Reporting
	When      []Condition
}

// Situation is what a Fit is asked about: an advice, cut down to what things depend on.
type Situation struct {
	Structure  Structure
	Engagement Engagement
	Reporting  Reporting
	Answers    Answers
	// Moot are the questions whose missing answer is no news: other answers rule out all that
	// would follow from it.
	Moot []string
}

// Situation gives what of the advice its consequences depend on.
func (a *Advice) Situation() Situation {
	return Situation{Structure: a.Recommendation, Engagement: Engagement(a.Engagement.Then), Reporting: Reporting(a.Reporting.Then), Answers: a.Answers}
}

// Holds reports whether f holds in a situation. A question without a real answer
// satisfies no condition.
func (f Fit) Holds(s Situation) bool {
	return f.framed(s) && !slices.ContainsFunc(f.When, func(c Condition) bool { return !c.Holds(s.Answers[c.Question]) })
}

// Waits lists the questions whose missing answers alone keep f from holding: empty if
// it holds, and if it cannot hold whatever they are.
func (f Fit) Waits(s Situation) []string {
	if !f.framed(s) {
		return nil
	}
	var open []string
	for _, c := range f.When {
		a := s.Answers[c.Question]
		switch {
		case c.Holds(a):
		case a.Real() || a.Kind == NotApplicable || slices.Contains(s.Moot, c.Question):
			return nil
		default:
			open = append(open, c.Question)
		}
	}
	return open
}

func (f Fit) framed(s Situation) bool {
	return (len(f.For) == 0 || slices.Contains(f.For, s.Structure)) &&
		(len(f.Engaged) == 0 || slices.Contains(f.Engaged, s.Engagement)) &&
		(len(f.Reporting) == 0 || slices.Contains(f.Reporting, s.Reporting))
}

// Level is how far from the board a role stands.
type Level string

// The levels, from the top.
const (
	Executive  Level = "executive"  // sits with the CEO
	Management Level = "management" // leads people or a programme
	Specialist Level = "specialist" // does a craft
	Oversight  Level = "oversight"  // watches independently and may not decide what it watches
	Outside    Level = "outside"    // under contract: may do the work, may never answer for it
)

// Role is an entry of the role catalogue.
type Role struct {
	ID       string
	Title    string   // "Chief Information Officer"
	Short    string   // "CIO"; for columns, at most 12 characters
	Called   string   // in sentences, "the security officer"; empty for "the" and its short name
	Known    []string // what else texts call whoever holds it, "provider"; by these, too, a proof finds who is named
	Level    Level
	Purpose  string // what it is for, one sentence
	Key      string // the question that it answers
	Focus    []string
	Faces    []string // whom it deals with
	Measures []string // by what one sees that it goes well
	Reports  string   // to whom, in words
	Works    []Tie
	Unlike   []Contrast // with what it must not be confused
	Appears  string     // when a company gets one, in words
	Strength Strength
	Sources  []string

	// Present lists when a company of the advice has or gets the role: any of them. An
	// empty list means never by itself: the role is explained and nothing more. Whoever is
	// named in a Without is there or not by answers alone.
	Present []Presence
	// Contract lists when whoever holds it is under contract and not on the payroll: any of
	// them. A role from outside always is.
	Contract []Presence
	// Leads marks the seats that the advice is about: who leads technology.
	Leads bool
	// Seat marks what has a charter wherever it is there. Who leads and who is under
	// contract has one too.
	Seat bool
	// Duty marks what somebody takes on beside another post: nobody is hired for it.
	Duty bool
	// Counted is the question that counts those who could hold it; empty if none does.
	Counted string
	// Today are the options of the question "incumbent" that mean the role is filled now.
	Today []string
	// Deputies are those who decide a side of its work where it need not.
	Deputies []Deputy
	// Under says below whom it stands on the chart: the first line that holds and whose
	// role is present. Empty for the root.
	Under []Line
	// StandIns take over its letters where it is absent: the first that is present.
	StandIns []string
}

// Deputy says who stands at somebody's side.
type Deputy struct {
	For   string   // which side, "building"
	Roles []string // the first that is there
}

// Tie is work with another role.
type Tie struct {
	Role string // an id
	On   string // "feasibility of features"
}

// Contrast tells two things apart that are easily confused.
type Contrast struct {
	With string // the id of a role, or words
	How  string
}

// Presence is a reason for a role to be there.
type Presence struct {
	Fit
	Without []string // ids of roles: it holds only where none of them is there; see Role.Present
	Duty    bool     // then it is no post of its own: somebody takes it on beside another
	Because string
	Sources []string
}

// Line is a place on the chart.
type Line struct {
	Fit
	Role string
}

// Activity is a row of the RACI matrix: a decision or a piece of work that somebody
// answers for.
type Activity struct {
	ID          string
	Title       string
	Group       string // heading under which it stands: "Product", "Security"
	What        string // what belongs to it, one sentence
	Overlap     bool   // two leaders of technology could both claim it, so they settle it first
	Daily       bool   // work of every day, which nobody who leads technology does in person
	Needed      []Fit  // where the row exists: any of them; empty means everywhere
	Accountable []Assignment
	Responsible []Part
	Consulted   []Part
	Asked       Asking // how those consulted are asked
	Informed    []Part
	Dispute     string // where experts disagree; may be empty
	Strength    Strength
	Sources     []string
}

// Asking is how whoever is consulted about an activity is asked before it is decided.
type Asking string

// The ways to ask.
const (
	ByDraft   Asking = "draft"   // to comment on what was written, within some days
	InMeeting Asking = "meeting" // to be heard where it is decided, because many wishes compete
	ByCall    Asking = "call"    // by message or telephone, because nobody can wait for a meeting
)

// Assignment names who answers for an activity: the first that holds.
type Assignment struct {
	Fit
	Role    string
	Because string
	Sources []string // beside those of the activity; may be empty
}

// Part names who takes part in an activity.
type Part struct {
	Fit
	Role string
}

// Separation keeps duties apart: whoever holds the one may not hold any of the others.
type Separation struct {
	ID      string
	Title   string
	One     Duty
	Others  []Duty
	When    []Condition // empty means always
	Because string
	Sources []string
}

// Duty is a letter in a row of the matrix, or else what a role is there for as a whole:
// then it has a Role and nothing besides.
type Duty struct {
	Activity string
	Letter   Letter // LetterA or LetterR; A/R counts as both
	Role     string
}

// Charter says what a seat is for and what its holder may decide. A role may have
// several, for different situations; the first that holds is meant.
type Charter struct {
	Fit
	ID        string
	Role      string
	Deputy    string // the side on which whoever holds the role must be deputy; empty for everybody
	Title     string // "Product CTO"
	Mission   string
	Decides   []Clause  // alone, without asking
	Asks      []Consent // only with somebody else's consent
	Duties    []Clause
	Measures  []Clause // empty: those of the role
	First     []Stage  // the first 90 days
	Interview []Clause // questions for the hire
	Contract  []Clause // points of a contract; outside roles only
	Agenda    []Clause // of the regular review; outside roles only
	Vetting   []Clause // questions to a provider before signing; outside roles only
	Strength  Strength
	Sources   []string
}

// Consent is what a seat may do only after somebody else has agreed to it.
type Consent struct {
	Role string // an id: who must agree; empty if Text names somebody without a post, or who is always there
	Text string // to be read after the name: "before spending beyond the budget"; all of it where Role is empty
}

// Stage is what to have done by a day.
type Stage struct {
	Beside
	Day int // 1 to 90, from the first day in office
	Do  string
}

// Clause is a line of a charter.
type Clause struct {
	Beside
	Text string
}

// Beside says beside whom a line of a charter is read: where all posts of With are there
// and none of Without. Empty, as with most lines, it is read everywhere. So a charter
// speaks of no post that a company does not have.
type Beside struct {
	With    []string `json:",omitempty"` // ids of roles
	Without []string `json:",omitempty"`
}

// Clauses gives the lists of a charter whose lines may be for some companies only.
func (c *Charter) Clauses() []*[]Clause {
	return []*[]Clause{&c.Decides, &c.Duties, &c.Measures, &c.Interview, &c.Contract, &c.Agenda, &c.Vetting}
}

// Named is the role as sentences speak of it: "the CFO".
func (r *Role) Named() string {
	if r.Called != "" {
		return r.Called
	}
	return "the " + r.Short
}

// Role gives the role with this id, nil if there is none.
func (p *Playbook) Role(id string) *Role {
	return first(p.Roles, func(r *Role) bool { return r.ID == id })
}

// Activity gives the activity with this id, nil if there is none.
func (p *Playbook) Activity(id string) *Activity {
	return first(p.Activities, func(a *Activity) bool { return a.ID == id })
}

// EachFit visits every Fit of the playbook, those of separations included.
func (p *Playbook) EachFit(visit func(Fit)) {
	for _, r := range p.Roles {
		for _, x := range r.Present {
			visit(x.Fit)
		}
		for _, x := range r.Under {
			visit(x.Fit)
		}
	}
	for _, a := range p.Activities {
		for _, fit := range a.Needed {
			visit(fit)
		}
		for _, x := range a.Accountable {
			visit(x.Fit)
		}
		for _, list := range [][]Part{a.Responsible, a.Consulted, a.Informed} {
			for _, x := range list {
				visit(x.Fit)
			}
		}
	}
	for _, x := range p.Separations {
		visit(Fit{When: x.When})
	}
	for _, x := range p.Charters {
		visit(x.Fit)
	}
	for _, x := range p.Practices {
		visit(x.Fit)
	}
	for _, x := range p.Symptoms {
		visit(x.Fit)
	}
	for _, x := range p.Triggers {
		visit(x.Fit)
	}
	for _, x := range p.LegalPoints {
		visit(x.Fit)
	}
	for _, x := range p.Costs {
		visit(x.Fit)
	}
	for _, x := range p.Alternatives {
		visit(x.Fit)
	}
}
