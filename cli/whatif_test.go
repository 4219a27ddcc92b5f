package cli

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"remit/advisor"
	"remit/model"
	"remit/report"
)

// Whatever a company says, every way that is named leads where it says, with any
// combination of answers that its ranges allow.
func TestEveryWayLeadsWhereItSays(t *testing.T) {
	e := advisor.Builtin()
	f := e.Framework()
	wide := 0
	for _, line := range strings.Split(strings.TrimSpace(string(randomLines(f, 60))), "\n") {
		var company struct{ Answers model.Answers }
		if err := json.Unmarshal([]byte(line), &company); err != nil {
			t.Fatal(err)
		}
		as := company.Answers
		advice := e.Advise(as, advisor.MaxFlips)
		list := turns(e, as, advice.Flips)
		if len(advice.Flips) > 0 && len(list) == 0 {
			t.Errorf("%v: flips got lost", as)
		}
		for _, turn := range list[:min(len(list), 200)] {
			each(turn.Steps, as, func(changed model.Answers) {
				if to := e.Advise(changed, 0).Recommendation; to != turn.To {
					t.Errorf("%v: %+v leads to %v, not %v", as, turn.Steps, to, turn.To)
				}
			})
			for _, s := range turn.Steps {
				if s.Within.Low != s.Within.High {
					wide++
				}
				if s.To.Kind == model.Number && (s.To.Number < s.Within.Low.Number || s.To.Number > s.Within.High.Number) {
					t.Errorf("%v is not within %v", s.To, s.Within)
				}
			}
		}
	}
	if wide == 0 {
		t.Error("no range was tried")
	}
}

// each visits the sheets with the lowest, the nearest and the highest answer that
// each step allows, in every combination.
func each(steps []report.Step, as model.Answers, visit func(model.Answers)) {
	if len(steps) == 0 {
		visit(as)
		return
	}
	for _, a := range []model.Answer{steps[0].Within.Low, steps[0].To, steps[0].Within.High} {
		each(steps[1:], as.With(steps[0].Question, a), visit)
	}
}

func TestNoWayIsNamedTwice(t *testing.T) {
	e := advisor.Builtin()
	as := model.Answers{"headcount": model.Count(40), "technology": model.Choose("support")}
	people := 0
	for _, turn := range turns(e, as, e.Advise(as, 1).Flips) {
		if turn.Steps[0].Question == "headcount" {
			people++
			if s := turn.Steps[0]; s.To != s.Within.Low || s.Within.High.Number != e.Framework().Question("headcount").Max {
				t.Errorf("the threshold is %+v", s)
			}
		}
	}
	if people != 1 {
		t.Errorf("head count is named in %d ways, want one threshold", people)
	}
}

// Of the ways to one structure, those that take least come first.
func TestTheEasiestWaysComeFirst(t *testing.T) {
	e := advisor.Builtin()
	easier := 0 // ways that change more of what was answered, and still take less
	given := func(t report.Turn) (n int) {
		for _, step := range t.Steps {
			if step.From.Real() {
				n++
			}
		}
		return n
	}
	for _, line := range strings.Split(strings.TrimSpace(string(randomLines(e.Framework(), 60))), "\n") {
		var company struct{ Answers model.Answers }
		if err := json.Unmarshal([]byte(line), &company); err != nil {
			t.Fatal(err)
		}
		list := turns(e, company.Answers, e.Advise(company.Answers, advisor.MaxFlips).Flips)
		for i := 1; i < len(list); i++ {
			a, b := list[i-1], list[i]
			if a.To == b.To && a.Effort > b.Effort {
				t.Errorf("%+v before %+v", a, b)
			}
			if a.To == b.To && a.Effort < b.Effort && given(a) > given(b) {
				easier++
			}
		}
	}
	if easier == 0 {
		t.Error("effort never made a difference")
	}
}

