package model

import (
	"fmt"
	"slices"
	"strings"
)

// Ref names a framework exactly: two frameworks with the same id and version but
// different content have different hashes.
type Ref struct {
	ID      string `json:"id"`
	Version string `json:"version"`
	Hash    string `json:"hash"` // first 16 hex digits of the SHA-256 over its files
}

// Framework is the domain as data. Package advisor loads and checks it; after
// that nobody changes it.
type Framework struct {
	Ref
	Format      int // version of the file format, now 1
	Title       string
	Summary     string
	Structures  []StructureInfo // one for each structure, in the order in which ties fall: the first wins
	Topics      []Topic         // in the order of the interview
	Questions   []Question      // in the order of the interview
	Rules       []Rule
	Engagements []Term
	Reportings  []Term
	Engagement  Table
	Reporting   Table
	Dissents    []Dissent
	Laws        []Law
	Sources     []Source
	Agreement   Agreement // how the framework fares on published cases; may be empty

	// Annex is what is looked up beside the judgement. For the built-in framework it is
	// empty here and read when first asked for: take it from the engine.
	Annex Annex `json:"-"`

	// Playbook is what follows from an advice; like Annex it is empty here for the
	// built-in framework.
	Playbook Playbook `json:"-"`
}

// StructureInfo is how a structure is spoken of.
type StructureInfo struct {
	ID      Structure
	Title   string // "CTO only"
	Letter  string // one letter for maps and narrow bars, the same everywhere
	Verdict string // one sentence that a founder can repeat to a board
	Means   string // what it means in practice
	First   string // the first thing to do
}

// Term is an id with its words: an engagement or a reporting line.
type Term struct {
	ID    string
	Title string
	Means string
	First string // engagements only: the first thing to do, in place of the structure's; may be empty

	// Verdict is what people read in place of the structure's title where the title would
	// promise what this engagement does not give. Engagements only; may be empty.
	Verdict string
}

// Topic groups questions that are asked together.
type Topic struct {
	ID    string
	Title string
	Intro string
}

// QuestionKind tells what sort of answer a question takes.
type QuestionKind string

// The kinds of question.
const (
	ChoiceQuestion QuestionKind = "choice" // one of the options
	NumberQuestion QuestionKind = "number" // an integer from Min to Max
)

// Question is one thing that is asked. Beside its options or numbers every
// question takes the three non-answers.
type Question struct {
	ID       string
	Topic    string
	Kind     QuestionKind
	Ask      string   // the question, as a founder would be asked
	Short    string   // two or three words for lists and tables
	Why      string   // why it is asked
	Help     string   // how to find the answer, what counts
	Examples []string // real situations and how they would be answered
	Options  []OptionInfo
	Unit     string // "people"; numbers only
	Min, Max int    // legal numbers, inclusive
	Bands    []Band // numbers may be picked from these instead of typed
	Moves    Moves  // what can change the answer
}

// Mover says what can turn the true answer to a question into another one.
type Mover string

// The movers. The zero value says nothing: everything counts as changeable.
const (
	ByGrowth Mover = "growth" // a number that rises as the company grows
	ByChoice Mover = "choice" // the company can decide it
	ByEvent  Mover = "event"  // it happens to the company
	ByNobody Mover = "nobody" // a fact that stays, whatever one wishes
)

// Moves says how the answer to a question can come to change.
type Moves struct {
	By     Mover
	Effort int    // from 1, decided in a meeting, to 3, the work of years; 0 where By is ByNobody or says nothing
	How    string // a few words, "hire"; empty where By is ByNobody or says nothing
}

// OptionInfo is one answer that a choice question offers.
type OptionInfo struct {
	ID    string
	Label string
	Help  string // one line that tells it from its neighbours
}

// Band is a range of numbers to pick from, for people who do not know the exact
// one. Picking it answers with Value.
type Band struct {
	Label    string
	Help     string // one line; may be empty
	From, To int    // inclusive
	Value    int    // the number that is stored, inside the band
}

// Accept reports whether a is a legal answer to q. The error names the question,
// what was said and what is legal.
func (q *Question) Accept(a Answer) error {
	switch a.Kind {
	case Unsure, NotApplicable, Later:
		return nil
	case Number:
		if q.Kind != NumberQuestion {
			return fmt.Errorf("%q takes %s, not the number %d", q.ID, q.Legal(), a.Number)
		}
		if a.Number < q.Min || a.Number > q.Max {
			return fmt.Errorf("%q takes %s, not %d", q.ID, q.Legal(), a.Number)
		}
		return nil
	case Option:
		if q.Kind == ChoiceQuestion && q.Option(a.Option) != nil {
			return nil
		}
	}
	return fmt.Errorf("%q takes %s, not %s", q.ID, q.Legal(), Quote(a.String()))
}

// Legal lists in words what q accepts, non-answers included.
func (q *Question) Legal() string {
	non := []string{WordUnsure, WordNotApplicable, WordLater}
	if q.Kind == NumberQuestion {
		return fmt.Sprintf("a whole number from %d to %d, or %s", q.Min, q.Max, strings.Join(non, ", "))
	}
	ids := make([]string, 0, len(q.Options)+len(non))
	for _, o := range q.Options {
		ids = append(ids, o.ID)
	}
	return "one of " + strings.Join(append(ids, non...), ", ")
}

