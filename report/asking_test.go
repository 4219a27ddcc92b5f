package report_test

import (
	"bytes"
	"strings"
	"testing"

	"remit/model"
	"remit/report"
)

// A matrix says how whoever has a C is asked, and in which of its rows that is another way;
// rows in which nobody is asked are not named.
func TestAMatrixSaysHowAConsultedRoleIsAsked(t *testing.T) {
	r := whole(t, insurer())
	var b bytes.Buffer
	if err := report.PieceText(&b, r, report.PieceMatrix, report.TextOptions{}); err != nil {
		t.Fatal(err)
	}
	text := strings.Join(strings.Fields(b.String()), " ")
	_, after, _ := strings.Cut(text, "is heard in the meeting that decides: ")
	meetings, _, _ := strings.Cut(after, ". ")
	_, after, _ = strings.Cut(text, "is called or written to at once: ")
	calls, _, _ := strings.Cut(after, ". ")
	for i, row := range r.Follows.Matrix.Rows {
		a := r.Book.Activity(row.Activity)
		asked := len(r.Follows.Matrix.Holding(i, func(l model.Letter) bool { return l == model.LetterC })) > 0
		if got := strings.Contains(meetings, a.Title); got != (asked && a.Asked == model.InMeeting) {
			t.Errorf("%s: asked %s, told among the meetings: %t", a.ID, a.Asked, got)
		}
		if got := strings.Contains(calls, a.Title); got != (asked && a.Asked == model.ByCall) {
			t.Errorf("%s: asked %s, told among the calls: %t", a.ID, a.Asked, got)
		}
	}
	if !strings.Contains(text, "Who has a C comments on a written draft within five working days;") || meetings == "" || calls == "" {
		t.Errorf("it is not told how:\n%.1200s", text)
	}
}
