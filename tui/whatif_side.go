package tui

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"

	"remit/model"
)

// sideTable is where one is on the page that compares variants, and what it shows.
type sideTable struct {
	column int  // of the cursor
	at     int  // line of the cursor
	all    bool // all answers, not only those that differ
	room   sideRoom
	body   scroll
	spans  []lineSpan // of each row, in lines of the body
}

func newSideTable() sideTable { return sideTable{body: newScroll()} }

// sideRow is one line of the comparison, a cell for each variant.
type sideRow struct {
	above  string // heading of the block that begins here; "" for none
	letter string // of a structure; "" for none
	label  string
	paint  lipgloss.Style // of the label
	cells  []sideCell
	tinted bool // cells have colours of their own
	exempt bool // that it differs means nothing
}

type sideCell struct {
	text    string
	paint   lipgloss.Style
	differs bool // from the session
}

// sideRows writes what is compared: the advice, the points, the answers.
func (v *whatIfScreen) sideRows() []sideRow {
	list := v.variants()
	rows := append(v.adviceRows(list), v.pointRows(list)...)
	rows = append(rows, v.answerRows(list)...)
	for i := range rows {
		cells := rows[i].cells
		for j := range cells {
			cells[j].differs = !rows[i].exempt && cells[j].text != cells[0].text
		}
	}
	return rows
}

func (v *whatIfScreen) adviceRows(list []variant) []sideRow {
	t, f := v.env.theme, v.words()
	advised, engaged := sideRow{label: "Advised", tinted: true}, sideRow{label: "Engagement"}
	reports, stands := sideRow{label: "Reporting"}, sideRow{label: "Standing"}
	for _, x := range list {
		a := x.advice
		paint, engagement, reporting, standing := t.structure(a.Recommendation).Bold(true), "", "", string(a.Standing)
		if a.TooEarly() {
			paint, standing = t.muted, ""
		} else {
			engagement = f.EngagementTerm(model.Engagement(a.Engagement.Then)).Title
			reporting = f.ReportingTerm(model.Reporting(a.Reporting.Then)).Title
		}
		advised.cells = append(advised.cells, sideCell{text: v.lead(a), paint: paint})
		engaged.add(engagement, t)
		reports.add(reporting, t)
		stands.add(standing, t)
	}
	rows := []sideRow{advised, engaged, reports, stands}
	if saved, some := v.savedRow(list); some {
		rows = append(rows, saved)
	}
	return rows
}

// savedRow names the sessions that variants are; some is false if only the first is one.
func (v *whatIfScreen) savedRow(list []variant) (row sideRow, some bool) {
	row = sideRow{label: "Session", tinted: true, exempt: true}
	for i, x := range list {
		name := x.from
		if i == 0 {
			name = called(cleanSession(v.session))
		} else if name == "" {
			name = v.keptAs(x.answers)
		}
		some = some || i > 0 && name != ""
		row.add(cut(name, 60), v.env.theme)
	}
	return row, some
}

// noTerm stands where the engine says nothing.
const noTerm = "–"

func (r *sideRow) add(text string, t *theme) {
	if text == "" {
		text = noTerm
	}
	r.cells = append(r.cells, sideCell{text: text, paint: t.text})
}

// pointRows gives each structure its line, in its colour, with the distance to the
// session behind the points.
func (v *whatIfScreen) pointRows(list []variant) []sideRow {
	t, f := v.env.theme, v.words()
	rows := make([]sideRow, 0, model.NumStructures)
	for _, s := range model.Structures() {
		info := f.Structure(s)
		row := sideRow{letter: info.Letter, label: info.Title, paint: t.structure(s), tinted: true}
		base := list[0].advice.Outlook.Bars[s].Points
		for _, x := range list {
			bar := x.advice.Outlook.Bars[s]
			text, paint := fitRight(fmt.Sprint(bar.Points), 3), t.structure(s)
			if n := bar.Points - base; n != 0 {
				text += " " + signed(n)
			}
			switch {
			case bar.Excluded && v.table.room.column >= sideColumnFair:
				text, paint = text+" ruled out", t.muted
			case bar.Excluded:
				text, paint = text+" out", t.muted
			case s == x.advice.Recommendation && !x.advice.TooEarly():
				paint = paint.Bold(true)
			}
			row.cells = append(row.cells, sideCell{text: text, paint: paint})
		}
		rows = append(rows, row)
	}
	rows[0].above = "Points"
	return rows
}

// answerRows are the answers that differ, or all.
func (v *whatIfScreen) answerRows(list []variant) []sideRow {
	t := v.env.theme
	var rows []sideRow
	differ := v.questionsApart(list)
	for _, id := range v.order {
		if !v.table.all && !differ[id] {
			continue
		}
		q := v.words().Question(id)
		row := sideRow{label: q.Short}
		for _, x := range list {
			row.add(saidInWords(q, x.answers[id]), t)
		}
		rows = append(rows, row)
	}
	if len(rows) > 0 {
		rows[0].above = "Answers that differ"
		if v.table.all {
			rows[0].above = "All answers"
		}
	}
	return rows
}

// questionsApart are the questions to which not all variants have the same answer.
func (v *whatIfScreen) questionsApart(list []variant) map[string]bool {
	apart := map[string]bool{}
	for _, id := range v.order {
		for _, x := range list[1:] {
			if x.answers[id] != list[0].answers[id] {
				apart[id] = true
			}
		}
	}
	return apart
}

// comparison says in one sentence what is advised where: "CIO only in A and C, Virtual
// CIO in B".
func (v *whatIfScreen) comparison() string {
	t, list := v.env.theme, v.variants()
	var leads []string
	places := map[string][]string{}
	for i, x := range list {
		paint := t.strong
		if !x.advice.TooEarly() {
			paint = t.structure(x.advice.Recommendation).Bold(true)
		}
		lead := paint.Render(v.lead(x.advice))
		if places[lead] == nil {
			leads = append(leads, lead)
		}
		places[lead] = append(places[lead], variantLetter(i))
	}
	switch {
	case len(list) == 1:
		return leads[0]
	case len(leads) == 1:
		return leads[0] + [...]string{2: " in both", 3: " in all three", 4: " in all four"}[len(list)]
	}
	for i, lead := range leads {
		leads[i] += " in " + listing(places[lead], "and")
	}
	return strings.Join(leads, ", ")
}

// sideHint explains the marks, or says what there is to do.
func (v *whatIfScreen) sideHint() string {
	list := v.variants()
	switch {
	case len(list) == 1:
		return "Nothing to compare yet: change an answer, or add a saved session (o)."
	case v.loose() && len(v.aside) == mostVariants-1:
		return "What you try now is not here: four are the most. d takes one out."
	}
	parts := []string{glyphBullet + " other than in A"}
	if n := len(v.questionsApart(list)); n == 0 {
		parts = append(parts, "no answer differs")
	} else {
		parts = append(parts, fmt.Sprintf("%d of %d answers differ", n, len(v.order)))
	}
	parts = append(parts, "[ ] where you are")
	return flow(parts, "   ", max(v.w, 1))[0]
}