// Option gives the option with this id, nil if there is none.
func (q *Question) Option(id string) *OptionInfo {
	i := slices.IndexFunc(q.Options, func(o OptionInfo) bool { return o.ID == id })
	if i < 0 {
		return nil
	}
	return &q.Options[i]
}

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
}

// Law is a promise of the framework that holds for every company that could answer;
// verification proves it or finds the smallest answer sheet that breaks it. It is of
// one of two kinds: some structures are never recommended under conditions (Never,
// When), or raising the answer to a question never moves the recommendation away from
// some structures (Rising, Keeps).
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
}

// Source is where a claim comes from.
type Source struct {
	ID        string
	Title     string
	Publisher string
	Year      string // "2023", "n.d."
	URL       string // empty for the founding documents, which are cited by title
	Note      string // age of the data, an interest of the author; may be empty
}

// Agreement is how the framework's advice compares with published cases.
type Agreement struct {
	Cases []CaseGroup
}

// CaseGroup is one kind of published case.
type CaseGroup struct {
	Title    string
	Total    int
	Agree    int // the recommendation is one that the source accepts
	FirstTwo int // the recommendation or the runner-up is
	ByLabel  []LabelCount
}

// LabelCount is the agreement on cases whose source puts this structure first.
type LabelCount struct {
	Structure Structure
	Total     int
	Agree     int
}

// Question gives the question with this id, nil if there is none.
func (f *Framework) Question(id string) *Question {
	i := slices.IndexFunc(f.Questions, func(q Question) bool { return q.ID == id })
	if i < 0 {
		return nil
	}
	return &f.Questions[i]
}

// Structure gives the words for a structure. A checked framework has all five.
func (f *Framework) Structure(s Structure) StructureInfo {
	i := slices.IndexFunc(f.Structures, func(t StructureInfo) bool { return t.ID == s })
	if i < 0 {
		return StructureInfo{ID: s, Title: s.String()}
	}
	return f.Structures[i]
}

// Source gives the source with this id, nil if there is none.
func (f *Framework) Source(id string) *Source {
	i := slices.IndexFunc(f.Sources, func(s Source) bool { return s.ID == id })
	if i < 0 {
		return nil
	}
	return &f.Sources[i]
}

// Rule gives the rule with this id, nil if there is none.
func (f *Framework) Rule(id string) *Rule {
	i := slices.IndexFunc(f.Rules, func(r Rule) bool { return r.ID == id })
	if i < 0 {
		return nil
	}
	return &f.Rules[i]
}

// EngagementTerm and ReportingTerm give the words for an id; a term with the id
// as its title if the framework has none.
func (f *Framework) EngagementTerm(id Engagement) Term { return term(f.Engagements, string(id)) }

// ReportingTerm gives the words for a reporting line; see EngagementTerm.
func (f *Framework) ReportingTerm(id Reporting) Term { return term(f.Reportings, string(id)) }

// FirstStep is the one thing to do first with an advice: what its engagement asks for
// or else what its structure does. It is empty if the framework names nothing.
func (f *Framework) FirstStep(a *Advice) string {
	if first := f.EngagementTerm(Engagement(a.Engagement.Then)).First; first != "" {
		return first
	}
	return f.Structure(a.Recommendation).First
}

// Recommended is how people are told what an advice recommends: the words of its
// engagement or else the title of its structure.
func (f *Framework) Recommended(a *Advice) string {
	if words := f.EngagementTerm(Engagement(a.Engagement.Then)).Verdict; words != "" {
		return words
	}
	return f.Structure(a.Recommendation).Title
}

func term(terms []Term, id string) Term {
	i := slices.IndexFunc(terms, func(t Term) bool { return t.ID == id })
	if i < 0 {
		return Term{ID: id, Title: id}
	}
	return terms[i]
}

// Check returns every fault of answers against the framework, in the order of the
// questions' ids: unknown questions with the nearest legal ones, illegal answers.
func (f *Framework) Check(as Answers) error {
	ids := make([]string, 0, len(as))
	for id := range as {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	var faults Faults
	for _, id := range ids {
		q := f.Question(id)
		if q == nil {
			faults = append(faults, &Error{Kind: KindInvalid,
				What: "unknown question " + Quote(id),
				Cure: "The questions are " + strings.Join(f.questionIDs(), ", ") + "."})
			continue
		}
		if err := q.Accept(as[id]); err != nil {
			faults = append(faults, &Error{Kind: KindInvalid, What: err.Error()})
		}
	}
	if len(faults) == 0 {
		return nil
	}
	return faults
}

// Usable gives those answers that the framework accepts. A session may be older than
// the framework; what it does not know it cannot judge.
func (f *Framework) Usable(as Answers) Answers {
	fit := as.Clone()
	for id, a := range as {
		if q := f.Question(id); q == nil || q.Accept(a) != nil {
			delete(fit, id)
		}
	}
	return fit
}

func (f *Framework) questionIDs() []string {
	ids := make([]string, len(f.Questions))
	for i, q := range f.Questions {
		ids[i] = q.ID
	}
	return ids
}
