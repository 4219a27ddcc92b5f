package model

// Threshold is a number from which on another advice is given, or other posts are
// there, if a company grows to it and answers all else as before.
type Threshold struct {
	Question  string // one whose number rises as the company grows
	At        int    // the smallest number with which it is so
	Was, Then Advised
	Come, Go  []string // ids of the roles that get a post, and of those that lose it; in the catalogue's order
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
