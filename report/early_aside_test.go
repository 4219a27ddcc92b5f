package report_test

import (
	"bytes"
	"strings"
	"testing"

	"remit/advisor"
	"remit/model"
	"remit/report"
)

// Where everything was said not to apply no paper speaks of a decision: each says what to
// answer after all.
func TestWhatWasSetAsideIsAskedForOnPaper(t *testing.T) {
	e := advisor.Builtin()
	as := model.Answers{}
	for _, q := range e.Framework().Questions {
		as[q.ID] = model.Answer{Kind: model.NotApplicable}
	}
	r := report.Report{Framework: e.Framework(), Advice: e.Advise(as, 0), Next: e.Next(as)}
	first := e.Framework().Question(r.Next.Question)
	if first == nil {
		t.Fatalf("nothing is asked: %+v", r.Next)
	}
	for _, cut := range report.Cuts() {
		var b bytes.Buffer
		if err := report.Text(&b, r, cut, report.TextOptions{Width: 4000}); err != nil {
			t.Fatal(err)
		}
		if text := b.String(); !strings.Contains(text, first.Ask) || strings.Contains(text, "No further answer") {
			t.Errorf("%v: %s", cut, text)
		}
	}
}
