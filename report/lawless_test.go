package report_test

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"remit/model"
	"remit/report"
)

// A matrix that breaks a law is never handed round without saying so.
func TestABrokenLawIsToldWhereverTheMatrixGoes(t *testing.T) {
	r := whole(t, insurer())
	follows := *r.Follows
	follows.Remarks = append([]model.Remark{{Kind: model.Broken, Activity: "it-controls", Role: "cio", Text: "Nobody checks own work."}}, follows.Remarks...)
	r.Follows = &follows
	for name, write := range map[string]func(io.Writer, report.Report) error{
		"csv": report.RACICSV,
		"board": func(w io.Writer, r report.Report) error {
			return report.Text(w, r, report.Board, report.TextOptions{Width: 200})
		},
		"agenda": func(w io.Writer, r report.Report) error {
			return report.Text(w, r, report.Agenda, report.TextOptions{Width: 200})
		},
		"full": func(w io.Writer, r report.Report) error {
			return report.Text(w, r, report.Full, report.TextOptions{Width: 200})
		},
		"matrix": func(w io.Writer, r report.Report) error {
			return report.PieceText(w, r, report.PieceMatrix, report.TextOptions{Width: 200})
		},
	} {
		var b bytes.Buffer
		if err := write(&b, r); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(b.String(), "Nobody checks own work.") {
			t.Errorf("%s does not say it", name)
		}
	}
}
