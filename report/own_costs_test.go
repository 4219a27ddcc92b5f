package report_test

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"remit/model"
	"remit/report"
)

// Figures are held against each other only in one currency; where one of two names none,
// it is said which was assumed.
func TestOwnFiguresAreComparedInOneCurrencyOnly(t *testing.T) {
	own := func(currency string, amount int, per model.Period) model.Cost {
		return ownCost("cio", currency, amount, amount, per)
	}
	const refused, verdict, assumed = "cannot be compared", "Your figure is", "was read as "
	for name, test := range map[string]struct {
		own    []model.Cost
		says   []string
		hidden []string
	}{
		"two currencies":     {[]model.Cost{own("JPY", 900_000, model.Month), own("USD", 150_000, model.Year)}, []string{refused}, []string{verdict, assumed}},
		"one currency":       {[]model.Cost{own("JPY", 900_000, model.Month), own("JPY", 15_000_000, model.Year)}, []string{verdict}, []string{refused, assumed}},
		"none":               {[]model.Cost{own("", 9000, model.Month), own("", 150_000, model.Year)}, []string{verdict}, []string{refused, assumed}},
		"full-time has none": {[]model.Cost{own("EUR", 9000, model.Month), own("", 150_000, model.Year)}, []string{verdict, assumed + "EUR"}, []string{refused}},
		"part-time has none": {[]model.Cost{own("", 9000, model.Month), own("EUR", 150_000, model.Year)}, []string{verdict, assumed + "EUR"}, []string{refused}},
		"the one in the same currency is taken": {[]model.Cost{own("EUR", 9000, model.Month), own("USD", 170_000, model.Year), own("EUR", 150_000, model.Year)},
			[]string{verdict, "EUR 150,000"}, []string{refused, assumed}},
	} {
		t.Run(name, func(t *testing.T) {
			r := whole(t, dental())
			r.Own = test.own
			var b bytes.Buffer
			if err := report.PieceText(&b, r, report.PiecePlan, report.TextOptions{Width: 100}); err != nil {
				t.Fatal(err)
			}
			text := strings.Join(strings.Fields(b.String()), " ")
			for _, s := range test.says {
				if !strings.Contains(text, s) {
					t.Errorf("it does not say %q", s)
				}
			}
			for _, s := range test.hidden {
				if strings.Contains(text, s) {
					t.Errorf("it says %q", s)
				}
			}
		})
	}
}

func ownCost(role, currency string, low, high int, per model.Period) model.Cost {
	return model.OwnCost{Role: role, Per: per, Amount: model.Amount{Low: low, High: high, Currency: currency}}.Cost()
}

// Where a figure is a range, all of it is held against the place to compare, which here
// is from 60,000 to 70,000 a year.
func TestARangeIsHeldAgainstFullTimeAtBothEnds(t *testing.T) {
	seat := ownCost("cio", "EUR", 100_000, 100_000, model.Year)
	for name, test := range map[string]struct {
		low, high int
		says      string
	}{
		"below at both ends":  {4000, 4900, "is below that"},
		"into it from below":  {4000, 5500, "is partly within that"},
		"within":              {5000, 5800, "is within that"},
		"out of it above":     {5500, 9000, "is partly within that"},
		"around it":           {1000, 9000, "is partly within that"},
		"above at both ends":  {6000, 7000, "is above that"},
		"one number, below":   {4999, 4999, "is below that"},
		"one number, at last": {5000, 5000, "is within that"},
	} {
		r := whole(t, dental())
		r.Own = []model.Cost{ownCost("vcio", "EUR", test.low, test.high, model.Month), seat}
		said := report.Compared(r)
		year := model.Thousands(12 * test.low)
		if len(said) != 1 || !strings.Contains(said[0], test.says) || !strings.Contains(said[0], year) || !strings.Contains(said[0], "EUR 60,000 to 70,000") {
			t.Errorf("%s: %q; want %q, and %s a year", name, said, test.says, year)
		}
	}
}

// What a company said itself is in every document that tells costs, marked as its own, and
// a report without it is as it was before.
func TestOwnFiguresAreInEveryDocument(t *testing.T) {
	with := whole(t, dental())
	with.Own = []model.Cost{ownCost("vcio", "EUR", 3_210, 4_321, model.Month)}
	documents := map[string]func(io.Writer, report.Report) error{
		"text": func(w io.Writer, r report.Report) error {
			return report.Text(w, r, report.Full, report.TextOptions{})
		},
		"plan": func(w io.Writer, r report.Report) error {
			return report.PieceText(w, r, report.PiecePlan, report.TextOptions{})
		},
		"board": func(w io.Writer, r report.Report) error {
			return report.Text(w, r, report.Board, report.TextOptions{})
		},
		"markdown": func(w io.Writer, r report.Report) error { return report.Markdown(w, r, report.Full) },
		"html":     func(w io.Writer, r report.Report) error { return report.HTML(w, r, report.Full) },
	}
	for name, write := range documents {
		var b, without bytes.Buffer
		anonymous := with
		anonymous.Anonymous = true
		for _, r := range []report.Report{with, anonymous} {
			b.Reset()
			if err := write(&b, r); err != nil {
				t.Fatal(err)
			}
			text := strings.Join(strings.Fields(b.String()), " ")
			if !strings.Contains(text, "EUR 3,210 to 4,321 a month") || !strings.Contains(text, "our own figure") {
				t.Errorf("%s does not tell the own figure", name)
			}
		}
		if err := write(&without, whole(t, dental())); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(without.String(), "our own figure") {
			t.Errorf("%s tells own figures that there are none of", name)
		}
	}
}

// The page for a board reckons the first year by what the company was quoted, where it was.
func TestTheBoardReckonsWithOwnFigures(t *testing.T) {
	for name, test := range map[string]struct {
		own    []model.Cost
		says   string
		hidden string
	}{
		"by the month": {[]model.Cost{ownCost("vcio", "EUR", 3000, 3000, model.Month)}, "by these figures: EUR 36,000.", ""},
		"a range":      {[]model.Cost{ownCost("vcio", "EUR", 3000, 4000, model.Month)}, "by these figures: EUR 36,000 to 48,000.", ""},
		"by the year":  {[]model.Cost{ownCost("vcio", "EUR", 36_000, 36_000, model.Year)}, "by these figures: EUR 36,000.", "top of that"},
		"by the day":   {[]model.Cost{ownCost("vcio", "EUR", 900, 900, model.Day)}, "by these figures: USD", "900"},
	} {
		r := whole(t, dental())
		r.Own = test.own
		var b bytes.Buffer
		if err := report.Text(&b, r, report.Board, report.TextOptions{}); err != nil {
			t.Fatal(err)
		}
		text := strings.Join(strings.Fields(b.String()), " ")
		if !strings.Contains(text, test.says) || test.hidden != "" && strings.Contains(text, test.hidden) {
			t.Errorf("%s: the page does not say %q, or says %q:\n%s", name, test.says, test.hidden, b.String())
		}
	}
}
