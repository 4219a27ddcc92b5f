package model

import (
	"slices"
	"strings"
)

// Wording is what is said of a structure where its usual words would not be true. What is
// empty is said as usual.
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
	w := first(info.Instead, func(w *Wording) bool { return w.Holds(s) })
	if w == nil {
		return info
	}
	for _, said := range []struct {
		usual   *string
		instead string
	}{{&info.Verdict, w.Verdict}, {&info.Means, w.Means}, {&info.First, w.First}, {&info.Seat, w.Seat}} {
		if said.instead != "" {
			*said.usual = said.instead
		}
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
	return "We will have " + inTurn(seat, how.Title, line.Clause) + "."
}

// inTurn joins what is said of the parts of a sentence.
func inTurn(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == "" }), ", ")
}
