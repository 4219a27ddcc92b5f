package report_test

import (
	"bytes"
	"encoding/json"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"

	"remit/advisor"
	"remit/model"
	"remit/model/schematest"
	"remit/report"
)

// writers are all ways to write a whole report.
func writers() map[string]func(io.Writer, report.Report) error {
	return map[string]func(io.Writer, report.Report) error{
		"text": func(w io.Writer, r report.Report) error {
			return report.Text(w, r, report.Full, report.TextOptions{})
		},
		"markdown":  func(w io.Writer, r report.Report) error { return report.Markdown(w, r, report.Full) },
		"html":      func(w io.Writer, r report.Report) error { return report.HTML(w, r, report.Full) },
		"pdf":       func(w io.Writer, r report.Report) error { _, err := report.PDF(w, r, report.Full); return err },
		"xlsx":      report.XLSX,
		"raci xlsx": report.RACIXLSX,
		"csv":       report.RACICSV,
		"json":      report.ReportJSON,
		"matrix":    func(w io.Writer, r report.Report) error { return report.PieceJSON(w, r, report.PieceMatrix) },
		"chart":     func(w io.Writer, r report.Report) error { return report.PieceMarkdown(w, r, report.PieceChart) },
		"plan": func(w io.Writer, r report.Report) error {
			return report.PieceText(w, r, report.PiecePlan, report.TextOptions{})
		},
	}
}

func TestAReportIsTheSameBytesEveryTime(t *testing.T) {
	for name, write := range writers() {
		var first, second bytes.Buffer
		for _, b := range []*bytes.Buffer{&first, &second} {
			if err := write(b, whole(t, insurer())); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
		if !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Errorf("%s: the same report gives other bytes", name)
		}
	}
}

func TestTheJSONOfAReportFollowsItsSchema(t *testing.T) {
	schema := schematest.Compile(t, report.Schema("report"))
	tooEarly := whole(t, model.Answers{})
	tooEarly.Follows, tooEarly.Book, tooEarly.WhatIf, tooEarly.Session = nil, nil, nil, nil
	edited := whole(t, dental())
	follows := *edited.Follows
	column := follows.Matrix.Columns[0]
	follows.Matrix, _ = advisor.Revise(follows.Matrix, []model.CellEdit{{Activity: follows.Matrix.Rows[0].Activity, Role: column, Letter: model.LetterA}})
	edited.Follows = &follows
	priced := whole(t, dental())
	priced.Own = model.Session{Costs: []model.OwnCost{{Role: "vcio", Per: model.Month, Amount: model.Amount{Low: 3000, High: 4000, Currency: "EUR"}}}}.OwnCosts()
	for name, r := range map[string]report.Report{
		"insurer": whole(t, insurer()), "dental": whole(t, dental()), "edited": edited, "priced": priced, "too early": tooEarly, "hostile": infested(whole(t, insurer()), "\u202e</script>\x1b[31m"),
	} {
		var b bytes.Buffer
		if err := report.ReportJSON(&b, r); err != nil {
			t.Fatal(err)
		}
		if err := schema.Check(b.Bytes()); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if strings.ContainsAny(b.String(), "\x1b\u202e") {
			t.Errorf("%s: something in it commands a terminal", name)
		}
	}
	if schema.Check([]byte(`{}`)) == nil {
		t.Error("the schema takes an empty object for a report")
	}
}

// A piece says the same as the report, member by member.
func TestThePiecesAreThoseOfTheReport(t *testing.T) {
	r := whole(t, insurer())
	var whole struct{ Follows map[string]any }
	var b bytes.Buffer
	if err := report.ReportJSON(&b, r); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b.Bytes(), &whole); err != nil {
		t.Fatal(err)
	}
	told := map[string]bool{}
	for _, p := range []report.Piece{report.PieceMatrix, report.PieceChart, report.PiecePlan} {
		var got map[string]any
		b.Reset()
		if err := report.PieceJSON(&b, r, p); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(b.Bytes(), &got); err != nil {
			t.Fatal(err)
		}
		for name, value := range got {
			if want, ok := whole.Follows[name]; ok {
				told[name] = true
				if !reflect.DeepEqual(value, want) {
					t.Errorf("%s: %s is not what the report says", p, name)
				}
			}
		}
	}
	if len(told) != len(whole.Follows)-2 { // charters and options are told by the report alone
		t.Errorf("the pieces tell %d of %d members", len(told), len(whole.Follows))
	}
}

// What a program reads back is what was there: texts whole, letters with their roles.
func TestTheJSONOfAReportReadsBackExactly(t *testing.T) {
	const odd = "=1+1 \u202e ä 𝄞 \x01 \"\\"
	r := infested(whole(t, insurer()), odd)
	var b bytes.Buffer
	if err := report.ReportJSON(&b, r); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Answers model.Answers
		Session struct {
			Name  string
			Notes []struct{ Text string }
		}
		Follows struct {
			Matrix struct {
				Columns []struct{ Role, Short string }
				Rows    []struct {
					Activity, Because string
					Letters           map[string]model.Letter
				}
			}
		}
	}
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if got.Session.Name != odd || got.Session.Notes[0].Text != odd || got.Follows.Matrix.Columns[0].Short != odd || got.Follows.Matrix.Rows[0].Because != odd {
		t.Errorf("texts changed on the way: %+v", got.Session)
	}
	for q, a := range r.Advice.Answers {
		if got.Answers[q] != a {
			t.Errorf("%s: %v, want %v", q, got.Answers[q], a)
		}
	}
	m := &r.Follows.Matrix
	for i, row := range m.Rows {
		for n, c := range row.Cells {
			if letter := got.Follows.Matrix.Rows[i].Letters[m.Columns[n]]; letter != c.Letter {
				t.Errorf("%s, %s: %q, want %q", row.Activity, m.Columns[n], letter, c.Letter)
			}
		}
	}
}

// Notes are part of a report, unless nobody may know whose it is.
func TestNotesAreToldUnlessAnonymous(t *testing.T) {
	for name, write := range writers() {
		if !slices.Contains([]string{"text", "markdown", "html", "json"}, name) {
			continue // others pack their text, or tell of a part
		}
		r := whole(t, insurer())
		r.Session.Notes = map[string]string{"headcount": "Quokka said so"}
		for _, anonymous := range []bool{false, true} {
			r.Anonymous = anonymous
			var b bytes.Buffer
			if err := write(&b, r); err != nil {
				t.Fatal(err)
			}
			if told := strings.Contains(b.String(), "Quokka"); told == anonymous {
				t.Errorf("%s, anonymous %v: the note is told: %v", name, anonymous, told)
			}
		}
	}
}

func BenchmarkReportJSON(b *testing.B) {
	r := whole(b, insurer())
	for b.Loop() {
		if err := report.ReportJSON(io.Discard, r); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkXLSX(b *testing.B) {
	r := whole(b, insurer())
	for b.Loop() {
		if err := report.XLSX(io.Discard, r); err != nil {
			b.Fatal(err)
		}
	}
}
