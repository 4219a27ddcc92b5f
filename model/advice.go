package model

import (
	"cmp"
	"slices"
)

// Advice is everything that the engine says about one set of answers.
type Advice struct {
	Framework      Ref
	Answers        Answers
	Recommendation Structure
	RunnerUp       Structure
	Margin         int // points between recommendation and runner-up, never negative
	Engagement     Decision
	Reporting      Decision // Then is "" where no line can be drawn
	Standing       Standing
	StandingWhy    string // a sentence or two on what the standing rests on
	Steady         bool   // it stands even under the least favourable weights, each rule up to a quarter off
	Outlook        Outlook
	Ranking        []Rank   // best first, excluded structures last
	Reasons        []Reason // every contribution of every rule that fired; sums to the ranking's points
	WhyNot         []WhyNot // one for each structure that is not recommended, best ranked first
	Unknown        []Unknown
	Flips          []Flip
	Misfits        []Finding
	Warnings       []Finding
	Dissents       []Dissent // those that bear on this advice
}

// Decision is the result of a decision table, with the row that gave it.
type Decision struct {
	Then    string
	Row     string
	Because string
	Sources []string
	Before  Engagement // how the permanent leader comes for whom this one holds the chair; "" for none
}

// Rank is a structure's place.
type Rank struct {
	Structure  Structure
	Points     int
	Excluded   bool
	ExcludedBy []string // ids of rules
}

// Reason is what one rule contributed to one structure.
type Reason struct {
	Rule      string
	Structure Structure
	Points    int // never 0
	Because   string
	Questions []string // the questions whose answers made the rule fire
	Strength  Strength
	Sources   []string
}

// WhyNot says why a structure was not recommended.
type WhyNot struct {
	Structure Structure
	Gap       int      // points behind the recommendation
	Excluded  bool     // a rule forbids it
	Decisive  []Reason // what separates it most from the recommendation: its own minuses and the recommendation's pluses that it lacks
}

// Unknown is a question without a real answer, and what an answer could do.
type Unknown struct {
	Question string
	Said     AnswerKind  // Unanswered, Unsure, NotApplicable or Later
	Could    []Structure // the structures to which a single answer to this question would turn the advice
	Matters  bool        // some completion exists in which this answer changes the recommendation's points

	// Engages are the other ways of engaging the recommended structure to which a single
	// answer to this question would lead: the structure stays, its form and cost do not.
	Engages []Engagement
}

// Flip is a smallest set of changes that turns the recommendation. Each of them can
// happen: see Question.Moves.
type Flip struct {
	To      Structure
	Changes []Change
	Effort  int // sum over the changes of Moves.Effort; finding out a missing answer is 0
}

// Change is another answer to one question.
type Change struct {
	Question string
	From     Answer // the zero Answer if the question has none
	To       Answer // always a legal real answer
}

// Neighbour is a published case that resembles the company.
type Neighbour struct {
	Case    Case
	Shared  []string // questions that both answer alike, as far as rules can tell, numbers within twofold; in the framework's order
	Differs []string // questions that both answer, and differently
	Agrees  bool     // the case's source accepts the structure that the company is advised
}

// Finding is a misfit or a safeguard.
type Finding struct {
	Rule      string
	Title     string
	Because   string
	Do        string
	Questions []string
	Strength  Strength
	Sources   []string
}

// Outlook is what partial answers still allow. A completion gives every question
// without an answer (also unsure and later, not n/a) any legal answer, or leaves
// it unanswered. Everything here is exact over all completions.
type Outlook struct {
	Bars     [NumStructures]Bar // by structure
	Possible []Structure        // those that some completion recommends, in the order of declaration
	Decided  bool               // exactly one is possible
}

// Bar is a structure's fit now and the range it can still reach.
type Bar struct {
	Points    int
	Low, High int  // smallest and greatest points over all completions
	Excluded  bool // a rule that fires now forbids it
	Possible  bool
}

// Next is the question to ask now.
type Next struct {
	Question string // "" when nothing is left to ask that could matter, or all is answered; with Decided, what to answer after all
	Reason   string // one sentence why
	Keeps    bool   // Question keeps to the topic begun; one of another topic gains a little more
	Decided  bool   // the recommendation cannot change any more, unless what does not apply is answered after all
	Matter   int    // how many open questions can still change the recommendation
	Left     int    // how many questions have no answer of any kind
}

// TooEarly reports that no answer speaks for or against anything yet: what is
// recommended then is only the order in which ties fall, and should not be shown as
// advice.
func (a *Advice) TooEarly() bool { return len(a.Reasons) == 0 }

// MainReasons picks at most n reasons for the recommendation, for people who will
// remember no more: first those that put it furthest ahead of the best other
// structure that may be recommended, each resting on an answer that those before it
// do not rest on, so that three reasons are three and not one in three dresses. Where
// that leaves too few, the next ones fill up.
func (a *Advice) MainReasons(n int) []Reason {
	rival := map[string]int{} // what the rules give to the best other structure
	for _, r := range a.Reasons {
		if r.Structure == a.RunnerUp && len(a.Ranking) > 1 && !a.Ranking[1].Excluded {
			rival[r.Rule] = r.Points
		}
	}
	var pros []Reason
	for _, r := range a.Reasons {
		if r.Structure == a.Recommendation && r.Points > 0 {
			pros = append(pros, r)
		}
	}
	slices.SortStableFunc(pros, func(x, y Reason) int {
		return cmp.Compare(y.Points-rival[y.Rule], x.Points-rival[x.Rule])
	})
	var picked, repeats []Reason
	told := map[string]bool{}
	for _, r := range pros {
		if !slices.ContainsFunc(r.Questions, func(q string) bool { return !told[q] }) {
			repeats = append(repeats, r)
			continue
		}
		picked = append(picked, r)
		for _, q := range r.Questions {
			told[q] = true
		}
	}
	picked = append(picked, repeats...)
	return picked[:min(n, len(picked))]
}
