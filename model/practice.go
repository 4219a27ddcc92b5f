package model

import "cmp"

// PracticeKind tells what a practice is for.
type PracticeKind string

// The kinds of practice.
const (
	Together  PracticeKind = "together"  // two leaders working as one
	Guarding  PracticeKind = "guarding"  // what one person with two posts, or an outsider, needs
	Rhythm    PracticeKind = "rhythm"    // meetings and reviews
	Deciding  PracticeKind = "deciding"  // how decisions are made and disputes end
	Preparing PracticeKind = "preparing" // what is settled before anybody new begins
)

// Practice is a thing to do with the advice.
type Practice struct {
	Fit
	ID       string
	Kind     PracticeKind
	Title    string
	Do       string
	Charter  string // the id of a charter that Do sends people to, whether or not its role has a post yet; may be empty
	Who      string // who sees to it, in words: "the CEO"
	By       Doer   // the same for proofs
	Clock    Clock  // from when Day counts
	Day      int    // by which day, 0 at once
	Because  string
	Strength Strength
	Sources  []string
}

// Symptom is a sign that the leaders do not get on, and what to do about it.
type Symptom struct {
	Fit
	ID       string
	Sign     string
	Do       string
	Strength Strength
	Sources  []string
}

// Trigger is an event after which the advice should be looked at again.
type Trigger struct {
	Fit
	ID       string
	Event    string
	Look     string // what to look at then
	Question string // the question whose answer it changes; may be empty
	Strength Strength
	Sources  []string
}

// LegalPoint is a question to put to a lawyer or a supervisor. It is never a ruling.
type LegalPoint struct {
	Fit
	ID       string
	Ask      string
	Because  string
	Strength Strength
	Sources  []string
}

// Period is what a price is paid for.
type Period string

// The periods.
const (
	Hour    Period = "hour"
	Day     Period = "day"
	Month   Period = "month"
	Year    Period = "year"
	PerUser Period = "user and month"
)

// Cost is a published price or pay: always a range, with where and when. Its Fit says
// from companies like which the figure comes; others are not shown it.
type Cost struct {
	Fit
	ID         string
	Role       string
	Engagement Engagement // empty where it makes no difference
	Proxy      string     // the role whose figure it is, for want of one for Role itself; may be empty
	What       string     // "base pay in a start-up"
	Payment    Payment
	Low, High  int    // in whole units of Currency
	Currency   string // "USD"
	Per        Period
	Country    string
	Published  string // "2026", "n.d."
	Note       string // may be empty
	Strength   Strength
	Sources    []string
}

// Payment says what part of what somebody costs a figure is.
type Payment string

// The payments.
const (
	BasePay  Payment = "base"   // without bonus; employing somebody costs more
	TotalPay Payment = "total"  // with bonus and the like; employing somebody costs more
	AllIn    Payment = "all-in" // all that an employer pays
	Fee      Payment = "fee"    // of somebody outside: there is nothing on top
)

// Tradeoff is what one gets and pays with a structure, in the words in which the five are
// compared.
type Tradeoff struct {
	Structure Structure
	Gains     string // what it is good at
	Risk      string // what goes wrong with it most often
	Takes     string // what has to be there for it to work
	Strength  Strength
	Sources   []string

	// Instead is what is said where it would not be true of a company: the first that holds.
	Instead []OtherTradeoff
}

// OtherTradeoff is what is said of a structure in place of its usual tradeoff. What is empty
// is said as usual.
type OtherTradeoff struct {
	Fit      // for everything: the structure is that of the tradeoff
	Gains    string
	Risk     string
	Takes    string
	Strength Strength
	Sources  []string
}

// At gives the words for a company in the situation.
func (t *Tradeoff) At(s Situation) *Tradeoff {
	other := first(t.Instead, func(x *OtherTradeoff) bool { return x.Holds(s) })
	if other == nil {
		return t
	}
	said := Tradeoff{Structure: t.Structure, Strength: other.Strength, Sources: other.Sources}
	said.Gains = cmp.Or(other.Gains, t.Gains)
	said.Risk = cmp.Or(other.Risk, t.Risk)
	said.Takes = cmp.Or(other.Takes, t.Takes)
	return &said
}

// Alternative is another way to draw the structure, which some sources prefer.
type Alternative struct {
	Fit
	ID       string
	Title    string
	Means    string
	Suits    string // when it is the better one
	Posts    []AlternativePost
	Strength Strength
	Sources  []string
}

// AlternativePost is a box of an alternative's chart.
type AlternativePost struct {
	Title string
	Under string // the title of another post; empty for the top
}

// Explanation answers a question that people ask about the domain.
type Explanation struct {
	ID       string
	Ask      string
	Asked    []string // other ways to ask it; they are matched and shown nowhere
	Answer   []string // paragraphs, the short answer first
	Roles    []string // that it is about
	Dissents []string // that bear on it
	Sources  []string
}