// The way there starts from who leads today. Nobody knows it: no way. Too early for
// advice: nothing to get to, nothing to compare.
func TestWhatGoesBesideTheAdvice(t *testing.T) {
	e := advisor.Builtin()
	small := model.Answers{"headcount": model.Count(40), "technology": model.Choose("support"), "seats": model.Count(0), "estate": model.Choose("simple")}
	for _, c := range []struct {
		name      string
		as        model.Answers
		way, near bool
	}{
		{"nothing said", nil, false, false},
		{"who leads today is missing", small, false, true},
		{"who leads today is unsure", small.With("incumbent", model.Answer{Kind: model.Unsure}), false, true},
		{"nobody leads today", small.With("incumbent", model.Choose("nobody")), true, true},
	} {
		w := whatIf(e, c.as)
		if (w.Way != nil) != c.way || (len(w.Near) == nearCases) != c.near {
			t.Errorf("%s: way %v, %d cases", c.name, w.Way, len(w.Near))
		}
		if w.Way != nil && !slices.Contains(w.Way.To, w.Advice.Recommendation) {
			t.Errorf("%s: the way leads to %v, the advice is %v", c.name, w.Way.To, w.Advice.Recommendation)
		}
	}
}

func TestWhatIfOfEverySortFollowsItsForm(t *testing.T) {
	schema := compiled(t, report.WhatIfSchema())
	for _, args := range [][]string{
		{"whatif", "../examples/dental-group.yaml"},
		{"whatif", "../examples/software-company.yaml", "--set", "headcount=900"},
		{"whatif", "../examples/partial.json", "--map", "incumbent,seats"},
		{"whatif", "--set", "technology=unsure"},
	} {
		stdout, stderr, code := ran(t, append(args, "--format", "json")...)
		if code != 0 {
			t.Fatalf("%v: exit code %d, %s", args, code, stderr)
		}
		follows(t, schema, []byte(stdout))
		picture, _, _ := ran(t, append(args, "--format", "svg")...)
		for d := xml.NewDecoder(strings.NewReader(picture)); ; {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%v: %v in\n%s", args, err, picture)
			}
		}
		if again, _, _ := ran(t, append(args, "--format", "svg")...); again != picture {
			t.Errorf("%v: the picture is another one each time", args)
		}
	}
}

// A framework that has none of the usual questions still gets a map.
func TestOtherFrameworksGetAMapToo(t *testing.T) {
	f := &model.Framework{Questions: []model.Question{{ID: "one"}, {ID: "two"}, {ID: "three"}}}
	cmd := newWhatIf(&app{})
	x, y, err := (&whatIfOptions{axes: usualAxes}).questions(cmd, f)
	if x != "one" || y != "two" || err != nil {
		t.Errorf("%s by %s, %v", x, y, err)
	}
	if err := cmd.Flags().Set("map", usualAxes); err != nil {
		t.Fatal(err)
	}
	if _, _, err := (&whatIfOptions{axes: usualAxes}).questions(cmd, f); model.KindOf(err) != model.KindUsage {
		t.Errorf("asked for by name they must be there: %v", err)
	}
}

func TestAFileWinsOverASession(t *testing.T) {
	t.Chdir(t.TempDir())
	store := filepath.Join(t.TempDir(), "s.db")
	if _, stderr, code := ran(t, "sessions", "new", "--name", "acme", "--store", store); code != 0 {
		t.Fatal(stderr)
	}
	if _, stderr, code := ran(t, "sessions", "set", "acme", "seats=0", "technology=support", "--store", store); code != 0 {
		t.Fatal(stderr)
	}
	if got, stderr, _ := ran(t, "whatif", "acme", "--store", store); !strings.Contains(got, "for acme") || !strings.Contains(got, "Recommended: Virtual CIO") {
		t.Errorf("the session is not asked about: %s%s", got, stderr)
	}
	if err := os.WriteFile("acme", []byte("technology: product\nengineers: 60\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got, stderr, _ := ran(t, "whatif", "acme", "--store", store); strings.Contains(got, "for acme") || !strings.Contains(got, "Recommended: CTO only") {
		t.Errorf("the file is not read: %s%s", got, stderr)
	}
}
