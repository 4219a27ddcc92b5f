package model

// Threshold is a number from which on another advice is given, it is more or less firm,
// or other posts are there, if a company grows to it and answers all else as before.
type Threshold struct {
	Question  string // one whose number rises as the company grows
	At        int    // the smallest number with which it is so
	Was, Then Advised
	Stood     Footing  // how firm the advice was
	Stands    Footing  // and how firm it is from there on
	Come, Go  []string // ids of the roles that get a post, and of those that lose it; in the catalogue's order
}

// Turns reports whether what is advised changes.
func (t *Threshold) Turns() bool { return t.Was != t.Then }

// Shifts reports whether the same structure is advised, more or less firmly.
func (t *Threshold) Shifts() bool {
	return t.Was.Structure == t.Then.Structure && t.Stood.Standing != t.Stands.Standing
}

// Footing is how firm an advice is, and against whom.
type Footing struct {
	Standing Standing
	Margin   int // points ahead of RunnerUp; see Advice
	RunnerUp Structure
	Alone    bool // all others are ruled out
	Conflict bool // some answers contradict each other; Advice.Footing does not tell
}

// Footing gives how firm an advice is.
func (a *Advice) Footing() Footing {
	return Footing{Standing: a.Standing, Margin: a.Margin, RunnerUp: a.RunnerUp, Alone: len(a.Ranking) > 1 && a.Ranking[1].Excluded}
}

// Advised is an advice in three words.
type Advised struct {
	Structure  Structure
	Engagement Engagement
	Reporting  Reporting
}

// Advised gives the three words of an advice.
func (a *Advice) Advised() Advised {
	return Advised{a.Recommendation, Engagement(a.Engagement.Then), Reporting(a.Reporting.Then)}
}
