package report

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"remit/model"
)

// Report is what is known at one moment about one company: the advice with the
// framework it came from. It is put together by the caller; the writers only read
// it.
type Report struct {
	Framework *model.Framework
	Advice    model.Advice
	Turns     []model.Turn   // what the flips of the advice say; JSON has the flips alone
	Session   *model.Session // nil for answers that come from a file
	Tried     []string       // questions answered for this report alone, otherwise than in Session

	// Letters of the matrix that are of this report alone, otherwise than in Session; one
	// without a letter takes back what was chosen there.
	TriedLetters []model.CellEdit

	Next model.Next

	// What follows from the advice. Book and Follows go together; nil leaves it out.
	Book    *model.Playbook
	Follows *model.Deliverables
	WhatIf  *WhatIf // what would change it, with map, growth, way and cases; nil leaves it out

	Own     []model.Cost // figures of the company's own, told above the published ones
	Country string       // tell published costs of this country alone; "" for all

	// When the answers were last changed, where no session says it; zero if nobody knows. A
	// report tells the day, in the zone that the time carries.
	Dated time.Time

	Anonymous bool // leave out who is asked and for whom
}

// title names the report after the company, if somebody said who it is.
func (r Report) title() string {
	const subject = "Who should lead technology"
	if r.Session == nil || r.Anonymous {
		return subject
	}
	name := r.Session.Client
	if name == "" {
		name = r.Session.Name
	}
	if name == "" {
		return subject
	}
	return subject + " at " + name
}

const dayForm = "2 January 2006"

// about says whose answers they are and of which day, in words that need no quotes.
// The day is that of the last change, in the zone that the time carries: a report
// printed later is no newer.
func (r Report) about() string {
	if r.Session == nil {
		if r.dated().IsZero() {
			return ""
		}
		return "Answers of " + r.dated().Format(dayForm)
	}
	var parts []string
	for _, part := range []struct{ label, text string }{{"Session", r.Session.Name}, {"Client", r.Session.Client}} {
		if part.text != "" && !r.Anonymous {
			parts = append(parts, part.label+": "+part.text)
		}
	}
	if !r.dated().IsZero() {
		parts = append(parts, r.dated().Format(dayForm))
	}
	if len(r.Tried) > 0 {
		parts = append(parts, "With answers tried for this document, not saved: "+r.triedOnes())
	}
	switch n := len(r.TriedLetters); n {
	case 0:
	case 1:
		parts = append(parts, "With a letter of the matrix tried for this document, not saved")
	default:
		parts = append(parts, fmt.Sprintf("With %d letters of the matrix tried for this document, not saved", n))
	}
	return strings.Join(parts, ". ")
}

// dated is when the answers were last changed; zero if nobody knows.
func (r Report) dated() time.Time {
	if r.Session != nil {
		return r.Session.Updated
	}
	return r.Dated
}

// triedOnes words the answers that the session does not have.
func (r Report) triedOnes() string {
	const most = 4 // the head of a page has no room for more; the answers are listed further down
	var words []string
	for _, id := range r.Tried {
		if len(words) == most {
			words = append(words, fmt.Sprintf("and %d more", len(r.Tried)-most))
			break
		}
		words = append(words, short(r.Framework, id)+" "+said(r.Framework, id, r.Advice.Answers[id]))
	}
	return strings.Join(words, "; ")
}

// rank gives the place of a structure.
func (r Report) rank(s model.Structure) model.Rank {
	for _, rank := range r.Advice.Ranking {
		if rank.Structure == s {
			return rank
		}
	}
	return model.Rank{Structure: s}
}

// reasonsOf gives the contributions to one structure, in the order of byWeight.
func (r Report) reasonsOf(s model.Structure) []model.Reason {
	var of []model.Reason
	for _, reason := range r.Advice.Reasons {
		if reason.Structure == s {
			of = append(of, reason)
		}
	}
	return byWeight(of)
}

// byWeight puts first what moves most, for or against, as a list is read from its top. What
// weighs the same stays in the order of the advice, which is that of the framework.
func byWeight(list []model.Reason) []model.Reason {
	of := slices.Clone(list)
	slices.SortStableFunc(of, func(a, b model.Reason) int { return magnitude(b.Points) - magnitude(a.Points) })
	return of
}

// magnitude is how far points move, in either direction.
func magnitude(points int) int { return max(points, -points) }
