package model

import (
	"cmp"
	"slices"
	"strings"
)

// Wording is what is said of a structure where its usual words would not be true. What is
// empty is said as by the next one that holds, or else as usual.
type Wording struct {
	Fit     // for everything: the structure is that of the words
	Verdict string
	Means   string
	First   string
	Seat    string
}

// Spoken gives the words for a structure as a company in the situation is told of it.
func (f *Framework) Spoken(s Situation) StructureInfo {
	info := f.Structure(s.Structure)
	for _, w := range slices.Backward(info.Instead) { // so that the first that holds has the last word
		if !w.Holds(s) {
			continue
		}
		info.Verdict, info.Means = cmp.Or(w.Verdict, info.Verdict), cmp.Or(w.Means, info.Means)
		info.First, info.Seat = cmp.Or(w.First, info.First), cmp.Or(w.Seat, info.Seat)
	}
	return info
}

// Verdict is the advice in one sentence that a founder can repeat to a board: the title of
// the structure if the framework has no such sentence.
func (f *Framework) Verdict(a *Advice) string {
	if info := f.Spoken(a.Situation()); info.Verdict != "" {
		return info.Verdict
	}
	return f.Structure(a.Recommendation).Title
}

// FirstStep is the one thing to do first with an advice: what its engagement asks for
// or else what its structure does. It is empty if the framework names nothing.
func (f *Framework) FirstStep(a *Advice) string {
	if first := f.EngagementTerm(Engagement(a.Engagement.Then)).First; first != "" {
		return first
	}
	return f.Spoken(a.Situation()).First
}

// Recommended is how people are told what an advice recommends: the words of its
// engagement or else the title of its structure.
func (f *Framework) Recommended(a *Advice) string {
	if words := f.EngagementTerm(Engagement(a.Engagement.Then)).Verdict; words != "" {
		return words
	}
	return f.Structure(a.Recommendation).Title
}

// InBrief is Recommended in a few words: what stands before its colon, if it has one.
func (f *Framework) InBrief(a *Advice) string {
	words, _, _ := strings.Cut(f.Recommended(a), ": ")
	return words
}

// Motion is the advice as a sentence for minutes. A framework without the words for one
// names its parts.
func (f *Framework) Motion(a *Advice) string {
	how, line := f.EngagementTerm(Engagement(a.Engagement.Then)), f.ReportingTerm(Reporting(a.Reporting.Then))
	if how.Motion != "" {
		return how.Motion
	}
	seat := f.Spoken(a.Situation()).Seat
	if seat == "" || line.Clause == "" && line.Title != "" {
		return "Technology is to be led by: " + inTurn(f.Recommended(a), how.Title, line.Title) + "."
	}
	if a.Engagement.Before == "" {
		return "We will have " + inTurn(seat, how.Title, line.Clause) + "."
	}
	return "We will have " + inTurn(seat, how.Title+" until the permanent one starts", line.Clause) +
		". The search for the permanent one, " + f.EngagementTerm(a.Engagement.Before).Title + ", begins now."
}

// inTurn joins what is said of the parts of a sentence.
func inTurn(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == "" }), ", ")
}
