package model

import (
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
	Seat    string // what one has with it, as it stands after "We will have"; may be empty

	// Instead is what is said in place of the above where that would not be true of a
	// company: of each of them the first that holds and says it.
	Instead []Wording
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
	// Motion is the sentence to vote on where that of the structure would promise too much.
	// Engagements only; may be empty.
	Motion string
	// Before is the engagement that this one stands in for until the company has grown: a
	// way of its own that is not taken yet. Engagements only; may be empty.
	Before Engagement
	// Clause is how the line is spoken of in a sentence to vote on, "who reports to the
	// CEO". Reporting lines only; may be empty.
	Clause string
}

// Topic groups questions that are asked together.
type Topic struct {
	ID    string
	Title string
	Intro string
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
	return first(f.Questions, func(q *Question) bool { return q.ID == id })
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
	return first(f.Sources, func(s *Source) bool { return s.ID == id })
}

// Rule gives the rule with this id, nil if there is none.
func (f *Framework) Rule(id string) *Rule {
	return first(f.Rules, func(r *Rule) bool { return r.ID == id })
}

// EngagementTerm and ReportingTerm give the words for an id; a term with the id
// as its title if the framework has none.
func (f *Framework) EngagementTerm(id Engagement) Term { return term(f.Engagements, string(id)) }

// ReportingTerm gives the words for a reporting line; see EngagementTerm.
func (f *Framework) ReportingTerm(id Reporting) Term { return term(f.Reportings, string(id)) }

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

// first gives the first element for which is holds, nil if there is none.
func first[T any](list []T, is func(*T) bool) *T {
	for i := range list {
		if is(&list[i]) {
			return &list[i]
		}
	}
	return nil
}
