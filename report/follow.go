package report

import (
	"fmt"
	"slices"
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

// chartPart shows the chart, then why each post is there.
func chartPart(r Report) []block {
	if !r.follows() {
		return nil
	}
	return slices.Concat(chartBlocks(r), []block{para("Why each of them is there:")}, postReasons(r)[:1], unsettled(r), alternativeCharts(r))
}

// chartBlocks are the chart with what stands below it.
func chartBlocks(r Report) []block {
	c := r.chart()
	return []block{chartFigure(c), para(c.dropped()), para(c.guessed())}
}

// postReasons say why each post is there, then how else one could draw it.
func postReasons(r Report) []block {
	c := r.chart()
	var items []item
	for _, p := range r.Follows.Posts {
		if p.Because != "" {
			items = append(items, entry(c.title(p.Role)+": "+p.Because, cited(p.Sources)))
		}
	}
	return append([]block{list(items...)}, alternativeCharts(r)...)
}

// unsettled are the posts that hang on missing answers.
func unsettled(r Report) []block {
	var open []item
	for _, u := range r.Follows.Unsure {
		open = append(open, entry(fmt.Sprintf("%s: depends on %s", r.roleTitle(u.Role), r.asked(u.Questions))))
	}
	if len(open) == 0 {
		return nil
	}
	return []block{para("These posts may belong there too, once more is known:"), list(open...)}
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
func matrixTable(r Report) block { return matrixOf(r, r.Follows.Matrix.Columns) }

// matrixOf is the matrix with the columns of these roles alone.
func matrixOf(r Report, columns []string) block {
	heading := []string{"Activity"}
	for _, id := range columns {
		heading = append(heading, r.roleShort(id))
	}
	t := table(heading...)
	t.letters = true
	for _, row := range r.Follows.Matrix.Rows {
		cells := []string{r.activityTitle(row.Activity)}
		for i, c := range row.Cells {
			if slices.Contains(columns, r.Follows.Matrix.Columns[i]) {
				cells = append(cells, lettered(c))
			}
		}
		t.row(cells...)
	}
	return t
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
		if stands := r.standsIn(i); stands != "" {
			lines = append(lines, stands)
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

// standsIn says who answers for a row in place of whom; "" if nobody stands in.
func (r Report) standsIn(row int) string {
	m := &r.Follows.Matrix
	if m.Rows[row].Instead == "" || r.chosen(row) {
		return ""
	}
	return fmt.Sprintf("There is no %s here, so %s stands in.", r.roleShort(m.Rows[row].Instead), r.roleShort(m.Accountable(row)))
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
