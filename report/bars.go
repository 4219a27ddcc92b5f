package report

import (
	"fmt"

	"remit/model"
)

// bar is one of the five structures as a bar: how far it comes now, and how far it can
// still come either way. Places are in percent of the width, so that any writer can
// draw them.
type bar struct {
	ID, Title, Letter  string
	Points             int
	Note               string // "recommended", "leads so far", "ruled out"; may be empty
	Zero               int    // where no points are
	From, Width        int    // of the bar
	RangeFrom, RangeTo int    // where it can still go
	Lead, Excluded     bool
}

// Says is the points with their sign, as everywhere in a report.
func (b bar) Says() string {
	if b.Points == 0 {
		return "0"
	}
	return signed(b.Points)
}

// bars draws the ranking, best first.
func bars(r Report) []bar {
	low, high := 0, 1
	for _, rank := range r.Advice.Ranking {
		o := r.Advice.Outlook.Bars[rank.Structure]
		low, high = min(low, rank.Points, o.Low), max(high, rank.Points, o.High)
	}
	at := func(points int) int { return (points - low) * 100 / (high - low) }
	list := make([]bar, len(r.Advice.Ranking))
	for i, rank := range r.Advice.Ranking {
		s := r.Framework.Structure(rank.Structure)
		o := r.Advice.Outlook.Bars[rank.Structure]
		b := bar{ID: s.ID.String(), Title: model.Clean(s.Title), Letter: initial(r.Framework, s.ID), Points: rank.Points,
			Zero: at(0), From: at(min(0, rank.Points)), Lead: i == 0, Excluded: rank.Excluded,
			RangeFrom: at(min(o.Low, rank.Points)), RangeTo: at(max(o.High, rank.Points))}
		b.Width = at(max(0, rank.Points)) - b.From
		switch {
		case rank.Excluded:
			b.Note = "ruled out"
		case b.Lead:
			b.Note = FirstTold(r.Framework, &r.Advice)
		}
		list[i] = b
	}
	return list
}

// drawsBars reports whether a cut shows the five as bars. A page for a board that tells
// in words what is rejected has no room for both.
func (r Report) drawsBars(cut Cut) bool {
	return !r.Advice.TooEarly() && cut != Agenda && (cut != Board || !r.follows())
}

// RangeWidth is how wide the line of what is still possible is.
func (b bar) RangeWidth() int { return b.RangeTo - b.RangeFrom }

// barsTold says what the bars mean.
const barsTold = "Points for each of the five. A thin line shows how far answers that are still missing could move it. Points are no probabilities."

// Label is what stands beside the bar.
func (b bar) Label() string {
	if b.Note == "" {
		return b.Says()
	}
	return fmt.Sprintf("%s, %s", b.Says(), b.Note)
}
