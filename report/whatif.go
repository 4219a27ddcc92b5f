package report

import "remit/model"

// WhatIf is what would change the advice, and how easily. It is put together by the
// caller; the writers only read it.
type WhatIf struct {
	Framework *model.Framework
	Advice    model.Advice
	Name      string                   // for whom, if somebody said so
	Draws     int                      // how many times all rules were weighed anew
	Stands    [model.NumStructures]int // in how many of these draws each structure was recommended
	Turns     []model.Turn             // for each structure cheapest first
	Most      int                      // the greatest number of changes that was looked for
	Along     string                   // the question that Path follows; empty for none
	Path      []Stretch
	Map       Map
	Way       *model.Transition // from who leads technology today to the advice; nil if that is unknown
	Near      []model.Neighbour // published cases that resemble the company, the nearest first
}

// Stretch is a part of a path on which one structure is recommended.
type Stretch struct {
	model.Span
	Structure model.Structure
	Here      bool // the present answer is in it
}
