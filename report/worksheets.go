package report

import (
	"slices"
	"strings"

	"remit/model"
)

// A worksheet is a table for a spreadsheet. CSV and XLSX write the same ones, so neither
// can say what the other leaves out. Its texts are one clean line each.
type worksheet struct {
	name    string
	fixed   int      // how many columns stay in sight, beside the heading
	printed int      // how many columns are printed; 0 for all
	widths  []int    // of the columns, in characters; the last goes for all behind it
	rows    [][]cell // the first is the heading
}

// cell is a text, or a number to count with.
type cell struct {
	text     string
	number   int
	isNumber bool
	look     look
}

// look is how a cell looks in a workbook.
type look int

const (
	plainCell look = iota
	heading
	turnedHeading
	letter // of the matrix
	tinted // in the colour of the first structure; those behind it are for the others
)

func words(s string) cell { return cell{text: model.Clean(s)} }

func digits(n int) cell { return cell{number: n, isNumber: true} }

func (c cell) in(l look) cell {
	c.look = l
	return c
}

// coloured is a text in the colour of a structure.
func coloured(text string, s model.Structure) cell { return words(text).in(tinted + look(s)) }

func newWorksheet(name string, fixed int, widths []int, headings ...string) *worksheet {
	s := &worksheet{name: name, fixed: fixed, widths: widths}
	s.texts(headings...)
	for i := range s.rows[0] {
		s.rows[0][i].look = heading
	}
	return s
}

func (s *worksheet) row(cells ...cell) { s.rows = append(s.rows, cells) }

func (s *worksheet) texts(texts ...string) {
	cells := make([]cell, len(texts))
	for i, text := range texts {
		cells[i] = words(text)
	}
	s.row(cells...)
}

// worksheets gives all that a workbook has, empty tables left out.
func (r Report) worksheets() []*worksheet {
	all := []*worksheet{adviceSheet(r), rankingSheet(r), reasonsSheet(r), answersSheet(r)}
	if r.follows() {
		all = append(all, postsSheet(r), raciSheet(r), remarksSheet(r), planSheet(r), costsSheet(r))
	}
	all = append(all, sourcesSheet(r))
	return slices.DeleteFunc(all, func(s *worksheet) bool { return len(s.rows) < 2 })
}

func adviceSheet(r Report) *worksheet {
	s := newWorksheet("Advice", 1, []int{26, 52, 52, 20}, "What", "Result", "Why, or what to do", "Sources")
	f, a := r.Framework, &r.Advice
	s.texts(r.title(), r.about())
	if a.TooEarly() {
		s.texts("Recommended", tooEarly, a.StandingWhy)
		if q := f.Question(r.Next.Question); q != nil {
			s.texts("Answer first", q.Ask, q.Why)
		}
		return s
	}
	if open := NotSettled(f, a); open != "" {
		s.texts("Open", open)
	}
	s.row(words(capital(FirstTold(f, a))), coloured(f.Recommended(a), a.Recommendation), words(f.Verdict(a)))
	if then := a.Engagement.Then; then != "" {
		s.texts("How", worded(f.EngagementTerm(model.Engagement(then))), a.Engagement.Because, listed(a.Engagement.Sources))
	}
	if then := a.Reporting.Then; then != "" {
		s.texts("Reporting", worded(f.ReportingTerm(model.Reporting(then))), a.Reporting.Because, listed(a.Reporting.Sources))
	}
	s.texts("How firm", string(a.Standing), a.StandingWhy)
	s.texts("First", r.firstStep())
	for _, x := range a.Misfits {
		s.texts("Does not fit", strings.TrimSpace(x.Title+". "+x.Because), x.Do, listed(x.Sources))
	}
	for _, x := range a.Warnings {
		s.texts("Take care of", strings.TrimSpace(x.Title+". "+x.Because), x.Do, listed(x.Sources))
	}
	for _, t := range r.Turns {
		s.texts("Would turn it to "+f.Structure(t.To).Title, strings.Join(Conditions(f, t), ", "))
	}
	return s
}

func rankingSheet(r Report) *worksheet {
	s := newWorksheet("Ranking", 1, []int{24, 10, 90}, "Structure", "Points", "How it stands")
	for i, rank := range r.Advice.Ranking {
		note := ""
		switch {
		case rank.Excluded:
			note = strings.TrimSuffix("ruled out: "+strings.Join(ruledOut(r, rank), " "), ": ")
		case i == 0 && !r.Advice.TooEarly():
			note = FirstTold(r.Framework, &r.Advice)
		}
		s.row(coloured(r.Framework.Structure(rank.Structure).Title, rank.Structure), digits(rank.Points), words(note))
	}
	return s
}

func reasonsSheet(r Report) *worksheet {
	s := newWorksheet("Reasons", 1, []int{15, 9, 54, 44, 20, 16, 24}, "Structure", "Points", "Because", "Answers", "Rule", "Founded", "Sources")
	for _, x := range byWeight(r.Advice.Reasons) {
		s.row(words(r.Framework.Structure(x.Structure).Title), digits(x.Points), words(x.Because),
			words(strings.TrimPrefix(becauseYouSaid(r.Framework, r.Advice.Answers, x.Questions), "because you said ")),
			words(x.Rule), words(founded(x.Strength)), words(listed(x.Sources)))
	}
	return s
}

func answersSheet(r Report) *worksheet {
	s := newWorksheet("Answers", 1, []int{28, 42, 56, 18}, "Question", "Answer", "Note", "Id")
	notes := r.notes()
	for _, q := range r.Framework.Questions {
		a, ok := r.Advice.Answers[q.ID]
		if !ok && notes[q.ID] == "" {
			continue
		}
		answer := words(said(r.Framework, q.ID, a))
		if a.Kind == model.Number {
			answer = digits(a.Number)
		}
		s.row(words(short(r.Framework, q.ID)), answer, words(notes[q.ID]), words(q.ID))
	}
	return s
}

func sourcesSheet(r Report) *worksheet {
	s := newWorksheet("Sources", 1, []int{20, 48, 28, 8, 36, 46}, "Id", "Title", "Publisher", "Year", "Note", "Address")
	used := citations(&r.Advice)
	if r.follows() {
		used = append(used, r.Follows.Cited()...)
	}
	for _, x := range r.Framework.Sources {
		if slices.Contains(used, x.ID) {
			s.texts(x.ID, x.Title, x.Publisher, x.Year, x.Note, x.URL)
		}
	}
	return s
}

// listed joins ids of sources.
func listed(ids []string) string { return strings.Join(ids, ", ") }
