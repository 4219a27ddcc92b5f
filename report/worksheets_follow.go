package report

import (
	"slices"

	"remit/model"
)

// The sheets on what follows from the advice.

func raciSheet(r Report) *worksheet {
	headings := []string{"Area", "Activity"}
	widths := []int{24, 46}
	m := &r.Follows.Matrix
	for _, id := range m.Columns {
		headings = append(headings, r.roleShort(id))
		widths = append(widths, 5)
	}
	s := newWorksheet("RACI", 2, append(widths, 16, 110, 40, 40), append(headings, "Answers for it", "Why", "Depends on", "Sources")...)
	s.printed = len(headings) + 1 // the reasons would make the letters too small to read
	for i := range m.Columns {
		s.rows[0][2+i].look = turnedHeading
	}
	for i, row := range m.Rows {
		group := ""
		if a := r.Book.Activity(row.Activity); a != nil {
			group = a.Group
		}
		cells := []cell{words(group), words(r.activityTitle(row.Activity))}
		for _, c := range row.Cells {
			cells = append(cells, words(lettered(c)).in(letter))
		}
		s.row(append(cells, words(r.roleShort(m.Accountable(i))), words(r.flagged(i)), words(r.asked(row.Unsettled)), words(listed(row.Sources)))...)
	}
	return s
}

// flagged is why a role answers for a row, for whom it stands in, and before both which
// laws the row breaks: the sheet goes round without the report.
func (r Report) flagged(row int) string {
	why := joinedBy(r.because(row), " ", r.standsIn(row))
	for _, x := range r.lawless(r.Follows.Matrix.Rows[row].Activity) {
		why = x.Text + " " + why
	}
	return why
}

// remarksSheet tells what to look at in the matrix, with the laws that it breaks.
func remarksSheet(r Report) *worksheet {
	s := newWorksheet("Remarks", 1, []int{46, 24, 110}, "Activity", "Role", "What to look at")
	for _, x := range r.Follows.Remarks {
		if x.Kind == model.StandIn {
			continue // told with the row
		}
		activity, role := "", ""
		if x.Activity != "" {
			activity = r.activityTitle(x.Activity)
		}
		if x.Role != "" {
			role = r.roleTitle(x.Role)
		}
		s.texts(activity, role, x.Text)
	}
	return s
}

func planSheet(r Report) *worksheet {
	s := newWorksheet("Plan", 2, []int{13, 20, 42, 48, 20, 42, 22}, "Part", "When", "What", "Do", "Who", "Why", "Sources")
	for i := range r.Follows.Plan {
		step := &r.Follows.Plan[i]
		s.texts("To do", dueBy(step.Clock, step.Day), step.Title, step.Do, r.who(step.Who), joinedBy(toKeep(step), " ", step.Because), listed(step.Sources))
	}
	for _, x := range Occasions(r) {
		s.texts("Look again", "", x.Event, x.Look, "", "", listed(x.Sources))
	}
	for _, p := range Growth(r.Framework, r.Book, r.Advice.Answers, r.Follows.Growth) {
		for _, line := range p.Lines {
			s.texts("Look again", "", p.Lead, line, "", "", "")
		}
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
	s := newWorksheet("Costs", 1, []int{14, 16, 36, 11, 11, 9, 9, 18, 10, 18, 36, 20},
		"Seat", "How", "What", "From", "To", "Currency", "Per", "Country", "Year", "Founded", "Note", "Sources")
	for _, c := range slices.Concat(r.Own, r.here(r.Follows.Costs)) {
		how, what, founded := "", c.What, ""
		if c.ID == model.OwnCostID {
			what = r.ownTold(&c)
		}
		if c.Engagement != "" {
			how = r.Framework.EngagementTerm(c.Engagement).Title
		}
		if c.Strength != "" {
			founded = FoundedPrice(&c)
		}
		s.row(words(r.roleShort(c.Role)), words(how), words(what), digits(c.Low), digits(c.High), words(c.Currency),
			words(string(c.Per)), words(c.Country), words(c.Published), words(founded), words(c.Note), words(listed(c.Sources)))
	}
	return s
}
