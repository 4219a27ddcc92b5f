package report

import (
	"fmt"
	"strings"

	"remit/model"
)

// The sections on what follows from the advice: who stands where, who answers for
// what, what each seat is for, what to do when.

// chart gives the report's organisation chart.
func (r Report) chart() *Chart {
	return &Chart{Framework: r.Framework, Book: r.Book, Advice: &r.Advice, Posts: r.Follows.Posts, Dropped: r.Follows.Dropped}
}

// follows reports whether there is anything to tell of what follows.
func (r Report) follows() bool { return r.Follows != nil && r.Book != nil && len(r.Follows.Posts) > 0 }

// posted shows the chart, then why each post is there.
func posted(r Report) []block {
	if !r.follows() {
		return nil
	}
	c := r.chart()
	var items []item
	for _, p := range r.Follows.Posts {
		if p.Because != "" {
			items = append(items, entry(c.title(p.Role)+": "+p.Because, cited(p.Sources)))
		}
	}
	blocks := []block{chartFigure(c), para(c.dropped()), para("Why each of them is there:"), list(items...)}
	if len(r.Follows.Unsure) > 0 {
		var open []item
		for _, u := range r.Follows.Unsure {
			open = append(open, entry(fmt.Sprintf("%s: depends on %s", c.title(u.Role), r.asked(u.Questions))))
		}
		blocks = append(blocks, para("These may belong there too, once more is known:"), list(open...))
	}
	return append(blocks, alternativeCharts(r)...)
}

// asked names questions by their few words.
func (r Report) asked(questions []string) string {
	words := make([]string, len(questions))
	for i, id := range questions {
		words[i] = small(r.Framework, id)
	}
	return strings.Join(words, ", ")
}

// alternativeCharts are other ways to draw the structure.
func alternativeCharts(r Report) []block {
	var items []item
	for _, a := range r.Follows.Alternatives {
		lines := []string{"It suits: " + a.Suits}
		for _, p := range a.Posts {
			if p.Under == "" {
				lines = append(lines, p.Title+" at the top")
			} else {
				lines = append(lines, p.Title+" under "+p.Under)
			}
		}
		items = append(items, entry(a.Title+". "+a.Means, append(lines, cited(a.Sources))...))
	}
	if len(items) == 0 {
		return nil
	}
	return []block{para("Other ways to draw it, which some sources prefer:"), list(items...)}
}

// matrixTable is the RACI matrix as a table: one row an activity, one column a role.
func matrixTable(r Report) block {
	heading := []string{"Activity"}
	for _, id := range r.Follows.Matrix.Columns {
		heading = append(heading, r.roleShort(id))
	}
	t := table(heading...)
	t.letters = true
	for _, row := range r.Follows.Matrix.Rows {
		cells := []string{r.activityTitle(row.Activity)}
		for _, c := range row.Cells {
			cells = append(cells, lettered(c))
		}
		t.row(cells...)
	}
	return t
}

// raci shows the matrix with its legend, why each accountable role is that, and what
// to look at.
func raci(r Report) []block {
	if !r.follows() || len(r.Follows.Matrix.Rows) == 0 {
		return nil
	}
	blocks := []block{para(raciLegend), matrixTable(r)}
	if changed := r.editedRows(); len(changed) > 0 {
		blocks = append(blocks, para("* changed by hand, against what the advice gives:"), list(changed...))
	}
	if look := r.worthALook(); len(look.list) > 0 {
		blocks = append(blocks, para("Worth a look:"), look)
	}
	return append(blocks, para("Why who answers for what:"), whyAccountable(r))
}

// worthALook lists the remarks on the matrix.
func (r Report) worthALook() block {
	var look []item
	for _, remark := range r.Follows.Remarks {
		if remark.Kind == model.StandIn {
			continue // told with the row
		}
		text := remark.Text
		if remark.Activity != "" {
			text = r.activityTitle(remark.Activity) + ": " + text
		}
		look = append(look, entry(text))
	}
	return list(look...)
}

// raciLegend says what the letters mean.
const raciLegend = "A answers for it and has the last word; R does the work; C is asked before; I is told after. A/R is both. Each row has one A."

func whyAccountable(r Report) block {
	var items []item
	m := &r.Follows.Matrix
	for i, row := range m.Rows {
		text := fmt.Sprintf("%s: %s. %s", r.activityTitle(row.Activity), r.roleShort(m.Accountable(i)), r.because(i))
		var lines []string
		if row.Instead != "" && !r.chosen(i) {
			lines = append(lines, fmt.Sprintf("There is no %s here, so %s stands in.", r.roleShort(row.Instead), r.roleShort(m.Accountable(i))))
		}
		if len(row.Unsettled) > 0 {
			lines = append(lines, "Whether the row is needed depends on "+r.asked(row.Unsettled)+".")
		}
		if a := r.Book.Activity(row.Activity); a != nil && a.Dispute != "" {
			lines = append(lines, "Where experts disagree: "+a.Dispute)
		}
		lines = append(lines, becauseYouSaid(r.Framework, r.Advice.Answers, row.Questions), cited(row.Sources))
		items = append(items, entry(text, lines...))
	}
	return list(items...)
}

func (r Report) roleShort(id string) string {
	if role := r.Book.Role(id); role != nil {
		return role.Short
	}
	return id
}

func (r Report) roleTitle(id string) string {
	if role := r.Book.Role(id); role != nil {
		return role.Title
	}
	return id
}

func (r Report) activityTitle(id string) string {
	if a := r.Book.Activity(id); a != nil {
		return a.Title
	}
	return id
}

// followCitations gives the ids of all sources that the sections on what follows name.
func followCitations(d *model.Deliverables) (ids []string) {
	for _, x := range d.Posts {
		ids = append(ids, x.Sources...)
	}
	for _, x := range d.Matrix.Rows {
		ids = append(ids, x.Sources...)
	}
	for _, x := range d.Charters {
		ids = append(ids, x.Sources...)
	}
	for _, x := range d.Practices {
		ids = append(ids, x.Sources...)
	}
	for _, x := range d.Symptoms {
		ids = append(ids, x.Sources...)
	}
	for _, x := range d.Triggers {
		ids = append(ids, x.Sources...)
	}
	for _, x := range d.LegalPoints {
		ids = append(ids, x.Sources...)
	}
	for _, x := range d.Costs {
		ids = append(ids, x.Sources...)
	}
	for _, x := range d.Alternatives {
		ids = append(ids, x.Sources...)
	}
	return ids
}
