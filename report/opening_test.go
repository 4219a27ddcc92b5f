package report_test

import (
	"bytes"
	"strings"
	"testing"

	"remit/advisor"
	"remit/model"
	"remit/report"
)

// While nothing is settled, every form says so before it says what leads; what is settled
// begins with what to do.
func TestAnOpenAdviceOpensWithThat(t *testing.T) {
	e := advisor.Builtin()
	one := model.Answers{"headcount": model.Count(40)}
	for name, test := range map[string]struct {
		as   model.Answers
		open string
	}{
		"one answer":     {one, "Nothing is settled yet: this rests on 1 of 16 answers."},
		"with no answer": {one.With("regulation", model.Answer{Kind: model.Unsure}), "Nothing is settled yet: this rests on 1 of 16 answers."},
		"clear":          {dental(), ""},
	} {
		a := e.Advise(test.as, 0)
		if (a.Standing == model.Open) != (test.open != "") {
			t.Fatalf("%s: the advice is %s", name, a.Standing)
		}
		follows := e.Deliver(&a)
		for _, r := range []report.Report{
			{Framework: e.Framework(), Advice: a},
			{Framework: e.Framework(), Advice: a, Book: e.Playbook(), Follows: &follows},
		} {
			for form, text := range toldCosts(t, r) {
				if form == "plan" {
					continue // it has no verdict
				}
				_, body, _ := strings.Cut(text, "<body") // of a page
				if body == "" {
					body = text
				}
				verdict := strings.Index(body, r.Framework.Verdict(&a))
				open := strings.Index(body, "Nothing is settled")
				switch {
				case verdict < 0:
					t.Errorf("%s, %s: there is no verdict", name, form)
				case test.open == "" && (open >= 0 || strings.Contains(body, report.SoFar)):
					t.Errorf("%s, %s: it is told as open", name, form)
				case test.open != "" && (!strings.Contains(body, test.open) || open > verdict || !strings.Contains(body, report.SoFar)):
					t.Errorf("%s, %s: it does not begin with %q:\n%s", name, form, test.open, body)
				}
				if called := strings.Contains(body, ", recommended") || strings.Contains(body, "Recommended: "); called && test.open != "" {
					t.Errorf("%s, %s: something is recommended", name, form)
				}
				if open := strings.Index(body, "To vote on if no more can be found out first"); (open >= 0) != (test.open != "" && strings.Contains(body, "To vote on")) {
					t.Errorf("%s, %s: the motion is put at %d", name, form, open)
				}
			}
		}
	}
}

// The workbook says so too.
func TestAnOpenAdviceIsOpenInTheWorkbook(t *testing.T) {
	e := advisor.Builtin()
	a := e.Advise(model.Answers{"headcount": model.Count(40)}, 0)
	r := report.Report{Framework: e.Framework(), Advice: a}
	var b bytes.Buffer
	if err := report.XLSX(&b, r); err != nil {
		t.Fatal(err)
	}
	advice := unpacked(t, b.Bytes())["xl/worksheets/sheet1.xml"]
	open, leads := strings.Index(advice, "Nothing is settled yet"), strings.Index(advice, "Leads so far")
	if open < 0 || open > leads || strings.Contains(advice, "Recommended") {
		t.Errorf("the workbook says\n%s", advice)
	}
}

// An advice on all answers can be open as well.
func TestAllAnswersCanLeaveItOpen(t *testing.T) {
	f := &model.Framework{Questions: []model.Question{{ID: "a"}, {ID: "b"}}}
	a := model.Advice{Standing: model.Open, Reasons: []model.Reason{{}}, Answers: model.Answers{"a": model.Count(1), "b": model.Count(2)}}
	if got := report.NotSettled(f, &a); got != "Nothing is settled yet: on all 2 answers it is too close to call." {
		t.Error(got)
	}
	a.Standing = model.Leaning
	if got := report.NotSettled(f, &a); got != "" {
		t.Error(got)
	}
	a.Standing, a.Reasons = model.Open, nil
	if got := report.NotSettled(f, &a); got != "" {
		t.Errorf("too early, it says %q", got)
	}
}
