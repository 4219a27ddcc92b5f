package report

import (
	"fmt"
	"slices"
)

// The sheets on what follows from the advice.

func raciSheet(r Report) *worksheet {
	heading := []string{"Area", "Activity"}
	widths := []int{18, 44}
	m := &r.Follows.Matrix
	for _, id := range m.Columns {
		heading = append(heading, r.roleShort(id))
		widths = append(widths, 12)
	}
	s := newWorksheet("RACI", 2, append(widths, 16, 80, 40, 30), append(heading, "Answers for it", "Why", "Depends on", "Sources")...)
	for i, row := range m.Rows {
		group := ""
		if a := r.Book.Activity(row.Activity); a != nil {
			group = a.Group
		}
		cells := []string{group, r.activityTitle(row.Activity)}
		for _, c := range row.Cells {
			cells = append(cells, lettered(c))
		}
		s.texts(append(cells, r.roleShort(m.Accountable(i)), r.because(i), r.asked(row.Unsettled), listed(row.Sources))...)
	}
	return s
}

func planSheet(r Report) *worksheet {
	s := newWorksheet("Plan", 2, []int{18, 22, 60, 60, 24, 50, 30}, "Part", "When", "What", "Do", "Who", "Why", "Sources")
	for _, p := range r.Follows.Practices {
		s.texts("To do", r.byDay(p.Day), p.Title, p.Do, r.who(p.Who), p.Because, listed(p.Sources))
	}
	if r.WhatIf != nil && r.WhatIf.Way != nil {
		way := r.WhatIf.Way
		for i, step := range way.Steps {
			s.texts("Way there", fmt.Sprintf("Step %d", i+1), step.Do, "", r.who(step.Who), step.Keep, listed(way.Sources))
		}
	}
	for _, x := range r.Follows.Triggers {
		s.texts("Look again", "", x.Event, x.Look, "", "", listed(x.Sources))
	}
	for _, x := range r.Follows.Symptoms {
		s.texts("Warning sign", "", x.Sign, x.Do, "", "", listed(x.Sources))
	}
	for _, x := range r.Follows.LegalPoints {
		s.texts("Ask a lawyer", "", x.Ask, "", "", x.Because, listed(x.Sources))
	}
	return s
}

func costsSheet(r Report) *worksheet {
	s := newWorksheet("Costs", 1, []int{20, 20, 44, 12, 12, 10, 16, 24, 14, 24, 40, 24},
		"Seat", "How", "What", "From", "To", "Currency", "Per", "Country", "Year", "Founded", "Note", "Sources")
	for _, c := range slices.Concat(r.Own, r.Follows.Costs) {
		how := ""
		if c.Engagement != "" {
			how = r.Framework.EngagementTerm(c.Engagement).Title
		}
		s.row(words(r.roleShort(c.Role)), words(how), words(c.What), digits(c.Low), digits(c.High), words(c.Currency),
			words(string(c.Per)), words(c.Country), words(c.Published), words(foundedPrice(c.Strength)), words(c.Note), words(listed(c.Sources)))
	}
	return s
}
