package report_test

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"remit/model"
	"remit/report"
)

// What a board sees first: the verdict, then what to vote on, then the way through the rest.
func TestAPageBeginsWithVerdictAndDecision(t *testing.T) {
	var order []string
	for _, e := range tags(parsed(t, page(t, whole(t, bank()), report.Full))) {
		switch {
		case e.Data == "h2":
			order = append(order, words(e))
		case e.Data == "nav":
			order = append(order, "contents")
		}
	}
	at := func(what string) int { return slices.Index(order, what) }
	if verdict, asked := 0, at("The decision asked for"); asked != verdict+1 || at("contents") != asked+1 {
		t.Errorf("the page begins with %q", order[:min(4, len(order))])
	}
}

// The plan is told by clock and by parts of the first year; where nobody is still to come
// there is one clock, and nothing is said of two.
func TestThePlanIsToldByPartsOfTheFirstYear(t *testing.T) {
	parts := []struct {
		head     string
		from, to int
	}{{"the first 30 days:", 0, 30}, {"days 31 to 60:", 31, 60}, {"days 61 to 90:", 61, 90}, {"after the first 90 days:", 91, 1000}}
	for name, as := range map[string]model.Answers{"bank": bank(), "insurer": insurer(), "both": bank().With("incumbent", model.Choose("both"))} {
		r := whole(t, as)
		_, plan, _ := strings.Cut(cutText(t, r, report.Full), "\nThe plan\n")
		plan, _, _ = strings.Cut(plan, "\nWhat it costs\n")
		two := len(model.Arriving(r.Follows.Posts, model.Engagement(r.Advice.Engagement.Then))) > 0
		for _, step := range r.Follows.Plan {
			i := slices.IndexFunc(parts, func(p struct {
				head     string
				from, to int
			}) bool {
				return p.from <= step.Day && step.Day <= p.to
			})
			head := strings.ToUpper(parts[i].head[:1]) + parts[i].head[1:]
			if two {
				head = report.PlanClock(step.Clock) + ", " + parts[i].head
			}
			_, told, ok := strings.Cut(plan, head)
			told, _, _ = strings.Cut(told, ":\n-")
			if !ok || !strings.Contains(even(told), even(step.Title)) {
				t.Errorf("%s: %q of day %d is not under %q", name, step.Title, step.Day, head)
			}
		}
	}
}

// Each rule is told once, and what it gives adds up to the points of each structure.
func TestTheReasonsOfAReportAddUp(t *testing.T) {
	for name, as := range companies() {
		r := whole(t, as)
		_, told, _ := strings.Cut(cutText(t, r, report.Full), "\nAnnex C. Every reason, with its points\n")
		told, _, ok := strings.Cut(told, "\n\nAnnex D")
		if !ok {
			t.Fatalf("%s: there are no reasons", name)
		}
		sums, told, _ := strings.Cut(told, "\n- ")
		told = even(told)
		rules := map[string]bool{}
		for _, x := range r.Advice.Reasons {
			rules[x.Rule] = true
			if n := strings.Count(told, "rule "+x.Rule+","); n != 1 {
				t.Errorf("%s: the rule %s is told %d times", name, x.Rule, n)
			}
		}
		for _, rank := range r.Advice.Ranking {
			title := r.Framework.Structure(rank.Structure).Title
			sum := 0
			for _, found := range regexp.MustCompile(regexp.QuoteMeta(title)+` ([+-]\d+)`).FindAllStringSubmatch(told, -1) {
				n, err := strconv.Atoi(found[1])
				if err != nil {
					t.Fatal(err)
				}
				sum += n
			}
			if sum != rank.Points || !strings.Contains(even(sums), fmt.Sprintf("%s %d", title, sum)) {
				t.Errorf("%s: %s has %d points, its reasons make %d", name, title, rank.Points, sum)
			}
		}
	}
}

// A map of one colour is a sentence, not a drawing.
func TestAMapThatShowsNothingIsNotDrawn(t *testing.T) {
	r := whole(t, bank())
	m := r.WhatIf.Map
	m.Cells = slices.Clone(m.Cells)
	for y, row := range m.Cells {
		m.Cells[y] = slices.Repeat([]model.Structure{model.Both}, len(row))
	}
	for corner, drawn := range map[model.Structure]bool{model.Both: false, model.CIO: true} {
		m.Cells[0][0] = corner
		whatIf := *r.WhatIf
		whatIf.Map = m
		r.WhatIf = &whatIf
		got := strings.Join(report.Texts(r, report.Full), "\n")
		if strings.Contains(got, "Which structure where") != drawn || strings.Contains(got, "Whatever the answers to head count and") == drawn {
			t.Errorf("with %s in a corner it is drawn: %v", corner, !drawn)
		}
	}
}

// The same colour means the same structure, also in a wiki.
func TestAChartForAWikiHasTheColourOfTheAdvice(t *testing.T) {
	_, colours := report.Style()
	for _, as := range companies() {
		r := whole(t, as)
		var b bytes.Buffer
		c := &report.Chart{Framework: r.Framework, Book: r.Book, Advice: &r.Advice, Posts: r.Follows.Posts}
		if err := report.ChartMermaid(&b, c); err != nil {
			t.Fatal(err)
		}
		leads := 0
		for _, p := range r.Follows.Posts {
			if p.Leads {
				leads++
			}
		}
		if n := strings.Count(b.String(), fmt.Sprintf(" fill:%s,", colours[r.Advice.Recommendation])); n != leads {
			t.Errorf("%d posts have the colour of %s, want %d", n, r.Advice.Recommendation, leads)
		}
	}
}
