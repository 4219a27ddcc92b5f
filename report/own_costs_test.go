package report_test

import (
	"bytes"
	"strings"
	"testing"

	"remit/model"
	"remit/report"
)

// Figures are held against each other only in one currency; where one of two names none,
// it is said which was assumed.
func TestOwnFiguresAreComparedInOneCurrencyOnly(t *testing.T) {
	own := func(currency string, amount int, per model.Period) model.Cost {
		return model.Cost{ID: "own", Role: "cio", Low: amount, High: amount, Currency: currency, Per: per}
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
