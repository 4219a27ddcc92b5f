package report_test

import (
	"bytes"
	"fmt"
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
				case test.open == "" && (open >= 0 || strings.Contains(body, "So far this leads:")):
					t.Errorf("%s, %s: it is told as open", name, form)
				case test.open != "" && (!strings.Contains(body, test.open) || open > verdict || !strings.Contains(body, "So far this leads:")):
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
	if got := report.NotSettled(f, &a); got != "This is too close to call, and no further answer can change that." {
		t.Error(got)
	}
	f.Questions = append(f.Questions, model.Question{ID: "c"})
	if got := report.NotSettled(f, &a); got != "Nothing is settled yet: this rests on 2 of 3 answers." {
		t.Error(got)
	}
	a.Answers["c"] = model.Answer{Kind: model.NotApplicable} // so nothing is missing
	if got := report.NotSettled(f, &a); !strings.Contains(got, "no further answer can change that") {
		t.Error(got)
	}
	delete(a.Answers, "c")
	if a.Outlook.Decided = true; !strings.Contains(report.NotSettled(f, &a), "no further answer can change that") {
		t.Error("what is decided waits for answers")
	}
	a.Outlook.Decided = false
	f.Questions = f.Questions[:2]
	a.Standing = model.Leaning
	if got := report.NotSettled(f, &a); got != "" {
		t.Error(got)
	}
	for name, test := range map[string]struct {
		asked   int
		decided bool
		want    string
	}{
		"half":               {4, false, ""},
		"fewer":              {5, false, "Much is not known yet: this rests on 2 of 5 answers."},
		"fewer, yet decided": {5, true, ""},
	} {
		f.Questions = []model.Question{{ID: "a"}, {ID: "b"}}
		for len(f.Questions) < test.asked {
			f.Questions = append(f.Questions, model.Question{ID: fmt.Sprint(len(f.Questions))})
		}
		if a.Outlook.Decided = test.decided; report.NotSettled(f, &a) != test.want {
			t.Errorf("leaning on %s, it says %q", name, report.NotSettled(f, &a))
		}
	}
	a.Standing, a.Reasons = model.Open, nil
	if got := report.NotSettled(f, &a); got != "" {
		t.Errorf("too early, it says %q", got)
	}
}

// A vote names the missing answers that could turn what is voted on, and only where there
// are any.
func TestAVoteSaysWhatItHangsOn(t *testing.T) {
	e := advisor.Builtin()
	f := e.Framework()
	chain := model.Answers{"technology": model.Choose("support"), "headcount": model.Count(300), "custom_software": model.Choose("none"),
		"outsourcing": model.Choose("most"), "incumbent": model.Choose("nobody")}
	family := chain.With("headcount", model.Count(180)).With("engineers", model.Count(0)).With("priority", model.Choose("efficiency")).
		With("audience", model.Choose("internal")).With("it_staff", model.Count(3)).With("estate", model.Choose("moderate")).
		With("change", model.Choose("transforming")).With("incumbent", model.Choose("founder")).With("strategy", model.Choose("balanced"))
	for name, as := range map[string]model.Answers{"little is known": chain, "one is missing": family, "all is known": dental()} {
		for _, q := range f.Questions {
			if as[q.ID].Kind == model.Unanswered {
				as = as.With(q.ID, model.Answer{Kind: model.Unsure})
			}
		}
		a := e.Advise(as, 0)
		follows := e.Deliver(&a)
		r := report.Report{Framework: f, Advice: a, Book: e.Playbook(), Follows: &follows}
		var b bytes.Buffer
		if err := report.Text(&b, r, report.Board, report.TextOptions{Width: 1000}); err != nil {
			t.Fatal(err)
		}
		_, vote, _ := strings.Cut(b.String(), "To vote on")
		vote, _, _ = strings.Cut(vote, ":")
		hangs := 0
		for _, u := range a.Unknown {
			named := strings.Contains(vote, "“"+f.Question(u.Question).Short+"”")
			if named && len(u.Could) == 0 {
				t.Errorf("%s: the vote waits for %s, which turns nothing: %s", name, u.Question, vote)
			}
			if len(u.Could) > 0 {
				hangs++
			}
		}
		if (vote == "") != (hangs == 0) {
			t.Errorf("%s: %d answers could turn it, and the vote says %q", name, hangs, vote)
		}
	}
}
