package report

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
)

// RACICSV writes the matrix for a spreadsheet, one row an activity: its area, the
// letters of each role, who answers for it and why. The head of the table is the first
// row. A report without a matrix has nothing else.
//
// Spreadsheets run a cell that begins like a formula. So an apostrophe is put before
// every = + - @ that a text begins with, also in their full-width forms, also behind
// blanks and quotes, and also behind a comma, a semicolon or a tab, where another
// spreadsheet may begin a new cell. Most spreadsheets do not show it. Numbers are left
// as they are. The JSON form keeps every text as it was.
func RACICSV(w io.Writer, r Report) error {
	if !r.follows() {
		return (&worksheet{}).csv(w)
	}
	return raciSheet(r).csv(w)
}

func (s *worksheet) csv(w io.Writer) error {
	out := csv.NewWriter(w)
	for _, row := range s.rows {
		fields := make([]string, len(row))
		for i, c := range row {
			fields[i] = guarded(c.text)
			if c.isNumber {
				fields[i] = strconv.Itoa(c.number)
			}
		}
		if err := out.Write(fields); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// guarded puts an apostrophe wherever a spreadsheet could begin to read a formula.
func guarded(s string) string {
	var b strings.Builder
	begins := true
	for _, r := range s {
		switch {
		case r == ',' || r == ';' || r == '\t' || r == '\n' || r == '\r':
			begins = true
		case begins && startsFormula(r):
			b.WriteByte('\'')
			begins = false
		case strings.ContainsRune(" \"'“”„«»‘’`\u00a0\u3000", r): // may be dropped on the way in
		default:
			begins = false
		}
		b.WriteRune(r)
	}
	return b.String()
}

// startsFormula reports the characters that spreadsheets take for the beginning of a
// formula.
func startsFormula(r rune) bool { return strings.ContainsRune("=+-@＝＋－＠−﹢﹣﹦﹫", r) }
