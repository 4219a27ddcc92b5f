package report_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"remit/model"
	"remit/report"
)

// Each hostile text stands in each field of each form, once alone: the document keeps its
// shape, commands nothing, and what it shows of the text is the text. Whoever reads a
// document back with a parser of its format finds what people wrote, to the letter.
func TestEachTextInEachFieldOfEachForm(t *testing.T) {
	texts := harmful(t)
	if testing.Short() {
		texts = texts[:3]
	}
	whole, forms := lean(everything(t)), formsAlone()
	quiet := map[string][][]string{} // the shapes of all forms, by what a text is when calm
	for _, text := range texts {
		if quiet[calm(text)] == nil {
			r := stamped(whole, calm(text))
			for _, f := range forms {
				shape, _ := f.of(t, r)
				quiet[calm(text)] = append(quiet[calm(text)], shape)
			}
		}
	}
	for part := range shares {
		t.Run(fmt.Sprint(part), func(t *testing.T) {
			t.Parallel()
			for i := part; i < len(texts); i += shares {
				r := stamped(whole, texts[i])
				for n, f := range forms {
					if f.minds(texts[i]) {
						shape, said := f.of(t, r)
						sameShape(t, f.name, shape, quiet[calm(texts[i])][n], texts[i])
						intact(t, f.name, said, texts[i])
					}
				}
			}
		})
	}
}

// shares is how many goroutines share the texts.
const shares = 4

// formsAlone are the forms of reports and what else commands show, without those that are
// a part of another one.
func formsAlone() []form {
	return slices.DeleteFunc(append(allForms(), lookUpForms()...), func(f form) bool {
		for _, p := range []report.Piece{report.PieceMatrix, report.PieceChart, report.PiecePlan, report.PieceGlance} {
			if f.name == "text "+string(p) || f.name == "markdown "+string(p) {
				return true
			}
		}
		return f.name == "raci xlsx"
	})
}

// minds reports whether a text means anything to readers of the form: formulas do so to
// spreadsheets alone, but for those that begin the text.
func (f form) minds(text string) bool {
	return f.name == "csv" || f.name == "xlsx" || !slices.Contains(formulas(), text) || strings.IndexAny(text, "=+-@") == 0
}

// lean is a report with few of each of what it has many of: the rest would be told alike.
func lean(r report.Report) report.Report {
	follows := *r.Follows
	follows.Matrix.Rows = first(follows.Matrix.Rows)
	follows.Charters, follows.Practices, follows.Plan = first(follows.Charters), first(follows.Practices), first(follows.Plan)
	follows.Symptoms, follows.Triggers, follows.Growth = first(follows.Symptoms), first(follows.Triggers), first(follows.Growth)
	follows.LegalPoints, follows.Costs, follows.Alternatives = first(follows.LegalPoints), first(follows.Costs), first(follows.Alternatives)
	r.Follows = &follows
	r.Advice.Reasons, r.Advice.Warnings, r.Advice.Misfits = first(r.Advice.Reasons), first(r.Advice.Warnings), first(r.Advice.Misfits)
	return r
}

func first[T any](list []T) []T { return list[:min(len(list), 3)] }

// stamp is what stands behind each text: its number, in letters that mean nothing anywhere.
var stamp = regexp.MustCompile(`Q\d+Q`)

// stamped copies a report with the same text in every field, each with a stamp of its own.
func stamped(r report.Report, text string) report.Report {
	n := 0
	copied, _ := sown(r, func() string {
		n++
		return fmt.Sprintf("%s Q%dQ", text, n)
	})
	return copied
}

// intact fails the test unless the text stands whole before each stamp in what a reader of
// a document sees, and there is one unless the reader sees nothing.
func intact(t *testing.T, form, said, text string) {
	t.Helper()
	lines := strings.Split(text, "\n")
	want, said := solid(model.Clean(lines[len(lines)-1])), solid(said)
	if form == "csv" { // which guards texts that could be formulas
		want, said = strings.ReplaceAll(want, "'", ""), strings.ReplaceAll(said, "'", "")
	}
	stamps := stamp.FindAllStringIndex(said, -1)
	if said != "" && len(stamps) == 0 {
		t.Errorf("%s tells %q nowhere", form, text)
	}
	for _, at := range stamps {
		got := said[max(0, at[0]-len(want)):at[0]]
		if !strings.EqualFold(got, want) { // a sentence may begin with a capital
			t.Errorf("%s: %q reads as %q", form, text, said[max(0, at[0]-len(want)-20):at[0]])
			return
		}
	}
}

// solid is a text without its white space, which a form sets as it needs.
func solid(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}
